"""What was said of organs and items that have entered the hall 进驻, or not (S-105)."""

from __future__ import annotations

from typing import ClassVar
from uuid import uuid4

from django.db import models


class HallWord(models.Model):
    """One word on an organ, or on one of its items; the last one holds. The table only grows."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organ = models.CharField("机关", max_length=40)
    item = models.CharField("事项", max_length=60, blank=True)
    seq = models.PositiveIntegerField("次序")
    presence = models.CharField("进驻情况", max_length=20)
    counter = models.CharField("窗口", max_length=100, blank=True)
    reason = models.TextField("没有进驻的理由", blank=True)
    hand_on = models.TextField("怎样转办", blank=True)
    at = models.DateTimeField("登记时间")
    by = models.CharField("登记人", max_length=80)

    class Meta:
        verbose_name = "进驻情况"
        ordering: ClassVar[list[str]] = ["organ", "item", "seq"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["organ", "item", "seq"],
                name="hall_word_in_its_order",
                violation_error_message="进驻情况刚刚有人改过，请刷新后再登记。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organ} {self.item} {self.presence}"
