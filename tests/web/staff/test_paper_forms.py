"""Papers as forms: what a paper asks for, and what was entered."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from yizheng.cases.queries.choices import ORGAN_VERBS, PAPER_OF, WINDOW_VERBS
from yizheng.law.papers import Grant, NonAcceptance, Paper, Refusal, ReviewOpinion, Revocation, asked
from yizheng.law.transitions import TRANSITIONS
from yizheng.web.staff.paper_forms import READERS, Filling, boxes, paper_of

STAFF_PAPERS = dict.fromkeys((*(PAPER_OF[verb] for verb in (*WINDOW_VERBS, *ORGAN_VERBS)), Revocation))


@pytest.mark.parametrize("paper", [each for each in STAFF_PAPERS if each], ids=lambda paper: paper.KIND)
def test_every_paper_that_staff_fill_in_can_be_shown_and_read(paper: type[Paper]) -> None:
    assert {ask.widget for ask in asked(paper).values()} <= READERS.keys()
    assert [box.name for box in boxes(paper, Filling())] == list(asked(paper))
    assert isinstance(paper_of(paper, QueryDict("")), paper)


def test_a_verb_has_the_same_paper_on_every_line_of_the_table() -> None:
    assert all(PAPER_OF[line.verb] is line.paper for line in TRANSITIONS)


def test_what_is_not_in_the_form_keeps_its_default_and_what_is_empty_is_empty() -> None:
    found = next(box for box in boxes(Grant, Filling()) if box.name == "found")
    assert found.value.startswith("经审查")
    assert paper_of(Grant, QueryDict("scope=a")) == Grant(scope="a")
    assert paper_of(Grant, QueryDict("found=&scope=a")) == Grant(found="", scope="a")


def test_ticks_choices_and_lines_are_read() -> None:
    form = QueryDict("", mutable=True)
    form.update({"found": "一\r\n二 ", "reasons": "r", "false_material": "on"})
    assert paper_of(Refusal, form) == Refusal(found="一\n二", reasons="r", false_material=True)
    assert paper_of(NonAcceptance, QueryDict("ground=other")) == NonAcceptance(ground="other")


def test_only_answered_review_points_count_as_answered() -> None:
    paper = paper_of(ReviewOpinion, QueryDict("check-a=passed&check-b=failed&remark-b=x&check-c=&remark-c=y"))
    assert isinstance(paper, ReviewOpinion)
    assert [(each.code, each.passed, each.remark) for each in paper.checks] == [("a", True, ""), ("b", False, "x")]
