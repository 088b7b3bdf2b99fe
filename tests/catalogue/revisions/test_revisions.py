"""A revision of the catalogue from its draft to the day it is in force: amended, signed, published, signed again."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from time import sleep
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings

from tests import make
from tests.crowd import crowd
from yizheng.catalogue import publishing
from yizheng.catalogue.checks import text_faults
from yizheng.catalogue.commands import (
    amend,
    catch_up,
    commence,
    drop,
    object_to,
    open_revision,
    publish_revision,
    recall,
    sign,
    submit,
)
from yizheng.catalogue.models import CatalogueVersion, Revision, SignOff
from yizheng.catalogue.revisions.overlay import digest_of, published_entries
from yizheng.catalogue.revisions.revision import Opened, opened
from yizheng.law.authority import Who
from yizheng.law.words import RevisionState, Role
from yizheng.ledger.book import entries_of, fault_in_chain
from yizheng.ledger.command import NotFound, Refused

DAY = make.at(2026, 9, 1)
LATER = DAY + timedelta(days=1)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quickly(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What everybody could answer is tried in tests of the checks, and in one test here."""
    if "checked" not in request.fixturenames:
        for place in ("commands.revisions", "publishing"):
            monkeypatch.setattr(f"yizheng.catalogue.{place}.faults_of", text_faults)


@pytest.fixture
def checked() -> None:
    """With all checks, which take seconds."""


@pytest.fixture
def lead() -> Who:
    make.publish_regulations()
    return make.person("乔远山", Role.LEAD, "XZSP")


@pytest.fixture
def head() -> Who:
    return make.person("林局长", Role.HEAD, "XZSP")


def farming() -> Who:
    return make.person("周局长", Role.HEAD, "NYNC")


def begun(lead: Who) -> UUID:
    return open_revision("宠物医院提速", "企业反映办得慢", "三个月二十件", who=lead, at=DAY).case_id


def entry(kind: str, code: str, **changes: Any) -> dict[str, Any]:
    """An entry of the version in force, with some of it changed."""
    return {**published_entries(publishing.newest_id())[kind][code], **changes}


def signing(lead: Who) -> UUID:
    """A revision of one item of one organ, sent round."""
    revision = begun(lead)
    data = entry("items", "ANIMAL_CLINIC", short="动物诊疗")
    amend(revision, "items", "ANIMAL_CLINIC", data, who=lead, at=DAY)
    submit(revision, who=lead, at=DAY)
    return revision


def seen(revision: UUID) -> Opened:
    return opened(revision)


def state(revision: UUID) -> str:
    return Revision.objects.get(id=revision).state


def test_a_revision_says_what_for_and_why(lead: Who) -> None:
    with pytest.raises(Refused) as refused:
        open_revision("", "", "图" * 2001, who=lead, at=DAY)
    assert {fault.field for fault in refused.value.faults} == {"title", "reason", "figures"}
    with pytest.raises(Refused, match="牵头部门组织修订"):
        open_revision("宠物医院提速", "办得慢", "", who=farming(), at=DAY)
    revision = Revision.objects.get(id=begun(lead))
    assert (revision.number, revision.state, revision.drafted_by) == ("修订2026-1", "drafting", "乔远山")


def test_what_is_amended_lies_over_the_version_and_changes_nothing_in_it(lead: Who) -> None:
    revision = begun(lead)
    amend(revision, "items", "ANIMAL_CLINIC", entry("items", "ANIMAL_CLINIC", short="动物诊疗"), who=lead, at=DAY)
    amend(revision, "industries", "KTV", None, who=lead, at=DAY)
    there = seen(revision)
    assert there.changed == (("industries", "KTV"), ("items", "ANIMAL_CLINIC"))
    assert there.proposed is not None
    assert there.proposed.items["ANIMAL_CLINIC"].short == "动物诊疗"
    assert "KTV" not in there.proposed.industries
    assert publishing.in_force(DAY).items["ANIMAL_CLINIC"].short == "动物诊疗许可"
    assert there.name_of(("items", "ANIMAL_CLINIC")) == "动物诊疗许可证核发"


