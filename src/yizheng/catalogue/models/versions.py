"""Published versions, written once, and the revisions that lead to them; every case is pinned to a version (§7-5)."""

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

    class Meta:
        verbose_name = "事项目录版本"
        ordering: ClassVar[list[str]] = ["published_at"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["number"], name="catalogue_number_is_unique", violation_error_message="这个版本号已经用过。"
            ),
            models.UniqueConstraint(
                fields=["digest"], name="catalogue_digest_is_unique", violation_error_message="内容相同的版本已经公布。"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["published_at"], name="catalogue_published_at"),
        ]

    def __str__(self) -> str:
        return self.number


class Commencement(models.Model):
    """That a version is in force from a moment on 施行, signed by somebody; the table only grows (S-019)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    version = models.OneToOneField(CatalogueVersion, on_delete=models.PROTECT, related_name="commencement")
    in_force_from = models.DateTimeField("施行时间")
    signed_at = models.DateTimeField("签发时间")
    signed_by = models.CharField("签发人", max_length=100)

    class Meta:
        verbose_name = "施行"
        ordering: ClassVar[list[str]] = ["in_force_from", "signed_at"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(in_force_from__gte=models.F("signed_at")),
                name="commencement_not_before_it_is_signed",
                violation_error_message="施行时间不能早于签发时间。",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["in_force_from"], name="commencement_in_force_from"),
        ]

    def __str__(self) -> str:
        return f"{self.version_id} {self.in_force_from:%Y-%m-%d %H:%M}"


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


class Revision(models.Model):
    """A proposal to change the catalogue 修订: why, with which figures, on which version, and how it stands (S-022).

    What it changes are its ``RevisedEntry`` rows, an overlay over ``base``; ``round`` counts how often it was sent
    round for signature, so that a signature holds for what was signed alone.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    number = models.CharField("编号", max_length=30, unique=True)
    title = models.CharField("名称", max_length=100)
    reason = models.TextField("理由")
    figures = models.TextField("数据依据", blank=True)
    base = models.ForeignKey(CatalogueVersion, on_delete=models.PROTECT, related_name="+")
    state = models.CharField("状态", max_length=20)
    round = models.PositiveSmallIntegerField("会签轮次", default=0)
    version = models.OneToOneField(CatalogueVersion, on_delete=models.PROTECT, null=True, related_name="revision")
    drafted_at = models.DateTimeField("起草时间")
    drafted_by = models.CharField("起草人", max_length=80)
    published_by_id = models.CharField("公布人", max_length=40, blank=True)
    touched_at = models.DateTimeField("最近办理时间")
    entries = models.PositiveIntegerField(default=0)
    seal = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = "目录修订"
        ordering: ClassVar[list[str]] = ["-touched_at"]

    def __str__(self) -> str:
        return self.number


class RevisedEntry(models.Model):
    """One entry as a revision wants it, as it would stand in ``regulations/``; without ``data`` it is taken out.

    ``was`` is the digest of the entry in the version that was looked at when this was written.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="revised")
    kind = models.CharField("类别", max_length=20)
    code = models.CharField("编码", max_length=60, blank=True)
    data = models.JSONField("内容", null=True)
    was = models.CharField("原内容摘要", max_length=64, blank=True)
    at = models.DateTimeField("修改时间")
    by = models.CharField("修改人", max_length=80)

    class Meta:
        verbose_name = "修订条目"
        ordering: ClassVar[list[str]] = ["kind", "code"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["revision", "kind", "code"],
                name="entry_once_in_a_revision",
                violation_error_message="一次修订里每个条目只有一份。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.code}"


class SignOff(models.Model):
    """That an organ agrees to what a revision makes of its own items, or objects; it only grows (S-028)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="signed")
    round = models.PositiveSmallIntegerField("会签轮次")
    organ = models.CharField("机关", max_length=40)
    agrees = models.BooleanField("同意")
    words = models.TextField("意见", blank=True)
    digest = models.CharField("所签内容摘要", max_length=64)
    at = models.DateTimeField("时间")
    by_id = models.CharField("签署人编号", max_length=40)
    by = models.CharField("签署人", max_length=80)

    class Meta:
        verbose_name = "会签"
        ordering: ClassVar[list[str]] = ["at"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["revision", "round", "organ"],
                name="organ_signs_once_in_a_round",
                violation_error_message="您的机关已经会签。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organ} {self.agrees}"


class OfferNotice(models.Model):
    """That an industry is no longer offered, or again, from a moment on, and where to go instead; it only grows."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    industry = models.CharField("行业", max_length=60)
    offer = models.CharField("状态", max_length=20)
    reason = models.TextField("理由")
    instead = models.TextField("改到哪里办", blank=True)
    from_at = models.DateTimeField("自何时起")
    signed_at = models.DateTimeField("签发时间")
    signed_by = models.CharField("签发人", max_length=100)
    seq = models.PositiveIntegerField("次序")

    class Meta:
        verbose_name = "行业受理公告"
        ordering: ClassVar[list[str]] = ["seq"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["industry", "seq"],
                name="offer_notice_in_its_order",
                violation_error_message="这个行业的状态刚刚有人改过，请刷新后再办理。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.industry} {self.offer}"
