"""Papers 文书 as they were made: data, head and digest; a paper is never altered, only followed by another."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from yizheng.cases.models.case import Case
from yizheng.cases.models.item_case import ItemCase


class PaperRecord(models.Model):
    """One paper. The database refuses UPDATE and DELETE."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="papers")
    item_case = models.ForeignKey(ItemCase, on_delete=models.PROTECT, null=True, related_name="papers")
    kind = models.CharField(max_length=30)
    number = models.CharField(max_length=60, null=True)
    organ = models.CharField(max_length=40)
    made_at = models.DateTimeField()
    maker_id = models.CharField(max_length=40)
    maker_name = models.CharField(max_length=80)
    data = models.JSONField()
    head = models.JSONField()
    digest = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["number"], name="paper_number_once", violation_error_message="文号不重号。"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["case", "made_at"], name="paper_of_case")]

    def __str__(self) -> str:
        return self.number or self.kind
