"""The table of the life of a permit: total, cited, and every way ends in 注销."""

from __future__ import annotations

from itertools import product

import pytest

from yizheng.law.articles import ARTICLES
from yizheng.law.papers import IN_LIFE, PAPERS, Revocation
from yizheng.law.permit_transitions import (
    ENDED,
    PERMIT_LINES,
    PERMIT_PAPER,
    PERMIT_TRANSITIONS,
    RUNS,
    PermitLine,
    no_permit_line,
)
from yizheng.law.words import HOLDING, Role, Standing, Verb

VERBS = tuple(PERMIT_PAPER)


def ids(line: PermitLine) -> str:
    return f"{line.from_}-{line.verb}"


def reached(start: Standing) -> set[Standing]:
    found, grew = {start}, True
    while grew:
        more = {line.to for line in PERMIT_TRANSITIONS if line.from_ in found} - found
        grew = bool(more)
        found |= more
    return found


def test_no_two_lines_begin_alike() -> None:
    assert len(PERMIT_LINES) == len(PERMIT_TRANSITIONS)


@pytest.mark.parametrize("line", PERMIT_TRANSITIONS, ids=ids)
def test_every_line_cites_an_article_has_somebody_and_its_one_paper(line: PermitLine) -> None:
    assert line.written_in in ARTICLES
    assert line.by
    assert PAPERS[line.paper.KIND] is line.paper is PERMIT_PAPER[line.verb]


def test_every_paper_of_the_life_of_a_permit_is_used() -> None:
    assert {line.paper for line in PERMIT_TRANSITIONS} == {Revocation, *IN_LIFE}


def test_every_standing_is_reached_and_the_only_end_is_the_cancellation() -> None:
    assert reached(Standing.IN_FORCE) == set(Standing)
    assert all(Standing.CANCELLED in reached(standing) for standing in Standing)
    assert not [line for line in PERMIT_TRANSITIONS if line.from_ == Standing.CANCELLED]
    assert {line.from_ for line in PERMIT_TRANSITIONS if line.verb == Verb.CANCEL} == {*RUNS, *ENDED}


def test_what_has_lost_its_force_gets_it_back_only_by_a_renewal_still_undecided() -> None:
    back = {(line.from_, line.verb) for line in PERMIT_TRANSITIONS if line.from_ in ENDED and line.to in HOLDING}
    assert back == {(Standing.EXPIRED, Verb.RENEW)}


def test_only_the_clock_lets_time_pass_and_it_does_nothing_else() -> None:
    for line in PERMIT_TRANSITIONS:
        assert (line.by == (Role.CLOCK,)) == (line.verb in {Verb.EXPIRE, Verb.DEEM_RENEWED})


def test_penalties_and_checks_are_the_supervising_departments() -> None:
    theirs = {line.verb for line in PERMIT_TRANSITIONS if line.by == (Role.SUPERVISOR,)}
    assert theirs == {
        Verb.SUSPEND, Verb.RESTORE, Verb.FORFEIT, Verb.HALT, Verb.POST_CHECK, Verb.ORDER, Verb.PROPOSE,
    }  # fmt: skip


def test_a_check_an_order_a_letter_and_a_closure_leave_the_permit_as_it_stands() -> None:
    for line in PERMIT_TRANSITIONS:
        if line.verb in {Verb.POST_CHECK, Verb.ORDER, Verb.PROPOSE, Verb.HALT}:
            assert line.from_ == line.to


@pytest.mark.parametrize(("standing", "verb"), [pair for pair in product(Standing, VERBS) if pair not in PERMIT_LINES])
def test_what_is_not_in_the_table_is_refused_with_a_sentence_that_names_the_step(
    standing: Standing, verb: Verb
) -> None:
    sentence = no_permit_line(standing, verb)
    assert sentence.endswith("。")
    assert verb.label in sentence or "不予延续" in sentence


@pytest.mark.parametrize(
    ("standing", "verb", "says"),
    [
        (Standing.CANCELLED, Verb.REVOKE, "该许可已注销"),
        (Standing.DEEMED_RENEWED, Verb.REFUSE_RENEWAL, "已视为准予延续"),
        (Standing.REVOKED, Verb.ASK_RENEWAL, "请重新申请"),
        (Standing.REVOKED, Verb.REVOKE, "该许可现为「已撤销」"),
    ],
)
def test_the_sentence_says_why(standing: Standing, verb: Verb, says: str) -> None:
    assert says in no_permit_line(standing, verb)
