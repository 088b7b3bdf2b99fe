"""§7-9: renewal windows differ; asked in time and undecided is deemed renewed; asked late has lapsed; dates run on."""

from datetime import date, timedelta

import pytest

from tests import holders, make, published
from yizheng import jobs
from yizheng.cases.queries.messages import SENTENCES, messages
from yizheng.law.papers import (
    Cancellation,
    RenewalApplication,
    RenewalDecision,
    RenewalRefusal,
    Restoration,
    Suspension,
)
from yizheng.law.permit_transitions import EVENTS
from yizheng.law.words import Standing
from yizheng.ledger.book import entries_of, fault_in_chain
from yizheng.ledger.command import Refused
from yizheng.licences import queries
from yizheng.licences.commands import ask_renewal
from yizheng.licences.models import LicenceVersion, PermitRequest
from yizheng.licences.seen import Banner

pytestmark = pytest.mark.django_db

GRANTED = make.at(2021, 10, 8)
"""Food holds five years: until 2026-10-07, the last day of the National Day holiday."""
LAST = date(2026, 10, 7)
LAST_DAY_TO_ASK = make.at(2026, 9, 10, 23, 59)
"""The fifteenth working day before, Mid-Autumn, National Day and the worked Sunday 2026-09-20 counted."""


@pytest.fixture
def office():
    return make.office()


@pytest.fixture
def case_id(office):
    return holders.with_permits(office, "FOOD_CATERING", "FIRE_OPEN", "SIGN_OUTDOOR", moment=GRANTED)


def asks(case_id, item, at):
    who = make.applicant_of(case_id)
    return ask_renewal(case_id, holders.permit(case_id, item).id, RenewalApplication(), who=who, at=at)


def food(case_id, at):
    return holders.seen(case_id, "FOOD_CATERING", at)


def test_before_the_window_opens_the_refusal_says_when_it_does(case_id):
    with pytest.raises(Refused, match=r"2026年\d+月\d+日起可以申请"):
        asks(case_id, "FOOD_CATERING", make.at(2026, 3, 2))
    with pytest.raises(Refused, match="长期有效，不需要延续"):
        asks(case_id, "FIRE_OPEN", make.at(2026, 9, 1))


def test_asked_on_the_last_day_and_undecided_is_deemed_renewed_at_midnight_after_a_holiday(case_id):
    asks(case_id, "FOOD_CATERING", LAST_DAY_TO_ASK)
    assert food(case_id, make.at(2026, 10, 7, 23, 59)).standing == Standing.RENEWING
    midnight = food(case_id, make.at(2026, 10, 8, 0, 0))
    assert (midnight.standing, midnight.until_on, midnight.holds) == (Standing.DEEMED_RENEWED, date(2031, 10, 7), True)
    (scan,) = queries.held_by(make.case(case_id).holder_code, make.at(2026, 10, 8, 0, 0))
    assert "视为准予延续" in {each.standing.label for each in scan.listed}


def test_the_watcher_that_slept_three_days_performs_it_with_the_date_of_the_law(case_id):
    asks(case_id, "FOOD_CATERING", LAST_DAY_TO_ASK)
    assert jobs.perform_permit_lapses(make.at(2026, 10, 11)) == 1
    assert jobs.perform_permit_lapses(make.at(2026, 10, 11)) == 0
    entry = next(each for each in entries_of(case_id) if each.kind == "permit.deem_renewed")
    assert entry.at == make.at(2026, 10, 8, 0, 0)
    row = holders.permit(case_id, "FOOD_CATERING")
    assert (row.standing, row.from_on, row.until_on) == ("deemed_renewed", date(2026, 10, 8), date(2031, 10, 7))
    assert "2031年10月7日" in str(LicenceVersion.objects.latest("version").face)
    assert fault_in_chain(entries_of(case_id)) == ""


def test_what_is_deemed_renewed_is_decided_for_the_record_and_cannot_be_refused_any_more(office, case_id):
    asks(case_id, "FOOD_CATERING", LAST_DAY_TO_ASK)
    decider, at = office.deciders["SCJG"], make.at(2026, 10, 12)
    with pytest.raises(Refused, match="已视为准予延续"):
        holders.does(case_id, "FOOD_CATERING", RenewalRefusal(found="无", reasons="无"), decider, at)
    holders.does(case_id, "FOOD_CATERING", RenewalDecision(), decider, at)
    row = holders.permit(case_id, "FOOD_CATERING")
    assert (row.standing, row.from_on, row.until_on) == ("in_force", date(2026, 10, 8), date(2031, 10, 7))


