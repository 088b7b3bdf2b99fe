"""Search: everyone finds what they may see and nothing else, the newest first, by its old name too."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from tests import make
from tests.web.staff.desks import FOOD, MONDAY, TOBACCO
from yizheng.cases.commands import add_point, issue_supplement, supply
from yizheng.cases.models import ItemCase, SearchWord
from yizheng.cases.queries.organ_desk import organ_desk
from yizheng.cases.queries.window_desk import window_desk
from yizheng.law.papers import SupplementReply

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> make.Office:
    return make.office()


def shop(name: str, day: int = 2, **more: Any) -> UUID:
    return make.filed(moment=make.at(2026, 3, day), form={"applicant_name": name}, **more)


def at_the_window(text: str) -> list[UUID]:
    return [row.id for row in window_desk(on=MONDAY.date(), text=text).rows]


def in_the_organ(organ: str, text: str, section: str = "") -> list[tuple[UUID, str]]:
    ids = [row.id for row in organ_desk(organ, section, on=MONDAY.date(), text=text).rows]
    rows = {each.id: (each.case_id, each.item) for each in ItemCase.objects.filter(id__in=ids)}
    return [rows[each] for each in ids]


def test_the_newest_case_stands_first(office: make.Office) -> None:
    early, late = shop("海岸线餐饮", 2), shop("海岸边餐饮", 3)
    assert at_the_window("海岸") == [late, early]
    assert at_the_window("ha 餐饮") == [late, early]
    assert at_the_window("海岸线") == [early]
    assert at_the_window("hax") == [early]


def test_an_organ_finds_its_own_items_alone(office: make.Office) -> None:
    case = shop("海岸线餐饮")
    assert in_the_organ("SCJG", "海岸线") == [(case, FOOD)]
    assert in_the_organ("YCZM", "海岸线") == [(case, TOBACCO)]
    assert in_the_organ("SCJG", "烟草") == []
    assert in_the_organ("YCZM", "烟草") == [(case, TOBACCO)]
    assert in_the_organ("WLTY", "海岸线") == []
    assert in_the_organ("SCJG", "海岸线", "NO_SUCH_SECTION") == []


def test_a_draft_is_not_found_and_costs_no_words(office: make.Office) -> None:
    make.draft(moment=MONDAY, by=office.window, form={"applicant_name": "海岸线餐饮"})
    assert at_the_window("海岸线") == []
    assert not SearchWord.objects.exists()


def test_after_a_correction_a_case_is_found_by_its_new_name_and_by_the_old_one(office: make.Office) -> None:
    case = shop("海岸线餐饮")
    point = {"target": "applicant_name", "problem": "与营业执照不一致", "remedy": "按营业执照填写"}
    add_point(case, make.items(case)[FOOD].id, who=office.window, at=MONDAY, **point)
    issue_supplement(case, who=office.window, at=MONDAY)
    corrected = {"applicant_name": "老崂山酒楼"}
    supply(case, SupplementReply(), corrections=corrected, who=make.applicant_of(case), at=MONDAY)
    assert at_the_window("老崂山") == [case]
    assert at_the_window("lls") == [case]
    assert at_the_window("海岸线") == [case]


def test_a_search_takes_few_statements(office: make.Office, django_assert_max_num_queries: Any) -> None:
    for day in (2, 3, 4):
        shop("海岸线餐饮", day)
    at_the_window("海岸线")
    with django_assert_max_num_queries(4):  # how many have each of two words, the cases, their items
        assert len(at_the_window("海岸线")) == 3
    with django_assert_max_num_queries(2):
        assert len(at_the_window("海岸")) == 3
