"""§7-5 An application that spans a change of law: three dates × better or worse, and an item that is abolished.

Filed on 2 March 2026 and accepted that day; tobacco is promised within seven working days, by 11 March.
"""

from dataclasses import replace
from datetime import date

import pytest

from tests import make, published
from yizheng.cases.commands import Move, add_point, file_case, issue_supplement, step
from yizheng.cases.models import Decision, PaperRecord
from yizheng.cases.papers import read
from yizheng.cases.queries.item_page import item_page
from yizheng.cases.queries.messages import messages
from yizheng.catalogue import publishing
from yizheng.jobs import JOBS, tell_of_law_changes
from yizheng.law.items import ReviewPoint
from yizheng.law.law_changes import Bearing, LawChange
from yizheng.law.papers import Check, Return, Termination
from yizheng.law.words import Verb
from yizheng.ledger.command import Refused

pytestmark = pytest.mark.django_db

FILED, PROMISED = make.at(2026, 3, 2), date(2026, 3, 11)
DECIDED = make.at(2026, 3, 16)
PUBLISHED = make.at(2026, 3, 1)
TOBACCO = "TOBACCO"
NEW_POINT = ReviewPoint(code="TB9", text="新规定：零售点间距不少于100米", basis=("烟草专卖法 16",))


@pytest.fixture
def office():
    return make.office()


def change_the_law(on, bearing, *, published_on=PUBLISHED, ahead=False):
    """Publish a version in which the law of tobacco changes on a day, with one review point more; it is in force from
    that day, or ahead of it from when it is published.
    """
    known = publishing.version(publishing.in_force_id(FILED))
    change = LawChange(on=on, bearing=bearing, text="零售点间距的规定调整", basis=("烟草专卖法 16",))
    tobacco = known.items[TOBACCO]
    changed = replace(tobacco, changes=(change,), review_points=(*tobacco.review_points, NEW_POINT))
    catalogue = replace(published.catalogue(), items={**known.items, TOBACCO: changed})
    make.changed(catalogue, published_on, published_on if ahead else make.at(on.year, on.month, on.day, 0))


def opinion(item_case, *more):
    good = make.opinion(item_case)
    return replace(good, checks=(*good.checks, *(Check(code=code, passed=True) for code in more)))


def review(office, case_id, moment, *more):
    item_case = make.items(case_id)[TOBACCO]
    if item_case.visited_at is None:
        make.visited(office, item_case, moment=moment)
    step(case_id, [Move(item_case.id, Verb.REVIEW, opinion(item_case, *more))], who=office.reviewers["YCZM"], at=moment)


def grant(office, case_id, moment):
    move = Move(make.items(case_id)[TOBACCO].id, Verb.GRANT, make.grant_paper())
    step(case_id, [move], who=office.deciders["YCZM"], at=moment)


def asks_for_the_new_point(office, case_id, moment):
    """Whether the reviewer has to answer the point that only the new law has."""
    page = item_page(make.items(case_id)[TOBACCO].id, office.reviewers["YCZM"], moment.date())
    return NEW_POINT.code in {each.code for each in page.review_points}


@pytest.mark.parametrize(
    ("changes_on", "bearing", "new_law"),
    [
        (date(2026, 3, 5), Bearing.WORSE, True),
        (date(2026, 3, 5), Bearing.BETTER, True),
        (PROMISED, Bearing.WORSE, True),
        (date(2026, 3, 12), Bearing.WORSE, False),
        (date(2026, 3, 12), Bearing.BETTER, True),
        (date(2026, 4, 1), Bearing.WORSE, False),
        (date(2026, 4, 1), Bearing.BETTER, False),
    ],
)
def test_the_law_of_the_decision_decides_unless_the_organ_is_late_and_the_new_law_is_worse(
    office, changes_on, bearing, new_law
):
    case_id = make.accepted(office, moment=FILED)
    change_the_law(changes_on, bearing)
    assert tell_of_law_changes(FILED) == 1
    assert asks_for_the_new_point(office, case_id, DECIDED) == new_law
    if new_law:
        with pytest.raises(Refused, match="还有1个审查要点没有结论"):
            review(office, case_id, DECIDED)
    review(office, case_id, DECIDED, *([NEW_POINT.code] if new_law else []))
    grant(office, case_id, DECIDED)
    said = Decision.objects.get(item_case=make.items(case_id)[TOBACCO]).law
    sheet = "".join(read(PaperRecord.objects.get(case_id=case_id, kind="grant")).paragraphs)
    if changes_on > DECIDED.date():
        assert said == []
    else:
        assert ("依照决定时的规定办理" in said[0]) == new_law
        assert said[0] in sheet


def test_forms_promises_and_materials_stay_those_of_the_filing(office):
    case_id = make.accepted(office, moment=FILED)
    pinned = make.case(case_id).catalogue_id
    change_the_law(date(2026, 3, 5), Bearing.WORSE)
    tell_of_law_changes(FILED)
    assert make.case(case_id).catalogue_id == pinned
    assert make.items(case_id)[TOBACCO].due_on == PROMISED


