"""Materials promised for later 容缺: which have not come yet, and which items wait for them (domain §2.9)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from yizheng.cases.models import Case, ItemCase, Material, MaterialUse
from yizheng.cases.timing import answers_of
from yizheng.law.handling import may_be_missing, on_the_spot
from yizheng.law.intake import Assessment, NeededMaterial
from yizheng.law.items import Catalogue
from yizheng.law.rules import judge
from yizheng.law.words import BEFORE_ACCEPTANCE, State


def promised_in(assessment: Assessment, gap: Collection[str], handed_in: Collection[str]) -> tuple[str, ...]:
    """What of a draft's promises still stands: it may be missing for these answers, and has not come after all."""
    if not gap:
        return ()
    items = {each.item.code: each.item for each in assessment.items}
    allowed = may_be_missing(assessment.materials, items, on_the_spot(assessment.items))
    return tuple(code for code in allowed if code in gap and code not in handed_in)


def times_of(needed: NeededMaterial, assessment: Assessment) -> str:
    """How long each item that uses a material leaves for it: at most its promised limit (domain L-69)."""
    items = {each.item.code: each for each in assessment.items}
    terms: Sequence[str] = [str(items[use.item].promised.term) for use in needed.uses]
    return "、".join(dict.fromkeys(f"受理后{term}内" for term in terms))


def still_missing(case: Case) -> tuple[str, ...]:
    """The codes of the materials promised at filing that have not come yet."""
    if not case.gap:
        return ()
    there = Material.objects.filter(case_id=case.id, code__in=case.gap, removed_at=None)
    come = set(there.values_list("code", flat=True))
    return tuple(code for code in case.gap if code not in come)


def missing_of(case: Case, item: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Those of them that one item of the case uses."""
    missing = still_missing(case)
    used = used_by(case, item, catalogue) if missing else set()
    return tuple(code for code in missing if code in used)


def used_by(case: Case, item: str, catalogue: Catalogue) -> set[str]:
    """The codes of the materials that an item uses on paper, for the answers of the case."""
    answers, figures = answers_of(case.answers), catalogue.figures
    return {
        use.material
        for use in catalogue.items[item].materials
        if judge(use.when, answers, figures).holds and not judge(use.at_check, answers, figures).holds
    }


def awaited(case: Case, item_cases: Iterable[ItemCase]) -> set[str]:
    """The promised materials that may be handed in now: an item waits for them, and none uses them yet."""
    waited = {code for each in item_cases if State(each.state).is_open for code in each.gap}
    if any(State(each.state) in BEFORE_ACCEPTANCE for each in item_cases):
        waited |= set(case.gap)
    if not waited:
        return waited
    used = MaterialUse.objects.filter(item_case__case_id=case.id, code__in=waited)
    return waited - set(used.values_list("code", flat=True))
