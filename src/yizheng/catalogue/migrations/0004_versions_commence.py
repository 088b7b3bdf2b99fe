"""When a version comes into force is said by its commencement alone."""

from __future__ import annotations

from django.db import migrations

from yizheng.ledger.append_only import append_only, stepping_aside


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0003_revisions"),
    ]

    operations = [
        stepping_aside("catalogue_catalogueversion", "UPDATE", "DELETE"),
        migrations.AlterModelOptions(
            name="catalogueversion",
            options={"ordering": ["published_at"], "verbose_name": "事项目录版本"},
        ),
        migrations.RemoveConstraint(
            model_name="catalogueversion",
            name="catalogue_not_in_force_before_published",
        ),
        migrations.RemoveIndex(
            model_name="catalogueversion",
            name="catalogue_in_force_from",
        ),
        migrations.RemoveField(
            model_name="catalogueversion",
            name="in_force_from",
        ),
        append_only("catalogue_catalogueversion"),
    ]