def test_an_opinion_given_before_the_change_is_given_anew(office):
    case_id = make.accepted(office, moment=FILED)
    review(office, case_id, make.at(2026, 3, 4))
    change_the_law(date(2026, 3, 5), Bearing.WORSE)
    tell_of_law_changes(make.at(2026, 3, 4))
    with pytest.raises(Refused, match="审查意见提出后法律已改变：零售点间距的规定调整"):
        grant(office, case_id, make.at(2026, 3, 6))


def test_an_opinion_given_before_a_change_was_made_known_is_given_anew(office):
    case_id = make.accepted(office, moment=FILED)
    review(office, case_id, make.at(2026, 3, 9))
    change_the_law(date(2026, 3, 9), Bearing.BETTER)
    tell_of_law_changes(make.at(2026, 3, 9, 15))
    with pytest.raises(Refused, match="审查意见提出后法律已改变：零售点间距的规定调整"):
        grant(office, case_id, make.at(2026, 3, 9, 16))


def test_what_is_filed_under_a_version_that_announces_a_change_is_told_of_it_too(office):
    change_the_law(date(2026, 3, 5), Bearing.ABOLISHED, published_on=make.at(2026, 2, 20), ahead=True)
    case_id = make.accepted(office, moment=FILED)
    assert make.case(case_id).catalogue_id == publishing.newest_id()
    (job,) = (each for each, _ in JOBS if each is tell_of_law_changes)
    assert job(FILED) == 1
    with pytest.raises(Refused, match="本事项不再需要许可"):
        review(office, case_id, make.at(2026, 3, 6), NEW_POINT.code)


def test_the_applicant_is_told_once(office):
    case_id = make.accepted(office, moment=FILED)
    change_the_law(date(2026, 3, 5), Bearing.WORSE)
    assert tell_of_law_changes(FILED) == 1
    assert tell_of_law_changes(FILED) == 0
    told = [each.text for each in messages(case_id, published.catalogue(), FILED) if "法律规定有变化" in each.text]
    assert len(told) == 1
    assert "自2026年3月5日起零售点间距的规定调整" in told[0]


def test_the_law_in_force_decides_though_the_watcher_slept(office):
    case_id = make.accepted(office, moment=FILED)
    review(office, case_id, make.at(2026, 3, 4))
    change_the_law(date(2026, 3, 5), Bearing.WORSE, published_on=make.at(2026, 3, 4, 18))
    with pytest.raises(Refused, match="审查意见提出后法律已改变：零售点间距的规定调整"):
        grant(office, case_id, make.at(2026, 3, 6))
    back = Move(make.items(case_id)[TOBACCO].id, Verb.RETURN, Return(reasons="法律已改变，请重新审查。"))
    step(case_id, [back], who=office.deciders["YCZM"], at=make.at(2026, 3, 6))
    with pytest.raises(Refused, match="还有1个审查要点没有结论"):
        review(office, case_id, make.at(2026, 3, 9))
    review(office, case_id, make.at(2026, 3, 9), NEW_POINT.code)
    grant(office, case_id, make.at(2026, 3, 10))
    assert make.items(case_id)[TOBACCO].state == "granted"
    assert tell_of_law_changes(make.at(2026, 3, 10)) == 0


def test_who_is_asked_to_supply_something_is_told_at_once(office):
    case_id = make.filed(moment=FILED)
    tobacco = make.items(case_id)[TOBACCO]
    point = {"target": "premises_address", "problem": "没有门牌号", "remedy": "补写门牌号"}
    add_point(case_id, tobacco.id, **point, who=office.window, at=FILED)
    issue_supplement(case_id, who=office.window, at=FILED)
    change_the_law(date(2026, 3, 5), Bearing.WORSE)
    assert tell_of_law_changes(FILED) == 1
    assert [each["text"] for each in make.items(case_id)[TOBACCO].law] == ["零售点间距的规定调整"]


def test_what_is_filed_after_the_change_was_published_is_filed_under_the_new_version(office):
    change_the_law(date(2026, 3, 1), Bearing.WORSE, published_on=make.at(2026, 2, 20))
    case_id = make.draft(moment=FILED)
    file_case(case_id, who=make.applicant_of(case_id), at=FILED)
    assert tell_of_law_changes(FILED) == 0
    assert make.items(case_id)[TOBACCO].law == []


def test_an_item_abolished_midway_is_terminated_because_it_needs_no_permit_any_more(office):
    case_id = make.accepted(office, moment=FILED)
    change_the_law(date(2026, 3, 5), Bearing.ABOLISHED)
    tell_of_law_changes(FILED)
    after = make.at(2026, 3, 6)
    with pytest.raises(Refused, match="本事项不再需要许可：零售点间距的规定调整。请终止审查"):
        review(office, case_id, after, NEW_POINT.code)
    paper = Termination(ground="not_needed", reasons="依据修改后的规定，自2026年3月5日起不再需要许可。")
    step(case_id, [Move(make.items(case_id)[TOBACCO].id, Verb.TERMINATE, paper)], who=office.deciders["YCZM"], at=after)
    assert make.items(case_id)[TOBACCO].state == "terminated"
    sheet = read(PaperRecord.objects.get(case_id=case_id, kind="termination"))
    assert "依法不需要取得行政许可" in sheet.paragraphs[0]
