"""Ratings 好差评: one for each organ of a case, voluntary; a bad one is followed up (GB/T 39735; domain §2.12)."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from yizheng.cases.models.case import Case


class Rating(models.Model):
    """What an applicant thinks of the window or of an organ; a bad rating stays open until it is answered."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="ratings")
    organ = models.CharField(max_length=40)
    grade = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=500, blank=True)
    rated_at = models.DateTimeField()
    due_on = models.DateField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.CharField(max_length=80, blank=True)
    outcome = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "organ"], name="rating_once", violation_error_message="一次服务评价一次。"
            ),
            models.CheckConstraint(
                condition=models.Q(grade__gte=1, grade__lte=5),
                name="rating_of_five",
                violation_error_message="评价分五级。",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["organ", "due_on"],
                name="rating_to_close",
                condition=models.Q(due_on__isnull=False, closed_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.organ} {self.grade}"
