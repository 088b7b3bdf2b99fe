"""Every industry can be walked from the first question to the receipt: an ordinary shop, and one with everything on."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests import make, published
from tests.web.applicant import walking
from yizheng.catalogue import publishing
from yizheng.law.intake import assess
from yizheng.law.items import Question
from yizheng.law.questions import next_question, prune
from yizheng.ledger.command import Refused

pytestmark = pytest.mark.django_db
MOMENT = make.at(2026, 11, 23)


def everything_on(industry: str) -> dict[str, Any]:
    """Say yes to everything, choose everything, and be as large as a shop may be expected to be."""
    catalogue = published.catalogue()
    chosen, given = catalogue.industries[industry], dict[str, Any]()
    while question := next_question(chosen, prune(chosen, given, catalogue), catalogue):
        given[question.code] = _most(question)
    return given


def _most(question: Question) -> Any:
    if question.kind == "bool":
        return True
    if question.kind == "number":
        return min(question.maximum, 600.0)
    values = [option.value for option in question.options]
    return tuple(values) if question.kind == "multi" else values[-1]


SITUATIONS = {
    **{f"{code}-ordinary": (code, dict(answers)) for code, answers in published.SITUATIONS.items()},
    **{f"{code}-everything": (code, everything_on(code)) for code in published.SITUATIONS},
}
WALKED = {"RESTAURANT", "CONVENIENCE", "PHARMACY", "HOTEL", "GYM_POOL", "CINEMA_HALL"}
"""These are walked page by page; the others are filed through the commands behind the pages, which is much quicker."""


def rows(*, walked: bool) -> list[Any]:
    """The situations to be walked through the pages, or those to be filed without them."""
    return [pytest.param(*row, id=name) for name, row in SITUATIONS.items() if (row[0] in WALKED) is walked]


@pytest.mark.parametrize(("industry", "answers"), rows(walked=False))
def test_it_is_filed_with_all_that_is_asked(industry: str, answers: dict[str, Any]) -> None:
    make.publish_regulations()
    catalogue = publishing.in_force(MOMENT)
    assessment = assess(catalogue.industries[industry], answers, catalogue)
    if assessment.stops or not assessment.items:
        with pytest.raises(Refused):
            make.filed(answers, industry=industry, moment=MOMENT)
        return
    case_id = make.filed(answers, industry=industry, moment=MOMENT)
    assert make.case(case_id).number
    assert tuple(make.items(case_id)) == assessment.codes


@pytest.mark.parametrize(("industry", "answers"), rows(walked=True))
def test_it_is_filed_with_the_examples_that_the_form_itself_gives(
    client: Client, industry: str, answers: dict[str, Any]
) -> None:
    make.publish_regulations()
    address = walking.told(client, answers, industry)
    notice = client.get(address)
    if "不能提交申请" in walking.text_of(notice):
        assert walking.KEY.search(walking.text_of(notice)) is None, "what is stopped is stopped at the notice"
        return
    opened = client.post(address, {"key": walking.key_in(notice)})
    case_id = walking.UUID(str(opened["Location"]).rstrip("/").split("/")[-1])
    walking.fill_in(client, case_id)
    walking.hand_in_everything(client, case_id)
    check = reverse("check", args=[case_id])
    sent = client.post(check, {"key": walking.key_in(client.get(check)), "truth": "yes", "data": "yes"})
    assert sent.status_code == 302, walking.text_of(sent)
    assert make.case(case_id).number
