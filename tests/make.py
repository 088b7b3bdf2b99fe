"""Makers: reach a state by doing what the office does, through the same commands.

A restaurant of 320 m² with cold dishes, tobacco, sewer and a big sign needs five items of five organs; ``Office`` knows
the people.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from unittest.mock import patch
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from PIL import Image

from yizheng.cases.commands import Move, file_case, open_draft, step
from yizheng.cases.file import day_of
from yizheng.cases.models import Case, ItemCase
from yizheng.cases.uploads import Kept, keep
from yizheng.catalogue import publishing
from yizheng.catalogue.models import CatalogueVersion
from yizheng.law.authority import Who
from yizheng.law.intake import Assessment, assess, prefilled
from yizheng.law.items import Catalogue
from yizheng.law.papers import Acceptance, Check, Grant, Paper, Refusal, ReviewOpinion, VisitCall, VisitRecord
from yizheng.law.words import Handling, Role, Verb
from yizheng.people.commands import appoint
from yizheng.people.queries import who

CHINA = ZoneInfo("Asia/Shanghai")
FIRST_DAY = date(2020, 1, 2)

RESTAURANT: Mapping[str, Any] = {
    "q_type": "dinner",
    "q_dishes": ["hot", "cold"],
    "q_area": 320.0,
    "q_floor": "first",
    "q_fire_mode": "commit",
    "q_sewer": True,
    "q_sign": "large",
    "q_tobacco": True,
    "q_school": False,
    "q_stay": False,
    "q_agent": False,
}


def at(year: int, month: int, day: int, hour: int = 10, minute: int = 0) -> datetime:
    """A moment in China."""
    return datetime(year, month, day, hour, minute, tzinfo=CHINA)


def person(name: str, role: Role, organ: str, section: str = "") -> Who:
    """Somebody with a post, as the law sees them."""
    username = f"{organ}-{role}-{name}".lower()
    made = appoint(username=username, name=name, role=role, organ=organ, section=section, from_on=FIRST_DAY)
    return who(made, date(2026, 11, 23))


class Staff(dict[str, Who]):
    """One person of a role in each organ, appointed when somebody asks for them."""

    def __init__(self, name: str, role: Role) -> None:
        super().__init__()
        self.name, self.role = name, role

    def __missing__(self, organ: str) -> Who:
        self[organ] = person(self.name, self.role, organ)
        return self[organ]


@dataclass
class Office:
    """The people of the hall and of every organ."""

    window: Who
    reviewers: Staff = field(default_factory=lambda: Staff("李审查", Role.REVIEWER))
    deciders: Staff = field(default_factory=lambda: Staff("赵决定", Role.DECIDER))


PUBLISHED: list[CatalogueVersion] = []
"""The version published in this run, to be put back as it was when a test that commits has emptied the tables."""


def publish_regulations(moment: datetime | None = None) -> UUID:
    """The regulations of the house, published long ago (once in a run: they are the same for every test)."""
    if moment is not None:
        return publishing.publish(settings.REGULATIONS, moment, "牵头部门").pk
    if there := CatalogueVersion.objects.first():
        return there.pk
    if PUBLISHED:
        PUBLISHED[0].save(force_insert=True)
        publishing.commencement(PUBLISHED[0], at(2020, 1, 2), at(2020, 1, 2), "牵头部门").save(force_insert=True)
    else:
        # Whether they are fit to be published is proved in tests/catalogue, not in every process that tests.
        with patch.object(publishing, "faults_of", return_value=[]):
            PUBLISHED.append(publishing.publish(settings.REGULATIONS, at(2020, 1, 2), "牵头部门"))
    return PUBLISHED[0].pk


def changed(catalogue: Catalogue, moment: datetime, in_force_from: datetime | None = None) -> UUID:
    """A version with another content, published at a moment."""
    version = publishing.new_version(catalogue, publishing.calendar(), moment, "牵头部门")
    version.number = version.digest[:8]
    version.save(force_insert=True)
    publishing.commencement(version, in_force_from or moment, moment, "牵头部门").save(force_insert=True)
    return version.pk


def office(*, whole: bool = False) -> Office:
    """Publish the regulations and appoint one window person, and one reviewer and one decider in every organ.

    An organ's people come when they are asked for; with ``whole``, everybody is there at once.
    """
    catalogue = publishing.version(publish_regulations())
    made = Office(window=person("王窗口", Role.WINDOW, catalogue.zone.issuer))
    for code in catalogue.organs if whole else ():
        assert made.reviewers[code].id != made.deciders[code].id
    return made


def png(colour: int = 200) -> bytes:
    """A real small picture."""
    file = io.BytesIO()
    Image.new("L", (8, 8), colour).save(file, "PNG")
    return file.getvalue()


def kept(name: str = "图纸.png", colour: int = 200) -> Kept:
    """A file kept as uploads are."""
    return keep(name, io.BytesIO(png(colour)), material="平面图", accepts=("png",), max_megabytes=5)


def form_for(assessment: Assessment, catalogue: Catalogue) -> dict[str, Any]:
    """The form filled in with the examples that the regulations themselves give."""
    values: dict[str, Any] = {}
    for spec in assessment.fields:
        if spec.kind == "choice":
            values[spec.code] = spec.options[0].value
        elif spec.kind == "multi":
            values[spec.code] = [spec.options[0].value]
        elif spec.kind == "bool":
            values[spec.code] = True
        else:
            values[spec.code] = spec.example
    return {**values, **prefilled(assessment, catalogue)}


def draft(
    answers: Mapping[str, Any] = RESTAURANT,
    *,
    industry: str = "RESTAURANT",
    moment: datetime,
    by: Who | None = None,
    form: Mapping[str, Any] | None = None,
    without: Sequence[str] = (),
) -> UUID:
    """A draft with everything filled in and handed in but the materials ``without``."""
    catalogue_id = publishing.in_force_id(moment)
    catalogue = publishing.version(catalogue_id)
    said = {code: tuple(a) if isinstance(a, list) else a for code, a in answers.items()}
    assessment = assess(catalogue.industries[industry], said, catalogue)
    asked = [each.material.code for each in assessment.materials if each.asked and each.material.code not in without]
    opened = open_draft(
        industry=industry,
        catalogue_id=catalogue_id,
        answers=answers,
        who=by or Who(id="applicant", name="申请人"),
        at=moment,
        form={**form_for(assessment, catalogue), **(form or {})},
        materials={code: [kept(f"{code}.png")] for code in asked},
    )
    return opened.case_id


def applicant_of(case_id: UUID) -> Who:
    """The applicant of a case."""
    return Who(id="applicant", name="申请人", applies_for=str(case_id))


def filed(answers: Mapping[str, Any] = RESTAURANT, *, moment: datetime, by: Who | None = None, **more: Any) -> UUID:
    """A case, filed."""
    case_id = draft(answers, moment=moment, by=by, **more)
    file_case(case_id, who=by or applicant_of(case_id), at=moment)
    return case_id


def items(case_id: UUID) -> dict[str, ItemCase]:
    """The item-cases of a case by item."""
    return {each.item: each for each in ItemCase.objects.filter(case_id=case_id).order_by("place")}


def case(case_id: UUID) -> Case:
    """The row of a case."""
    return Case.objects.get(id=case_id)


def accepted(made: Office, *, moment: datetime, case_id: UUID | None = None, **more: Any) -> UUID:
    """A case with every item accepted by the window."""
    case_id = case_id or filed(moment=moment, **more)
    moves = [Move(each.id, Verb.ACCEPT, Acceptance()) for each in items(case_id).values()]
    step(case_id, moves, who=made.window, at=moment)
    return case_id


def opinion(item_case: ItemCase, proposal: str = "grant") -> ReviewOpinion:
    """A review opinion that answers every point of the item."""
    catalogue = publishing.version(case(item_case.case_id).catalogue_id)
    answers = {code: tuple(a) if isinstance(a, list) else a for code, a in case(item_case.case_id).answers.items()}
    assessment = assess(catalogue.industries[case(item_case.case_id).industry], answers, catalogue)
    points = next(each.review_points for each in assessment.items if each.item.code == item_case.item)
    good = proposal == "grant"
    checks = tuple(
        Check(code=p.code, passed=good or n > 0, remark="" if good else "现场与图纸不一致")
        for n, p in enumerate(points)
    )
    return ReviewOpinion(checks=checks, proposal=proposal, reasons="材料齐全，符合条件。" if good else "第一项不符合。")


def visit_papers(moment: datetime, result: str = "passed") -> tuple[tuple[Verb, Paper], ...]:
    """The verbs and papers of a visit by two people."""
    both = "李审查 370001\n钱同行 370002"
    record = VisitRecord(visited_on=day_of(moment), inspectors=both, found="与图纸一致。", result=result)
    return (Verb.CALL_VISIT, VisitCall(visit_on=day_of(moment))), (Verb.VISIT, record)


def visited(made: Office, item_case: ItemCase, *, moment: datetime, result: str = "passed") -> None:
    """The organ's reviewer has called a visit and, that day, been there with a colleague."""
    for verb, paper in visit_papers(moment, result):
        move = Move(item_case.id, verb, paper)
        step(item_case.case_id, [move], who=made.reviewers[item_case.organ], at=moment)


