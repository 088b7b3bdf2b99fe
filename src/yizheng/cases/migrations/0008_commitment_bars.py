"""Who may make no commitment until the credit is repaired."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from yizheng.ledger.append_only import never_deleted


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0007_additions"),
    ]

    operations = [
        migrations.CreateModel(
            name="CommitmentBar",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("item_id", models.UUIDField()),
                ("holder", models.CharField(max_length=120)),
                ("holder_code", models.CharField(max_length=18)),
                ("since", models.DateTimeField()),
                ("lifted_at", models.DateTimeField(null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="bars", to="cases.case"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("lifted_at__isnull", True)), fields=["holder_code"], name="bar_of_holder"
                    )
                ],
            },
        ),
        never_deleted("cases_commitmentbar"),
    ]
