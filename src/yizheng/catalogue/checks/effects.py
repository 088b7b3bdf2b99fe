"""Every question and every answer must change something, or nobody should be asked (domain §4.5(5))."""

from __future__ import annotations

from collections.abc import Iterator

from yizheng.catalogue.faults import Fault
from yizheng.catalogue.reading import Reading
from yizheng.catalogue.walking import inner_rules, rules
from yizheng.law.items import Catalogue, FieldSpec, Industry, Question
from yizheng.law.rules import Answer, Rule, judge

Signature = tuple[bool, ...]


def effect_faults(reading: Reading) -> Iterator[Fault]:
    """Questions nothing looks at, and answers that come to the same as another."""
    catalogue = reading.catalogue()
    for code, industry in catalogue.industries.items():
        leaves, filled = _looking(industry, catalogue)
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


def _looking(industry: Industry, catalogue: Catalogue) -> tuple[list[Rule], set[str]]:
    """The tests that look at this industry's answers, and the questions whose answers go into the form as they are."""
    items = [catalogue.items[use.item] for use in industry.items]
    codes = {*industry.shared_fields, *(use.field for item in items for use in item.fields)}
    specs: list[FieldSpec] = [catalogue.fields[code] for code in sorted(codes)]
    leaves = [leaf for entry in (industry, *items, *specs) for _, rule in rules(entry) for _, leaf in inner_rules(rule)]
    return leaves, {spec.filled_from for spec in specs}


def _useless(question: Question, tests: list[Rule], catalogue: Catalogue) -> Iterator[tuple[int, str]]:
    """Options, by place, that no test tells from another (choice) or from leaving them out (multi)."""

    def signature(answer: Answer) -> Signature:
        return tuple(judge(test, {question.code: answer}, catalogue.figures).holds for test in tests)

    values = [option.value for option in question.options]
    if question.kind == "choice":
        seen: dict[Signature, str] = {}
        for place, value in enumerate(values):
            found = seen.setdefault(signature(value), value)
            if found != value:
                yield place, f"选 {value} 与选 {found} 没有任何不同，请合并"
    elif question.kind == "multi":
        for place, value in enumerate(values):
            others: list[tuple[str, ...]] = [(), *((other,) for other in values if other != value)]
            if all(signature(other) == signature((*other, value)) for other in others):
                yield place, f"勾不勾 {value} 没有任何不同，请删去"
