"""The points of the one supplement 补正 of a case; the case itself says when it was issued (行政许可法 32(1)(4))."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from yizheng.cases.models.case import Case


class SupplementPoint(models.Model):
    """One point: which item doubts which material or field, what is wrong and how to put it right."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="supplement_points")
    item = models.CharField(max_length=40)
    target = models.CharField(max_length=60)
    label = models.CharField(max_length=120)
    problem = models.TextField()
    remedy = models.TextField()
    asked_by_id = models.CharField(max_length=40)
    asked_by = models.CharField(max_length=120)
    asked_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["case"], name="supplement_points_of_case")]

    def __str__(self) -> str:
        return f"{self.item} {self.target}"
