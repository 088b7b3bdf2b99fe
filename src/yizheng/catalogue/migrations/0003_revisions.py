"""Revisions of the catalogue, signatures, commencements and what is offered; the last three only grow."""

from __future__ import annotations

import uuid
from typing import Any

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from yizheng.ledger.append_only import append_only


def commence(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Every version so far came into force by its publication."""
    versions: Any = apps.get_model("catalogue", "CatalogueVersion")
    commencements: Any = apps.get_model("catalogue", "Commencement")
    for version in versions.objects.all():
        commencements.objects.create(
            version=version,
            in_force_from=version.in_force_from,
            signed_at=version.published_at,
            signed_by=version.published_by,
        )


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0002_calendars_kept"),
    ]

    operations = [
        migrations.CreateModel(
            name="Commencement",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("in_force_from", models.DateTimeField(verbose_name="施行时间")),
                ("signed_at", models.DateTimeField(verbose_name="签发时间")),
                ("signed_by", models.CharField(max_length=100, verbose_name="签发人")),
            ],
            options={
                "verbose_name": "施行",
                "ordering": ["in_force_from", "signed_at"],
            },
        ),
        migrations.CreateModel(
            name="OfferNotice",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("industry", models.CharField(max_length=60, verbose_name="行业")),
                ("offer", models.CharField(max_length=20, verbose_name="状态")),
                ("reason", models.TextField(verbose_name="理由")),
                ("instead", models.TextField(blank=True, verbose_name="改到哪里办")),
                ("from_at", models.DateTimeField(verbose_name="自何时起")),
                ("signed_at", models.DateTimeField(verbose_name="签发时间")),
                ("signed_by", models.CharField(max_length=100, verbose_name="签发人")),
                ("seq", models.PositiveIntegerField(verbose_name="次序")),
            ],
            options={
                "verbose_name": "行业受理公告",
                "ordering": ["seq"],
            },
        ),
        migrations.CreateModel(
            name="RevisedEntry",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=20, verbose_name="类别")),
                ("code", models.CharField(blank=True, max_length=60, verbose_name="编码")),
                ("data", models.JSONField(null=True, verbose_name="内容")),
                ("was", models.CharField(blank=True, max_length=64, verbose_name="原内容摘要")),
                ("at", models.DateTimeField(verbose_name="修改时间")),
                ("by", models.CharField(max_length=80, verbose_name="修改人")),
            ],
            options={
                "verbose_name": "修订条目",
                "ordering": ["kind", "code"],
            },
        ),
        migrations.CreateModel(
            name="Revision",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.CharField(max_length=30, unique=True, verbose_name="编号")),
                ("title", models.CharField(max_length=100, verbose_name="名称")),
                ("reason", models.TextField(verbose_name="理由")),
                ("figures", models.TextField(blank=True, verbose_name="数据依据")),
                ("state", models.CharField(max_length=20, verbose_name="状态")),
                ("round", models.PositiveSmallIntegerField(default=0, verbose_name="会签轮次")),
                ("drafted_at", models.DateTimeField(verbose_name="起草时间")),
                ("drafted_by", models.CharField(max_length=80, verbose_name="起草人")),
                ("published_by_id", models.CharField(blank=True, max_length=40, verbose_name="公布人")),
                ("touched_at", models.DateTimeField(verbose_name="最近办理时间")),
                ("entries", models.PositiveIntegerField(default=0)),
                ("seal", models.CharField(blank=True, max_length=64)),
            ],
            options={
                "verbose_name": "目录修订",
                "ordering": ["-touched_at"],
            },
        ),
        migrations.CreateModel(
            name="SignOff",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("round", models.PositiveSmallIntegerField(verbose_name="会签轮次")),
                ("organ", models.CharField(max_length=40, verbose_name="机关")),
                ("agrees", models.BooleanField(verbose_name="同意")),
                ("words", models.TextField(blank=True, verbose_name="意见")),
                ("digest", models.CharField(max_length=64, verbose_name="所签内容摘要")),
                ("at", models.DateTimeField(verbose_name="时间")),
                ("by_id", models.CharField(max_length=40, verbose_name="签署人编号")),
                ("by", models.CharField(max_length=80, verbose_name="签署人")),
            ],
            options={
                "verbose_name": "会签",
                "ordering": ["at"],
            },
        ),
        migrations.AddField(
            model_name="commencement",
            name="version",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="commencement",
                to="catalogue.catalogueversion",
            ),
        ),
        migrations.AddConstraint(
            model_name="offernotice",
            constraint=models.UniqueConstraint(
                fields=("industry", "seq"),
                name="offer_notice_in_its_order",
                violation_error_message="这个行业的状态刚刚有人改过，请刷新后再办理。",
            ),
        ),
        migrations.AddField(
            model_name="revision",
            name="base",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="catalogue.catalogueversion"
            ),
        ),
        migrations.AddField(
            model_name="revision",
            name="version",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="revision",
                to="catalogue.catalogueversion",
            ),
        ),
        migrations.AddField(
            model_name="revisedentry",
            name="revision",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="revised", to="catalogue.revision"
            ),
        ),
        migrations.AddField(
            model_name="signoff",
            name="revision",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="signed", to="catalogue.revision"
            ),
        ),
        migrations.AddIndex(
            model_name="commencement",
            index=models.Index(fields=["in_force_from"], name="commencement_in_force_from"),
        ),
        migrations.AddConstraint(
            model_name="commencement",
            constraint=models.CheckConstraint(
                condition=models.Q(("in_force_from__gte", models.F("signed_at"))),
                name="commencement_not_before_it_is_signed",
                violation_error_message="施行时间不能早于签发时间。",
            ),
        ),
        migrations.AddConstraint(
            model_name="revisedentry",
            constraint=models.UniqueConstraint(
                fields=("revision", "kind", "code"),
                name="entry_once_in_a_revision",
                violation_error_message="一次修订里每个条目只有一份。",
            ),
        ),
        migrations.AddConstraint(
            model_name="signoff",
            constraint=models.UniqueConstraint(
                fields=("revision", "round", "organ"),
                name="organ_signs_once_in_a_round",
                violation_error_message="您的机关已经会签。",
            ),
        ),
        append_only("catalogue_signoff"),
        append_only("catalogue_offernotice"),
        append_only("catalogue_commencement"),
        migrations.RunPython(commence, migrations.RunPython.noop),
    ]
