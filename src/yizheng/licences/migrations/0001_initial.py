"""The first tables of the room licences."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import yizheng.law.words
from yizheng.ledger.append_only import append_only, never_deleted


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Licence",
            fields=[
                ("case_id", models.UUIDField(primary_key=True, serialize=False)),
                ("number", models.CharField(max_length=60, null=True, unique=True)),
                ("serial", models.CharField(blank=True, max_length=32)),
                ("version", models.PositiveSmallIntegerField(default=0)),
                ("retired_at", models.DateTimeField(null=True)),
                ("retired_why", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("number__isnull", True), ("version", 0)),
                            models.Q(("number__isnull", False), ("version__gt", 0)),
                            _connector="OR",
                        ),
                        name="licence_numbered_when_issued",
                        violation_error_message="综合许可证在首次制发时编号。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Permit",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("item_case_id", models.UUIDField(unique=True)),
                ("item", models.CharField(max_length=40)),
                ("name", models.CharField(max_length=120)),
                ("certificate", models.CharField(max_length=80)),
                ("number", models.CharField(max_length=80)),
                ("organ", models.CharField(max_length=40)),
                ("organ_name", models.CharField(max_length=120)),
                ("scope", models.CharField(max_length=300)),
                ("granted_on", models.DateField()),
                ("from_on", models.DateField()),
                ("until_on", models.DateField(null=True)),
                ("standing", models.CharField(default=yizheng.law.words.Standing["IN_FORCE"], max_length=20)),
                ("place", models.PositiveSmallIntegerField()),
                (
                    "licence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="permits", to="licences.licence"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PermitStanding",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("standing", models.CharField(max_length=20)),
                ("since", models.DateTimeField()),
                ("ground", models.CharField(max_length=200)),
                ("entry_id", models.UUIDField()),
                (
                    "permit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="history", to="licences.permit"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="LicenceVersion",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveSmallIntegerField()),
                ("token", models.CharField(max_length=40, unique=True)),
                ("identifier", models.CharField(max_length=120, unique=True)),
                ("face", models.JSONField()),
                ("issued_at", models.DateTimeField()),
                ("entry_id", models.UUIDField()),
                (
                    "licence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="licences.licence"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("licence", "version"),
                        name="licence_version_once",
                        violation_error_message="综合许可证每一版只有一份。",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="permit",
            constraint=models.UniqueConstraint(
                fields=("number", "item"),
                name="permit_number_once",
                violation_error_message="同一事项的法定证号不重号。",
            ),
        ),
        append_only("licences_permitstanding"),
        append_only("licences_licenceversion"),
        never_deleted("licences_permit"),
        never_deleted("licences_licence"),
    ]
