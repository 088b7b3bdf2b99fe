"""The cap on a case: extended once by the head of government before it ends, counted and told (行政许可法 42(2))."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from tests import make
from yizheng.cases.commands import extend_case
from yizheng.cases.models import Case, PaperRecord
from yizheng.cases.outcome import joint_due
from yizheng.cases.papers import read
from yizheng.cases.queries.caps import caps_near_their_end
from yizheng.cases.queries.progress import progress
from yizheng.catalogue import publishing
from yizheng.law.authority import Who
from yizheng.law.papers import JointExtension
from yizheng.law.words import Role
from yizheng.ledger.command import Refused

pytestmark = pytest.mark.django_db

MONDAY, LAST, EXTENDED = make.at(2026, 3, 2), date(2026, 5, 8), date(2026, 5, 28)
IN_TIME, TOO_LATE = make.at(2026, 5, 7), make.at(2026, 5, 11)
REASONS = JointExtension(reasons="须市级专家评审。")


@pytest.fixture
def office() -> make.Office:
    return make.office()


@pytest.fixture
def case_id(office: make.Office) -> UUID:
    return make.accepted(office, moment=MONDAY)


@pytest.fixture
def governor(office: make.Office) -> Who:
    return make.person("万承平", Role.GOVERNOR, "XZSP")


def stored(case_id: UUID) -> Case:
    return Case.objects.get(id=case_id)


def derived(case_id: UUID, on: date) -> date | None:
    case = stored(case_id)
    return joint_due(case, list(case.item_cases.all()), on, publishing.calendar())


def test_the_cap_runs_from_the_first_acceptance_and_is_kept_as_it_is_derived(case_id: UUID) -> None:
    assert stored(case_id).cap_on == derived(case_id, MONDAY.date()) == LAST


def test_the_head_of_government_extends_it_with_reasons_that_the_applicant_is_told(
    case_id: UUID, governor: Who
) -> None:
    extend_case(case_id, REASONS, who=governor, at=IN_TIME)
    assert stored(case_id).cap_on == derived(case_id, IN_TIME.date()) == EXTENDED
    sheet = read(PaperRecord.objects.get(case_id=case_id, kind=JointExtension.KIND))
    assert sheet.number.endswith("并延字第00001号")
    assert "理由：须市级专家评审。" in sheet.paragraphs[0]
    assert "至2026年5月28日" in sheet.paragraphs[1]
    assert sheet.tables[0].title.startswith("并联办理总时限怎样算")
    seen = progress(case_id, IN_TIME)
    assert seen.cap is not None
    assert seen.cap.due == EXTENDED
    assert seen.messages[0].text.startswith("经本级政府负责人批准，各事项并联办理的总时限延长到5月28日")


@pytest.mark.parametrize("organ", ["XZSP", "SCJG"])
def test_nobody_else_extends_it(case_id: UUID, office: make.Office, organ: str) -> None:
    role = Role.LEAD if organ == "XZSP" else Role.GOVERNOR
    with pytest.raises(Refused, match="只能由本级人民政府负责人批准延长（行政许可法第四十二条第二款）"):
        extend_case(case_id, REASONS, who=make.person("别人", role, organ), at=IN_TIME)


def test_it_is_extended_once(case_id: UUID, governor: Who) -> None:
    extend_case(case_id, REASONS, who=governor, at=IN_TIME)
    with pytest.raises(Refused, match="已延长过一次"):
        extend_case(case_id, REASONS, who=governor, at=TOO_LATE)


def test_after_its_end_it_is_not_extended(case_id: UUID, governor: Who) -> None:
    with pytest.raises(Refused, match="总时限已于2026年5月8日届满"):
        extend_case(case_id, REASONS, who=governor, at=TOO_LATE)


def test_without_reasons_it_is_not_extended(case_id: UUID, governor: Who) -> None:
    with pytest.raises(Refused, match="请填写「延长的理由」"):
        extend_case(case_id, JointExtension(), who=governor, at=IN_TIME)
    assert stored(case_id).cap_extension is None


def test_a_deputy_extends_it_in_the_name_of_whom_they_stand_in_for(case_id: UUID, governor: Who) -> None:
    posts = tuple(replace(post, for_id=governor.id, for_name="万承平") for post in governor.posts)
    extend_case(case_id, REASONS, who=Who(id="zhou", name="周", posts=posts), at=IN_TIME)
    assert stored(case_id).cap_extension["by"] == "周（代理万承平）"


def test_the_list_shows_what_is_near_its_end_and_reports_what_has_passed(case_id: UUID, governor: Who) -> None:
    assert caps_near_their_end(governor, date(2026, 4, 1)).rows == ()
    near = caps_near_their_end(governor, IN_TIME.date())
    (row,) = near.rows
    assert (near.passed, row.id, row.due.on, row.over, row.why_not) == (0, case_id, LAST, False, "")
    assert len(row.open_items) == len(make.items(case_id))
    late = caps_near_their_end(governor, TOO_LATE.date())
    assert (late.passed, late.rows[0].over, late.rows[0].due.words) == (1, True, "已逾期2个工作日")
    assert "届满后不能再批准延长" in late.rows[0].why_not


def test_who_neither_governs_nor_leads_sees_no_caps(case_id: UUID, office: make.Office) -> None:
    assert caps_near_their_end(office.window, TOO_LATE.date()).rows == ()


def test_the_list_goes_on_after_a_page(office: make.Office, governor: Who, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yizheng.cases.queries.caps.ROWS", 1)
    both = {make.accepted(office, moment=MONDAY) for _ in range(2)}
    first = caps_near_their_end(governor, IN_TIME.date())
    second = caps_near_their_end(governor, IN_TIME.date(), first.after)
    assert second.after == ""
    assert {row.id for page in (first, second) for row in page.rows} == both
