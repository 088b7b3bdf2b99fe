"""The first tables of the room ledger."""

import uuid

from django.db import migrations, models

from yizheng.ledger.append_only import append_only


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Counter",
            fields=[
                ("series", models.CharField(max_length=80, primary_key=True, serialize=False)),
                ("n", models.PositiveIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("case_id", models.UUIDField()),
                ("item_id", models.UUIDField(null=True)),
                ("seq", models.PositiveIntegerField()),
                ("kind", models.CharField(max_length=40)),
                ("who_id", models.CharField(max_length=40)),
                ("who_name", models.CharField(max_length=80)),
                ("at", models.DateTimeField()),
                ("recorded_at", models.DateTimeField()),
                ("data", models.JSONField()),
                ("key", models.CharField(max_length=80, null=True)),
                ("cause_id", models.UUIDField(null=True)),
                ("previous_seal", models.CharField(max_length=64)),
                ("seal", models.CharField(max_length=64)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case_id", "seq"),
                        name="entry_once_per_place",
                        violation_error_message="一个办件的记录逐条编号，不重号。",
                    ),
                    models.UniqueConstraint(
                        fields=("key",), name="entry_once_per_request", violation_error_message="同一请求只记一次。"
                    ),
                ],
            },
        ),
        append_only("ledger_entry"),
    ]