def test_whose_permit_the_law_renewed_may_ask_again_at_the_end_of_the_next_term(office, case_id):
    asks(case_id, "FOOD_CATERING", LAST_DAY_TO_ASK)
    jobs.perform_permit_lapses(make.at(2026, 10, 8))
    assert jobs.remind_of_renewal(make.at(2031, 8, 20)) == 1
    next_time = make.at(2031, 9, 1)
    asks(case_id, "FOOD_CATERING", next_time)
    row = holders.permit(case_id, "FOOD_CATERING")
    assert (row.standing, row.renewed_until_on) == ("renewing", date(2036, 10, 7))
    with pytest.raises(Refused, match="延续审查中（仍有效）」，这一步不能办理「申请延续」"):
        asks(case_id, "FOOD_CATERING", make.at(2031, 9, 2))
    holders.does(case_id, "FOOD_CATERING", RenewalDecision(), office.deciders["SCJG"], make.at(2031, 9, 3))
    assert holders.permit(case_id, "FOOD_CATERING").standing == "in_force"
    assert fault_in_chain(entries_of(case_id)) == ""


def test_asked_late_there_is_no_deemed_renewal_and_the_permit_lapses_until_it_is_granted(office, case_id):
    late = LAST_DAY_TO_ASK + timedelta(minutes=1)
    asks(case_id, "FOOD_CATERING", late)
    after = make.at(2026, 10, 8)
    assert food(case_id, after).standing == Standing.EXPIRED
    (scan,) = queries.held_by(make.case(case_id).holder_code, after)
    assert scan.banner == Banner.SOME
    holders.does(case_id, "FOOD_CATERING", RenewalDecision(), office.deciders["SCJG"], make.at(2026, 10, 12))
    row = holders.permit(case_id, "FOOD_CATERING")
    assert (row.standing, row.from_on, row.until_on) == ("in_force", date(2026, 10, 12), date(2031, 10, 11))


def test_the_sign_of_two_years_expired_first_and_left_the_licence_that_shows_the_earliest_end(case_id):
    assert jobs.perform_permit_lapses(make.at(2024, 1, 2)) == 1
    sign = holders.seen(case_id, "SIGN_OUTDOOR", make.at(2024, 1, 2))
    assert (sign.standing, sign.ended_on) == (Standing.EXPIRED, date(2023, 10, 7))
    newest = LicenceVersion.objects.latest("version")
    assert [line["item"] for line in newest.face["lines"]] == ["FOOD_CATERING", "FIRE_OPEN"]
    assert newest.issued_at == make.at(2023, 10, 8, 0, 0)
    assert newest.face["earliest_until"] == "2026年10月7日"


def listed():
    """What each version lists, the oldest first."""
    return [[line["item"] for line in each.face["lines"]] for each in LicenceVersion.objects.order_by("version")]


def test_an_expiry_that_nobody_performed_comes_before_the_next_grant(office, case_id):
    make.granted(office, make.items(case_id)["SEWER"], moment=make.at(2023, 10, 9))
    assert listed()[-2:] == [["FOOD_CATERING", "FIRE_OPEN"], ["FOOD_CATERING", "FIRE_OPEN", "SEWER"]]
    issued = [each.issued_at for each in LicenceVersion.objects.order_by("version")]
    assert issued == sorted(issued)
    assert jobs.perform_permit_lapses(make.at(2023, 10, 9)) == 0


def test_a_renewal_by_law_that_nobody_performed_stands_on_the_licence_of_the_next_grant(office, case_id):
    asks(case_id, "FOOD_CATERING", LAST_DAY_TO_ASK)
    make.granted(office, make.items(case_id)["SEWER"], moment=make.at(2026, 10, 12))
    (food_line, *_) = LicenceVersion.objects.latest("version").face["lines"]
    assert (food_line["item"], food_line["until"]) == ("FOOD_CATERING", "2031年10月7日")


def test_expiries_performed_together_leave_a_version_for_the_days_between_them(case_id):
    assert jobs.perform_permit_lapses(make.at(2026, 10, 8)) == 1
    assert listed()[-1] == ["FOOD_CATERING", "FIRE_OPEN"]
    licence = LicenceVersion.objects.latest("version").licence
    assert licence.retired_at == make.at(2026, 10, 8, 0, 0)


def test_what_expired_and_is_cancelled_in_the_same_act_makes_one_version(office, case_id):
    before = len(listed())
    paper = Cancellation(ground="70-1", note="公告。")
    holders.does(case_id, "SIGN_OUTDOOR", paper, office.deciders["JSGL"], make.at(2023, 10, 9))
    assert len(listed()) == before + 1


