"""The hearing 听证 of an item-case: told or announced, asked for, called, held (行政许可法 46–48)."""

from __future__ import annotations

import uuid

from django.db import models

from yizheng.cases.models.item_case import ItemCase


class Hearing(models.Model):
    """One hearing. Its days are facts; until when it can be asked for and must be held is worked out from them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    item_case = models.OneToOneField(ItemCase, on_delete=models.PROTECT, related_name="hearing_held")
    state = models.CharField(max_length=12)
    ground = models.CharField(max_length=20)
    opened_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True)
    asked_by = models.CharField(max_length=80, blank=True)
    called_at = models.DateTimeField(null=True)
    set_for = models.DateTimeField(null=True)
    place = models.CharField(max_length=120, blank=True)
    chair_id = models.CharField(max_length=40, blank=True)
    chair_name = models.CharField(max_length=80, blank=True)
    held_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.item_case_id} {self.state}"
