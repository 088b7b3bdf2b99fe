"""The workbench in the browser: a revision begun, sent round, signed, published, in force; an industry suspended."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests import make
from tests.web.staff.desks import signed_in
from yizheng.catalogue import publishing
from yizheng.catalogue.checks import text_faults
from yizheng.catalogue.commands import amend
from yizheng.catalogue.models import Revision
from yizheng.catalogue.revisions.overlay import published_entries
from yizheng.law.authority import Who
from yizheng.law.words import Role

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def published(monkeypatch: pytest.MonkeyPatch) -> None:
    """The regulations; what everybody could answer is tried in tests of the checks."""
    make.publish_regulations()
    monkeypatch.setattr("yizheng.catalogue.commands.revisions.faults_of", text_faults)


def lead() -> Who:
    return make.person("乔远山", Role.LEAD, "XZSP")


def head(organ: str = "XZSP") -> Who:
    return make.person("林局长", Role.HEAD, organ)


def begin(client: Client, **more: Any) -> Any:
    said = {"title": "宠物医院提速", "reason": "企业反映办得慢", "figures": "", "key": "k1", **more}
    return client.post(reverse("revision-open"), said)


def changed() -> UUID:
    """A revision of one item, as the forms of entries leave it."""
    begin(signed_in(lead()))
    revision = Revision.objects.get()
    data = published_entries(publishing.newest_id())["items"]["ANIMAL_CLINIC"]
    amend(revision.id, "items", "ANIMAL_CLINIC", {**data, "short": "动物诊疗"}, who=lead(), at=timezone.now())
    return revision.id


def do(client: Client, revision: UUID, verb: str, **said: Any) -> Any:
    rounds = Revision.objects.filter(id=revision).values_list("round", flat=True)
    told = {"key": verb, "round": rounds.first() or 0, **said}
    return client.post(reverse("revision-act", args=[revision, verb]), told)


def text(page: Any) -> str:
    return str(page.content.decode())


def test_what_is_missing_is_said_beside_its_box_and_nothing_is_lost() -> None:
    page = begin(signed_in(lead()), title="", reason="企业反映办得慢")
    assert page.status_code == 422
    assert "请用一句话写明这次修订什么" in text(page)
    assert "企业反映办得慢" in text(page)
    assert begin(signed_in(lead())).status_code == 302
    assert begin(signed_in(lead())).url == begin(signed_in(lead())).url, "the same form twice is one revision"


def test_a_revision_goes_from_the_draft_into_force_by_four_hands() -> None:
    revision, first = changed(), signed_in(lead())
    address = reverse("revision", args=[revision])
    page = text(first.get(address))
    assert "动物诊疗许可" in page
    assert "需要会签的机关" in page
    assert do(first, revision, "submit").status_code == 302
    assert "还没有会签" in text(first.get(address))
    farming = signed_in(head("NYNC"))
    assert "等您会签同意" in text(farming.get(reverse("catalogue")))
    assert do(farming, revision, "sign", words="同意").status_code == 302
    assert do(farming, revision, "publish").status_code == 409
    assert do(first, revision, "publish").status_code == 302
    leader = signed_in(head())
    refused = do(leader, revision, "commence", when="later", in_force_from="昨天")
    assert refused.status_code == 422
    assert "请填写施行时间" in text(refused)
    assert do(leader, revision, "commence", when="now").status_code == 302
    assert publishing.in_force(timezone.now()).items["ANIMAL_CLINIC"].short == "动物诊疗"
    assert "签发施行" in text(first.get(address))


def test_a_date_and_time_to_come_is_taken_as_it_is_said_in_china() -> None:
    revision = changed()
    do(signed_in(lead()), revision, "submit")
    do(signed_in(head("NYNC")), revision, "sign")
    do(signed_in(lead()), revision, "publish")
    do(signed_in(head()), revision, "commence", when="later", in_force_from="2030-01-02T08:00")
    version = Revision.objects.get().version
    assert version is not None
    assert version.commencement.in_force_from == make.at(2030, 1, 2, 8, 0)


def test_nobody_signs_what_was_changed_since_they_looked() -> None:
    revision = changed()
    do(signed_in(lead()), revision, "submit")
    farming = signed_in(head("NYNC"))
    assert 'name="round" value="1"' in text(farming.get(reverse("revision", args=[revision])))
    do(signed_in(lead()), revision, "recall")
    do(signed_in(lead()), revision, "submit", key="again")
    for verb in ("sign", "object"):
        page = do(farming, revision, verb, words="同意", round="1", key=f"{verb} late")
        assert page.status_code == 409
        assert "又重新送请会签" in text(page)
        assert 'name="round" value="2"' in text(page)
    assert do(farming, revision, "sign", words="同意", key="now").status_code == 302


def test_an_objection_needs_its_reason_and_sends_the_revision_back() -> None:
    revision = changed()
    do(signed_in(lead()), revision, "submit")
    farming = signed_in(head("NYNC"))
    page = do(farming, revision, "object", words="")
    assert page.status_code == 422
    assert "请写明不同意什么" in text(page)
    do(farming, revision, "object", words="期限不符")
    assert "期限不符" in text(signed_in(lead()).get(reverse("revision", args=[revision])))


def test_nobody_else_finds_the_workbench() -> None:
    revision = changed()
    for who in (make.person("李审查", Role.REVIEWER, "NYNC"), make.person("王窗口", Role.WINDOW, "XZSP")):
        client = signed_in(who)
        assert client.get(reverse("catalogue")).status_code == 404
        assert client.get(reverse("revision", args=[revision])).status_code == 404
        assert do(client, revision, "submit").status_code == 404
    assert signed_in(head("SCJG")).get(reverse("revision-begin")).status_code == 404
    assert do(signed_in(lead()), revision, "amend").status_code == 404
    assert do(signed_in(lead()), UUID(int=0), "drop").status_code == 404
    assert signed_in(lead()).get(reverse("revision", args=[UUID(int=0)])).status_code == 404


def test_the_head_of_the_lead_organ_suspends_an_industry_and_is_asked_where_people_shall_go() -> None:
    leader = signed_in(head())
    page = leader.post(reverse("offer", args=["KTV", "suspend_offer"]), {"reason": "修订消防规定", "instead": ""})
    assert page.status_code == 422
    assert "不能让人白跑一趟" in text(page)
    assert "修订消防规定" in text(page)
    said = {"reason": "修订消防规定", "instead": "文化旅游科"}
    assert leader.post(reverse("offer", args=["KTV", "suspend_offer"]), said).status_code == 302
    assert "暂停受理" in text(leader.get(reverse("catalogue")))
    assert Client().get("/start/KTV").status_code == 409
    assert leader.post(reverse("offer", args=["KTV", "burn"]), said).status_code == 404
    assert signed_in(head("NYNC")).post(reverse("offer", args=["KTV", "reopen_offer"]), said).status_code == 409


def test_what_cites_a_repealed_law_is_listed_in_the_workbench() -> None:
    revision = changed()
    entries = published_entries(publishing.newest_id())["laws"]
    repealed = {**entries["动物诊疗机构管理办法"], "in_force_until": "2020-12-31", "replaced_by": "动物防疫法"}
    amend(revision, "laws", "动物诊疗机构管理办法", repealed, who=lead(), at=timezone.now())
    page = text(signed_in(lead()).get(reverse("revision", args=[revision])))
    assert "处引用了已经废止或者还没有施行的规定" in page
    assert "“动物诊疗机构管理办法”已于2020-12-31废止，改引“动物防疫法”" in page


def test_revisions_are_shown_page_by_page() -> None:
    qiao = signed_in(lead())
    for n in range(21):
        begin(qiao, title=f"第{n}次修订", key=f"k{n}")
    first = text(qiao.get(reverse("catalogue")))
    after = re.search(r'rel="next" href="([^"]+)"', first)
    assert after is not None
    second = text(qiao.get(reverse("catalogue") + after[1].replace("&amp;", "&")))
    assert [len(re.findall(r"第\d+次修订", page)) for page in (first, second)] == [20, 1]
    assert len(set(re.findall(r"第\d+次修订", first + second))) == 21
