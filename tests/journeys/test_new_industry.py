"""Somebody who is no programmer adds a new industry, 宠物医院 with X-ray, in the browser, from nothing (issue 4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests import make
from tests.published import CLINIC
from tests.web.forms import form_on, send
from tests.web.staff.desks import MONDAY, clock_at, signed_in
from yizheng.catalogue import publishing
from yizheng.catalogue.checks import faults_of, text_faults
from yizheng.catalogue.commands import open_revision
from yizheng.catalogue.models import CatalogueVersion
from yizheng.catalogue.revisions.revision import opened
from yizheng.catalogue.text.reading import load
from yizheng.law.items import Catalogue
from yizheng.law.rules import NEVER, questions_of
from yizheng.law.words import Role

pytestmark = pytest.mark.django_db

PET = "industries/CHONG_WU_YI_YUAN"
KIND, GROOMED = "q_nin_kai_de_shi_na_yi_zhong", "zhi_xi_zao_mei_rong_bu_kan_bing"


def without_pet_hospital(catalogue: Catalogue) -> Catalogue:
    """The catalogue as it was before anybody thought of pet hospitals."""
    clinic = catalogue.items["ANIMAL_CLINIC"]
    rows = tuple(each for each in clinic.conditions if "q_pet_kind" not in questions_of(each.when))
    industries = {code: each for code, each in catalogue.industries.items() if code != "PET_HOSPITAL"}
    items = {**catalogue.items, "ANIMAL_CLINIC": replace(clinic, conditions=rows)}
    scope = catalogue.fields["pet_scope"]
    options = tuple(replace(option, chosen_when=NEVER) for option in scope.options)
    fields = {**catalogue.fields, "pet_scope": replace(scope, options=options)}
    return replace(catalogue, industries=industries, items=items, fields=fields, version="")


class Desk:
    """The desk of the lead department: a page is opened, its form filled in and saved."""

    def __init__(self, client: Client, revision: UUID) -> None:
        self.client, self.revision = client, revision

    def page(self, rest: str, like: str = "") -> str:
        """A page of the revision; a form may begin as a copy of what ``like`` begins with."""
        address = f"/lead/catalogue/{self.revision}/{rest}"
        text: str = self.client.get(address).content.decode()
        if not like:
            return text
        picked = form_on(text, "", "like").pick("like", like).values
        return self.client.get(address, picked).content.decode()

    def fill(self, rest: str, like: str = "", **values: Any) -> str:
        """Fill in and save; ``when`` lists conditions, each added and then answered."""
        form = form_on(self.page(rest, like), "/save")
        box = values.pop("rule", "when")
        for name, answer in values.pop("when", ()):
            form = form_on(send(self.client, form.fill(**{f"{box}.add": name}), 200, do=f"add {box}"), "/save")
            place = int(form.values[f"{box}.n"][0]) - 1
            form.fill(**{f"{box}.{place}.{each}": value for each, value in answer.items()})
        for name in [name for name in values if name.endswith(".n")]:
            for _ in range(values.pop(name)):
                form = form_on(send(self.client, form, 200, do=f"more {name.removesuffix('.n')}"), "/save")
        return send(self.client, form.fill(**values), do="save")


LATER = MONDAY + timedelta(hours=1)
XRAYED = {KIND: "chong_wu_yi_yuan", "q_xray": True, "q_agent": False}
SEES_ANIMALS = (f"question:{KIND}", {"test": "is", "value": ["chong_wu_zhen_suo", "chong_wu_yi_yuan"]})
IS_HOSPITAL = (f"question:{KIND}", {"test": "is", "value": ["chong_wu_yi_yuan"]})
ONLY_GROOMS = (f"question:{KIND}", {"test": "is", "value": [GROOMED]})
HAS_XRAY = ("question:q_xray", {"test": "yes"})


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    clock_at(monkeypatch, MONDAY)
    # Whether the text is fit is proved once, below, with every check; they take seconds.
    monkeypatch.setattr("yizheng.catalogue.commands.revisions.faults_of", text_faults)
    published = load(CatalogueVersion.objects.get(pk=make.publish_regulations()).content)
    make.changed(without_pet_hospital(published), make.at(2026, 1, 5))
    qiao = make.person("乔远山", Role.LEAD, "XZSP")
    begun = open_revision("纳入宠物医院", "申请量大，企业要跑三个部门", "一年一百二十件", who=qiao, at=MONDAY)
    return Desk(signed_in(qiao), begun.case_id)


def test_a_new_industry_goes_from_nothing_to_its_first_case_and_an_open_case_stays_as_it_was(desk: Desk) -> None:
    clinic = make.filed(CLINIC, industry="CLINIC", moment=MONDAY)
    before = make.case(clinic).catalogue_id
    the_industry_itself(desk)
    its_questions(desk)
    its_items(desk)
    its_words(desk)
    a_condition_a_field_and_a_material_of_its_own(desk)
    desk.fill("items/RADIATION_SAFETY/promised/0", term__n="9")
    nothing_stands_against_it(desk)
    the_impact_is_one_open_case_of_a_clinic(desk)
    it_is_signed_published_and_brought_into_force(desk)

    assert "宠物医院" in Client().get("/", {"q": "chongwu"}).content.decode()
    first = make.filed(XRAYED, industry="CHONG_WU_YI_YUAN", moment=LATER)
    assert set(make.items(first)) == {"ANIMAL_CLINIC", "RADIATION_SAFETY", "RADIOLOGY"}
    after = make.case(first).catalogue_id
    assert make.case(clinic).catalogue_id == before != after
    promised = [publishing.version(each).items["RADIATION_SAFETY"].promised[0].term.n for each in (before, after)]
    assert promised == [10, 9]


def nothing_stands_against_it(desk: Desk) -> None:
    sheet = desk.page(f"{PET}/")
    assert "还没有填" not in sheet
    assert "辐射安全许可 → 放射诊疗许可" in sheet
    reading = opened(desk.revision).overlay.reading
    assert faults_of(reading) == []
    order = reading.catalogue().industries["CHONG_WU_YI_YUAN"].order
    assert [(each.first, each.then, each.kind) for each in order] == [("RADIATION_SAFETY", "RADIOLOGY", "hard")]


def the_impact_is_one_open_case_of_a_clinic(desk: Desk) -> None:
    impact = desk.page("impact")
    assert "1件，1个事项" in impact
    assert "诊所、口腔诊所" in impact
    assert "饭店" not in impact


def it_is_signed_published_and_brought_into_force(desk: Desk) -> None:
    def act(client: Client, verb: str, **said: str) -> None:
        form = form_on(client.get(f"/lead/catalogue/{desk.revision}").content.decode(), f"/{verb}")
        send(client, form, **said)

    act(desk.client, "submit")
    for organ in opened(desk.revision).concerned:
        act(signed_in(make.person("负责人", Role.HEAD, organ)), "sign", words="同意")
    act(desk.client, "publish")
    act(signed_in(make.person("林局长", Role.HEAD, "XZSP")), "commence", when="now")


def the_industry_itself(desk: Desk) -> None:
    sheet = desk.fill("industries/+/edit", name="宠物医院", everyday="开宠物医院、宠物诊所")
    assert "还没有填：搜索词、国民经济行业分类代码、适用范围、总承诺时限、情形问题、事项" in sheet
    desk.fill(
        f"{PET}/edit",
        search_words="宠物\n宠物医院\n兽医",
        gbt4754="O8222",
        scope="给宠物看病、打疫苗、做手术的机构。",
        overall__term__n="15",
        overall__start="accept",
        overall__basis="鲁政办字〔2020〕58号",
    )


def its_questions(desk: Desk) -> None:
    desk.fill(
        f"{PET}/questions/new",
        ask="您开的是哪一种？",
        kind="choice",
        **{"options.n": 3, "options.0.label": "宠物诊所", "options.1.label": "宠物医院", "options.1.hint": "也做手术"},
        **{"options.2.label": "只洗澡、美容，不看病"},
    )
    desk.fill(
        f"{PET}/questions/new",
        like="有X光机、牙片机、CT吗？",
        ask="有X光机、CT吗？",
        rule="show_when",
        when=[SEES_ANIMALS],
    )
    desk.fill(f"{PET}/questions/new", like="是请别人替您来办吗？")


def its_items(desk: Desk) -> None:
    desk.fill(
        f"{PET}/items/new", item="动物诊疗许可", when=[SEES_ANIMALS], basis="动物防疫法 62",
        why="给动物看病，要有动物诊疗许可证。",
    )  # fmt: skip
    xray = {"when": [HAS_XRAY], "basis": "放射性同位素与射线装置条例 8"}
    desk.fill(f"{PET}/items/new", item="辐射安全许可", why="用射线装置，要有辐射安全许可证。", **xray)
    desk.fill(f"{PET}/items/new", item="放射诊疗许可", why="用射线装置照片子，要有放射诊疗许可。", **xray)
    desk.fill(
        f"{PET}/order/new", first="辐射安全许可", then="放射诊疗许可", kind="hard",
        why="先有辐射安全许可，才能办放射诊疗许可", basis="放射性同位素与射线装置条例 8",
    )  # fmt: skip
    desk.fill(f"{PET}/edit", inspection=["ANIMAL_CLINIC", "RADIATION_SAFETY"])


def its_words(desk: Desk) -> None:
    desk.fill(
        f"{PET}/advice/new", kind="stop", when=[ONLY_GROOMS], basis="动物防疫法 61",
        text="只洗澡、美容、不看病的，不用办这里的许可。",
    )  # fmt: skip
    desk.fill(f"{PET}/not_covered/new", text="执业兽医备案", where="农业农村部门（电话0532-00000092）")


def a_condition_a_field_and_a_material_of_its_own(desk: Desk) -> None:
    desk.fill(
        "items/ANIMAL_CLINIC/conditions/new", subject="人员", text="叫“动物医院”、做手术的，有3名以上执业兽医",
        tested_by="document", when=[IS_HOSPITAL], basis="动物诊疗机构管理办法",
    )  # fmt: skip
    desk.fill(
        "fields/+/edit", label="住院笼位数", group="动物诊疗", kind="number", unit="个", minimum="0", maximum="500",
        help="能留动物过夜的笼子有几个。", example="12", purpose="核对住院区与规模相适应", basis="动物防疫法 61",
    )  # fmt: skip
    desk.fill("fields/pet_scope/edit", rule="options.0.chosen_when", when=[SEES_ANIMALS])
    desk.fill("items/ANIMAL_CLINIC/fields/new", field="住院笼位数", when=[IS_HOSPITAL])
    desk.fill(
        "materials/+/edit", name="手术室平面布置说明", source="applicant", gap_allowed="on",
        help="一页纸，写明手术台、麻醉和消毒设备放在哪里。", example="手术室布置说明一页", basis="动物诊疗机构管理办法",
    )  # fmt: skip
    desk.fill(
        "items/ANIMAL_CLINIC/materials/new", material="手术室平面布置说明", when=[IS_HOSPITAL],
        basis="动物诊疗机构管理办法",
    )  # fmt: skip
