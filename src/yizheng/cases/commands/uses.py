"""Materials per item 一份材料多个事项: who uses which version, and what its organ says of it (domain §7-8)."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from yizheng.cases.file import CaseFile
from yizheng.cases.gaps import used_by
from yizheng.cases.models import ItemCase, Material, MaterialUse

OFFERED, ACCEPTED = MaterialUse.Standing.OFFERED, MaterialUse.Standing.ACCEPTED


def use_what_came(file: CaseFile, item_case: ItemCase, codes: Iterable[str], standing: str = OFFERED) -> dict[str, int]:
    """Let an item use the promised materials that have come since filing; how many files there are of each."""
    wanted = [code for code in codes if code in used_by(file.case, item_case.item, file.catalogue)]
    versions: dict[str, list[int]] = {}
    for code, version in Material.objects.filter(case_id=file.case.id, code__in=wanted, removed_at=None).values_list(
        "code", "version"
    ):
        versions.setdefault(code, []).append(version)
    used = set(MaterialUse.objects.filter(item_case_id=item_case.id, code__in=wanted).values_list("code", flat=True))
    for code in versions.keys() - used:
        file.act.add(MaterialUse(item_case_id=item_case.id, code=code, version=max(versions[code]), standing=standing))
    return {code: len(found) for code, found in versions.items()}


def accept_uses(file: CaseFile, item_cases: Collection[ItemCase]) -> None:
    """Accepting an item accepts what it uses, in the version that it uses; other items keep theirs (domain §7-8)."""
    newest: dict[tuple[object, str], MaterialUse] = {}
    ids = [each.id for each in item_cases]
    for use in MaterialUse.objects.filter(item_case_id__in=ids).order_by("version") if ids else ():
        newest[(use.item_case_id, use.code)] = use
    for use in newest.values():
        file.act.change(use, standing=ACCEPTED)
    for item_case in item_cases if file.case.gap else ():
        use_what_came(file, item_case, file.case.gap, ACCEPTED)
