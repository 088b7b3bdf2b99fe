"""The book: append-only entries, each sealed to the one before; and the counters that number papers without gaps."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models


class Entry(models.Model):
    """One thing that happened to a case: who did what, when, why. The database refuses UPDATE and DELETE."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_id = models.UUIDField()
    item_id = models.UUIDField(null=True)
    seq = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    who_id = models.CharField(max_length=40)
    who_name = models.CharField(max_length=80)
    at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    data = models.JSONField()
    key = models.CharField(max_length=80, null=True)
    cause_id = models.UUIDField(null=True)
    previous_seal = models.CharField(max_length=64)
    seal = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case_id", "seq"],
                name="entry_once_per_place",
                violation_error_message="一个办件的记录逐条编号，不重号。",
            ),
            models.UniqueConstraint(
                fields=["key"], name="entry_once_per_request", violation_error_message="同一请求只记一次。"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.seq} {self.kind}"


class Counter(models.Model):
    """The last number of a series, e.g. 青高新审〔2026〕受; gap-free because it commits with what it numbers."""

    series = models.CharField(primary_key=True, max_length=80)
    n = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.series} {self.n}"
