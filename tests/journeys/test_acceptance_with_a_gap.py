"""容缺受理: promised with the application, accepted on the promise, decided when it is kept (domain §2.9, C8)."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests import make
from tests.web.applicant import walking
from tests.web.staff.desks import clock_at, signed_in
from yizheng.cases.commands import Move, file_case, hand_in, promise_gap, settle_case, step, take_out
from yizheng.cases.models import Material, MaterialUse, PaperRecord
from yizheng.cases.papers import read
from yizheng.cases.queries.progress import progress
from yizheng.law.papers import Acceptance, GapAcceptance, GapReply, Termination
from yizheng.law.words import State, Verb
from yizheng.ledger.book import entries_of, fault_in_chain
from yizheng.ledger.command import Refused

pytestmark = pytest.mark.django_db

HEALTH = "M_STAFF_HEALTH"
FILED, ACCEPTED, LATER = make.at(2026, 3, 2), make.at(2026, 3, 3), make.at(2026, 3, 5)


@pytest.fixture
def office():
    return make.office()


@pytest.fixture
def draft_id(office):
    return make.draft(moment=FILED, without=[HEALTH])


@pytest.fixture
def filed(draft_id):
    """A restaurant that is to hand in its health certificates later."""
    applicant = make.applicant_of(draft_id)
    promise_gap(draft_id, HEALTH, promised=True, who=applicant, at=FILED)
    file_case(draft_id, who=applicant, at=FILED)
    return draft_id


def food(case_id):
    return make.items(case_id)["FOOD_CATERING"]


def take(case_id, verb, paper, who, at):
    step(case_id, [Move(food(case_id).id, verb, paper)], who=who, at=at)


@pytest.fixture
def accepted(office, filed):
    """The window has accepted on the promise."""
    take(filed, Verb.GAP_ACCEPT, GapAcceptance(missing=(HEALTH,), promised=True), office.window, ACCEPTED)
    return filed


def test_without_a_promise_it_cannot_be_filed_and_with_one_the_promise_is_a_paper(draft_id):
    applicant = make.applicant_of(draft_id)
    with pytest.raises(Refused, match="请上传「从业人员名单和健康证明"):
        file_case(draft_id, who=applicant, at=FILED)
    promise_gap(draft_id, HEALTH, promised=True, who=applicant, at=FILED)
    file_case(draft_id, who=applicant, at=FILED)
    sheet = read(PaperRecord.objects.get(kind="gap_promise"))
    assert sheet.tables[0].rows == (("从业人员名单和健康证明", "食品经营许可（餐饮）", "受理后7个工作日内"),)
    assert "逾期没有补齐的，终止审查" in "".join(sheet.paragraphs)


def test_what_is_excluded_cannot_be_promised_and_it_is_said_why(draft_id):
    for code, why in {
        "M_PLAN_SEWER": "「城镇污水排入排水管网许可」涉及生态安全",
        "M_PLAN_BASE": "属于必要材料",
        "M_NONE": "没有要求交这份材料",
    }.items():
        with pytest.raises(Refused, match=why.replace("「城镇污水排入排水管网许可」", "「.+」")):
            promise_gap(draft_id, code, promised=True, who=make.applicant_of(draft_id), at=FILED)


def test_a_promise_can_be_taken_back_and_falls_away_when_the_material_comes(draft_id):
    applicant = make.applicant_of(draft_id)
    promise_gap(draft_id, HEALTH, promised=True, who=applicant, at=FILED)
    promise_gap(draft_id, HEALTH, promised=False, who=applicant, at=FILED)
    assert make.case(draft_id).gap == []
    promise_gap(draft_id, HEALTH, promised=True, who=applicant, at=FILED)
    hand_in(draft_id, HEALTH, [make.kept("健康证.png")], who=applicant, at=FILED)
    file_case(draft_id, who=applicant, at=FILED)
    assert make.case(draft_id).gap == []
    assert not PaperRecord.objects.filter(kind="gap_promise").exists()


def test_the_window_accepts_with_the_gap_and_not_as_if_nothing_were_missing(office, filed):
    with pytest.raises(Refused, match="承诺后补的材料还没有交"):
        take(filed, Verb.ACCEPT, Acceptance(), office.window, ACCEPTED)
    sewer = Move(make.items(filed)["SEWER"].id, Verb.GAP_ACCEPT, GapAcceptance(promised=True))
    with pytest.raises(Refused, match="不适用容缺受理"):
        step(filed, [sewer], who=office.window, at=ACCEPTED)
    take(filed, Verb.GAP_ACCEPT, GapAcceptance(missing=(HEALTH,), promised=True), office.window, ACCEPTED)
    assert food(filed).gap == [HEALTH]
    stands = progress(filed, ACCEPTED).item(food(filed).id)
    assert stands.count_of("gap").due == date(2026, 3, 12), "the promised seven working days"


def test_nothing_is_granted_before_the_gap_is_closed(office, accepted):
    make.reviewed(office, food(accepted), moment=LATER)
    with pytest.raises(Refused, match="容缺的材料还没有补齐：从业人员名单和健康证明"):
        take(accepted, Verb.GRANT, make.grant_paper(), office.deciders["SCJG"], LATER)
    applicant = make.applicant_of(accepted)
    with pytest.raises(Refused, match="还没有上传"):
        take(accepted, Verb.FILL_GAP, GapReply(), applicant, LATER)
    hand_in(accepted, HEALTH, [make.kept("健康证.png")], who=applicant, at=LATER)
    take(accepted, Verb.FILL_GAP, GapReply(), applicant, LATER)
    use = MaterialUse.objects.get(item_case__case_id=accepted, code=HEALTH)
    assert (use.version, use.standing) == (1, "offered")
    take(accepted, Verb.GRANT, make.grant_paper(), office.deciders["SCJG"], LATER)
    assert food(accepted).state == State.GRANTED
    assert fault_in_chain(entries_of(accepted)) == ""


def test_a_wrong_file_can_be_taken_out_until_it_is_submitted(accepted):
    applicant = make.applicant_of(accepted)
    for name in ("传错了.png", "健康证.png"):
        hand_in(accepted, HEALTH, [make.kept(name, len(name) * 9)], who=applicant, at=LATER)
    take_out(accepted, Material.objects.get(name="传错了.png").id, who=applicant, at=LATER)
    take(accepted, Verb.FILL_GAP, GapReply(), applicant, LATER)
    with pytest.raises(Refused, match="不能再按草稿修改"):
        take_out(accepted, Material.objects.get(name="健康证.png").id, who=applicant, at=LATER)
    with pytest.raises(Refused, match="没有要求补正这份材料"):
        hand_in(accepted, HEALTH, [make.kept("再来.png", 17)], who=applicant, at=LATER)


def test_when_the_time_is_over_the_review_may_end_and_not_before(office, accepted):
    ended = Termination(ground="gap", reasons="承诺补交的健康证明逾期没有补交。")
    with pytest.raises(Refused, match="补交期限还没有届满"):
        take(accepted, Verb.TERMINATE, ended, office.deciders["SCJG"], make.at(2026, 3, 12))
    take(accepted, Verb.TERMINATE, ended, office.deciders["SCJG"], make.at(2026, 3, 13))
    assert food(accepted).state == State.TERMINATED


def test_a_deemed_acceptance_leaves_the_promise_to_be_kept(office, filed):
    settle_case(filed, at=make.at(2026, 3, 10))
    assert (food(filed).deemed, food(filed).gap) == (True, [HEALTH])
    make.reviewed(office, food(filed), moment=make.at(2026, 3, 10))
    with pytest.raises(Refused, match="还没有补齐"):
        take(filed, Verb.GRANT, make.grant_paper(), office.deciders["SCJG"], make.at(2026, 3, 10))
    hand_in(filed, HEALTH, [make.kept()], who=make.applicant_of(filed), at=make.at(2026, 3, 10))
    take(filed, Verb.FILL_GAP, GapReply(), make.applicant_of(filed), make.at(2026, 3, 10))


def test_the_page_says_of_what_cannot_come_later_why(office, monkeypatch):
    clock_at(monkeypatch, FILED)
    client, case = Client(), make.case(make.draft(moment=FILED, without=["M_PLAN_SEWER"]))
    client.post(reverse("resume"), {"code": case.query_code})
    page = walking.text_of(client.get(reverse("materials", args=[case.id])))
    assert "现在就要交，不能后补：" in page
    assert "涉及生态安全，不适用容缺受理" in page
    refused = client.post(reverse("promise", args=[case.id, "M_PLAN_SEWER"]), {"key": "p", "promised": "yes"})
    assert refused.status_code == 422


def test_the_pages_from_the_promise_to_its_keeping(office, draft_id, monkeypatch):
    clock_at(monkeypatch, FILED)
    client, case = Client(), make.case(draft_id)
    client.post(reverse("resume"), {"code": case.query_code})
    materials = reverse("materials", args=[draft_id])
    page = walking.text_of(client.get(materials))
    assert "暂时没有，承诺受理后补交" in page
    client.post(reverse("promise", args=[draft_id, HEALTH]), {"key": "p", "promised": "yes"})
    assert "您承诺受理后7个工作日内补交" in walking.text_of(client.get(materials))
    check = client.get(reverse("check", args=[draft_id]))
    assert "到期没有补齐的，终止审查" in walking.text_of(check)
    client.post(reverse("check", args=[draft_id]), {"key": walking.key_in(check), "truth": "yes", "data": "yes"})

    window, number = signed_in(office.window), make.case(draft_id).number
    page = walking.text_of(window.get(reverse("window-case", args=[draft_id])))
    assert f'name="missing" value="{HEALTH}" checked' in page
    assert "申请人承诺后补，还没有交" in page
    said = {"key": "g", "missing": HEALTH, "promised": "on"}
    window.post(reverse("window-act", args=[food(draft_id).id, "gap_accept"]), said)
    assert food(draft_id).state == State.REVIEWING

    assert "轮到您了：补交承诺的材料" in walking.text_of(client.get(reverse("progress", args=[number])))
    address = reverse("gap", args=[number])
    refused = client.post(address, {"do": "submit", "key": walking.key_in(client.get(address))})
    assert refused.status_code == 409
    assert "还没有一个事项的材料补齐" in walking.text_of(refused)
    kept = client.post(address, {"do": "upload", "key": "u", f"file-{HEALTH}": walking.picture("错.png")})
    assert "文件已到齐" in walking.text_of(kept)
    client.post(reverse("gap-remove", args=[number, Material.objects.get(name="错.png").id]), {"key": "r"})
    said = {"do": "submit", "key": "f", f"file-{HEALTH}": walking.picture("健康证.png")}
    assert client.post(address, said).status_code == 302
    assert food(draft_id).gap == []
    assert client.get(address).status_code == 302, "with nothing to hand in, the progress"


def test_accepted_by_lapse_of_time_the_promise_has_a_last_day_too(office, filed):
    """Found by walking at random: without one the applicant could let the organ wait for ever."""
    settle_case(filed, at=make.at(2026, 3, 10))
    assert (food(filed).deemed, food(filed).gap) == (True, [HEALTH])
    gap = next(run for run in food(filed).runs if run["clock"] == "gap")
    assert (gap["since"], gap["stopped_on"]) == ("2026-03-09", None), "from the day on which the law had spoken"


def test_what_comes_late_finds_the_clock_has_spoken_before(office, filed):
    """Found by walking at random: the door looks at the clock before it takes a file, as before everything else."""
    hand_in(filed, HEALTH, [make.kept()], who=make.applicant_of(filed), at=make.at(2026, 3, 11))
    assert food(filed).deemed
    kinds = [entry.kind for entry in entries_of(filed)]
    assert kinds.index("item.lapse") < kinds.index("material.hand_in")
