"""The verbs of an item's page stand under headings, and the likely next one stands open."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.test import Client

from tests import make
from tests.web.staff.desks import FOOD, MONDAY, TOBACCO, food
from yizheng.cases.commands import Move, step
from yizheng.cases.queries.choices import ORGAN_VERBS, Choice
from yizheng.law.words import Verb
from yizheng.web.organ.verbs import GROUP_OF, grouped, likely

CLOSED = "不可以"


def choices(*may: Verb, closed: tuple[Verb, ...] = ()) -> list[Choice]:
    return [Choice(each, "", None, "x") for each in may] + [Choice(each, CLOSED, None, "x") for each in closed]


def test_every_verb_of_the_organs_stands_under_one_heading() -> None:
    groups, folded = grouped(choices(*ORGAN_VERBS))
    assert folded == ()
    assert [group.name for group in groups] == ["审查和决定", "交办", "听证和期限", "其他"]
    assert sorted(each.verb for group in groups for each in group.open) == sorted(ORGAN_VERBS)
    assert set(GROUP_OF) <= set(ORGAN_VERBS)


def test_what_is_closed_is_folded_away_but_for_the_way_itself() -> None:
    (group,), folded = grouped(
        [*choices(Verb.CLAIM, closed=(Verb.REVIEW, Verb.EXTEND)), Choice(Verb.GRANT, CLOSED, None)]
    )
    assert [each.verb for each in folded] == [Verb.EXTEND, Verb.GRANT]
    assert (group.name, [each.verb for each in group.open], [each.verb for each in group.closed]) == (
        "审查和决定",
        [Verb.CLAIM],
        [Verb.REVIEW],
    )


@pytest.mark.parametrize(
    ("may", "proposal", "next_"),
    [
        ((Verb.TRANSFER, Verb.CLAIM, Verb.REVIEW), "", Verb.CLAIM),
        ((Verb.PAUSE, Verb.REVIEW, Verb.CALL_VISIT), "", Verb.REVIEW),
        ((Verb.PAUSE, Verb.CALL_VISIT), "", Verb.CALL_VISIT),
        ((Verb.CALL_VISIT, Verb.CALL_HEARING), "", Verb.CALL_HEARING),
        ((Verb.RETURN, Verb.REFUSE, Verb.GRANT), "grant", Verb.GRANT),
        ((Verb.RETURN, Verb.REFUSE), "refuse", Verb.REFUSE),
        ((Verb.ASSIGN, Verb.TERMINATE), "", None),
    ],
)
def test_what_is_likely_to_be_done_next(may: tuple[Verb, ...], proposal: str, next_: Verb | None) -> None:
    assert likely(choices(*may), proposal) == next_


@pytest.mark.django_db
def test_on_the_page_the_next_form_is_open_and_the_others_are_folded(
    reviewer: Client, office: make.Office, accepted: UUID
) -> None:
    item = make.items(accepted)[FOOD]
    step(accepted, [Move(item.id, Verb.CLAIM)], who=office.reviewers["SCJG"], at=MONDAY)
    page = reviewer.get(food(accepted)).content.decode()
    assert page.count('<details class="verb" open>') == 1
    assert '<details class="verb" open><summary>安排踏勘' in page, "this item is visited before it is decided"
    assert TOBACCO not in page
