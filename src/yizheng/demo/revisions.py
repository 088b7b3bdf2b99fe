"""Revisions of the catalogue in the demo: one in force, one that waits for a signature, one still being drafted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from typing import Any
from uuid import UUID

from yizheng.cases.file import CHINA
from yizheng.catalogue import publishing
from yizheng.catalogue.commands import amend, commence, open_revision, publish_revision, sign, submit
from yizheng.catalogue.revisions.overlay import published_entries
from yizheng.demo.desk import Desk

NEW = "PRINT_BOOKS"
"""The industry that is being drafted, and that the batch waits for."""


def revise(desk: Desk) -> None:
    """All three, in the order of time: each is based on what was published before it."""
    in_force(desk)
    going_round(desk)
    drafted(desk)


def in_force(desk: Desk) -> None:
    """Drafted, signed by its organ, published, and brought into force by the head of the lead organ from today on."""
    revision = open_revision(
        "排水许可承诺时限由7个工作日压缩到5个工作日",
        "排水许可是餐饮、宾馆、洗浴开业的最后一证，现场查勘已改为受理次日统一进行，7个工作日里有2个是等车。",
        "2026年上半年办结的排水许可，平均用时4.2个工作日，最长5个工作日。",
        who=desk.lead, at=desk.at(16), key=desk.key("sewer-open"),
    ).case_id  # fmt: skip
    _promise(desk, revision, "SEWER", 5, days_ago=16)
    submit(revision, who=desk.lead, at=desk.at(15), key=desk.key("sewer-submit"))
    sign(revision, "查勘班次已调整，同意。", who=desk.head("JSGL"), at=desk.at(13), key=desk.key("sewer-sign"))
    publish_revision(revision, who=desk.lead, at=desk.at(3), key=desk.key("sewer-publish"))
    today = datetime.combine(desk.city.today, time(), CHINA)
    issuer = desk.head(desk.city.catalogue.zone.issuer)
    commence(revision, today, who=issuer, at=desk.at(1), key=desk.key("sewer-commence"))


def going_round(desk: Desk) -> None:
    """Sent round: the head of the organ has to sign."""
    revision = open_revision(
        "动物诊疗许可承诺时限由5个工作日压缩到3个工作日",
        "宠物医院反映装修好了还要等一周。执业兽医资格已能在线核对，现场核查与排水查勘同一天去，不再单独排期。",
        "近一年办结的动物诊疗许可，平均用时2.6个工作日，超过3个工作日的只有1件（等申请人约时间）。",
        who=desk.lead, at=desk.at(2), key=desk.key("animal-open"),
    ).case_id  # fmt: skip
    _promise(desk, revision, "ANIMAL_CLINIC", 3, days_ago=2)
    submit(revision, who=desk.lead, at=desk.at(1, 30), key=desk.key("animal-submit"))


def drafted(desk: Desk) -> None:
    """A new industry, begun from what many people apply for together."""
    revision = open_revision(
        "新增行业：文印书店",
        "学校周边的店多数又卖书又打印复印，现在要按“书店”“打印复印”申请两次。",
        "见“备选行业”：同一申请人在半年内先后申请出版物零售和打字复印备案的最多。",
        who=desk.lead, at=desk.at(2, 60), key=desk.key("books-open"),
    ).case_id  # fmt: skip
    entry = new_industry(desk)
    amend(revision, "industries", NEW, entry, who=desk.lead, at=desk.at(1, 60), key=desk.key("books-amend"))


def new_industry(desk: Desk) -> Mapping[str, Any]:
    """The new industry as it would stand in ``regulations/``; what every shop is asked is as in the print shop."""
    like = published_entries(publishing.newest_id())["industries"]["PRINT_SHOP"]
    return {
        "code": NEW,
        "name": "文印书店",
        "everyday": "开打印店兼书店",
        "search_words": ["文印", "文印书店", "教辅", "校园书店"],
        "gbt4754": ["F5243"],
        "scope": "有固定门店，又卖书报杂志、又打字复印的店。印名片、宣传册的按“打印复印、印刷”办。",
        "lead": like["lead"],
        "questions": [
            {"code": "q_prepack", "ask": "店里卖有包装的饮料、零食吗？", "kind": "bool"},
            *(each for each in like["questions"] if each["code"] in {"q_sign", "q_agent"}),
        ],
        "shared_fields": like["shared_fields"],
        "items": [
            {"item": "PUBL_RETAIL", "why": "卖书、报纸、杂志要有出版物经营许可证。", "basis": ["出版管理条例 35"]},
            {"item": "COPY_FILING", "why": "打字复印，备案就行。", "basis": ["国发〔2021〕7号"]},
            {
                "item": "FOOD_PREPACK",
                "when": {"question": "q_prepack", "equals": True},
                "why": "只卖有包装的食品，不用办许可，备案就能卖。",
                "basis": ["食品安全法 35"],
            },
            *(each for each in like["items"] if each["item"] == "SIGN_OUTDOOR"),
        ],
        "overall": like["overall"],
        "not_covered": [each for each in like["not_covered"] if "when" in each],
        "inspection": ["PUBL_RETAIL"],
    }


def _promise(desk: Desk, revision: UUID, item: str, days: int, *, days_ago: int) -> None:
    """The item with a shorter promise, all else as it was published."""
    entry = published_entries(publishing.newest_id())["items"][item]
    promised = [{**each, "term": {"n": days, "unit": "wd"}} for each in entry["promised"]]
    key = desk.key(f"{item}-amend")
    amend(revision, "items", item, {**entry, "promised": promised}, who=desk.lead, at=desk.at(days_ago, 30), key=key)
