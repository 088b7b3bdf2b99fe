"""A draft as its pages show it: sections with what was entered, materials with their files, what is still missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings

from yizheng.cases.assessing import answers_under
from yizheng.cases.file import day_of
from yizheng.cases.gaps import promised_in, times_of
from yizheng.cases.models import Case, Material
from yizheng.cases.notices import told
from yizheng.cases.queries.form_shown import FieldShown, shown
from yizheng.cases.queries.handed_in import FileShown, files_by_code
from yizheng.cases.told import Told, ToldMaterial
from yizheng.catalogue import publishing
from yizheng.law.intake import Assessment, assess, prefilled
from yizheng.law.items import Catalogue, FieldSpec
from yizheng.law.words import CaseState
from yizheng.ledger.command import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One page of the form: the shared facts of one group, or what one item alone asks."""

    code: str
    title: str
    item: str
    organ: str
    fields: tuple[FieldShown, ...]

    @property
    def faults(self) -> tuple[FieldShown, ...]:
        """The fields that are missing or wrong."""
        return tuple(each for each in self.fields if each.fault)

    @property
    def state(self) -> str:
        """``todo``, ``doing`` or ``done``."""
        own = [each for each in self.fields if not each.fixed and not each.from_answer]
        if not self.faults:
            return "done"
        return "doing" if any(each.entered for each in own) else "todo"


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialShown:
    """A material that is asked of the applicant, with its files."""

    told: ToldMaterial
    max_megabytes: int
    files: tuple[FileShown, ...]
    promised: str = ""
    """Until when it is promised for later; empty where it is not, or has come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Everything that the pages of one draft show."""

    id: UUID
    code: str
    state: CaseState
    number: str
    industry: str
    industry_name: str
    notice_id: UUID | None
    answers: Mapping[str, Any]
    told: Told
    complete: bool
    gone: bool
    renewed: bool
    channel: str
    sections: tuple[Section, ...]
    materials: tuple[MaterialShown, ...]
    kept_until: datetime

    @property
    def missing(self) -> tuple[MaterialShown, ...]:
        """The materials without a file, and not promised for later."""
        return tuple(each for each in self.materials if not each.files and not each.promised)

    @property
    def promised(self) -> tuple[MaterialShown, ...]:
        """The materials promised for later."""
        return tuple(each for each in self.materials if each.promised)

    @property
    def ready(self) -> bool:
        """Whether nothing is missing."""
        whole = self.complete and bool(self.told.items) and not self.told.stops
        return whole and not self.missing and all(each.state == "done" for each in self.sections)

    def section(self, code: str) -> Section:
        """One section. Raises NotFound."""
        for each in self.sections:
            if each.code == code:
                return each
        raise NotFound("没有这一部分。")

    def after(self, code: str) -> Section | None:
        """The section that follows one."""
        codes = [each.code for each in self.sections]
        rest = self.sections[codes.index(code) + 1 :] if code in codes else ()
        return rest[0] if rest else None

    def place_of(self, code: str) -> tuple[str, str]:
        """Where a field or material is filled in: the section (or "" for materials) and its code."""
        found = (each.code for each in self.sections for field in each.fields if field.spec.code == code)
        return next(found, ""), code


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """An application in the list of those opened in this browser."""

    id: UUID
    industry_name: str
    holder: str
    number: str
    touched_at: datetime


def draft(case_id: UUID, at: datetime) -> Draft:
    """A draft by the catalogue in force now, under which it would be filed (domain §7-5). Raises NotFound."""
    case = Case.objects.filter(id=case_id).first()
    if case is None:
        raise NotFound("没有这份草稿。")
    current = publishing.filed_under(case.industry, case.catalogue_id, at)
    catalogue = publishing.version(current)
    answers = answers_under(case, current)
    assessment = assess(catalogue.industries[case.industry], answers, catalogue, case.only)
    notice = told(assessment, catalogue, day_of(at), publishing.calendar())
    return Draft(
        id=case.id,
        code=case.query_code,
        state=CaseState(case.state),
        number=case.number or "",
        industry=case.industry,
        industry_name=notice.industry_name,
        notice_id=case.notice_id,
        answers=answers,
        told=notice,
        complete=assessment.complete,
        gone=case.industry not in publishing.in_force(at).industries,
        renewed=current != case.catalogue_id,
        channel=case.channel,
        sections=tuple(_sections(case, assessment, catalogue, at)),
        materials=tuple(_materials(case, assessment, notice)),
        kept_until=case.touched_at + timedelta(days=settings.DRAFT_DAYS),
    )


def briefs(case_ids: Iterable[UUID], at: datetime) -> tuple[Brief, ...]:
    """The applications with these ids, the last touched first; expired drafts are left out."""
    cases = Case.objects.filter(id__in=list(case_ids)).exclude(state=CaseState.EXPIRED).order_by("-touched_at")
    industries = publishing.in_force(at).industries if cases else {}
    return tuple(
        Brief(
            id=case.id,
            industry_name=industries[case.industry].name if case.industry in industries else case.industry,
            holder=case.holder or str(case.form.get("applicant_name") or ""),
            number=case.number or "",
            touched_at=case.touched_at,
        )
        for case in cases
    )


def _sections(case: Case, assessment: Assessment, catalogue: Catalogue, at: datetime) -> Iterable[Section]:
    today, known = day_of(at), prefilled(assessment, catalogue)

    def stored(spec: FieldSpec) -> Any:
        return known[spec.code] if spec.filled_from and spec.code in known else case.form.get(spec.code)

    def fields(specs: Iterable[FieldSpec]) -> tuple[FieldShown, ...]:
        return tuple(shown(spec, stored(spec), today, known) for spec in specs)

    groups: dict[str, list[FieldSpec]] = {}
    for spec in assessment.shared_fields:
        groups.setdefault(spec.group, []).append(spec)
    for place, (group, specs) in enumerate(groups.items(), start=1):
        yield Section(code=f"part-{place}", title=group, item="", organ="", fields=fields(specs))
    for needed in assessment.items:
        if needed.asks:
            organ = catalogue.organs[needed.item.organ].name
            item = needed.item
            yield Section(code=item.code, title=item.short, item=item.code, organ=organ, fields=fields(needed.asks))


def _materials(case: Case, assessment: Assessment, notice: Told) -> Iterable[MaterialShown]:
    files = files_by_code(Material.objects.filter(case_id=case.id, removed_at=None).order_by("handed_in_at", "id"))
    promised = promised_in(assessment, case.gap, files)
    for needed, material in zip(
        (each for each in assessment.materials if each.asked), notice.by("upload"), strict=True
    ):
        yield MaterialShown(
            told=material,
            max_megabytes=min(needed.material.max_megabytes, settings.UPLOAD_MEGABYTES),
            files=tuple(files.get(material.code, ())),
            promised=times_of(needed, assessment) if material.code in promised else "",
        )