def test_putting_back_what_was_there_undoes_the_change(lead: Who) -> None:
    revision = begun(lead)
    amend(revision, "items", "ANIMAL_CLINIC", entry("items", "ANIMAL_CLINIC", short="动物诊疗"), who=lead, at=DAY)
    amend(revision, "items", "ANIMAL_CLINIC", entry("items", "ANIMAL_CLINIC"), who=lead, at=DAY)
    assert seen(revision).changed == ()
    with pytest.raises(Refused, match="还没有修改任何条目"):
        submit(revision, who=lead, at=DAY)


def test_what_somebody_else_has_changed_meanwhile_is_not_written_over(lead: Who) -> None:
    revision, shown = begun(lead), digest_of(entry("items", "ANIMAL_CLINIC"))
    first, second = (entry("items", "ANIMAL_CLINIC", short=short) for short in ("动物诊疗", "宠物看病"))
    amend(revision, "items", "ANIMAL_CLINIC", first, seen=shown, who=lead, at=DAY)
    with pytest.raises(Refused, match="已被别人修改（乔远山）"):
        amend(revision, "items", "ANIMAL_CLINIC", second, seen=shown, who=lead, at=DAY)
    with pytest.raises(Refused, match="没有这一类条目"):
        amend(revision, "weather", "RAIN", {}, who=lead, at=DAY)


@pytest.mark.usefixtures("checked")
def test_a_promise_that_cannot_be_kept_is_not_sent_round(lead: Who) -> None:
    revision = begun(lead)
    slow = entry("items", "ANIMAL_CLINIC")["promised"][0] | {"term": {"n": 16, "unit": "wd"}}
    amend(revision, "items", "ANIMAL_CLINIC", entry("items", "ANIMAL_CLINIC", promised=[slow]), who=lead, at=DAY)
    with pytest.raises(Refused, match="总时限10个工作日短于 ANIMAL_CLINIC 的承诺时限16个工作日；共2处"):
        submit(revision, who=lead, at=DAY)


def test_an_entry_that_cannot_be_read_is_kept_and_told_and_not_sent_round(lead: Who) -> None:
    revision = begun(lead)
    amend(revision, "industries", "PET_SHOP", {"code": "PET_SHOP", "name": "宠物店"}, who=lead, at=DAY)
    assert seen(revision).proposed is None
    with pytest.raises(Refused, match="检查没有通过"):
        submit(revision, who=lead, at=DAY)
    assert state(revision) == RevisionState.DRAFTING


def test_each_organ_signs_what_is_its_own_and_only_then_it_is_published(lead: Who, head: Who) -> None:
    revision = signing(lead)
    assert seen(revision).concerned == {"NYNC": (("items", "ANIMAL_CLINIC"),)}
    with pytest.raises(Refused, match="还没有会签"):
        publish_revision(revision, who=lead, at=DAY)
    with pytest.raises(Refused, match="只有事项涉及的机关的负责人"):
        sign(revision, who=make.person("孙局长", Role.HEAD, "SCJG"), at=DAY)
    sign(revision, "同意", who=farming(), at=DAY)
    publish_revision(revision, who=lead, at=LATER)
    version = CatalogueVersion.objects.get(revision=revision)
    assert publishing.version(version.pk).items["ANIMAL_CLINIC"].short == "动物诊疗"
    assert publishing.current(LATER) != version, "published is not yet in force"
    assert state(revision) == RevisionState.PUBLISHED


def test_the_head_of_the_lead_organ_brings_into_force_and_cases_filed_before_stay_as_they_are(
    lead: Who, head: Who
) -> None:
    before = publishing.in_force_id(DAY)
    revision = signing(lead)
    sign(revision, who=farming(), at=DAY)
    publish_revision(revision, who=lead, at=DAY)
    with pytest.raises(Refused, match="负责人签发"):
        commence(revision, LATER, who=lead, at=DAY)
    with pytest.raises(Refused, match="不能早于现在"):
        commence(revision, DAY - timedelta(days=1), who=head, at=DAY)
    commence(revision, LATER, who=head, at=DAY)
    assert publishing.in_force_id(DAY) == before
    assert publishing.in_force_id(LATER) == Revision.objects.get(id=revision).version_id
    entries = entries_of(revision)
    assert [each.kind for each in entries] == [
        f"revision.{verb}" for verb in ("open", "amend", "submit", "sign", "publish", "commence")
    ]
    assert fault_in_chain(entries) == ""


