"""The one supplement 补正 as the applicant answers it: every point by item, and only these (行政许可法 32(1)(4))."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings

from yizheng.cases.file import day_of
from yizheng.cases.models import Case, ItemCase, Material, SupplementPoint
from yizheng.cases.queries.form_shown import FieldShown, shown
from yizheng.cases.queries.handed_in import FileShown, files_by_code
from yizheng.catalogue import publishing
from yizheng.law.items import Catalogue, FieldSpec
from yizheng.law.items import Material as LibraryMaterial
from yizheng.law.words import State
from yizheng.ledger.command import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class PointShown:
    """One point of the notice: which item doubts what, what is wrong, how to put it right, who asked."""

    item: str
    target: str
    label: str
    problem: str
    remedy: str
    asked_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialAsked:
    """A material that is asked for again, with the files handed in since the notice."""

    material: LibraryMaterial
    max_megabytes: int
    points: tuple[PointShown, ...]
    files: tuple[FileShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldAsked:
    """A fact that is asked for again."""

    field: FieldShown
    points: tuple[PointShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplement:
    """What the notice asks of the applicant."""

    case_id: UUID
    number: str
    industry_name: str
    told_at: datetime
    items: tuple[str, ...]
    points: tuple[PointShown, ...]
    materials: tuple[MaterialAsked, ...]
    fields: tuple[FieldAsked, ...]

    def specs(self) -> dict[str, FieldSpec]:
        """The facts asked for, by code."""
        return {each.field.spec.code: each.field.spec for each in self.fields}

    def with_typed(self, typed_in: Mapping[str, Any], today: date) -> Supplement:
        """The same with what a person has typed so far, so that nothing is lost."""
        fields = tuple(
            replace(each, field=shown(each.field.spec, typed_in[each.field.spec.code], today, {}))
            if each.field.spec.code in typed_in
            else each
            for each in self.fields
        )
        return replace(self, fields=fields)


def supplement(case_id: UUID, at: datetime) -> Supplement:
    """What is asked for now. Raises NotFound when nothing waits for the applicant."""
    case = Case.objects.filter(id=case_id, supplemented_at__isnull=False).first()
    waiting = set(ItemCase.objects.filter(case_id=case_id, state=State.SUPPLEMENTING).values_list("item", flat=True))
    if case is None or case.supplemented_at is None or not waiting:
        raise NotFound("现在没有等待补正的内容。")
    catalogue = publishing.version(case.catalogue_id)
    points: dict[str, list[PointShown]] = {}
    asked = SupplementPoint.objects.filter(case_id=case_id, removed_at=None, item__in=waiting)
    for each in asked.order_by("asked_at"):
        points.setdefault(each.target, []).append(_point(each, catalogue))
    return Supplement(
        case_id=case.id,
        number=case.number or "",
        industry_name=catalogue.industries[case.industry].name,
        told_at=case.supplemented_at,
        items=tuple(catalogue.items[code].short for code in sorted(waiting)),
        points=tuple(point for group in points.values() for point in group),
        materials=tuple(_materials(case, case.supplemented_at, points, catalogue)),
        fields=tuple(
            FieldAsked(field=shown(catalogue.fields[code], case.form.get(code), day_of(at), {}), points=tuple(found))
            for code, found in points.items()
            if code in catalogue.fields
        ),
    )


def _materials(
    case: Case, since: datetime, points: dict[str, list[PointShown]], catalogue: Catalogue
) -> list[MaterialAsked]:
    wanted = [code for code in points if code in catalogue.materials]
    newer = Material.objects.filter(case_id=case.id, code__in=wanted, handed_in_at__gte=since, removed_at=None)
    files = files_by_code(newer.order_by("handed_in_at", "id"))
    return [
        MaterialAsked(
            material=catalogue.materials[code],
            max_megabytes=min(catalogue.materials[code].max_megabytes, settings.UPLOAD_MEGABYTES),
            points=tuple(points[code]),
            files=tuple(files.get(code, ())),
        )
        for code in wanted
    ]


def _point(point: SupplementPoint, catalogue: Catalogue) -> PointShown:
    return PointShown(
        item=catalogue.items[point.item].short,
        target=point.target,
        label=point.label,
        problem=point.problem,
        remedy=point.remedy,
        asked_by=point.asked_by,
    )
