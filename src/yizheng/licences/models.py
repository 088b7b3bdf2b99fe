"""Permits 法定许可 and the comprehensive licence 行业综合许可证 with its versions."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from yizheng.law.words import Standing


class Licence(models.Model):
    """The comprehensive licence of a case: opened with the first permit, numbered with the first version, for life.

    ``reminded``: the last version of which the holder was reminded that it lies at the window (domain C12).
    """

    case_id = models.UUIDField(primary_key=True)
    number = models.CharField(max_length=60, unique=True, null=True)
    serial = models.CharField(max_length=32, blank=True)
    version = models.PositiveSmallIntegerField(default=0)
    reminded = models.PositiveSmallIntegerField(default=0)
    holder = models.CharField(max_length=120, blank=True)
    representative = models.CharField(max_length=60, blank=True)
    premises = models.CharField(max_length=200, blank=True)
    retired_at = models.DateTimeField(null=True)
    retired_why = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(version=0, number__isnull=True) | models.Q(version__gt=0, number__isnull=False),
                name="licence_numbered_when_issued",
                violation_error_message="综合许可证在首次制发时编号。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} v{self.version}"


class Permit(models.Model):
    """A statutory permit made by a grant: what it states, how it stands, until when, and the check after the grant.

    ``renewed_until_on``: until when the law renews it if a renewal asked for in time stays undecided (50(2)).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="permits")
    item_case_id = models.UUIDField(unique=True)
    item = models.CharField(max_length=40)
    name = models.CharField(max_length=120)
    certificate = models.CharField(max_length=80)
    number = models.CharField(max_length=80)
    organ = models.CharField(max_length=40)
    organ_name = models.CharField(max_length=120)
    section = models.CharField(max_length=40, blank=True)
    supervisor = models.CharField(max_length=40, blank=True)
    scope = models.CharField(max_length=300)
    granted_on = models.DateField()
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    renewed_until_on = models.DateField(null=True)
    holder = models.CharField(max_length=120, blank=True)
    representative = models.CharField(max_length=60, blank=True)
    premises = models.CharField(max_length=200, blank=True)
    note = models.CharField(max_length=200, blank=True)
    by_commitment = models.BooleanField(default=False)
    checking = models.CharField(max_length=10, blank=True)
    check_run = models.JSONField(null=True)
    reminded = models.PositiveSmallIntegerField(default=0)
    standing = models.CharField(max_length=20, default=Standing.IN_FORCE)
    place = models.PositiveSmallIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["number", "item"],
                name="permit_number_once",
                violation_error_message="同一事项的法定证号不重号。",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["item", "granted_on", "id"], name="permit_of_item"),
            models.Index(fields=["until_on"], name="permit_until", condition=models.Q(until_on__isnull=False)),
            models.Index(fields=["supervisor", "checking"], name="permit_to_check", condition=~models.Q(checking="")),
        ]

    def __str__(self) -> str:
        return self.number


class PermitStanding(models.Model):
    """Since when a permit stands how, until when, and what it states: the effective-dated history.

    The database refuses UPDATE and DELETE.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    permit = models.ForeignKey(Permit, on_delete=models.PROTECT, related_name="history")
    standing = models.CharField(max_length=20)
    since = models.DateTimeField()
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)
    renewed_until_on = models.DateField(null=True)
    holder = models.CharField(max_length=120, blank=True)
    representative = models.CharField(max_length=60, blank=True)
    premises = models.CharField(max_length=200, blank=True)
    note = models.CharField(max_length=200, blank=True)
    ground = models.CharField(max_length=200)
    entry_id = models.UUIDField()

    def __str__(self) -> str:
        return f"{self.permit_id} {self.standing} {self.since}"


class LicenceVersion(models.Model):
    """One version as issued, with the token of its QR; what it prints never changes, what is true is asked at scan."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="versions")
    version = models.PositiveSmallIntegerField()
    token = models.CharField(max_length=40, unique=True)
    identifier = models.CharField(max_length=120, unique=True)
    face = models.JSONField()
    issued_at = models.DateTimeField()
    entry_id = models.UUIDField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["licence", "version"],
                name="licence_version_once",
                violation_error_message="综合许可证每一版只有一份。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.licence_id} v{self.version}"


class PermitRequest(models.Model):
    """What a holder asked of one organ: change or renewal; ``facts`` are {fact: [stated, asked for]}."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    permit = models.ForeignKey(Permit, on_delete=models.PROTECT, related_name="requests")
    kind = models.CharField(max_length=10)
    state = models.CharField(max_length=12)
    facts = models.JSONField(default=dict)
    in_time = models.BooleanField(default=True)
    run = models.JSONField(null=True)
    paper_id = models.UUIDField()
    asked_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["permit", "kind"],
                condition=models.Q(state="waiting"),
                name="request_waits_once",
                violation_error_message="同一许可同类申请同时只有一件在办。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.permit_id} {self.kind} {self.state}"


class Letter(models.Model):
    """That a department was told of a permit, what is wanted, by when, and its receipt (青岛市优化营商环境条例 27)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    permit = models.ForeignKey(Permit, on_delete=models.PROTECT, related_name="letters")
    event = models.CharField(max_length=40)
    wish = models.CharField(max_length=10)
    matter = models.CharField(max_length=300)
    role = models.CharField(max_length=20)
    organ = models.CharField(max_length=40)
    paper_id = models.UUIDField(null=True)
    run = models.JSONField()
    sent_at = models.DateTimeField()
    acknowledged_at = models.DateTimeField(null=True)
    by_name = models.CharField(max_length=80, blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["organ", "role", "sent_at"],
                name="letter_unanswered",
                condition=models.Q(acknowledged_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event} {self.organ}"


class HandOut(models.Model):
    """To whom a version was handed out, and whether the old paper came back. The database refuses UPDATE and DELETE."""

    version = models.OneToOneField(
        LicenceVersion, on_delete=models.PROTECT, primary_key=True, related_name="handed_out"
    )
    at = models.DateTimeField()
    to_name = models.CharField(max_length=60)
    by_id = models.CharField(max_length=40)
    by_name = models.CharField(max_length=80)
    old_returned = models.BooleanField()

    def __str__(self) -> str:
        return f"{self.version_id} {self.to_name}"
