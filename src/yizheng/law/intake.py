"""Everyday answers → what this person needs: items, conditions, materials, fields, limits (一次告知, 行政许可法 30)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from yizheng.law.items import (
    Advice,
    Catalogue,
    Condition,
    FieldSpec,
    Industry,
    Item,
    ItemUse,
    Limit,
    Material,
    NotCovered,
    Order,
    ReviewPoint,
    Subject,
)
from yizheng.law.questions import (
    answer_fault,
    answer_label,
    needed_uses,
    next_question,
    prune,
    visible_questions,
)
from yizheng.law.rules import Answer, Answers, Rule, Verdict, items_of, judge, questions_of

__all__ = [
    "Assessment", "Because", "MaterialNeed", "MergedCondition", "NeededItem", "NeededMaterial",
    "answer_fault", "answer_label", "assess", "needs_licence", "next_question", "prefilled", "prune",
    "visible_questions",
]  # fmt: skip

Because = tuple[tuple[str, str], ...]
"""Question and answer, in the words the person saw, that made something needed."""

UPLOADED = frozenset({"applicant", "third_party"})
"""Sources that make the applicant hand a material in; all else is fetched, made or passed on (在线政务服务规定 7)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NeededItem:
    """An item this person needs, with only what applies to these answers.

    ``fields`` are all its organ receives beyond the shared ones; ``asks`` those not asked under an earlier item;
    ``visit`` says whether somebody comes before the decision.
    """

    item: Item
    why: str
    because: Because
    basis: tuple[str, ...]
    statutory: Limit
    promised: Limit
    conditions: tuple[Condition, ...]
    review_points: tuple[ReviewPoint, ...]
    fields: tuple[FieldSpec, ...]
    asks: tuple[FieldSpec, ...]
    visit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialNeed:
    """One item's use of a material: what it wants to see in it, where that is written, and because of which answers."""

    item: str
    requirement: str
    basis: tuple[str, ...]
    because: Because
    at_check: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NeededMaterial:
    """One material for the whole case (一套材料), with what every item wants to see in it."""

    material: Material
    uses: tuple[MaterialNeed, ...]

    @property
    def at_check(self) -> bool:
        """Whether every item that wants it looks at it during the visit only (消防法 15)."""
        return all(use.at_check for use in self.uses)

    @property
    def asked(self) -> bool:
        """Whether the applicant hands it in with the application."""
        return self.material.source in UPLOADED and not self.at_check


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedCondition:
    """A condition that one or more items set, told once (seed 三, S-025)."""

    subject: Subject
    text: str
    items: tuple[str, ...]
    basis: tuple[str, ...]
    because: Because


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What one person needs: the content of the one-time notice 一次告知单."""

    industry: Industry
    answers: Answers
    complete: bool
    items: tuple[NeededItem, ...]
    materials: tuple[NeededMaterial, ...]
    conditions: tuple[MergedCondition, ...]
    shared_fields: tuple[FieldSpec, ...]
    advice: tuple[Advice, ...]
    stops: tuple[Advice, ...]
    not_covered: tuple[NotCovered, ...]
    order: tuple[Order, ...]

    @property
    def fields(self) -> tuple[FieldSpec, ...]:
        """Every field of the one form, each asked once: the shared ones, then each item's own."""
        return (*self.shared_fields, *(spec for needed in self.items for spec in needed.asks))

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the items needed, in the industry's order."""
        return tuple(needed.item.code for needed in self.items)


def assess(industry: Industry, answers: Answers, catalogue: Catalogue, only: Collection[str] = ()) -> Assessment:
    """What these answers call for, or of it the items of ``only``; answers to questions not asked are left aside."""
    situation = _Situation(industry, answers, catalogue, only)
    shared = tuple(spec for spec in situation.specs(industry.shared_fields) if situation.holds(spec.show_when))
    items = _needed_items(situation, shared)
    advice = tuple(each for each in industry.advice if situation.holds(each.when))
    return Assessment(
        industry=industry,
        answers=situation.answers,
        complete=next_question(industry, situation.answers, catalogue) is None,
        items=items,
        materials=_needed_materials(situation, items),
        conditions=_merged(situation, items),
        shared_fields=shared,
        advice=tuple(each for each in advice if each.kind != "stop"),
        stops=tuple(each for each in advice if each.kind == "stop"),
        not_covered=tuple(each for each in industry.not_covered if situation.holds(each.when)),
        order=tuple(o for o in industry.order if {o.first, o.then} <= situation.wanted.keys()),
    )


def stops_so_far(industry: Industry, answers: Answers, catalogue: Catalogue) -> tuple[Advice, ...]:
    """The stops that no further answer takes back, told at once and not at submission (行政许可法 32(1)(1)(2))."""
    found = assess(industry, answers, catalogue)
    return tuple(_decided(found.stops, found))


def better_so_far(industry: Industry, answers: Answers, catalogue: Catalogue) -> tuple[Advice, ...]:
    """The industries that fit these answers better whatever else is answered, offered at once (S-024)."""
    found = assess(industry, answers, catalogue)
    return tuple(_decided((each for each in found.advice if each.industry in catalogue.industries), found))


def _decided(advice: Iterable[Advice], found: Assessment) -> Iterable[Advice]:
    said = found.answers.keys()
    return (each for each in advice if found.complete or (questions_of(each.when) <= said and not items_of(each.when)))


