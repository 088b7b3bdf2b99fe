"""§7-3: the event changes everything in the same second; the old paper says so; the past can still be asked for."""

from datetime import timedelta

import pytest

from tests import holders, make
from yizheng.law.papers import Cancellation, Forfeiture, Recall, Restoration, Revocation, Suspension
from yizheng.law.words import LicenceState, Standing
from yizheng.ledger.command import NotFound, Refused
from yizheng.licences import queries
from yizheng.licences.commands import hand_out
from yizheng.licences.models import Letter, LicenceVersion
from yizheng.licences.seen import Banner

pytestmark = pytest.mark.django_db

GRANTED, EVENT, LATER = make.at(2026, 3, 4), make.at(2026, 4, 8, 9), make.at(2026, 4, 10)
PAPERS = {
    Standing.REVOKED: Revocation(ground="69-2", found="以虚假租赁合同取得许可。"),
    Standing.RECALLED: Recall(ground="facts", found="规划调整。", compensation="评估后补偿。"),
    Standing.FORFEITED: Forfeiture(decision="青烟罚〔2026〕3号", found="多次向未成年人卖烟。"),
    Standing.SUSPENDED: Suspension(decision="青烟罚〔2026〕2号", found="暂扣三个月。"),
}


@pytest.fixture
def office():
    return make.office()


@pytest.fixture
def case_id(office):
    """Three permits: licence v2, printed."""
    return holders.with_permits(office, "FOOD_CATERING", "SEWER", "TOBACCO", moment=GRANTED)


def happens(office, case_id, standing, at=EVENT):
    who = office.deciders["YCZM"]
    if standing in {Standing.FORFEITED, Standing.SUSPENDED}:
        who = holders.supervisor("YCZM")
    holders.does(case_id, "TOBACCO", PAPERS[standing], who, at)


@pytest.mark.parametrize("standing", PAPERS)
def test_five_seconds_after_the_event_the_printed_version_says_so(office, case_id, standing):
    printed = LicenceVersion.objects.latest("version")
    happens(office, case_id, standing)
    scan = queries.scanned(printed.token, EVENT + timedelta(seconds=5))
    gone = scan.listed[-1]
    assert (scan.banner, gone.standing, gone.ended_on) == (Banner.SOME, standing, EVENT.date())
    assert gone.why
    assert scan.replaced == (standing != Standing.SUSPENDED), "a suspension leaves the paper where it is"


def test_the_licence_department_is_told_at_once_with_a_letter(office, case_id):
    happens(office, case_id, Standing.REVOKED)
    (letter,) = Letter.objects.filter(role="lead")
    assert (letter.event, letter.sent_at, letter.paper_id is not None) == ("permit.revoke", EVENT, True)


@pytest.mark.parametrize("standing", [Standing.REVOKED, Standing.RECALLED, Standing.FORFEITED])
def test_cancellation_is_an_act_of_its_own_with_its_own_date_and_ground(office, case_id, standing):
    happens(office, case_id, standing)
    versions = LicenceVersion.objects.count()
    with pytest.raises(Refused, match="不适用所选的情形"):
        holders.does(case_id, "TOBACCO", Cancellation(ground="70-6"), office.deciders["YCZM"], LATER)
    holders.does(case_id, "TOBACCO", Cancellation(ground="70-4"), office.deciders["YCZM"], LATER)
    tobacco = holders.seen(case_id, "TOBACCO", LATER)
    assert (tobacco.standing, tobacco.ended_on) == (Standing.CANCELLED, LATER.date())
    assert "行政许可法第七十条第四项" in tobacco.why
    assert LicenceVersion.objects.count() == versions, "the licence had left it out already"
    with pytest.raises(Refused, match="该许可已注销"):
        happens(office, case_id, Standing.REVOKED, at=LATER)


def test_a_suspension_ends_and_the_same_paper_is_green_again(office, case_id):
    happens(office, case_id, Standing.SUSPENDED)
    holders.does(case_id, "TOBACCO", Restoration(reasons="暂扣期满。"), holders.supervisor("YCZM"), LATER)
    scan = queries.scanned(LicenceVersion.objects.latest("version").token, LATER)
    assert (scan.banner, scan.replaced) == (Banner.ALL, False)


def test_every_past_day_can_be_asked_for(office, case_id):
    first = LicenceVersion.objects.earliest("version")
    happens(office, case_id, Standing.REVOKED)
    before = queries.scanned(first.token, EVENT - timedelta(seconds=1))
    assert (before.banner, before.current_version) == (Banner.ALL, 2)
    assert queries.scanned(first.token, EVENT).current_version == 3
    with pytest.raises(NotFound):
        queries.scanned(first.token, GRANTED - timedelta(days=1))


def test_below_two_the_licence_is_retired_from_that_moment_and_not_before(office, case_id):
    token = LicenceVersion.objects.latest("version").token
    happens(office, case_id, Standing.REVOKED)
    paper = PAPERS[Standing.REVOKED]
    holders.does(case_id, "SEWER", paper, office.deciders["JSGL"], LATER)
    assert queries.scanned(token, LATER).retired_at == LATER
    assert not queries.scanned(token, LATER - timedelta(seconds=1)).retired
    assert holders.seen(case_id, "FOOD_CATERING", LATER).holds


def states(case_id, at):
    return [each.state for each in queries.licence_of(case_id, at).versions]


def test_a_new_version_is_handed_out_at_the_window_against_the_old_one(office, case_id):
    drawn, replaced, issued = LicenceState.DRAWN_UP, LicenceState.REPLACED, LicenceState.ISSUED
    assert states(case_id, EVENT) == [replaced, drawn]
    given = {"to_name": "孙晓梅", "who": office.window, "at": EVENT}
    with pytest.raises(Refused, match="第1版已被第2版替代"):
        hand_out(case_id, 1, old_returned=False, **given)
    hand_out(case_id, 2, old_returned=False, **given)
    assert states(case_id, EVENT) == [replaced, issued]
    with pytest.raises(Refused, match="已经发放"):
        hand_out(case_id, 2, old_returned=False, **given)

    happens(office, case_id, Standing.REVOKED)
    assert states(case_id, LATER) == [replaced, replaced, LicenceState.TO_REISSUE]
    with pytest.raises(Refused, match="请填写领证人"):
        hand_out(case_id, 3, to_name=" ", old_returned=True, who=office.window, at=LATER)
    with pytest.raises(Refused, match="由综合窗口统一颁发"):
        hand_out(case_id, 3, to_name="孙晓梅", old_returned=True, who=office.deciders["SCJG"], at=LATER)
    hand_out(case_id, 3, to_name="孙晓梅", old_returned=True, who=office.window, at=LATER)
    assert states(case_id, LATER) == [replaced, LicenceState.TAKEN_BACK, issued]
