"""The case 综合办件: one application for one industry at one premises."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from yizheng.law.words import CaseState


class Case(models.Model):
    """One application; a draft until it is filed. Its row is the lock of everything in it.

    ``only``: the codes of the items it is about, all that are needed when empty; ``joins``: the case whose licence the
    permits of this one join 增项.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(max_length=40, null=True)
    query_code = models.CharField(max_length=20, unique=True)
    industry = models.CharField(max_length=40)
    catalogue_id = models.UUIDField()
    notice_id = models.UUIDField(null=True)
    state = models.CharField(max_length=20, default=CaseState.DRAFT)
    channel = models.CharField(max_length=10, default="online")
    only = models.JSONField(default=list)
    joins = models.UUIDField(null=True)
    answers = models.JSONField(default=dict)
    form = models.JSONField(default=dict)
    holder = models.CharField(max_length=120, blank=True)
    holder_code = models.CharField(max_length=18, blank=True)
    premises = models.CharField(max_length=200, blank=True)
    receiver_id = models.CharField(max_length=40, blank=True)
    receiver_name = models.CharField(max_length=80, blank=True)
    opened_at = models.DateTimeField()
    touched_at = models.DateTimeField()
    received_at = models.DateTimeField(null=True)
    supplemented_at = models.DateTimeField(null=True)
    supplied_at = models.DateTimeField(null=True)
    gap = models.JSONField(default=list)
    cap_on = models.DateField(null=True)
    cap_extension = models.JSONField(null=True)
    entries = models.PositiveIntegerField(default=0)
    seal = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["number"], name="case_number_once", violation_error_message="办件编号不重号。"
            ),
            models.CheckConstraint(
                condition=models.Q(received_at__isnull=True, number__isnull=True)
                | models.Q(received_at__isnull=False, number__isnull=False),
                name="case_received_with_number",
                violation_error_message="收件的同时编号，没有收件的不编号。",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["cap_on", "id"], name="case_cap", condition=models.Q(cap_on__isnull=False)),
            models.Index(fields=["holder_code"], name="case_of_holder", condition=~models.Q(holder_code="")),
            models.Index(fields=["joins"], name="case_that_joins", condition=models.Q(joins__isnull=False)),
            models.Index(fields=["state", "industry", "received_at", "id"], name="case_of_industry"),
            models.Index(fields=["touched_at"], name="case_drafts", condition=models.Q(state=CaseState.DRAFT)),
            models.Index(
                fields=["supplemented_at"],
                name="case_to_be_supplied",
                condition=models.Q(supplemented_at__isnull=False, supplied_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.number or f"草稿 {self.id}"

    @property
    def home(self) -> uuid.UUID:
        """The case whose licence the permits of this one are on: its own, or the one it joins (decision 0016)."""
        return self.joins or self.id


class CommitmentBar(models.Model):
    """That a holder may make no commitment until the credit is repaired (青岛市优化营商环境条例 26(2))."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="bars")
    item_id = models.UUIDField()
    holder = models.CharField(max_length=120)
    holder_code = models.CharField(max_length=18)
    since = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["holder_code"], name="bar_of_holder", condition=models.Q(lifted_at__isnull=True)),
        ]

    def __str__(self) -> str:
        return f"{self.holder_code} {self.since}"
