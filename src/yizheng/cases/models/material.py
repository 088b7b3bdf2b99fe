"""Materials 申请材料: handed in once, kept by content hash, accepted or doubted per item, corrected in versions."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import ClassVar

from django.db import models

from yizheng.cases.models.case import Case
from yizheng.cases.models.item_case import ItemCase


class Material(models.Model):
    """One file of one material. Files of a material share ``version``; a correction adds files of the next version."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="materials")
    code = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField(default=1)
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=60)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    handed_in_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["case", "code"], name="material_of_case")]

    def __str__(self) -> str:
        return f"{self.code} v{self.version} {self.name}"

    def copied(self, case_id: uuid.UUID, at: datetime) -> Material:
        """The same file as a first version in another case: handed in once is enough (S-044)."""
        return Material(
            case_id=case_id,
            code=self.code,
            name=self.name,
            media_type=self.media_type,
            size=self.size,
            digest=self.digest,
            handed_in_at=at,
        )


class MaterialUse(models.Model):
    """That an item uses a version of a material, and whether its organ accepts or doubts it (domain §7-8)."""

    class Standing(models.TextChoices):
        """What the organ of this item says of the material."""

        OFFERED = "offered", "已提交"
        ACCEPTED = "accepted", "符合"
        DOUBTED = "doubted", "需补正"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    item_case = models.ForeignKey(ItemCase, on_delete=models.PROTECT, related_name="material_uses")
    code = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField(default=1)
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.OFFERED)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["item_case", "code", "version"],
                name="material_use_once",
                violation_error_message="一个事项对一份材料的一个版本只有一个结论。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} v{self.version} {self.standing}"
