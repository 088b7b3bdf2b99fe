"""The first tables of the room cases."""

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
            name="Case",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.CharField(max_length=40, null=True)),
                ("query_code", models.CharField(max_length=20, unique=True)),
                ("industry", models.CharField(max_length=40)),
                ("catalogue_id", models.UUIDField()),
                ("notice_id", models.UUIDField(null=True)),
                ("state", models.CharField(default=yizheng.law.words.CaseState["DRAFT"], max_length=20)),
                ("channel", models.CharField(default="online", max_length=10)),
                ("answers", models.JSONField(default=dict)),
                ("form", models.JSONField(default=dict)),
                ("holder", models.CharField(blank=True, max_length=120)),
                ("holder_code", models.CharField(blank=True, max_length=18)),
                ("premises", models.CharField(blank=True, max_length=200)),
                ("receiver_id", models.CharField(blank=True, max_length=40)),
                ("receiver_name", models.CharField(blank=True, max_length=80)),
                ("opened_at", models.DateTimeField()),
                ("touched_at", models.DateTimeField()),
                ("received_at", models.DateTimeField(null=True)),
                ("supplemented_at", models.DateTimeField(null=True)),
                ("supplied_at", models.DateTimeField(null=True)),
                ("entries", models.PositiveIntegerField(default=0)),
                ("seal", models.CharField(blank=True, max_length=64)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("holder_code", ""), _negated=True),
                        fields=["holder_code"],
                        name="case_of_holder",
                    ),
                    models.Index(
                        condition=models.Q(("state", yizheng.law.words.CaseState["DRAFT"])),
                        fields=["touched_at"],
                        name="case_drafts",
                    ),
                    models.Index(
                        condition=models.Q(("supplemented_at__isnull", False), ("supplied_at__isnull", True)),
                        fields=["supplemented_at"],
                        name="case_to_be_supplied",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("number",), name="case_number_once", violation_error_message="办件编号不重号。"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("number__isnull", True), ("received_at__isnull", True)),
                            models.Q(("number__isnull", False), ("received_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="case_received_with_number",
                        violation_error_message="收件的同时编号，没有收件的不编号。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ItemCase",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("place", models.PositiveSmallIntegerField()),
                ("item", models.CharField(max_length=40)),
                ("organ", models.CharField(max_length=40)),
                ("section", models.CharField(max_length=40)),
                ("state", models.CharField(max_length=20)),
                ("runs", models.JSONField(default=list)),
                ("due_on", models.DateField(null=True)),
                ("accepted_at", models.DateTimeField(null=True)),
                ("deemed", models.BooleanField(default=False)),
                ("open_points", models.PositiveSmallIntegerField(default=0)),
                ("acceptor_id", models.CharField(blank=True, max_length=40)),
                ("reviewer_id", models.CharField(blank=True, max_length=40)),
                ("reviewer_name", models.CharField(blank=True, max_length=80)),
                ("proposal", models.CharField(blank=True, max_length=10)),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="item_cases", to="cases.case"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("granted", models.BooleanField()),
                ("organ", models.CharField(max_length=40)),
                ("person_id", models.CharField(max_length=40)),
                ("person_name", models.CharField(max_length=80)),
                ("basis", models.JSONField()),
                ("reasons", models.TextField()),
                ("remedies", models.TextField()),
                ("decided_at", models.DateTimeField()),
                (
                    "item_case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="decision", to="cases.itemcase"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Material",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("code", models.CharField(max_length=40)),
                ("version", models.PositiveSmallIntegerField(default=1)),
                ("name", models.CharField(max_length=200)),
                ("media_type", models.CharField(max_length=60)),
                ("size", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("handed_in_at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="materials", to="cases.case"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="MaterialUse",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("code", models.CharField(max_length=40)),
                ("version", models.PositiveSmallIntegerField(default=1)),
                (
                    "standing",
                    models.CharField(
                        choices=[("offered", "已提交"), ("accepted", "符合"), ("doubted", "需补正")],
                        default="offered",
                        max_length=10,
                    ),
                ),
                (
                    "item_case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="material_uses", to="cases.itemcase"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("code", models.CharField(max_length=20)),
                ("industry", models.CharField(max_length=40)),
                ("catalogue_id", models.UUIDField()),
                ("answers", models.JSONField()),
                ("content", models.JSONField()),
                ("digest", models.CharField(max_length=64)),
                ("given_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code",), name="notice_code_once", violation_error_message="告知单编码不重。"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PaperRecord",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=30)),
                ("number", models.CharField(max_length=60, null=True)),
                ("organ", models.CharField(max_length=40)),
                ("made_at", models.DateTimeField()),
                ("maker_id", models.CharField(max_length=40)),
                ("maker_name", models.CharField(max_length=80)),
                ("data", models.JSONField()),
                ("head", models.JSONField()),
                ("digest", models.CharField(max_length=64)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="papers", to="cases.case"
                    ),
                ),
                (
                    "item_case",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="cases.itemcase",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SupplementPoint",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("item", models.CharField(max_length=40)),
                ("target", models.CharField(max_length=60)),
                ("label", models.CharField(max_length=120)),
                ("problem", models.TextField()),
                ("remedy", models.TextField()),
                ("asked_by_id", models.CharField(max_length=40)),
                ("asked_by", models.CharField(max_length=120)),
                ("asked_at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="supplement_points", to="cases.case"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="itemcase",
            index=models.Index(
                condition=models.Q(("due_on__isnull", False)),
                fields=["organ", "section", "due_on", "id"],
                name="item_desk_of_section",
            ),
        ),
        migrations.AddIndex(
            model_name="itemcase",
            index=models.Index(
                condition=models.Q(("due_on__isnull", False)),
                fields=["organ", "due_on", "id"],
                name="item_desk_of_organ",
            ),
        ),
        migrations.AddIndex(
            model_name="itemcase",
            index=models.Index(
                condition=models.Q(("decided_at__isnull", False)),
                fields=["organ", "decided_at", "id"],
                name="item_done_of_organ",
            ),
        ),
        migrations.AddIndex(
            model_name="itemcase",
            index=models.Index(
                condition=models.Q(("accepted_at__isnull", True), ("due_on__isnull", False)),
                fields=["due_on", "case"],
                name="item_window_desk",
            ),
        ),
        migrations.AddConstraint(
            model_name="itemcase",
            constraint=models.UniqueConstraint(
                fields=("case", "item"),
                name="item_once_in_case",
                violation_error_message="一个办件中每个事项只有一件。",
            ),
        ),
        migrations.AddIndex(
            model_name="material",
            index=models.Index(fields=["case", "code"], name="material_of_case"),
        ),
        migrations.AddConstraint(
            model_name="materialuse",
            constraint=models.UniqueConstraint(
                fields=("item_case", "code", "version"),
                name="material_use_once",
                violation_error_message="一个事项对一份材料的一个版本只有一个结论。",
            ),
        ),
        migrations.AddIndex(
            model_name="paperrecord",
            index=models.Index(fields=["case", "made_at"], name="paper_of_case"),
        ),
        migrations.AddConstraint(
            model_name="paperrecord",
            constraint=models.UniqueConstraint(
                fields=("number",), name="paper_number_once", violation_error_message="文号不重号。"
            ),
        ),
        migrations.AddIndex(
            model_name="supplementpoint",
            index=models.Index(fields=["case"], name="supplement_points_of_case"),
        ),
        append_only("cases_decision"),
        append_only("cases_paperrecord"),
        append_only("cases_notice"),
        never_deleted("cases_case"),
        never_deleted("cases_itemcase"),
        never_deleted("cases_material"),
    ]
