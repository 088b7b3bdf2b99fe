"""What a permit states, until when, its check, what was asked about it, who was told, and hand-outs."""

import uuid

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from yizheng.ledger.append_only import append_only, never_deleted, stepping_aside


def fill(apps: StateApps, _: BaseDatabaseSchemaEditor) -> None:
    """What was granted before states what its case says, and its history keeps the term it has."""
    licences, cases = apps.get_model("licences", "Licence"), apps.get_model("cases", "Case")
    items = apps.get_model("cases", "ItemCase")
    for licence in licences.objects.all():
        case = cases.objects.get(id=licence.case_id)
        said = {"holder": case.holder, "representative": case.form.get("rep_name", ""), "premises": case.premises}
        licences.objects.filter(pk=licence.pk).update(**said)
        for permit in licence.permits.all():
            section = items.objects.get(id=permit.item_case_id).section
            type(permit).objects.filter(pk=permit.pk).update(section=section, supervisor=permit.organ, **said)
            permit.history.update(from_on=permit.from_on, until_on=permit.until_on, **said)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0008_commitment_bars"),
        ("licences", "0001_initial"),
    ]

    operations = [
        stepping_aside("licences_permitstanding", "UPDATE", "DELETE"),
        stepping_aside("licences_permit", "DELETE"),
        stepping_aside("licences_licence", "DELETE"),
        migrations.CreateModel(
            name="HandOut",
            fields=[
                (
                    "version",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="handed_out",
                        serialize=False,
                        to="licences.licenceversion",
                    ),
                ),
                ("at", models.DateTimeField()),
                ("to_name", models.CharField(max_length=60)),
                ("by_id", models.CharField(max_length=40)),
                ("by_name", models.CharField(max_length=80)),
                ("old_returned", models.BooleanField()),
            ],
        ),
        migrations.CreateModel(
            name="Letter",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("event", models.CharField(max_length=40)),
                ("wish", models.CharField(max_length=10)),
                ("matter", models.CharField(max_length=300)),
                ("role", models.CharField(max_length=20)),
                ("organ", models.CharField(max_length=40)),
                ("paper_id", models.UUIDField(null=True)),
                ("run", models.JSONField()),
                ("sent_at", models.DateTimeField()),
                ("acknowledged_at", models.DateTimeField(null=True)),
                ("by_name", models.CharField(blank=True, max_length=80)),
            ],
        ),
        migrations.CreateModel(
            name="PermitRequest",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=10)),
                ("state", models.CharField(max_length=12)),
                ("facts", models.JSONField(default=dict)),
                ("in_time", models.BooleanField(default=True)),
                ("run", models.JSONField(null=True)),
                ("paper_id", models.UUIDField()),
                ("asked_at", models.DateTimeField()),
                ("decided_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.AddField(
            model_name="licence",
            name="holder",
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name="licence",
            name="premises",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="licence",
            name="representative",
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name="permit",
            name="by_commitment",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="permit",
            name="check_run",
            field=models.JSONField(null=True),
        ),
        migrations.AddField(
            model_name="permit",
            name="checking",
            field=models.CharField(blank=True, max_length=10),
        ),
        migrations.AddField(
            model_name="permit",
            name="holder",
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name="permit",
            name="note",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="permit",
            name="premises",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="permit",
            name="reminded",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="permit",
            name="renewed_until_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="permit",
            name="representative",
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name="permit",
            name="section",
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name="permit",
            name="supervisor",
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name="permitstanding",
            name="from_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="permitstanding",
            name="holder",
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name="permitstanding",
            name="note",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="permitstanding",
            name="premises",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="permitstanding",
            name="renewed_until_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="permitstanding",
            name="representative",
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name="permitstanding",
            name="until_on",
            field=models.DateField(null=True),
        ),
        migrations.AddIndex(
            model_name="permit",
            index=models.Index(
                condition=models.Q(("until_on__isnull", False)), fields=["until_on"], name="permit_until"
            ),
        ),
        migrations.AddIndex(
            model_name="permit",
            index=models.Index(
                condition=models.Q(("checking", ""), _negated=True),
                fields=["supervisor", "checking"],
                name="permit_to_check",
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="permit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="letters", to="licences.permit"
            ),
        ),
        migrations.AddField(
            model_name="permitrequest",
            name="permit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="requests", to="licences.permit"
            ),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(
                condition=models.Q(("acknowledged_at__isnull", True)),
                fields=["organ", "role", "sent_at"],
                name="letter_unanswered",
            ),
        ),
        migrations.AddConstraint(
            model_name="permitrequest",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "waiting")),
                fields=("permit", "kind"),
                name="request_waits_once",
                violation_error_message="同一许可同类申请同时只有一件在办。",
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        append_only("licences_permitstanding"),
        never_deleted("licences_permit"),
        never_deleted("licences_licence"),
        append_only("licences_handout"),
        never_deleted("licences_letter"),
        never_deleted("licences_permitrequest"),
    ]