def needs_licence(assessment: Assessment) -> bool:
    """Whether a comprehensive licence comes of it: only of two items or more (domain §1.6)."""
    return len(assessment.items) >= 2


def prefilled(assessment: Assessment, catalogue: Catalogue) -> dict[str, Answer]:
    """The form fields that the everyday answers already fill: nobody is asked twice (在线政务服务规定 7; S-039)."""
    situation = _Situation(assessment.industry, assessment.answers, catalogue)
    own = (spec for needed in assessment.items for spec in needed.fields)
    values: dict[str, Answer] = {}
    for spec in (*assessment.shared_fields, *own):
        value = situation.answers.get(spec.filled_from) if spec.filled_from else situation.chosen(spec)
        if value is not None:
            values[spec.code] = value
    return values


class _Situation:
    """One person's answers before one catalogue: the only place that judges rules for an assessment."""

    def __init__(self, industry: Industry, answers: Answers, catalogue: Catalogue, only: Collection[str] = ()) -> None:
        self.catalogue, self.figures = catalogue, catalogue.figures
        self.questions = {question.code: question for question in industry.questions}
        self.answers = prune(industry, answers, catalogue)
        self.uses = {use.item: (use, verdict) for use, verdict in needed_uses(industry, self.answers, catalogue)}
        self.wanted = {code: used for code, used in self.uses.items() if not only or code in only}

    def judge(self, rule: Rule) -> Verdict:
        return judge(rule, self.answers, self.figures, self.uses.keys())

    def holds(self, rule: Rule) -> bool:
        return self.judge(rule).holds

    def because(self, verdict: Verdict) -> Because:
        said = [(self.questions[code], self.answers[code]) for code in verdict.because if code in self.answers]
        return tuple((question.ask, answer_label(question, answer)) for question, answer in said)

    def limit(self, limits: tuple[Limit, ...]) -> Limit:
        """The first limit whose rule holds; the last of them has no rule and always does."""
        return next((each for each in limits if self.holds(each.when)), limits[-1])

    def specs(self, codes: Iterable[str]) -> list[FieldSpec]:
        return [self.catalogue.fields[code] for code in codes]

    def chosen(self, spec: FieldSpec) -> Answer | None:
        values = tuple(option.value for option in spec.options if self.holds(option.chosen_when))
        if spec.kind == "multi":
            return values or None
        return values[0] if values else None


def _needed_items(situation: _Situation, shared: tuple[FieldSpec, ...]) -> tuple[NeededItem, ...]:
    asked = {spec.code for spec in shared}
    needed: list[NeededItem] = []
    for use, verdict in situation.wanted.values():
        one = _needed_item(situation, use, verdict, asked)
        asked |= {spec.code for spec in one.asks}
        needed.append(one)
    return tuple(needed)


def _needed_item(situation: _Situation, use: ItemUse, verdict: Verdict, asked: set[str]) -> NeededItem:
    item = situation.catalogue.items[use.item]
    named = situation.specs(each.field for each in item.fields if situation.holds(each.when))
    fields = tuple(spec for spec in named if situation.holds(spec.show_when))
    return NeededItem(
        item=item,
        why=use.why,
        because=situation.because(verdict),
        basis=(*use.basis, *(each for each in item.basis if each not in use.basis)),
        statutory=situation.limit(item.statutory),
        promised=situation.limit(item.promised),
        conditions=tuple(each for each in item.conditions if situation.holds(each.when)),
        review_points=tuple(each for each in item.review_points if situation.holds(each.when)),
        fields=fields,
        asks=tuple(spec for spec in fields if spec.code not in asked),
        visit=item.onsite.needed and not item.onsite.after_grant and situation.holds(item.onsite.when),
    )


def _needed_materials(situation: _Situation, items: tuple[NeededItem, ...]) -> tuple[NeededMaterial, ...]:
    uses: dict[str, list[MaterialNeed]] = {}
    for needed in items:
        for use in needed.item.materials:
            verdict = situation.judge(use.when)
            if verdict.holds:
                need = MaterialNeed(
                    item=needed.item.code,
                    requirement=use.requirement,
                    basis=use.basis,
                    because=situation.because(verdict),
                    at_check=situation.holds(use.at_check),
                )
                uses.setdefault(use.material, []).append(need)
    library = situation.catalogue.materials
    return tuple(NeededMaterial(material=library[code], uses=tuple(needs)) for code, needs in uses.items())


def _merged(situation: _Situation, items: tuple[NeededItem, ...]) -> tuple[MergedCondition, ...]:
    found: dict[tuple[Subject, str], list[tuple[str, Condition]]] = {}
    for needed in items:
        for each in needed.conditions:
            found.setdefault((each.subject, each.text), []).append((needed.item.code, each))
    order = ("场所", "设备", "人员", "制度", "资金")
    return tuple(
        MergedCondition(
            subject=subject,
            text=text,
            items=tuple(code for code, _ in rows),
            basis=tuple(dict.fromkeys(basis for _, row in rows for basis in row.basis)),
            because=tuple(
                dict.fromkeys(pair for _, row in rows for pair in situation.because(situation.judge(row.when)))
            ),
        )
        for (subject, text), rows in sorted(found.items(), key=lambda entry: order.index(entry[0][0]))
    )