def test_the_same_request_twice_is_answered_twice_and_done_once(lead: Who) -> None:
    revision = begun(lead)
    amend(revision, "items", "ANIMAL_CLINIC", entry("items", "ANIMAL_CLINIC", short="动物诊疗"), who=lead, at=DAY)
    first, again = (submit(revision, who=lead, at=DAY, key="round") for _ in range(2))
    sign(revision, who=farming(), at=DAY)
    assert (again.entry_id, again.repeated) == (first.entry_id, True)
    published, once_more = (publish_revision(revision, who=lead, at=LATER, key="out") for _ in range(2))
    assert (once_more.entry_id, once_more.repeated) == (published.entry_id, True)
    assert [each.kind for each in entries_of(revision)].count("revision.publish") == 1


def test_an_objection_sends_it_back_and_every_signature_falls(lead: Who) -> None:
    revision = begun(lead)
    for item in ("ANIMAL_CLINIC", "TOBACCO"):
        amend(revision, "items", item, entry("items", item, notes=["新的说明"]), who=lead, at=DAY)
    submit(revision, who=lead, at=DAY)
    sign(revision, who=farming(), at=DAY)
    tobacco = make.person("烟局长", Role.HEAD, publishing.in_force(DAY).items["TOBACCO"].organ)
    with pytest.raises(Refused, match="请写明不同意什么"):
        object_to(revision, " ", who=tobacco, at=DAY)
    object_to(revision, "说明与办法不符", who=tobacco, at=DAY)
    assert state(revision) == RevisionState.DRAFTING
    submit(revision, who=lead, at=DAY)
    assert set(seen(revision).facts.waiting) == set(seen(revision).concerned)
    assert SignOff.objects.filter(revision=revision).count() == 2


def test_what_is_sent_round_is_not_changed_but_may_be_taken_back_or_given_up(lead: Who) -> None:
    revision = signing(lead)
    with pytest.raises(Refused, match="现为「会签中」，不能「修改条目」"):
        amend(revision, "industries", "KTV", None, who=lead, at=DAY)
    recall(revision, who=lead, at=DAY)
    drop(revision, who=lead, at=DAY)
    assert state(revision) == RevisionState.DROPPED
    with pytest.raises(Refused, match="现为「已作废」"):
        submit(revision, who=lead, at=DAY)
    with pytest.raises(NotFound):
        drop(UUID(int=0), who=lead, at=DAY)
    with pytest.raises(NotFound):
        submit(UUID(int=0), who=lead, at=DAY)


def test_a_revision_overtaken_by_another_version_is_looked_at_again(lead: Who) -> None:
    slow, other = begun(lead), begun(lead)
    for revision, short in ((slow, "慢的"), (other, "快的")):
        amend(revision, "items", "ANIMAL_CLINIC", entry("items", "ANIMAL_CLINIC", short=short), who=lead, at=DAY)
    submit(other, who=lead, at=DAY)
    sign(other, who=farming(), at=DAY)
    publish_revision(other, who=lead, at=DAY)
    with pytest.raises(Refused, match="更新到最新版本"):
        submit(slow, who=lead, at=LATER)
    catch_up(slow, who=lead, at=LATER)
    with pytest.raises(Refused, match="逐条核对后重新保存：动物诊疗许可证核发"):
        submit(slow, who=lead, at=LATER)
    amend(slow, "items", "ANIMAL_CLINIC", entry("items", "ANIMAL_CLINIC", short="慢的"), who=lead, at=LATER)
    submit(slow, who=lead, at=LATER)
    assert state(slow) == RevisionState.SIGNING


def test_a_deputy_signs_with_the_name_of_the_head_they_stand_in_for(lead: Who) -> None:
    revision, zhou = signing(lead), farming()
    posts = tuple(replace(post, for_id=zhou.id, for_name=zhou.name) for post in zhou.posts)
    sign(revision, who=Who("deputy", "王副局长", posts), at=DAY)
    assert SignOff.objects.get(revision=revision).by == "王副局长（代理周局长）"
    assert entries_of(revision)[-1].who_name == "王副局长（代理周局长）"


