"""One case: filed with 8 files, accepted, reviewed and granted by 5 organs, licensed with 5 permits: 13 acts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from tests import make, published
from yizheng.cases.commands import Move, file_case, open_draft, step
from yizheng.cases.file import day_of
from yizheng.cases.models import ItemCase
from yizheng.cases.paperfacts import queue_of
from yizheng.cases.uploads import Kept
from yizheng.catalogue import publishing
from yizheng.law.authority import Who
from yizheng.law.intake import assess
from yizheng.law.papers import Acceptance, Check, Grant, Paper, ReviewOpinion
from yizheng.law.queue import ahead_of_mine
from yizheng.law.words import Verb
from yizheng.ledger.command import Answer, Refused

FILES = 8
FILED = make.at(2026, 3, 2)
DECIDED = make.at(2026, 3, 4)
APPLICANT = Who(id="applicant", name="申请人")
ACTS = 13
TRIES = 20

Act = tuple[str, Callable[[], Answer]]


@dataclass(frozen=True)
class Work:
    """What is the same in every case: who works in the office, the form, the files and the papers."""

    people: make.Office
    catalogue_id: UUID
    form: dict[str, Any]
    materials: dict[str, list[Kept]]
    organs: dict[str, str]
    opinions: dict[str, Paper]
    grant: Grant


def prepared() -> Work:
    """Publish, appoint, and fill in everything once.

    No item here wants a visit before the decision, so that a case is the same thirteen acts as for the others that are
    measured beside it.
    """
    people = make.office(whole=True)
    catalogue_id = _without_visits()
    catalogue = publishing.version(catalogue_id)
    answers = {code: tuple(a) if isinstance(a, list) else a for code, a in make.RESTAURANT.items()}
    assessment = assess(catalogue.industries["RESTAURANT"], answers, catalogue)
    codes = [each.material.code for each in assessment.materials if each.asked]
    return Work(
        people=people,
        catalogue_id=catalogue_id,
        form=make.form_for(assessment, catalogue),
        materials=_files(codes),
        organs={needed.item.code: needed.item.organ for needed in assessment.items},
        opinions={
            needed.item.code: ReviewOpinion(
                checks=tuple(Check(code=point.code, passed=True) for point in needed.review_points),
                proposal="grant",
                reasons="材料齐全，符合条件。",
            )
            for needed in assessment.items
        },
        grant=Grant(scope="热食类食品制售、冷食类食品制售"),
    )


def _without_visits() -> UUID:
    known = published.catalogue()
    items = {code: replace(item, onsite=replace(item.onsite, needed=False)) for code, item in known.items.items()}
    return make.changed(replace(known, items=items), FILED)


def _files(codes: list[str]) -> dict[str, list[Kept]]:
    """Eight files over the materials asked, the first of them with what is left over."""
    counts = {code: 1 for code in codes[:FILES]}
    counts[codes[0]] += FILES - len(counts)
    return {code: [_file(code, n) for n in range(count)] for code, count in counts.items()}


def _file(code: str, n: int) -> Kept:
    return Kept(f"{code}{n}.pdf", "application/pdf", 120_000, f"{n:064x}")


def acts(work: Work) -> Iterator[Act]:
    """The acts of one new case, by name; each is to be called before the next is asked for."""
    made: list[Answer] = []

    def keep(act: Callable[[], Answer]) -> Callable[[], Answer]:
        def called() -> Answer:
            made.append(act())
            return made[-1]

        return called

    yield "open", keep(lambda: _open(work))
    case_id = made[0].case_id
    applicant = Who(id="applicant", name="申请人", applies_for=str(case_id))
    yield "file", keep(lambda: file_case(case_id, who=applicant, at=FILED))
    items = {each["item"]: UUID(each["id"]) for each in made[1].data["items"]}
    moves = [Move(item_id, Verb.ACCEPT, Acceptance()) for item_id in items.values()]
    yield "accept", lambda: step(case_id, moves, who=work.people.window, at=FILED)
    for verb in (Verb.REVIEW, Verb.GRANT):
        for item, item_id in items.items():
            yield verb.value, _decided(work, case_id, item, Move(item_id, verb, _paper(work, verb, item, item_id)))


def _paper(work: Work, verb: Verb, item: str, item_id: UUID) -> Paper:
    if verb == Verb.REVIEW:
        return work.opinions[item]
    limited = publishing.version(work.catalogue_id).items[item].number_limited
    return replace(work.grant, ahead=_ahead(item_id)) if limited else work.grant


def _ahead(item_id: UUID) -> tuple[str, ...]:
    """The other clients' cases that come before this one in the queue of an item limited in number."""
    item_case = ItemCase.objects.select_related("case").get(pk=item_id)
    return tuple(each.number for each in ahead_of_mine(queue_of(item_case.case, item_case, day_of(DECIDED))))


def _decided(work: Work, case_id: UUID, item: str, move: Move) -> Callable[[], Answer]:
    people = work.people.reviewers if move.verb == Verb.REVIEW else work.people.deciders

    def decide(now: Move = move, again: int = TRIES) -> Answer:
        try:
            return step(case_id, [now], who=people[work.organs[item]], at=DECIDED)
        except Refused:
            # another client has decided its own case since the queue was read: the decider looks again
            if not again or not isinstance(now.paper, Grant):
                raise
            return decide(replace(now, paper=replace(now.paper, ahead=_ahead(now.item_id))), again - 1)

    return decide


def _open(work: Work) -> Answer:
    return open_draft(
        industry="RESTAURANT",
        catalogue_id=work.catalogue_id,
        answers=make.RESTAURANT,
        who=APPLICANT,
        at=FILED,
        form=work.form,
        materials=work.materials,
    )
