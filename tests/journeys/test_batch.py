"""面馆 comes in with the second batch: planned, reviewed, published, in force, and offered once the batch is live."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests import make, published
from yizheng.catalogue import publishing
from yizheng.catalogue.batches import batch_seen
from yizheng.catalogue.checks import text_faults
from yizheng.catalogue.commands import amend, commence, open_revision, publish_revision, sign, submit
from yizheng.catalogue.commands.batches import TaskPlan, enrol, open_batch, plan_task, report_task, sign_batch
from yizheng.catalogue.commands.placing import place
from yizheng.catalogue.offers import not_offered, offered
from yizheng.catalogue.revisions.overlay import published_entries
from yizheng.catalogue.revisions.revision import opened
from yizheng.law.words import BatchVerb, Offer, Presence, Role, TaskState

pytestmark = pytest.mark.django_db
DAY = make.at(2026, 9, 1)


def test_an_industry_is_offered_only_when_its_batch_is_live(monkeypatch: pytest.MonkeyPatch) -> None:
    # What everybody could answer is tried where the checks are tested.
    monkeypatch.setattr("yizheng.catalogue.commands.revisions.faults_of", text_faults)
    make.publish_regulations()
    lead, head = make.person("乔远山", Role.LEAD, "XZSP"), make.person("林局长", Role.HEAD, "XZSP")

    revision = open_revision("面馆", "办件量大", "", who=lead, at=DAY).case_id
    shop = {**published_entries(publishing.newest_id())["industries"]["RESTAURANT"], "code": "NOODLES", "name": "面馆"}
    amend(revision, "industries", "NOODLES", shop, who=lead, at=DAY)

    batch = open_batch("第二批", "面馆办件量最大", who=lead, at=DAY).case_id
    enrol(batch, ["NOODLES"], who=lead, at=DAY)
    training = TaskPlan(
        title="培训窗口", organ="XZSP", owner="王科长", from_on=DAY.date(), due_on=date(2026, 9, 20),
        before=BatchVerb.GO_LIVE,
    )  # fmt: skip
    plan_task(batch, training, who=lead, at=DAY)
    plan_task(batch, replace(training, title="印好样表", before=BatchVerb.PASS), who=lead, at=DAY)
    tasks = {each.title: each.id for each in batch_seen(batch, lead, DAY, DAY.date()).tasks}
    report_task(batch, tasks["印好样表"], TaskState.DONE, "", who=head, at=DAY)
    for organ in {each.organ for each in published.catalogue().items.values()}:
        place(organ, "", Presence.ENTERED, counter="综合窗口", who=lead, at=DAY)
    sign_batch(batch, BatchVerb.PASS, "条件具备", who=lead, at=DAY)

    submit(revision, who=lead, at=DAY)
    for organ in opened(revision).facts.waiting:
        sign(revision, who=make.person(f"{organ}负责人", Role.HEAD, organ), at=DAY)
    publish_revision(revision, who=lead, at=DAY)
    sign_batch(batch, BatchVerb.ANNOUNCE, "已公布", who=lead, at=DAY)
    commence(revision, DAY + timedelta(days=1), who=head, at=DAY)

    later = DAY + timedelta(days=2)
    assert "NOODLES" not in offered(publishing.in_force(later), later), "in force, and yet not offered"
    stop = not_offered("NOODLES", later)
    assert stop is not None
    assert (stop.offer, stop.offer.label) == (Offer.WAITING, "等待上线")
    assert "“第二批”里，还没有上线实施" in stop.reason
    assert "分别申请" in stop.instead

    report_task(batch, tasks["培训窗口"], TaskState.DONE, "", who=head, at=later)
    sign_batch(batch, BatchVerb.GO_LIVE, "自今日起受理", who=head, at=later)
    assert not_offered("NOODLES", later) is None
    assert "NOODLES" in offered(publishing.in_force(later), later)
    assert not_offered("RESTAURANT", later) is None, "an industry in no batch is governed by the version alone"
