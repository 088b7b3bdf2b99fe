"""What was promised for later 容缺, as the applicant hands it in: the materials, for which items, until when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from yizheng.cases.gaps import awaited, used_by
from yizheng.cases.models import Case, ItemCase, Material
from yizheng.cases.queries.dates import Count, count
from yizheng.cases.queries.handed_in import FileShown, files_by_code
from yizheng.cases.timing import running, runs_of
from yizheng.catalogue import publishing
from yizheng.law.items import Catalogue
from yizheng.law.items import Material as LibraryMaterial
from yizheng.law.words import ClockName, State
from yizheng.ledger.command import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class GapMaterial:
    """One promised material, the items that use it, and the files handed in for it so far."""

    material: LibraryMaterial
    max_megabytes: int
    items: tuple[str, ...]
    files: tuple[FileShown, ...]
    removable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GapItem:
    """One item accepted with a gap: until when, and why that day; none where the law accepted it."""

    id: UUID
    short: str
    materials: tuple[str, ...]
    count: Count | None
    complete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """Everything that is still to come in one case."""

    number: str
    materials: tuple[GapMaterial, ...]
    items: tuple[GapItem, ...]

    @property
    def complete(self) -> tuple[GapItem, ...]:
        """The items for which everything has come, so that it can be submitted."""
        return tuple(each for each in self.items if each.complete)


def gaps(case_id: UUID) -> Gaps:
    """What is still to come. Raises NotFound when nothing is."""
    case = Case.objects.filter(id=case_id, received_at__isnull=False).first()
    rows = list(ItemCase.objects.filter(case_id=case_id).order_by("place"))
    open_ = [each for each in rows if State(each.state).is_open and each.gap]
    waited = awaited(case, rows) if case else set()
    codes = [code for code in case.gap if code in waited or any(code in each.gap for each in open_)] if case else []
    if case is None or not codes:
        raise NotFound("现在没有要补交的材料。")
    catalogue = publishing.version(case.catalogue_id)
    kept = Material.objects.filter(case_id=case_id, code__in=codes, removed_at=None)
    files = files_by_code(kept.order_by("handed_in_at", "id"))
    return Gaps(
        number=case.number or "",
        materials=tuple(
            GapMaterial(
                material=catalogue.materials[code],
                max_megabytes=min(catalogue.materials[code].max_megabytes, settings.UPLOAD_MEGABYTES),
                items=tuple(_users(code, case, rows, catalogue)),
                files=tuple(files.get(code, ())),
                removable=code in waited,
            )
            for code in codes
        ),
        items=tuple(_item(each, set(files), catalogue) for each in open_),
    )


def _users(code: str, case: Case, rows: Iterable[ItemCase], catalogue: Catalogue) -> Iterable[str]:
    for each in rows:
        if code in used_by(case, each.item, catalogue):
            yield catalogue.items[each.item].short


def _item(row: ItemCase, come: set[str], catalogue: Catalogue) -> GapItem:
    run = running(ClockName.GAP, runs_of(row))
    return GapItem(
        id=row.id,
        short=catalogue.items[row.item].short,
        materials=tuple(catalogue.materials[code].name for code in row.gap),
        count=count(run, publishing.calendar()) if run else None,
        complete=set(row.gap) <= come,
    )
