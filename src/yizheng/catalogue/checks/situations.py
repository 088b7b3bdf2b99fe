"""What only shows when people answer: nobody left with nothing, no promise that cannot be kept (domain §4.5)."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from yizheng.catalogue.checks.contradictions import Met, contradiction_faults, filling_faults
from yizheng.catalogue.text.faults import Fault
from yizheng.catalogue.text.reading import Reading
from yizheng.catalogue.trying.combinations import Combinations
from yizheng.law.clocks import Term, Unit
from yizheng.law.intake import Assessment, NeededItem, answer_label, assess
from yizheng.law.items import Catalogue, Limit

FEW = 500
"""Combinations of answers up to which a check tries all of them; `yizheng simulate` tries more."""

EMPTY = "没有空结果"
JOINT_CAP = 45
"""Working days within which unified handling ends (行政许可法 42(2))."""

ACCEPTANCE = 5
"""Working days until acceptance at the latest (行政许可法 32(4)), by which a promise from acceptance starts later."""

LONGEST_BREAK = 9
"""Days off in a row, weekends included, that a holiday may add to a count of working days."""

MONTH_SHORTEST, MONTH_LONGEST, MONTH_WORKDAYS = 28, 31, 23


def situation_faults(reading: Reading) -> Iterator[Fault]:
    """Faults met by made-up applicants, each told once."""
    catalogue, met = reading.catalogue(), Met()
    for code, industry in catalogue.industries.items():
        yield from overall_faults(reading, code, industry.overall)
        for answers in Combinations(industry, catalogue, FEW):
            assessment = assess(industry, answers, catalogue)
            met.note(assessment)
            faults = list(applicant_faults(reading, catalogue, assessment))
            yield from faults
            if any(fault.rule == EMPTY for fault in faults):
                break
    yield from contradiction_faults(reading, catalogue, met)


def applicant_faults(reading: Reading, catalogue: Catalogue, assessment: Assessment) -> Iterator[Fault]:
    """What is wrong for one who answers so: nothing and no word, promises nobody can keep, two answers at once."""
    if not (assessment.items or assessment.stops or assessment.advice):
        sentence = f"这样回答时没有任何事项，也没有说明：{in_words(assessment)}"
        yield reading.fault("industries", assessment.industry.code, ("items",), EMPTY, sentence)
    yield from _promise_faults(reading, assessment)
    yield from _chain_faults(reading, assessment)
    yield from filling_faults(reading, catalogue, assessment)


def in_words(assessment: Assessment) -> str:
    """The answers of an applicant, each with the code of its question."""
    asked = {question.code: question for question in assessment.industry.questions}
    return "；".join(f"{code}={answer_label(asked[code], answer)}" for code, answer in assessment.answers.items())


def overall_faults(reading: Reading, code: str, overall: Limit) -> Iterator[Fault]:
    """A promise for the whole that is longer than the law allows, or not counted in working days."""
    if overall.term.unit is not Unit.WORKING_DAY or overall.term.n > JOINT_CAP:
        sentence = f"总承诺时限用工作日（wd），最多{JOINT_CAP}个（行政许可法 42(2)）"
        yield reading.fault("industries", code, ("overall",), "总时限", sentence)


def _promise_faults(reading: Reading, assessment: Assessment) -> Iterator[Fault]:
    for needed in assessment.items:
        if not _keeps(needed.promised, needed.statutory):
            place = needed.item.promised.index(needed.promised)
            sentence = f"承诺时限{needed.promised.term}可能超过法定时限{needed.statutory.term}"
            yield reading.fault("items", needed.item.code, ("promised", place), "承诺不超过法定", sentence)


def _chain_faults(reading: Reading, assessment: Assessment) -> Iterator[Fault]:
    """Items run side by side, so the slowest promise bounds the whole; one that must wait may not promise less time."""
    code, overall = assessment.industry.code, assessment.industry.overall.term.n
    days = {needed.item.code: _workdays(needed) for needed in assessment.items}
    slowest = max(days, key=lambda item: days[item], default="")
    if slowest and days[slowest] > overall:
        sentence = f"总时限{overall}个工作日短于 {slowest} 的承诺时限{days[slowest]}个工作日"
        yield reading.fault("industries", code, ("overall",), "总时限", sentence)
    for order in assessment.order:
        if order.kind == "hard" and days[order.first] > days[order.then]:
            place = assessment.industry.order.index(order)
            sentence = f"{order.then} 要等 {order.first}，承诺时限却更短：{days[order.then]} < {days[order.first]}"
            yield reading.fault("industries", code, ("order", place), "总时限", sentence)


def _workdays(needed: NeededItem) -> int:
    """The most working days the promise can take."""
    term = needed.promised.term
    return term.n * MONTH_WORKDAYS if term.unit is Unit.MONTH else term.n


def _keeps(promised: Limit, statutory: Limit) -> bool:
    """Whether the promise ends no later than the law's limit, however the calendar falls."""
    later = ACCEPTANCE if promised.start == "accept" and statutory.start == "receipt" else 0
    if promised.term.unit is statutory.term.unit and (not later or promised.term.unit is Unit.WORKING_DAY):
        return promised.term.n + later <= statutory.term.n
    return _most_days(promised.term, later) <= _least_days(statutory.term)


def _most_days(term: Term, later: int) -> int:
    """The most calendar days of a term that starts ``later`` working days late."""
    if term.unit is Unit.WORKING_DAY:
        return _span(term.n + later)
    return term.n * (MONTH_LONGEST if term.unit is Unit.MONTH else 1) + _span(later)


def _span(workdays: int) -> int:
    return ceil(workdays / 5) * 7 + LONGEST_BREAK if workdays else 0


def _least_days(term: Term) -> int:
    return term.n * (MONTH_SHORTEST if term.unit is Unit.MONTH else 1)