def published(revision: UUID, lead: Who, at: datetime) -> UUID:
    """A revision that only its own organ has to sign, published."""
    submit(revision, who=lead, at=at)
    sign(revision, who=farming(), at=at)
    publish_revision(revision, who=lead, at=at)
    return Revision.objects.get(id=revision).version_id  # type: ignore[return-value]  # it is published


def test_a_version_is_not_overtaken_by_an_older_one_brought_into_force_afterwards(lead: Who, head: Who) -> None:
    older, newer = begun(lead), None
    for at, short in ((DAY, "旧的"), (LATER, "新的")):
        newer = older if at == DAY else begun(lead)
        amend(newer, "items", "ANIMAL_CLINIC", entry("items", "ANIMAL_CLINIC", short=short), who=lead, at=at)
        published(newer, lead, at)
    commence(newer, LATER, who=head, at=LATER)
    with pytest.raises(Refused, match="已经签发施行，本次修订的内容都在里面"):
        commence(older, LATER + timedelta(days=1), who=head, at=LATER)
    assert publishing.in_force(LATER).items["ANIMAL_CLINIC"].short == "新的"


@pytest.mark.django_db(transaction=True)
def test_of_two_revisions_published_at_once_neither_undoes_the_other(
    lead: Who, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = publishing.new_version

    def slowly(*args: Any) -> CatalogueVersion:
        sleep(0.3)
        return made(*args)

    monkeypatch.setattr(publishing, "new_version", slowly)
    revisions = [begun(lead), begun(lead)]
    for revision, short in zip(revisions, ("先的", "后的"), strict=True):
        amend(revision, "items", "ANIMAL_CLINIC", entry("items", "ANIMAL_CLINIC", short=short), who=lead, at=DAY)
        submit(revision, who=lead, at=DAY)
        sign(revision, who=farming(), at=DAY)
    with crowd(2) as at_once:
        answers = at_once(*[partial(publish_revision, each, who=lead, at=LATER) for each in revisions])
    (refused,) = [each for each in answers if isinstance(each, Exception)]
    assert isinstance(refused, Refused), refused
    assert "更新到最新版本" in refused.sentence


def test_what_is_changed_while_it_is_checked_is_checked_again(lead: Who, monkeypatch: pytest.MonkeyPatch) -> None:
    revision = begun(lead)
    amend(revision, "items", "ANIMAL_CLINIC", entry("items", "ANIMAL_CLINIC", short="动物诊疗"), who=lead, at=DAY)

    def slowly(_: object) -> list[Any]:
        amend(revision, "industries", "KTV", None, who=lead, at=DAY)
        return []

    monkeypatch.setattr("yizheng.catalogue.commands.revisions.faults_of", slowly)
    with pytest.raises(Refused, match="检查期间内容又有修改"):
        submit(revision, who=lead, at=DAY)


def test_the_same_content_is_not_published_twice(lead: Who, monkeypatch: pytest.MonkeyPatch) -> None:
    first = signing(lead)
    sign(first, who=farming(), at=DAY)
    publish_revision(first, who=lead, at=DAY)
    back = begun(lead)
    amend(back, "items", "ANIMAL_CLINIC", entry("items", "ANIMAL_CLINIC", short="动物诊疗许可"), who=lead, at=DAY)
    submit(back, who=lead, at=DAY)
    sign(back, who=farming(), at=DAY)
    with pytest.raises(Refused, match="完全相同"):
        publish_revision(back, who=lead, at=DAY)


def test_a_folder_that_does_not_know_what_was_published_in_the_browser_undoes_nothing(
    lead: Who, tmp_path: Path
) -> None:
    revision = signing(lead)
    sign(revision, who=farming(), at=DAY)
    publish_revision(revision, who=lead, at=DAY)
    folder = tmp_path / "regulations"
    shutil.copytree(settings.REGULATIONS, folder)
    zone = folder / "zone.yaml"
    zone.write_text(zone.read_text(encoding="utf-8").replace("0532-00000001", "0532-00000009"), encoding="utf-8")
    newest = publishing.version(publishing.newest_id()).version
    with pytest.raises(publishing.AlreadySuperseded, match=f"--over {newest}"):
        publishing.publish(folder, LATER, "牵头部门")
    assert publishing.publish(folder, LATER, "牵头部门", over=newest).pk == publishing.newest_id()
