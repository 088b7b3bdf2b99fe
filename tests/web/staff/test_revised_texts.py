"""文本 in the workbench: a revision taken along as files and handed in again; what is malformed changes nothing."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests import make
from tests.catalogue.text.test_parcels import zipped
from tests.published import REGULATIONS
from tests.web.forms import form_on
from tests.web.staff.desks import MONDAY, signed_in
from yizheng.catalogue.commands import amend, drop, open_revision
from yizheng.catalogue.models import RevisedEntry
from yizheng.catalogue.revisions.revision import opened
from yizheng.catalogue.text.parcels import packed
from yizheng.catalogue.text.reading import texts_in
from yizheng.law.authority import Who
from yizheng.law.words import Role
from yizheng.ledger.models import Entry

pytestmark = pytest.mark.django_db
TEXTS = {name: text.decode() for name, text in texts_in(REGULATIONS).items()}


@pytest.fixture
def who(office: make.Office) -> Who:
    return make.person("乔牵头", Role.LEAD, "XZSP")


@pytest.fixture
def lead(who: Who) -> Client:
    return signed_in(who)


@pytest.fixture
def revision(who: Who) -> UUID:
    return open_revision("宠物医院提速", "企业反映办得慢", "", who=who, at=MONDAY).case_id


@pytest.fixture
def unchanged(revision: UUID) -> Iterator[None]:
    """That nothing at all is changed in the revision."""
    before = (opened(revision).overlay.digest, Entry.objects.count())
    yield
    assert (opened(revision).overlay.digest, Entry.objects.count()) == before
    assert not RevisedEntry.objects.exists()


def page(revision: UUID) -> str:
    return f"/lead/catalogue/{revision}/texts"


def send(lead: Client, revision: UUID, *files: tuple[str, bytes], how: str = "some", over: str = "") -> Any:
    sent = [SimpleUploadedFile(name, content) for name, content in files]
    return lead.post(f"{page(revision)}/send", {"files": sent, "how": how, "over": over}, follow=True)


def said(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status, answer.content.decode()
    return str(answer.content.decode())


def taken(answer: Any) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(answer.content)) as parcel:
        return {name: parcel.read(name).decode() for name in parcel.namelist()}


def test_an_untouched_revision_is_taken_along_as_it_stands_in_the_house_and_handed_in_unchanged(
    lead: Client, revision: UUID, unchanged: None
) -> None:
    answer = lead.get(f"{page(revision)}.zip")
    assert answer["Content-Disposition"] == 'attachment; filename="catalogue-all.zip"'
    assert taken(answer) == TEXTS
    assert "还没有改动的文件" in said(lead.get(page(revision)))
    assert "完全一样，没有要改的" in said(send(lead, revision, ("x.zip", answer.content), how="whole"))


def test_what_was_changed_in_the_browser_and_what_in_an_editor_are_one_thing(
    lead: Client, revision: UUID, who: Who
) -> None:
    clinic = TEXTS["items/animal_clinic.yaml"]
    short = clinic.splitlines()[2]
    edited = clinic.replace(short, "short: 动物诊疗许可证")
    assert "已按上传的文本修改1个条目" in said(send(lead, revision, ("animal_clinic.yaml", edited.encode())))
    assert taken(lead.get(f"{page(revision)}.zip?changed")) == {"items/animal_clinic.yaml": edited}
    assert "改动了1个文件：items/animal_clinic.yaml" in said(lead.get(page(revision)))
    data = dict(opened(revision).overlay.entries["items"]["ANIMAL_CLINIC"])
    amend(revision, "items", "ANIMAL_CLINIC", data | {"short": short.partition(": ")[2]}, who=who, at=MONDAY)
    assert taken(lead.get(f"{page(revision)}.zip?changed")) == {}


def test_texts_taken_along_before_somebody_went_on_in_the_forms_do_not_write_over_it(
    lead: Client, revision: UUID, who: Who
) -> None:
    parcel = ("x.zip", lead.get(f"{page(revision)}.zip").content)
    data = dict(opened(revision).overlay.entries["items"]["ANIMAL_CLINIC"])
    amend(revision, "items", "ANIMAL_CLINIC", data | {"short": "动物诊疗"}, who=who, at=MONDAY)
    shown = form_on(said(lead.get(page(revision))), "/send")
    refused = said(send(lead, revision, parcel), 409)
    assert "已经改过，上传的文本和现在的不一样：动物诊疗许可证核发（乔牵头）" in refused
    assert opened(revision).overlay.entries["items"]["ANIMAL_CLINIC"]["short"] == "动物诊疗"
    amend(revision, "items", "ANIMAL_CLINIC", data | {"short": "更新的"}, who=who, at=MONDAY)
    assert "已经改过" in said(send(lead, revision, parcel, over=shown.offers["over"][0]), 409), "newer than was seen"
    seen = form_on(said(lead.get(page(revision))), "/send").offers["over"][0]
    assert "修改1个条目" in said(send(lead, revision, parcel, over=seen))
    assert taken(lead.get(f"{page(revision)}.zip?changed")) == {}


def test_what_is_missing_from_a_whole_is_taken_out_and_stays_where_single_files_were_sent(
    lead: Client, revision: UUID
) -> None:
    fewer = {name: text for name, text in TEXTS.items() if name != "industries/ktv.yaml"}
    assert "没有要改的" in said(send(lead, revision, ("x.zip", packed(fewer))))
    assert "修改1个条目" in said(send(lead, revision, ("x.zip", packed(fewer)), how="whole"))
    assert RevisedEntry.objects.get().data is None
    assert taken(lead.get(f"{page(revision)}.zip")) == fewer


def test_an_entry_that_is_not_finished_is_taken_along_as_far_as_it_is(lead: Client, revision: UUID, who: Who) -> None:
    amend(revision, "industries", "PET_SHOP", {"code": "PET_SHOP", "name": "宠物店"}, who=who, at=MONDAY)
    assert taken(lead.get(f"{page(revision)}.zip?changed")) == {
        "industries/pet_shop.yaml": "code: PET_SHOP\nname: 宠物店\n"
    }


ITEM = TEXTS["items/tobacco.yaml"].encode()
DEEP = b"a: " + b"{b: " * 60 + b"1" + b"}" * 60


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("laws.yaml", b"- {short: &a [x, x]}\n- {short: [*a, *a]}\n", "laws.yaml 第1行：不允许锚点和引用"),
        (
            "laws.yaml",
            b"- short: a\n  title: !!python/object/apply:os.system [id]\n",
            "laws.yaml 第2行：不允许类型标签",
        ),
        ("laws.yaml", b"- short: a\n  title: 7\n  level: b\n", "laws.yaml 第2行：“title”应是文字"),
        ("laws.yaml", b"- short: a\n  colour: b\n  level: b\n", "laws.yaml 第2行：不认识“colour”"),
        ("laws.yaml", b"- short: a\n  short: a\n", "laws.yaml 第2行：“short”写了两次"),
        ("laws.yaml", b"- short: a b\n  title: x\n  level: y\n", "laws.yaml 第1行：编码最多40个字"),
        ("laws.yaml", DEEP, "laws.yaml 第1行：嵌套超过40层"),
        ("laws.yaml", b"- a\n" * 30_000, "laws.yaml 第20000行：一个文件超过20000个词句"),
        ("laws.yaml", b"short: a\n", "laws.yaml 第1行：文件应是一个清单"),
        ("laws.yaml", b"- {short: a\n", "laws.yaml 第2行：不是有效的 YAML"),
        ("laws.yaml", "- short: 法\n".encode("utf-16"), "laws.yaml 第1行：文件不是 UTF-8 编码"),
        ("laws.yaml", "- a\n- short: 法\n".encode("gbk"), "laws.yaml 第2行：文件不是 UTF-8 编码"),
        ("laws.yaml", b"- short: a\x00\n", "laws.yaml：不是有效的 YAML"),
        ("laws.yaml", b'- short: a\n  title: "b\\0"\n  level: c\n', "laws.yaml 第2行：文字里有看不见的控制字符"),
        ("thresholds.yaml", b"- name: A\n  value: " + b"9" * 99, "thresholds.yaml 第2行：数字太大"),
        ("thresholds.yaml", b"- name: A\n  value: " + b"9" * 9_999, "thresholds.yaml 第2行：数字超过400位"),
        ("tobacco.yaml", ITEM.replace(b"code: TOBACCO", b"code: ../X"), "items/tobacco.yaml 第1行：编码用大写字母"),
        ("tobacco.yaml", ITEM.replace(b"code: TOBACCO", b"code: TEA"), "items/tobacco.yaml 第1行：应叫 tea.yaml"),
        ("../../etc/passwd", b"x", "passwd：不认识这个文件"),
        ("laws.yaml", b"#" * 3_000_000, "laws.yaml：文件超过2兆字节"),
        ("x.zip", zipped(("laws.yaml", b"#" * 100_000_000)).content, "laws.yaml：文件超过2兆字节"),
        ("x.zip", zipped(("../laws.yaml", b"[]")).content, "../laws.yaml：不认识这个文件"),
        ("x.zip", b"PK\x03\x04 torn", "x.zip：压缩包打不开"),
    ],
)
def test_malformed_or_malicious_texts_are_refused_by_file_and_row_and_nothing_changes(
    lead: Client, revision: UUID, unchanged: None, name: str, content: bytes, sentence: str
) -> None:
    told = said(send(lead, revision, (name, content), ("organs.yaml", TEXTS["organs.yaml"].encode())), 422)
    assert "没有办成，什么都没有改" in told
    assert sentence in told.replace("&amp;", "&").replace("&#34;", '"'), told


def test_a_hundred_megabytes_are_refused_and_nothing_changes(lead: Client, revision: UUID, unchanged: None) -> None:
    assert "laws.yaml：文件超过2兆字节" in said(send(lead, revision, ("laws.yaml", b"#" * 100_000_000)), 422)


def test_every_fault_is_listed_and_what_was_chosen_stays_chosen(lead: Client, revision: UUID, unchanged: None) -> None:
    told = said(send(lead, revision, ("laws.yaml", b"- {short: 7}\n" * 300), how="whole"), 422)
    assert "laws.yaml 第1行：“short”应是文字" in told
    assert "没有列出" in told
    assert 'value="whole" checked' in told
    assert "organs.yaml：缺少这个文件" in said(send(lead, revision, ("laws.yaml", b"[]"), how="whole"), 422)
    assert "没有收到任何文件" in said(send(lead, revision), 422)


def test_nothing_is_handed_in_for_a_revision_that_is_given_up(lead: Client, revision: UUID, who: Who) -> None:
    drop(revision, who=who, at=MONDAY)
    assert "<form" not in said(lead.get(page(revision))).partition('id="send-head"')[2].partition("</section>")[0]
    told = said(send(lead, revision, ("laws.yaml", b"[]")), 409)
    assert "没有办成：本次修订现为「已作废」，不能「修改条目」。" in told
    assert not RevisedEntry.objects.exists()


def test_only_the_lead_department_hands_in_and_a_head_who_signs_may_read(revision: UUID) -> None:
    head = signed_in(make.person("周局长", Role.HEAD, "NYNC"))
    assert "「修改条目」由牵头部门办理" in said(head.get(page(revision)))
    assert taken(head.get(f"{page(revision)}.zip")) == TEXTS
    assert head.post(f"{page(revision)}/send").status_code in (403, 404)
    reviewer = signed_in(make.person("郑审查", Role.REVIEWER, "SCJG"))
    assert reviewer.get(f"{page(revision)}.zip").status_code in (403, 404)
    assert signed_in(make.person("乔二", Role.LEAD, "XZSP")).get(page(UUID(int=0))).status_code == 404
