"""What the organs reported of the applications they had: the files, and their rows without the applicants' names."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models


class ReportedFile(models.Model):
    """A file of applications that an organ reported 报送文件; it stays on the list when its rows are taken back."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organ = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    first_on = models.DateField()
    last_on = models.DateField()
    reported_at = models.DateTimeField()
    reported_by = models.CharField(max_length=80)
    taken_back_at = models.DateTimeField(null=True)
    taken_back_by = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["digest"],
                condition=models.Q(taken_back_at__isnull=True),
                name="reported_file_once",
                violation_error_message="同一个文件只计一次。",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ReportedApplication(models.Model):
    """One application that an organ reported 报送办件. The applicant is a keyed digest: nobody can be read from it."""

    file = models.ForeignKey(ReportedFile, on_delete=models.PROTECT, related_name="applications")
    item = models.CharField(max_length=60)
    applicant = models.CharField(max_length=64)
    on = models.DateField()
    gbt = models.CharField(max_length=4, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["on"], name="reported_application_on")]

    def __str__(self) -> str:
        return f"{self.item} {self.on}"


class Trial(models.Model):
    """How far the trial 试算 of an industry has come, by the digest of its content; tried once, whoever asks.

    ``figures`` are those of who needs most; ``data`` is what was found so far, None while only the figures were wanted.
    """

    digest = models.CharField(max_length=64, primary_key=True)
    industry = models.CharField(max_length=60)
    figures = models.JSONField(default=dict)
    of = models.PositiveIntegerField(default=0)
    tried = models.PositiveIntegerField(default=0)
    data = models.JSONField(null=True)
    touched_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.industry} {self.tried}/{self.of}"
