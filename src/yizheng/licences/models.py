"""Permits 法定许可 and the comprehensive licence 行业综合许可证 with its versions."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from yizheng.law.words import Standing


class Licence(models.Model):
    """The comprehensive licence of a case: opened with the first permit, numbered with the first version, for life."""

    case_id = models.UUIDField(primary_key=True)
    number = models.CharField(max_length=60, unique=True, null=True)
    serial = models.CharField(max_length=32, blank=True)
    version = models.PositiveSmallIntegerField(default=0)
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
    """A statutory permit made by a grant; its standing changes only by an act, its expiry by the calendar alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="permits")
    item_case_id = models.UUIDField(unique=True)
    item = models.CharField(max_length=40)
    name = models.CharField(max_length=120)
    certificate = models.CharField(max_length=80)
    number = models.CharField(max_length=80)
    organ = models.CharField(max_length=40)
    organ_name = models.CharField(max_length=120)
    scope = models.CharField(max_length=300)
    granted_on = models.DateField()
    from_on = models.DateField()
    until_on = models.DateField(null=True)
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

    def __str__(self) -> str:
        return self.number


class PermitStanding(models.Model):
    """Since when a permit stands how: the effective-dated history. The database refuses UPDATE and DELETE."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    permit = models.ForeignKey(Permit, on_delete=models.PROTECT, related_name="history")
    standing = models.CharField(max_length=20)
    since = models.DateTimeField()
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
