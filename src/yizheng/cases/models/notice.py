"""The one-time notice 一次告知单 as it was given: for which answers, from which catalogue, when (domain S-038)."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models


class Notice(models.Model):
    """A notice that was given; evidence of what we told. The database refuses UPDATE and DELETE."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.CharField(max_length=20)
    industry = models.CharField(max_length=40)
    catalogue_id = models.UUIDField()
    answers = models.JSONField()
    content = models.JSONField()
    digest = models.CharField(max_length=64)
    given_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["code"], name="notice_code_once", violation_error_message="告知单编码不重。"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["industry", "given_at"], name="notice_of_industry")]

    def __str__(self) -> str:
        return self.code
