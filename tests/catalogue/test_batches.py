"""A batch from its plan to the day it is live: who may, what must be done first, and what stands in the book."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from tests import make, published
from yizheng.catalogue.batches import BatchSeen, batch_seen, batches, enrollable, waiting
from yizheng.catalogue.commands.batches import TaskPlan, enrol, open_batch, plan_task, report_task, sign_batch
from yizheng.catalogue.commands.placing import place
from yizheng.catalogue.models import BatchSignature, HallWord
from yizheng.catalogue.placing import effects, organs_placed
from yizheng.law.authority import Who
from yizheng.law.words import BatchState, BatchVerb, Presence, Role, TaskState
from yizheng.ledger.book import entries_of, fault_in_chain
from yizheng.ledger.command import NotFound, Refused

pytestmark = pytest.mark.django_db

DAY = make.at(2026, 9, 1)
IN_FORCE = DAY + timedelta(days=10)
NEW = "NOODLES"
"""An industry that was published on the day before, and comes into force ten days later."""


@pytest.fixture
def lead() -> Who:
    make.publish_regulations()
    known = published.catalogue()
    shop = replace(known.industries["RESTAURANT"], code=NEW, name="面馆")
    make.changed(replace(known, industries={**known.industries, NEW: shop}), DAY - timedelta(days=1), IN_FORCE)
    return make.person("乔远山", Role.LEAD, "XZSP")


@pytest.fixture
def head() -> Who:
    return make.person("林局长", Role.HEAD, "XZSP")


@pytest.fixture
def batch(lead: Who) -> UUID:
    return open_batch("第二批", "面馆办件量最大", who=lead, at=DAY).case_id


def task(before: BatchVerb = BatchVerb.PASS, **other: object) -> TaskPlan:
    plan = TaskPlan(
        title="逐项核对材料依据", organ="SCJG", owner="周科长", from_on=date(2026, 8, 20), due_on=date(2026, 8, 29),
        before=before,
    )  # fmt: skip
    return replace(plan, **other)  # type: ignore[arg-type]


def seen(batch_id: UUID, who: Who) -> BatchSeen:
    return batch_seen(batch_id, who, DAY, DAY.date())


def place_everybody(lead: Who) -> None:
    for organ in published.catalogue().organs:
        if any(each.organ == organ for each in published.catalogue().items.values()):
            place(organ, "", Presence.ENTERED, counter="一楼综合窗口", who=lead, at=DAY)


def ready(batch_id: UUID, lead: Who) -> None:
    """Enrolled, planned and done, placed: fit to be reviewed."""
    enrol(batch_id, [NEW], who=lead, at=DAY)
    plan_task(batch_id, task(), who=lead, at=DAY)
    report_task(batch_id, seen(batch_id, lead).tasks[0].id, TaskState.DONE, "", who=lead, at=DAY)
    place_everybody(lead)


def test_a_batch_goes_live_by_three_signed_acts_with_their_days_and_stands_in_the_book(
    batch: UUID, lead: Who, head: Who
) -> None:
    ready(batch, lead)
    sign_batch(batch, BatchVerb.PASS, "材料、流程、人员齐备", who=lead, at=DAY)
    sign_batch(batch, BatchVerb.ANNOUNCE, "在政府网站公布", who=lead, at=DAY + timedelta(days=1))
    assert waiting(IN_FORCE) == {NEW: "第二批"}
    sign_batch(batch, BatchVerb.GO_LIVE, "自今日起受理", who=head, at=IN_FORCE)
    assert waiting(IN_FORCE) == {}
    found = batch_seen(batch, lead, IN_FORCE, IN_FORCE.date())
    assert found.state == BatchState.LIVE
    assert [(each.verb, each.by) for each in found.signed] == [
        (BatchVerb.PASS, "乔远山"), (BatchVerb.ANNOUNCE, "乔远山"), (BatchVerb.GO_LIVE, "林局长"),
    ]  # fmt: skip
    assert [each.kind for each in entries_of(batch)][-3:] == [
        "batch.pass_review", "batch.announce", "batch.go_live",
    ]  # fmt: skip
    assert fault_in_chain(entries_of(batch)) == ""


def test_no_act_is_done_before_what_must_be_so_first(batch: UUID, lead: Who, head: Who) -> None:
    with pytest.raises(Refused, match="还没有纳入任何行业"):
        sign_batch(batch, BatchVerb.PASS, "好", who=lead, at=DAY)
    ready(batch, lead)
    plan_task(batch, task(BatchVerb.GO_LIVE, title="培训窗口"), who=lead, at=DAY)
    with pytest.raises(Refused, match="现为「筹备中」，不能「公布这一批」"):
        sign_batch(batch, BatchVerb.ANNOUNCE, "好", who=lead, at=DAY)
    with pytest.raises(Refused, match="请写明评审结论"):
        sign_batch(batch, BatchVerb.PASS, " ", who=lead, at=DAY)
    sign_batch(batch, BatchVerb.PASS, "好", who=lead, at=DAY)
    sign_batch(batch, BatchVerb.ANNOUNCE, "好", who=lead, at=DAY)
    with pytest.raises(Refused, match="还没有完成：培训窗口"):
        sign_batch(batch, BatchVerb.GO_LIVE, "好", who=head, at=DAY)
    late = next(each for each in seen(batch, lead).tasks if each.title == "培训窗口")
    with pytest.raises(Refused, match="为什么不再需要"):
        report_task(batch, late.id, TaskState.WAIVED, "", who=lead, at=DAY)
    report_task(batch, late.id, TaskState.WAIVED, "窗口已经会办", who=lead, at=DAY)
    with pytest.raises(Refused, match="目录版本还没有施行的行业：面馆"):
        sign_batch(batch, BatchVerb.GO_LIVE, "好", who=head, at=DAY)
    assert BatchSignature.objects.count() == 2


def test_items_of_which_nobody_said_whether_they_entered_hold_up_the_review(batch: UUID, lead: Who) -> None:
    enrol(batch, [NEW], who=lead, at=DAY)
    plan_task(batch, task(), who=lead, at=DAY)
    report_task(batch, seen(batch, lead).tasks[0].id, TaskState.DONE, "", who=lead, at=DAY)
    with pytest.raises(Refused, match=r"还没有登记是否进驻政务服务大厅的事项：.*食品经营许可"):
        sign_batch(batch, BatchVerb.PASS, "好", who=lead, at=DAY)


def test_only_what_nobody_can_apply_for_yet_is_enrolled_and_in_one_batch_only(batch: UUID, lead: Who) -> None:
    assert enrollable(DAY) == ((NEW, "面馆"),)
    with pytest.raises(Refused, match="RESTAURANT不是"):
        enrol(batch, [NEW, "RESTAURANT"], who=lead, at=DAY)
    enrol(batch, [NEW], who=lead, at=DAY)
    assert enrollable(DAY) == ()
    another = open_batch("第三批", "试一试", who=lead, at=DAY).case_id
    with pytest.raises(Refused, match="NOODLES不是"):
        enrol(another, [NEW], who=lead, at=DAY)
    enrol(batch, [], who=lead, at=DAY)
    enrol(another, [NEW], who=lead, at=DAY)
    assert waiting(DAY) == {NEW: "第三批"}


def test_a_batch_that_is_given_up_lets_its_industries_go(batch: UUID, lead: Who) -> None:
    ready(batch, lead)
    sign_batch(batch, BatchVerb.PASS, "好", who=lead, at=DAY)
    sign_batch(batch, BatchVerb.SEND_BACK, "依据有变", who=lead, at=DAY)
    assert not any(gate.done for gate in seen(batch, lead).gates), "sent back, the review is to be passed again"
    sign_batch(batch, BatchVerb.DROP_BATCH, "不办了", who=lead, at=DAY)
    assert waiting(DAY) == {}
    assert seen(batch, lead).industries == ((NEW, "面馆"),), "it is still read which they were"
    assert enrollable(DAY) == ((NEW, "面馆"),)


def test_the_plan_shows_what_is_late_and_the_head_of_the_organ_says_how_far_it_is(batch: UUID, lead: Who) -> None:
    plan_task(batch, task(), who=lead, at=DAY)
    plan_task(batch, task(title="备好样表", due_on=date(2026, 10, 1)), who=lead, at=DAY)
    late, later = seen(batch, lead).tasks
    assert (late.lamp, late.words, later.lamp) == ("late", "迟了3天", "on_time")
    assert 0 == late.start < late.start + late.length < seen(batch, lead).today < 1000
    assert [(each.undone, each.late) for each in batches(DAY, DAY.date())] == [(2, 1)]
    with pytest.raises(Refused, match="承担任务的机关负责人"):
        report_task(batch, late.id, TaskState.DONE, "", who=make.person("孙", Role.HEAD, "WSJK"), at=DAY)
    report_task(batch, late.id, TaskState.DONE, "已核", who=make.person("周", Role.HEAD, "SCJG"), at=DAY)
    assert seen(batch, lead).late == 0


def test_a_task_says_all_that_is_missing_at_once_and_can_be_changed(batch: UUID, lead: Who) -> None:
    wrong = TaskPlan(title="", organ="", owner="长" * 81, from_on=None, due_on=None, before="")
    with pytest.raises(Refused) as refusal:
        plan_task(batch, wrong, who=lead, at=DAY)
    assert [each.field for each in refusal.value.faults] == ["title", "organ", "owner", "from_on", "due_on", "before"]
    plan_task(batch, task(), who=lead, at=DAY)
    plan_task(batch, task(owner="李科长"), seen(batch, lead).tasks[0].id, who=lead, at=DAY)
    assert [each.owner for each in seen(batch, lead).tasks] == ["李科长"]


def test_only_the_lead_department_sets_up_a_batch_and_says_why(lead: Who, head: Who) -> None:
    with pytest.raises(Refused, match="由牵头部门设立"):
        open_batch("第二批", "好", who=head, at=DAY)
    with pytest.raises(Refused) as refusal:
        open_batch("", " ", who=lead, at=DAY)
    assert [each.field for each in refusal.value.faults] == ["title", "reason"]


def test_the_same_request_twice_sets_up_one_batch(lead: Who) -> None:
    first, again = (open_batch("第二批", "好", who=lead, at=DAY, key="once") for _ in range(2))
    assert first.case_id == again.case_id
    assert len(batches(DAY, DAY.date())) == 1


def test_what_is_not_there_is_not_found(batch: UUID, lead: Who) -> None:
    for nothing in (
        lambda: seen(UUID(int=0), lead),
        lambda: enrol(UUID(int=0), [], who=lead, at=DAY),
        lambda: report_task(batch, UUID(int=0), TaskState.DONE, "", who=lead, at=DAY),
        lambda: place("NOBODY", "", Presence.ENTERED, counter="1号", who=lead, at=DAY),
        lambda: place("SCJG", "TOBACCO", Presence.ENTERED, counter="1号", who=lead, at=DAY),
    ):
        with pytest.raises(NotFound):
            nothing()


def test_the_last_word_on_who_has_entered_holds_and_every_word_stays(lead: Who) -> None:
    place("SCJG", "", Presence.ENTERED, counter="二楼3号窗口", who=lead, at=DAY)
    away = {"reason": "场地不够", "hand_on": "当天系统转市场监管部"}
    place("SCJG", "FOOD_CATERING", Presence.AWAY, **away, who=lead, at=DAY)
    told = effects({"FOOD_CATERING": "SCJG", "FOOD_SALE": "SCJG", "TOBACCO": "YCZM"})
    assert told["FOOD_CATERING"] == "由政务服务大厅“一业一证”窗口收件，当天系统转市场监管部，您不用另跑"
    assert told["FOOD_SALE"] == "在政务服务大厅二楼3号窗口办"
    assert told["TOBACCO"] == ""
    place("SCJG", "FOOD_CATERING", Presence.ENTERED, counter="二楼4号窗口", who=lead, at=DAY)
    assert effects({"FOOD_CATERING": "SCJG"})["FOOD_CATERING"] == "在政务服务大厅二楼4号窗口办"
    assert HallWord.objects.count() == 3
    organ = next(each for each in organs_placed(published.catalogue()) if each.code == "SCJG")
    assert [each.code for each in organ.items if each.own] == ["FOOD_CATERING"]
    with pytest.raises(DatabaseError), transaction.atomic():
        HallWord.objects.update(counter="别处")


def test_a_word_on_who_has_entered_says_all_that_is_missing(lead: Who, head: Who) -> None:
    with pytest.raises(Refused, match="由牵头部门登记"):
        place("SCJG", "", Presence.ENTERED, counter="1号", who=head, at=DAY)
    with pytest.raises(Refused) as refusal:
        place("SCJG", "", Presence.AWAY, who=lead, at=DAY)
    assert {each.field for each in refusal.value.faults} == {"reason", "hand_on"}
    with pytest.raises(Refused, match="最多100个字"):
        place("SCJG", "", Presence.ENTERED, counter="1" * 101, who=lead, at=DAY)
