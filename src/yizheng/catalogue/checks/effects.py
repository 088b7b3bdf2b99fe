"""Every question and every answer must change something, or nobody should be asked (domain §4.5(5))."""

from __future__ import annotations

from collections.abc import Iterator

from yizheng.catalogue.text.faults import Fault
from yizheng.catalogue.text.reading import Reading
from yizheng.catalogue.trying.combinations import Signature, distinct_answers, signature
from yizheng.catalogue.walking import fields_of, tests_of
from yizheng.law.items import Catalogue, Question
from yizheng.law.rules import Rule


def effect_faults(reading: Reading) -> Iterator[Fault]:
    """Questions nothing looks at, and answers that come to the same as another."""
    catalogue = reading.catalogue()
    for code, industry in catalogue.industries.items():
        leaves = tests_of(industry, catalogue)
        filled = {catalogue.fields[each].filled_from for each in fields_of(industry, catalogue)}
        for place, question in enumerate(industry.questions):
            if question.code in filled:
                continue
            tests = [leaf for leaf in leaves if leaf.question == question.code]
            where = ("questions", place)
            if not tests:
                yield reading.fault(
                    "industries", code, where, "每个问题有用", f"{question.code} 问了什么都不变，请删去"
                )
                continue
            for option, sentence in _useless(question, tests, catalogue):
                yield reading.fault("industries", code, (*where, "options", option), "每个答案有用", sentence)


def _useless(question: Question, tests: list[Rule], catalogue: Catalogue) -> Iterator[tuple[int, str]]:
    """Options, by place, that no test tells from another (choice) or from leaving them out (multi)."""
    if question.kind == "choice":
        yield from _alike(question, tests, catalogue)
    elif question.kind == "multi":
        yield from _ticked_for_nothing(question, tests, catalogue)
    elif len(distinct_answers(question, tests, catalogue)) == 1:
        yield 0, f"{question.code} 怎么回答都没有任何不同，请删去"


def _alike(question: Question, tests: list[Rule], catalogue: Catalogue) -> Iterator[tuple[int, str]]:
    seen: dict[Signature, str] = {}
    for place, option in enumerate(question.options):
        found = seen.setdefault(signature(question, option.value, tests, catalogue), option.value)
        if found != option.value:
            yield place, f"选 {option.value} 与选 {found} 没有任何不同，请合并"


def _ticked_for_nothing(question: Question, tests: list[Rule], catalogue: Catalogue) -> Iterator[tuple[int, str]]:
    def signed(*answer: str) -> Signature:
        return signature(question, answer, tests, catalogue)

    values = [option.value for option in question.options]
    for place, value in enumerate(values):
        others: list[tuple[str, ...]] = [(), *((other,) for other in values if other != value)]
        if all(signed(*other) == signed(*other, value) for other in others):
            yield place, f"勾不勾 {value} 没有任何不同，请删去"
