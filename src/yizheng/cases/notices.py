"""From an assessment to what the one-time notice says (行政许可法 30, 31; domain S-025, S-035, S-038)."""

from __future__ import annotations

from datetime import date
from typing import Any

from yizheng.cases.queries.dates import count
from yizheng.cases.told import (
    How,
    Told,
    ToldAdvice,
    ToldCondition,
    ToldFinish,
    ToldItem,
    ToldMaterial,
    ToldUse,
)
from yizheng.law.calendar import Calendar
from yizheng.law.citation import cited
from yizheng.law.clocks import due
from yizheng.law.finish import Finish, earliest_finish
from yizheng.law.handling import why_not_later
from yizheng.law.intake import Assessment, NeededItem, NeededMaterial, needs_licence
from yizheng.law.items import Advice, Catalogue, Order
from yizheng.law.papers.counted import count_tables
from yizheng.law.papers.kinds import KINDS
from yizheng.law.questions import answer_label
from yizheng.law.words import ClockName

HOW_BY_SOURCE: dict[str, How] = {"sharing": "fetched", "generated": "made", "internal": "internal"}


def told(assessment: Assessment, catalogue: Catalogue, on: date, calendar: Calendar) -> Told:
    """What the notice says to a person with these answers on a day. Raises NoCalendar."""
    industry, zone = assessment.industry, catalogue.zone
    finish = earliest_finish(assessment, on, calendar)
    shorts = {each.item.code: each.item.short for each in assessment.items}
    questions = {each.code: each for each in industry.questions}
    return Told(
        industry=industry.code,
        industry_name=industry.name,
        scope=industry.scope,
        answers=tuple(
            (questions[code].ask, answer_label(questions[code], value)) for code, value in assessment.answers.items()
        ),
        items=tuple(_item(each, catalogue, finish, calendar, assessment) for each in assessment.items),
        conditions=tuple(
            ToldCondition(
                subject=each.subject,
                text=each.text,
                items=tuple(shorts[code] for code in each.items),
                basis=_cited(each.basis),
                because=each.because,
            )
            for each in assessment.conditions
        ),
        materials=tuple(_material(each, assessment) for each in assessment.materials),
        finish=_finish(assessment, finish, shorts, on, calendar) if assessment.items else None,
        overall=str(industry.overall),
        order=tuple((shorts[each.first], shorts[each.then], each.kind, _why(each)) for each in assessment.order),
        advice=tuple(_advice(each, catalogue) for each in assessment.advice),
        stops=tuple(_advice(each, catalogue) for each in assessment.stops),
        not_covered=tuple((each.text, each.where) for each in assessment.not_covered),
        needs_licence=needs_licence(assessment),
        sample="real" not in (industry.confidence, industry.overall.confidence),
        version=catalogue.version,
        hall=zone.hall,
        hall_address=zone.hall_address,
        hall_hours=zone.hall_hours,
        hall_phone=zone.hall_phone,
        specialist_phone=zone.specialist_phone,
    )


def _item(
    needed: NeededItem, catalogue: Catalogue, finish: Finish, calendar: Calendar, assessment: Assessment
) -> ToldItem:
    item, organ = needed.item, catalogue.organs[needed.item.organ]
    run = finish.runs[item.code]
    return ToldItem(
        code=item.code,
        name=item.name,
        short=item.short,
        kind=KINDS[item.kind].what,
        organ=organ.name,
        organ_phone=organ.phone,
        organ_address=organ.address,
        why=needed.why,
        because=needed.because,
        basis=_cited(needed.basis),
        statutory=str(needed.statutory),
        promised=str(needed.promised),
        promised_note=needed.promised.note or needed.statutory.note,
        due=finish.dates[item.code],
        validity=str(item.validity),
        certificate=item.certificate.name,
        visit=_visit(needed),
        risks=item.refusal_risks,
        notes=item.notes,
        sample=item.confidence != "real",
        limit_sample=needed.promised.confidence != "real" or needed.statutory.confidence != "real",
        counted=count_tables([(ClockName(run.clock).label, run)], calendar),
        provisional=due(run, calendar).provisional,
        **_lists(item.code, assessment),
    )


def _lists(item: str, assessment: Assessment) -> dict[str, Any]:
    """The two lists of an item: what must be there, and what may come later (青岛市优化营商环境条例 24)."""
    why = why_not_later(assessment)
    own = [each.material for each in assessment.materials if each.asked and any(use.item == item for use in each.uses)]
    return {
        "necessary": tuple(each.name for each in own if why[each.code]),
        "later": tuple(each.name for each in own if not why[each.code]),
    }


def _visit(needed: NeededItem) -> str:
    """Whether somebody comes, in words."""
    if needed.visit:
        return "决定前上门核查一次"
    return "发证后抽查" if needed.item.onsite.needed else "不上门"


def _material(needed: NeededMaterial, assessment: Assessment) -> ToldMaterial:
    material, items = needed.material, {each.item.code: each for each in assessment.items}
    return ToldMaterial(
        code=material.code,
        name=material.name,
        how=how_of(needed),
        third_party=material.source == "third_party",
        help=material.help,
        example=material.example,
        mistakes=material.mistakes,
        accepts=material.accepts,
        validity=material.validity,
        uses=tuple(
            ToldUse(
                item=items[use.item].item.short,
                requirement=use.requirement,
                because=use.because,
                basis=_cited(use.basis or material.basis),
                at_check=use.at_check,
            )
            for use in needed.uses
        ),
        sample=material.confidence != "real",
        why_now=why_not_later(assessment).get(material.code, ""),
    )


def how_of(needed: NeededMaterial) -> How:
    """How a material comes in."""
    if needed.asked:
        return "upload"
    return HOW_BY_SOURCE.get(needed.material.source, "check")


def _finish(assessment: Assessment, finish: Finish, shorts: dict[str, str], on: date, calendar: Calendar) -> ToldFinish:
    first = finish.chain[0]
    return ToldFinish(
        received_on=on,
        acceptance_on=finish.acceptance_on,
        on=finish.on,
        chain=tuple(shorts[code] for code in finish.chain),
        provisional=finish.provisional,
        count=count(finish.runs[first], calendar, label=f"「{shorts[first]}」承诺办结时限"),
    )


def _why(order: Order) -> str:
    """Why one waits for the other, and where that is written."""
    return f"{order.why}（{'、'.join(_cited(order.basis))}）" if order.basis else order.why


def _advice(advice: Advice, catalogue: Catalogue) -> ToldAdvice:
    other = catalogue.industries.get(advice.industry)
    return ToldAdvice(
        kind=advice.kind,
        text=advice.text,
        basis=_cited(advice.basis),
        industry=other.code if other else "",
        industry_name=other.name if other else "",
    )


def _cited(basis: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(cited(each) for each in basis)