def test_a_suspended_permit_that_the_law_renewed_cannot_be_refused_and_stands_renewed_when_restored(office, case_id):
    asks(case_id, "FOOD_CATERING", LAST_DAY_TO_ASK)
    supervisor = holders.supervisor(holders.permit(case_id, "FOOD_CATERING").supervisor)
    suspended = Suspension(decision="青高新市监罚〔2026〕7号", found="暂扣三个月。")
    holders.does(case_id, "FOOD_CATERING", suspended, supervisor, make.at(2026, 9, 20))
    refusal = RenewalRefusal(found="专间已拆除。", reasons="不再符合食品安全法第三十三条。")
    with pytest.raises(Refused, match="已视为准予延续，不能再不予延续"):
        holders.does(case_id, "FOOD_CATERING", refusal, office.deciders["SCJG"], make.at(2026, 10, 12))
    holders.does(case_id, "FOOD_CATERING", Restoration(reasons="暂扣期满。"), supervisor, make.at(2026, 12, 20))
    assert food(case_id, make.at(2026, 12, 20)).standing == Standing.DEEMED_RENEWED
    with pytest.raises(Refused, match="已视为准予延续，不能再不予延续"):
        holders.does(case_id, "FOOD_CATERING", refusal, office.deciders["SCJG"], make.at(2026, 12, 21))


def test_what_the_law_renewed_once_is_not_brought_back_after_the_next_term_by_the_old_request(office, case_id):
    asks(case_id, "FOOD_CATERING", LAST_DAY_TO_ASK)
    jobs.perform_permit_lapses(make.at(2031, 10, 8))
    assert food(case_id, make.at(2031, 10, 8)).standing == Standing.EXPIRED
    assert not PermitRequest.objects.filter(state="waiting").exists()
    with pytest.raises(Refused, match="没有等待决定的延续申请"):
        holders.does(case_id, "FOOD_CATERING", RenewalDecision(), office.deciders["SCJG"], make.at(2031, 10, 9))


def test_a_change_still_asked_for_ends_with_the_permit(case_id):
    holders.asks_change(case_id, make.at(2026, 9, 1), representative="李四")
    jobs.perform_permit_lapses(make.at(2026, 10, 8))
    asked = {each.permit.item: each.state for each in PermitRequest.objects.select_related("permit")}
    assert asked["FOOD_CATERING"] == "moot"


def test_renewed_before_the_end_the_food_permit_runs_from_the_approval(office, case_id):
    asks(case_id, "FOOD_CATERING", make.at(2026, 8, 3))
    holders.does(case_id, "FOOD_CATERING", RenewalDecision(), office.deciders["SCJG"], make.at(2026, 8, 10))
    assert holders.permit(case_id, "FOOD_CATERING").from_on == date(2026, 8, 10)


def test_a_refused_renewal_lets_the_permit_run_out(office, case_id):
    asks(case_id, "FOOD_CATERING", make.at(2026, 8, 3))
    paper = RenewalRefusal(found="专间已拆除。", reasons="不再符合食品安全法第三十三条。")
    holders.does(case_id, "FOOD_CATERING", paper, office.deciders["SCJG"], make.at(2026, 8, 10))
    assert food(case_id, make.at(2026, 10, 7)).standing == Standing.IN_FORCE
    assert food(case_id, make.at(2026, 10, 8)).standing == Standing.EXPIRED


def test_the_holder_is_reminded_once_at_each_step_and_no_more_after_asking(case_id):
    told = []
    for days in (121, 120, 119, 90, 45, 30):
        on = LAST - timedelta(days=days)
        told.append(jobs.remind_of_renewal(make.at(on.year, on.month, on.day)))
    assert told == [0, 1, 0, 1, 1, 1]
    reminders = [entry.data["days"] for entry in entries_of(case_id) if entry.kind == "permit.remind"]
    assert reminders == [120, 90, 60, 30]
    said = [each.text for each in messages(case_id, published.catalogue(), make.at(2026, 9, 7))]
    assert any("到2026年10月7日为止" in text and "前申请延续" in text for text in said)


def test_the_holder_is_told_whatever_happens_to_a_permit():
    assert {f"permit.{verb}" for verb in EVENTS} <= SENTENCES.keys()


def test_the_holder_is_told_that_the_law_has_renewed_the_permit(case_id):
    asks(case_id, "FOOD_CATERING", make.at(2026, 8, 3))
    jobs.perform_permit_lapses(make.at(2026, 10, 8))
    said = [each.text for each in messages(case_id, published.catalogue(), make.at(2026, 10, 8))]
    assert any("到有效期届满时还没有决定，依法视为准予延续" in text for text in said)


def test_who_has_asked_is_not_reminded(case_id):
    asks(case_id, "FOOD_CATERING", make.at(2026, 8, 3))
    assert jobs.remind_of_renewal(make.at(2026, 9, 20)) == 0
