"""The tables of hearings and inquiries, proved: nothing begins twice, everything ends, every refusal is a sentence."""

from __future__ import annotations

from collections import Counter
from itertools import product

import pytest

from yizheng.law.articles import ARTICLES
from yizheng.law.hearings import (
    HEARING_LINES,
    HEARINGS,
    HOLDING_TERM,
    LINE_OF,
    NOTICE_TERM,
    REQUEST_TERM,
    H,
    no_hearing_line,
)
from yizheng.law.inquiries import INQUIRIES, NOBODY_ASKED, Q
from yizheng.law.papers import PAPERS
from yizheng.law.terms import Unit
from yizheng.law.words import UNHEARD, HearingState, InquiryKind, Role, Verb

OVER = {HearingState.HELD, HearingState.WAIVED}


# --- hearings -------------------------------------------------------------------------------------------------------


def test_no_two_lines_of_a_hearing_begin_alike() -> None:
    assert len(HEARING_LINES) == len(HEARINGS)


@pytest.mark.parametrize("begins", [HearingState.NONE, HearingState.NEEDED])
def test_every_hearing_that_begins_comes_to_its_record_or_is_waived(begins: HearingState) -> None:
    reached = {begins}
    while more := {line.to for line in HEARINGS if line.from_ in reached} - reached:
        reached |= more
    assert HearingState.HELD in reached
    for stands in reached - OVER:
        assert any(line.from_ == stands for line in HEARINGS)
    assert not [line for line in HEARINGS if line.from_ in OVER]


def test_what_the_law_wants_heard_nobody_waives() -> None:
    assert not [line for line in HEARINGS if line.from_ == HearingState.NEEDED and line.verb != Verb.ANNOUNCE_HEARING]
    assert {line.from_ for line in HEARINGS if line.to == HearingState.WAIVED} == {HearingState.TOLD}


def test_every_state_of_a_hearing_is_open_over_or_none() -> None:
    assert UNHEARD | OVER | {HearingState.NONE} == set(HearingState)


@pytest.mark.parametrize("line", HEARINGS, ids=lambda line: f"{line.from_}-{line.verb}")
def test_every_line_of_a_hearing_has_its_paper_its_article_and_one_way_of_doing_it(line: H) -> None:
    of_verb = LINE_OF[line.verb]
    assert (of_verb.by, of_verb.paper, of_verb.written_in) == (line.by, line.paper, line.written_in)
    assert of_verb.written_in in ARTICLES
    assert PAPERS[of_verb.paper.KIND] is of_verb.paper


def test_only_time_waives_and_only_whom_it_touches_asks() -> None:
    assert LINE_OF[Verb.WAIVE_HEARING].by == (Role.CLOCK,)
    assert LINE_OF[Verb.ASK_HEARING].by == (Role.APPLICANT, Role.WINDOW)


def test_five_days_to_ask_twenty_to_hold_seven_ahead_in_working_days() -> None:
    assert [term.n for term in (REQUEST_TERM, HOLDING_TERM, NOTICE_TERM)] == [5, 20, 7]
    assert {term.unit for term in (REQUEST_TERM, HOLDING_TERM, NOTICE_TERM)} == {Unit.WORKING_DAY}


def test_what_is_not_in_the_table_is_refused_with_a_sentence_and_nothing_else_is() -> None:
    for stands, verb in product(HearingState, Verb):
        sentence = no_hearing_line(stands, verb)
        refused = verb in LINE_OF and (stands, verb) not in HEARING_LINES
        assert sentence.endswith("（行政许可法第四十六条至第四十八条）。") == refused == bool(sentence)
        assert not refused or stands.label in sentence


# --- inquiries ------------------------------------------------------------------------------------------------------


def test_every_kind_of_inquiry_is_asked_in_one_way_and_can_be_answered() -> None:
    assert [each.kind for each in INQUIRIES] == list(InquiryKind)
    assert max(Counter(each.ask for each in INQUIRIES).values()) == 1
    assert {each.reply for each in INQUIRIES} == set(NOBODY_ASKED)


@pytest.mark.parametrize("kind", INQUIRIES, ids=lambda each: each.kind)
def test_question_and_answer_are_papers_and_cite_their_article(kind: Q) -> None:
    assert kind.written_in in ARTICLES
    for paper in (kind.question, kind.answer):
        assert PAPERS[paper.KIND] is paper


def test_the_same_answer_is_given_by_the_same_people_on_the_same_paper() -> None:
    answers = {(each.reply, each.answered_by, each.answer, each.written_in) for each in INQUIRIES}
    assert len(answers) == len({each.reply for each in INQUIRIES})


def test_nobody_answers_for_the_organ_that_was_asked_but_its_own_people() -> None:
    by_verb = {each.reply: each.answered_by for each in INQUIRIES}
    assert Role.WINDOW not in by_verb[Verb.REPLY]
    assert Role.APPLICANT in by_verb[Verb.DEFEND]