def reviewed(made: Office, item_case: ItemCase, *, moment: datetime, proposal: str = "grant") -> None:
    """The organ's reviewer has claimed the item, visited where a visit is prescribed, and given an opinion."""
    if item_case.handling == Handling.INSPECTED and items(item_case.case_id)[item_case.item].visited_at is None:
        visited(made, item_case, moment=moment)
    move = Move(item_case.id, Verb.REVIEW, opinion(item_case, proposal))
    step(item_case.case_id, [move], who=made.reviewers[item_case.organ], at=moment)


def grant_paper() -> Paper:
    """A grant as a decider would write it."""
    return Grant(scope="热食类食品制售、冷食类食品制售")


def refusal_paper() -> Paper:
    """A refusal as a decider would write it."""
    return Refusal(found="经营场所距离学校不足规定距离。", reasons="不符合烟草专卖许可证管理办法的合理布局要求。")


def granted(made: Office, item_case: ItemCase, *, moment: datetime, key: str = "") -> None:
    """The organ's decider has granted the item, after review."""
    reviewed(made, item_case, moment=moment)
    move = Move(item_case.id, Verb.GRANT, grant_paper())
    step(item_case.case_id, [move], who=made.deciders[item_case.organ], at=moment, key=key)


def refused(made: Office, item_case: ItemCase, *, moment: datetime) -> None:
    """The organ's decider has refused the item, after review."""
    reviewed(made, item_case, moment=moment, proposal="refuse")
    move = Move(item_case.id, Verb.REFUSE, refusal_paper())
    step(item_case.case_id, [move], who=made.deciders[item_case.organ], at=moment)
