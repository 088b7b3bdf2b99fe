"""增项: a case that joins the licence of the walk's first, for an item refused, withdrawn or never applied for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from tests import make
from tests.walk.oracle import Memory
from tests.walk.parts import Deed, Part
from tests.walk.world import FIRST, INSPECTED, NEWLY, RECEIPT
from yizheng.cases.commands import add_items, file_case, hand_in, save_draft
from yizheng.cases.models import Case, ItemCase, Material
from yizheng.law.authority import Who
from yizheng.ledger.command import Answer, Refused

if TYPE_CHECKING:
    from tests.walk.walking import Walk

MOST = 4
"""Cases on one licence, drafts too."""
AGAIN = {"refused", "not_accepted", "withdrawn", "terminated"}


def possible(walk: Walk) -> bool:
    """Whether something can be applied for beside the others."""
    return len(walk.parts) < MOST and any(not why_not(walk, code) for code in (*FIRST, NEWLY))


def joins(walk: Walk) -> tuple[Part, Deed] | None:
    """A draft for one item is opened, or one that was opened is filed; None when there is nothing to do."""
    drafts = [each for each in walk.parts if not each.items]
    if drafts and walk.dice.random() < 0.7:
        draft = walk.dice.choice(drafts)
        return draft, _files(walk, draft)
    likely = [code for code in (*FIRST, NEWLY) if not why_not(walk, code)]
    if len(walk.parts) == MOST or not (likely or walk.dice.random() < 0.2):
        return None
    beside = walk.dice.choice(walk.filed)
    return beside, _opens(walk, beside, likely if likely and walk.dice.random() < 0.9 else [*FIRST, NEWLY])


def _opens(walk: Walk, beside: Part, among: list[str]) -> Deed:
    code = walk.dice.choice(among)
    who, at = _whose(walk, beside), walk.at

    def remember(answer: Answer) -> None:
        assert not (why := why_not(walk, code)), f"{code} was added: {why}"
        draft = UUID(answer.data["draft"])
        walk.parts.append(Part(draft, make.applicant_of(draft), Memory(str(draft))))
        _fill_in(walk, draft)

    said = f"{who.name} adds {code}"
    return Deed(said, "add", lambda: add_items(beside.case_id, [code], who=who, at=at), remember)


def _whose(walk: Walk, part: Part) -> Who:
    """Mostly the applicant, at times the window or anybody."""
    return walk.dice.choice([part.applicant] * 8 + [walk.world.windows[0], *walk.world.people[:2]])


def _fill_in(walk: Walk, draft: UUID) -> None:
    """The applicant fills in and hands in what is not there already."""
    applicant, said = make.applicant_of(draft), Case.objects.get(id=draft).form
    if more := {code: value for code, value in walk.world.form.items() if code not in said}:
        save_draft(draft, who=applicant, at=walk.at, form=more)
    there = set(Material.objects.filter(case_id=draft).values_list("code", flat=True))
    for code, files in walk.world.materials.items():
        if code not in there:
            try:
                hand_in(draft, code, files, who=applicant, at=walk.at)
            except Refused as refusal:
                assert "没有要求交这份材料" in refusal.sentence


def _files(walk: Walk, draft: Part) -> Deed:
    who, at, id_ = _whose(walk, draft), walk.at, draft.case_id
    (code,) = Case.objects.get(id=id_).only

    def remember(_: Any) -> None:
        assert not (why := why_not(walk, code)), f"{code} was filed: {why}"
        draft.memory.receivers |= {who.id} if who.posts else set()

    return Deed(f"{who.name} files {code}", "file", lambda: file_case(id_, who=who, at=at), remember)


def why_not(walk: Walk, code: str) -> str:
    """What forbids that an item is applied for beside the others; empty when nothing does."""
    there = {each.state for part in walk.filed for each in part.items if each.item == code}
    if there - AGAIN:
        return f"it is {', '.join(sorted(there))}"
    return "" if there or code in walk.law.needs(walk.at) else "the trade does not need it"


def first_undecided(walk: Walk, item: ItemCase) -> str:
    """What keeps the inspected item from its grant: the other comes first, wherever it is applied for."""
    first = [each.state for part in walk.filed for each in part.items if each.item == RECEIPT]
    if item.item != INSPECTED or "granted" in first:
        return ""
    if set(first) - AGAIN:
        return "what comes first is not decided"
    return "what comes first was refused" if set(first) == {"refused"} else ""
