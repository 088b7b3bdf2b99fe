"""The organs: claim, review, return, grant, refuse, revoke; and the sentences when it may not be."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests import make
from tests.web.staff.desks import FOOD, MONDAY, TOBACCO, clock_at, food, signed_in, two_hats
from yizheng.cases.models import PaperRecord
from yizheng.catalogue import publishing
from yizheng.law.words import Role, State, Verb
from yizheng.licences.models import Permit

pytestmark = pytest.mark.django_db
GRANT = {"found": "查明属实。", "scope": "热食类食品制售"}


def review(case_id: UUID, failed: str = "", **other: str) -> dict[str, str]:
    """A review form with every point of the item passed but the one that failed."""
    checks = make.opinion(make.items(case_id)[FOOD]).checks
    said = {f"check-{each.code}": "failed" if each.code == failed else "passed" for each in checks}
    return {**said, "proposal": "grant", "reasons": "材料齐全。", **other}


def visit(reviewer: Client, case_id: UUID) -> None:
    """Call a visit and record it, through the forms."""
    day = "2026-03-02"
    assert reviewer.post(f"{food(case_id)}/call_visit", {"visit_on": day, "hours": "上午"}).status_code == 302
    record = {"visited_on": day, "inspectors": "李审查 1\n钱同行 2", "found": "与图纸一致。", "result": "passed"}
    assert reviewer.post(f"{food(case_id)}/visit", record).status_code == 302


def state(case_id: UUID, item: str = FOOD) -> str:
    return make.items(case_id)[item].state


def test_the_page_shows_this_item_and_nothing_of_the_others(reviewer: Client, accepted: UUID) -> None:
    page = reviewer.get(food(accepted)).content.decode()
    catalogue = publishing.version(make.case(accepted).catalogue_id)
    assert catalogue.fields["kitchen_area"].label in page
    assert "M_STAFF_HEALTH.png" in page
    tobacco = catalogue.items[TOBACCO]
    assert all(catalogue.fields[use.field].label not in page for use in tobacco.fields)
    assert "M_SIGN_DESIGN.png" not in page
    assert "2026年3月11日 周三" in page, "seven working days from Monday 2 March"


def test_claimed_reviewed_returned_reviewed_again_and_granted(
    reviewer: Client, decider: Client, accepted: UUID
) -> None:
    assert reviewer.post(f"{food(accepted)}/claim").status_code == 302
    assert reviewer.post(f"{food(accepted)}/review", review(accepted)).status_code == 409, "nobody has been there"
    visit(reviewer, accepted)
    assert reviewer.post(f"{food(accepted)}/review", review(accepted)).status_code == 302
    assert state(accepted) == State.PROPOSED
    assert "材料齐全。" in decider.get(food(accepted)).content.decode()
    assert decider.post(f"{food(accepted)}/return", {"reasons": "专间面积再核一下"}).status_code == 302
    assert "材料齐全。</textarea>" in reviewer.get(food(accepted)).content.decode(), "nobody answers twice"
    assert reviewer.post(f"{food(accepted)}/review", review(accepted)).status_code == 302
    assert decider.post(f"{food(accepted)}/grant", GRANT).status_code == 302
    assert state(accepted) == State.GRANTED
    page = decider.get(food(accepted)).content.decode()
    assert Permit.objects.get().number in page
    assert "许可生效" in page


def test_an_unfinished_review_keeps_everything_that_was_entered(reviewer: Client, accepted: UUID) -> None:
    visit(reviewer, accepted)
    said = review(accepted)
    code = next(name for name in said if name.startswith("check-")).removeprefix("check-")
    del said[f"check-{code}"]
    said[f"remark-{code}"] = "明天去看"
    answer = reviewer.post(f"{food(accepted)}/review", said)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "还有1个审查要点没有结论" in page
    assert 'value="明天去看"' in page
    assert "材料齐全。</textarea>" in page
    assert page.count('value="passed" checked') == len(said) - 3, "all but the one missing"


def test_a_point_that_fails_wants_its_facts_and_forbids_to_propose_a_grant(reviewer: Client, accepted: UUID) -> None:
    visit(reviewer, accepted)
    code = next(iter(make.opinion(make.items(accepted)[FOOD]).checks)).code
    page = reviewer.post(f"{food(accepted)}/review", review(accepted, failed=code)).content.decode()
    assert "审查要点「不符合」的，请写明事实。" in page
    assert "有审查要点不符合，不能建议准予。" in page


def test_a_refusal_shows_the_remedies_as_they_will_be_printed(
    decider: Client, office: make.Office, accepted: UUID
) -> None:
    make.reviewed(office, make.items(accepted)[FOOD], moment=MONDAY, proposal="refuse")
    page = decider.get(food(accepted)).content.decode()
    organ = publishing.version(make.case(accepted).catalogue_id).organs["SCJG"]
    assert "自收到本决定书之日起六十日内" in page
    assert organ.remedies.court in page
    answer = decider.post(f"{food(accepted)}/refuse", {"found": "没有专间。", "reasons": ""})
    assert answer.status_code == 422
    assert "没有专间。" in answer.content.decode()
    said = {"found": "没有专间。", "reasons": "食品安全法第三十三条"}
    assert decider.post(f"{food(accepted)}/refuse", said).status_code == 302
    assert organ.remedies.court in " ".join(PaperRecord.objects.get(kind="refusal").head["remedies"].values())


def test_who_received_may_not_decide_and_is_told_so(office: make.Office) -> None:
    somebody = two_hats("孙多能", (Role.WINDOW, "XZSP"), (Role.DECIDER, "SCJG"))
    case_id = make.filed(moment=MONDAY, by=somebody)
    make.accepted(office, moment=MONDAY, case_id=case_id)
    make.reviewed(office, make.items(case_id)[FOOD], moment=MONDAY)
    client, sentence = signed_in(somebody), "您收件或受理了本件，不能再准予许可"
    assert sentence in client.get(food(case_id)).content.decode(), "the closed button says it before it is tried"
    answer = client.post(f"{food(case_id)}/grant", GRANT)
    assert answer.status_code == 409
    assert sentence in answer.content.decode()
    assert state(case_id) == State.PROPOSED


def test_who_reviewed_may_not_decide(office: make.Office, accepted: UUID) -> None:
    somebody = two_hats("孙多能", (Role.REVIEWER, "SCJG"), (Role.DECIDER, "SCJG"))
    office.reviewers["SCJG"] = somebody
    make.reviewed(office, make.items(accepted)[FOOD], moment=MONDAY)
    client = signed_in(somebody)
    assert "审查与决定应当由不同人员办理" in client.get(food(accepted)).content.decode()
    answer = client.post(f"{food(accepted)}/grant", GRANT)
    assert answer.status_code == 409
    assert "查明属实。" not in answer.content.decode(), "no form for what is closed"


def test_what_another_reviewer_has_claimed(reviewer: Client, accepted: UUID) -> None:
    other = signed_in(make.person("周另审", Role.REVIEWER, "SCJG"))
    reviewer.post(f"{food(accepted)}/claim")
    assert "本件已由李审查认领；换人办理请先转办。" in other.get(food(accepted)).content.decode()
    assert other.post(f"{food(accepted)}/claim").status_code == 409


@pytest.mark.parametrize("item_state", ["received", "accepted", "proposed", "granted"])
def test_every_verb_stands_on_the_page_open_or_closed_with_its_reason(
    reviewer: Client, office: make.Office, item_state: str
) -> None:
    case_id = make.filed(moment=MONDAY)
    if item_state != "received":
        make.accepted(office, moment=MONDAY, case_id=case_id)
    if item_state in {"proposed", "granted"}:
        making = make.reviewed if item_state == "proposed" else make.granted
        making(office, make.items(case_id)[FOOD], moment=MONDAY)
    page = reviewer.get(food(case_id)).content.decode()
    for verb in (Verb.CLAIM, Verb.REVIEW, Verb.RETURN, Verb.GRANT, Verb.REFUSE):
        form = f"{verb.value}-{make.items(case_id)[FOOD].id}"
        action = f"{food(case_id)}/{verb.value}"
        closed = f'id="{form}-why">'
        assert (action in page) != (closed in page), f"{verb} is either open or says why not"
        if closed in page:
            assert page.partition(closed)[2].partition("<")[0].strip().endswith("。")


def test_an_organ_acts_on_what_the_law_has_accepted_though_nobody_performed_it(
    reviewer: Client, received: UUID, monkeypatch: Any
) -> None:
    clock_at(monkeypatch, make.at(2026, 3, 10))
    page = reviewer.get(food(received)).content.decode()
    assert "自收到申请材料之日起即为受理" in page
    assert reviewer.post(f"{food(received)}/claim").status_code == 302
    item = make.items(received)[FOOD]
    assert (item.state, item.deemed, item.accepted_at) == (State.REVIEWING, True, MONDAY)


def test_an_organ_gives_its_points_to_the_window_before_acceptance(reviewer: Client, received: UUID) -> None:
    said = {"target": "M_PLAN_BASE", "problem": "没有标出专间", "remedy": "标出专间"}
    assert reviewer.post(f"{food(received)}/point", said).status_code == 302
    page = reviewer.get(food(received)).content.decode()
    assert "没有标出专间" in page
    assert "市场监管部" in page
    assert reviewer.post(f"{food(received)}/point", {**said, "problem": ""}).status_code == 422
