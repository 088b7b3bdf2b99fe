"""Ratings 好差评: given by the applicant alone, once; a bad one is followed up and answered (domain §2.12)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from yizheng.cases.file import CaseFile, opening
from yizheng.cases.models import Rating
from yizheng.cases.ratings import answers_for, name_of, rated_services
from yizheng.law.authority import Who
from yizheng.law.clocks import due
from yizheng.law.papers import Fault
from yizheng.law.ratings import GRADES, MOST_WORDS, answer_run
from yizheng.ledger.command import Answer, NotFound, Refused, doing

Given = Mapping[str, tuple[int, str]]
"""By service: the grade, and words that may be empty."""

ONLY_THE_APPLICANT = "评价由申请人本人自愿作出，工作人员不能代评（政务服务评价工作指南）。"


def rate(case_id: UUID, given: Given, *, who: Who, at: datetime, key: str = "") -> Answer:
    """Rate the services of a case, each once. Raises Refused for staff, and for what was not served or is rated."""

    def step(file: CaseFile) -> None:
        if who.posts or who.applies_for != str(case_id):
            raise Refused(ONLY_THE_APPLICANT)
        if not given:
            raise Refused("还没有选择评价；不想评价的，可以直接离开。")
        rated = set(Rating.objects.filter(case_id=case_id).values_list("organ", flat=True))
        services = rated_services(file.items)
        for service, (grade, words) in given.items():
            if service not in services:
                raise Refused("决定送达以后才能评价。")
            if service in rated:
                raise Refused(f"「{name_of(service, file.catalogue)}」您已经评价过，一次服务评价一次。")
            _rate(file, service, grade, words)

    return doing(opening(case_id), step, who=who, at=at, key=key, asked=("rate", str(case_id), given))


def _rate(file: CaseFile, service: str, grade: int, words: str) -> None:
    if grade not in GRADES:
        raise Refused("请在五个等级中选择。", (Fault(service, "请在五个等级中选择。"),))
    _short(words, f"words-{service}", "想说的话")
    run = answer_run(grade, file.today)
    rating = Rating(
        case_id=file.case.id,
        organ=service,
        grade=grade,
        words=words.strip(),
        rated_at=file.act.at,
        due_on=due(run, file.calendar).on if run else None,
    )
    file.act.add(rating)
    file.act.enter(file.case, "rating.give", {"rating": str(rating.id), "organ": service, "grade": grade})


def answer_rating(case_id: UUID, rating_id: UUID, outcome: str, *, who: Who, at: datetime, key: str = "") -> Answer:
    """Answer a bad rating: what was found, what was put right. Raises Refused and NotFound."""

    def step(file: CaseFile) -> None:
        rating = Rating.objects.filter(id=rating_id, case_id=case_id, due_on__isnull=False).first()
        services = answers_for(who, file.catalogue.zone.issuer)
        if rating is None or (services is not None and rating.organ not in services):
            raise NotFound("没有这条评价。")
        if rating.closed_at is not None:
            raise Refused("这条评价已经答复过了。")
        if not outcome.strip():
            raise Refused("请填写「核实和整改情况」。", (Fault("outcome", "请填写「核实和整改情况」。"),))
        _short(outcome, "outcome", "核实和整改情况")
        file.act.change(rating, closed_at=at, closed_by=who.name, outcome=outcome.strip())
        said = {"rating": str(rating.id), "organ": rating.organ, "name": name_of(rating.organ, file.catalogue)}
        file.act.enter(file.case, "rating.answer", {**said, "outcome": outcome.strip()})

    return doing(opening(case_id), step, who=who, at=at, key=key, asked=("answer", str(rating_id), outcome))


def _short(text: str, field: str, label: str) -> None:
    if len(text) > MOST_WORDS:
        sentence = f"「{label}」最多{MOST_WORDS}个字，现有{len(text)}个字。"
        raise Refused(sentence, (Fault(field, sentence),))
