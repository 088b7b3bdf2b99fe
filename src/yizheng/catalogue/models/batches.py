"""Batches 批次 of industries with their plan 推进方案, and who signed which of the three acts when (S-019, S-101)."""

from __future__ import annotations

from typing import ClassVar
from uuid import uuid4

from django.db import models


class Batch(models.Model):
    """A batch of industries 批次; the row that is locked, with a chain of its own in the book."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    number = models.CharField("编号", max_length=30, unique=True)
    title = models.CharField("名称", max_length=100)
    reason = models.TextField("为什么选这些行业")
    state = models.CharField("状态", max_length=20)
    opened_at = models.DateTimeField("设立时间")
    opened_by = models.CharField("设立人", max_length=80)
    entries = models.PositiveIntegerField(default=0)
    seal = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = "批次"
        ordering: ClassVar[list[str]] = ["-opened_at"]

    def __str__(self) -> str:
        return self.title


class BatchIndustry(models.Model):
    """That an industry belongs to a batch, until ``left_at`` if it left."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="enrolled")
    industry = models.CharField("行业", max_length=60)
    name = models.CharField("行业名称", max_length=100)
    left_at = models.DateTimeField("退出时间", null=True)

    class Meta:
        verbose_name = "批次行业"
        ordering: ClassVar[list[str]] = ["industry"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["industry"],
                condition=models.Q(left_at=None),
                name="industry_in_one_batch",
                violation_error_message="一个行业只能在一个批次里。",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class BatchTask(models.Model):
    """One task of the plan: what, which organ, from when until when, before which act, how far it is."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="tasks")
    title = models.CharField("任务", max_length=200)
    organ = models.CharField("承担机关", max_length=40)
    owner = models.CharField("责任人", max_length=80, blank=True)
    from_on = models.DateField("开始日期")
    due_on = models.DateField("完成期限")
    before = models.CharField("在哪一步之前完成", max_length=20)
    state = models.CharField("进度", max_length=20)
    note = models.TextField("说明", blank=True)
    told_at = models.DateTimeField("最近更新")
    told_by = models.CharField("更新人", max_length=80)

    class Meta:
        verbose_name = "推进任务"
        ordering: ClassVar[list[str]] = ["due_on", "id"]

    def __str__(self) -> str:
        return self.title


class BatchSignature(models.Model):
    """One of the acts on a batch: which, when, signed by whom, with which words. It only grows."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="signed")
    verb = models.CharField("事项", max_length=20)
    words = models.TextField("结论或者理由", blank=True)
    at = models.DateTimeField("时间")
    by_id = models.CharField("签发人编号", max_length=40)
    by = models.CharField("签发人", max_length=80)

    class Meta:
        verbose_name = "批次签发"
        ordering: ClassVar[list[str]] = ["at"]

    def __str__(self) -> str:
        return f"{self.verb} {self.by}"
