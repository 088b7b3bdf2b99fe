"""The materials of a case as staff see them: every version, which items use it, and who doubts it (domain §7-8)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from yizheng.cases.models import ItemCase, Material, MaterialUse
from yizheng.cases.queries.sight import item_cases_seen_by, may_enter
from yizheng.cases.uploads import content_of
from yizheng.law.authority import Who
from yizheng.law.intake import Assessment, NeededMaterial
from yizheng.law.items import Catalogue
from yizheng.ledger.command import NotFound

Standings = Mapping[tuple[str, str], tuple[str, int]]
"""By item and material: what its organ says of the version that the item uses, and which version that is."""

SOURCES = {"sharing": "部门共享取得", "generated": "系统生成", "internal": "部门内部传递"}


@dataclass(frozen=True, slots=True)
class FileShown:
    """One file of a material."""

    id: UUID
    name: str
    media_type: str
    size: int
    version: int
    handed_in_at: datetime


@dataclass(frozen=True, slots=True)
class UseShown:
    """That an item uses a material: what it wants to see in it, and how it stands with this item's organ."""

    item: str
    requirement: str
    standing: str
    doubted: bool
    version: int = 0
    """The version that this item uses; 0 where none was handed in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialShown:
    """One material with its files, newest version first; without files ``instead`` says where it comes from."""

    code: str
    name: str
    files: tuple[FileShown, ...]
    uses: tuple[UseShown, ...]
    instead: str


@dataclass(frozen=True, slots=True)
class HandedIn:
    """One file, opened."""

    name: str
    media_type: str
    content: bytes


def materials_of(
    assessment: Assessment,
    item_cases: Sequence[ItemCase],
    catalogue: Catalogue,
    item: str = "",
    promised: Collection[str] = (),
) -> tuple[MaterialShown, ...]:
    """The materials of a case; with ``item``, only those that this item uses, with this item's wishes."""
    case_id = item_cases[0].case_id
    kept = Material.objects.filter(case_id=case_id, removed_at=None)
    files = files_by_code(kept.order_by("-version", "handed_in_at", "name"))
    standings = _standings(item_cases)
    return tuple(
        _later(_material(needed, files.get(needed.material.code, []), standings, catalogue, item), promised)
        for needed in assessment.materials
        if not item or any(use.item == item for use in needed.uses)
    )


def _later(material: MaterialShown, promised: Collection[str]) -> MaterialShown:
    """A material that was promised for later and has not come says so."""
    if material.files or material.code not in promised:
        return material
    return replace(material, instead="申请人承诺后补，还没有交")


def files_by_code(materials: Iterable[Material]) -> dict[str, list[FileShown]]:
    """The files of each material, in the order given."""
    files: dict[str, list[FileShown]] = {}
    for each in materials:
        shown = FileShown(each.id, each.name, each.media_type, each.size, each.version, each.handed_in_at)
        files.setdefault(each.code, []).append(shown)
    return files


def _standings(item_cases: Sequence[ItemCase]) -> Standings:
    """The version of each material that each item uses, and how it stands there (domain §7-8)."""
    items = {each.id: each.item for each in item_cases}
    uses = MaterialUse.objects.filter(item_case_id__in=items).order_by("version")
    return {(items[use.item_case_id], use.code): (use.standing, use.version) for use in uses}


def _material(
    needed: NeededMaterial,
    files: Sequence[FileShown],
    standings: Standings,
    catalogue: Catalogue,
    item: str,
) -> MaterialShown:
    material = needed.material
    instead = "现场核查时查看" if needed.at_check else SOURCES.get(material.source, "未提交")
    return MaterialShown(
        code=material.code,
        name=material.name,
        files=tuple(files),
        uses=tuple(
            UseShown(
                catalogue.items[use.item].short, use.requirement, *_standing(standings.get((use.item, material.code)))
            )
            for use in needed.uses
            if not item or use.item == item
        ),
        instead="" if files else instead,
    )


def _standing(kept: tuple[str, int] | None) -> tuple[str, bool, int]:
    if kept is None:
        return "", False, 0
    standing = MaterialUse.Standing(kept[0])
    return str(standing.label), standing is MaterialUse.Standing.DOUBTED, kept[1]


def handed_in(material_id: UUID, who: Who, opened: Collection[str] = ()) -> HandedIn:
    """One file: for who has opened the case, the window, the organ whose item uses it. Raises NotFound."""
    file = Material.objects.filter(id=material_id).exclude(digest="").first()
    if file is None or not (str(file.case_id) in opened or _is_for(file, who)):
        raise NotFound("没有这个文件。")
    try:
        return HandedIn(file.name, file.media_type, content_of(file.digest))
    except FileNotFoundError as gone:
        raise NotFound("没有这个文件。") from gone


def _is_for(file: Material, who: Who) -> bool:
    if file.removed_at is not None:
        return False
    users = item_cases_seen_by(who).filter(case_id=file.case_id, material_uses__code=file.code)
    return users.exists() or may_enter(file.case_id, who)
