"""Published versions: written once, never changed; every case is pinned to one of the catalogue (domain §7-5)."""

from __future__ import annotations

from typing import ClassVar
from uuid import uuid4

from django.db import models


class CatalogueVersion(models.Model):
    """One published version; the database itself refuses to change or delete it (行政许可法 30)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    number = models.CharField("版本号", max_length=20)
    digest = models.CharField("内容摘要", max_length=64)
    content = models.TextField("内容")
    calendar_digest = models.CharField("工作日历摘要", max_length=64, blank=True)
    published_at = models.DateTimeField("公布时间")
    published_by = models.CharField("公布人", max_length=100)
    in_force_from = models.DateTimeField("施行时间")

    class Meta:
        verbose_name = "事项目录版本"
        ordering: ClassVar[list[str]] = ["in_force_from", "published_at"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["number"], name="catalogue_number_is_unique", violation_error_message="这个版本号已经用过。"
            ),
            models.UniqueConstraint(
                fields=["digest"], name="catalogue_digest_is_unique", violation_error_message="内容相同的版本已经公布。"
            ),
            models.CheckConstraint(
                condition=models.Q(in_force_from__gte=models.F("published_at")),
                name="catalogue_not_in_force_before_published",
                violation_error_message="施行时间不能早于公布时间。",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["in_force_from"], name="catalogue_in_force_from"),
        ]

    def __str__(self) -> str:
        return self.number


class CalendarVersion(models.Model):
    """The working days as they were published at a moment, so that it can be said what a later notice changed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    digest = models.CharField("内容摘要", max_length=64)
    content = models.TextField("内容")
    published_at = models.DateTimeField("公布时间")
    published_by = models.CharField("公布人", max_length=100)

    class Meta:
        verbose_name = "工作日历版本"
        ordering: ClassVar[list[str]] = ["published_at"]

    def __str__(self) -> str:
        return f"{self.published_at:%Y-%m-%d} {self.digest[:12]}"
