import uuid

import django.db.models.deletion
from django.db import migrations, models

from yizheng.ledger.append_only import never_deleted


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="ReportedFile",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("organ", models.CharField(max_length=40)),
                ("name", models.CharField(max_length=200)),
                ("digest", models.CharField(max_length=64)),
                ("rows", models.PositiveIntegerField()),
                ("first_on", models.DateField()),
                ("last_on", models.DateField()),
                ("reported_at", models.DateTimeField()),
                ("reported_by", models.CharField(max_length=80)),
                ("taken_back_at", models.DateTimeField(null=True)),
                ("taken_back_by", models.CharField(blank=True, max_length=80)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("taken_back_at__isnull", True)),
                        fields=("digest",),
                        name="reported_file_once",
                        violation_error_message="同一个文件只计一次。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportedApplication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("item", models.CharField(max_length=60)),
                ("applicant", models.CharField(max_length=64)),
                ("on", models.DateField()),
                ("gbt", models.CharField(blank=True, max_length=4)),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="applications",
                        to="statistics.reportedfile",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["on"], name="reported_application_on")],
            },
        ),
        never_deleted("statistics_reportedfile"),
    ]
