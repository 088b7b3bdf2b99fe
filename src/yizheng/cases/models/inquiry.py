"""Inquiries 问询: what somebody is asked within an item-case, and what they answer: 征求意见, 陈述申辩, 督办."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from yizheng.cases.models.item_case import ItemCase


class Inquiry(models.Model):
    """One question and its answer. ``organ`` is asked within the administration, ``party`` is a person outside it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    item_case = models.ForeignKey(ItemCase, on_delete=models.PROTECT, related_name="inquiries")
    kind = models.CharField(max_length=12)
    organ = models.CharField(max_length=40, blank=True)
    party = models.CharField(max_length=80, blank=True)
    question = models.TextField()
    asked_by_id = models.CharField(max_length=40)
    asked_by = models.CharField(max_length=80)
    asked_at = models.DateTimeField()
    due_on = models.DateField(null=True)
    answer = models.TextField(blank=True)
    answered_by_id = models.CharField(max_length=40, blank=True)
    answered_by = models.CharField(max_length=80, blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["item_case"], name="inquiries_of_item"),
            models.Index(
                fields=["organ", "due_on", "id"],
                name="inquiry_open_of_organ",
                condition=models.Q(answered_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.organ or self.party}"
