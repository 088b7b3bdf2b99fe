"""Deputies: who stands in for the holder of a post, and the record stays."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from yizheng.ledger.append_only import never_deleted


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0002_sessions_and_misses"),
    ]

    operations = [
        migrations.CreateModel(
            name="Deputy",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("from_on", models.DateField()),
                ("until_on", models.DateField()),
                ("appointed_by", models.CharField(max_length=60)),
                ("appointed_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deputises",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="deputies", to="people.post"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until_on__gte", models.F("from_on"))),
                        name="deputy_ends_after_it_begins",
                        violation_error_message="代理的结束日不能早于开始日。",
                    )
                ],
            },
        ),
        never_deleted("people_deputy"),
    ]
