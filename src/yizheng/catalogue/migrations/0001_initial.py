"""The table of published versions; it only grows."""

import uuid

from django.db import migrations, models

from yizheng.ledger.append_only import append_only


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="CatalogueVersion",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.CharField(max_length=20, verbose_name="版本号")),
                ("digest", models.CharField(max_length=64, verbose_name="内容摘要")),
                ("content", models.TextField(verbose_name="内容")),
                ("calendar_digest", models.CharField(blank=True, max_length=64, verbose_name="工作日历摘要")),
                ("published_at", models.DateTimeField(verbose_name="公布时间")),
                ("published_by", models.CharField(max_length=100, verbose_name="公布人")),
                ("in_force_from", models.DateTimeField(verbose_name="施行时间")),
            ],
            options={
                "verbose_name": "事项目录版本",
                "ordering": ["in_force_from", "published_at"],
                "indexes": [models.Index(fields=["in_force_from"], name="catalogue_in_force_from")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("number",),
                        name="catalogue_number_is_unique",
                        violation_error_message="这个版本号已经用过。",
                    ),
                    models.UniqueConstraint(
                        fields=("digest",),
                        name="catalogue_digest_is_unique",
                        violation_error_message="内容相同的版本已经公布。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("in_force_from__gte", models.F("published_at"))),
                        name="catalogue_not_in_force_before_published",
                        violation_error_message="施行时间不能早于公布时间。",
                    ),
                ],
            },
        ),
        append_only("catalogue_catalogueversion"),
    ]
