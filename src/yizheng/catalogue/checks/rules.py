"""Every rule must be one sentence that can come out either way: known questions, known answers, known figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yizheng.catalogue.text.faults import Fault
from yizheng.catalogue.text.reading import Reading
from yizheng.catalogue.walking import Path_, entries, inner_rules, rules
from yizheng.law.items import AnswerKind, Industry, Question
from yizheng.law.rules import ALWAYS, Rule, questions_of

_TESTS: dict[str, tuple[AnswerKind, ...]] = {
    "equals": ("choice", "bool"),
    "one_of": ("choice",),
    "includes": ("multi",),
    "includes_any": ("multi",),
    "only": ("multi",),
    "at_least": ("number",),
    "less_than": ("number",),
}
_FORMS = ("all", "any", "unless", "never", "item", "question")
_UNSET: tuple[Any, ...] = (None, (), "", False)


def rule_faults(reading: Reading) -> Iterator[Fault]:
    """Rules that are two sentences in one, or look at a question, an answer, an item or a figure that is not there."""
    everywhere = _questions(reading.entries["industries"].values())
    for kind, code, entry in entries(reading):
        asked = _questions([entry]) if kind == "industries" else everywhere
        for path, rule in rules(entry):
            for inside, each in inner_rules(rule):
                for sentence in _sentences(reading, each, asked):
                    yield reading.fault(kind, code, (*path, *inside), "规则", sentence)
    for code, spec in reading.entries["fields"].items():
        if spec.filled_from and spec.filled_from not in everywhere:
            yield reading.fault("fields", code, ("filled_from",), "引用存在", f"没有问题 {spec.filled_from}")
    for code, industry in reading.entries["industries"].items():
        yield from _question_faults(reading, code, industry)


def _questions(industries: Any) -> dict[str, list[Question]]:
    found: dict[str, list[Question]] = {}
    for industry in industries:
        for question in industry.questions:
            found.setdefault(question.code, []).append(question)
    return found


def _sentences(reading: Reading, rule: Rule, asked: dict[str, list[Question]]) -> Iterator[str]:
    forms = [name for name in _FORMS if getattr(rule, name) not in _UNSET]
    tests = [name for name in _TESTS if _is_set(rule, name)]
    if len(forms) > 1 or (not forms and tests):
        yield f"一条规则只能是 {'、'.join(_FORMS)} 中的一种"
    elif rule.question:
        yield from _test_sentences(reading, rule, tests, asked)
    elif tests:
        yield f"{'、'.join(tests)} 要与 question 一起写"
    elif rule.item and rule.item not in reading.entries["items"]:
        yield f"没有事项 {rule.item}"


def _is_set(rule: Rule, name: str) -> bool:
    value = getattr(rule, name)
    return value is not None and value != () and value != ""


def _test_sentences(reading: Reading, rule: Rule, tests: list[str], asked: dict[str, list[Question]]) -> Iterator[str]:
    if rule.question not in asked:
        yield f"没有问题 {rule.question}"
    elif len(tests) != 1:
        yield f"question 要有且只有一个判断：{'、'.join(_TESTS)}"
    else:
        for question in asked[rule.question]:
            yield from _answer_sentences(reading, rule, tests[0], question)


def _answer_sentences(reading: Reading, rule: Rule, test: str, question: Question) -> Iterator[str]:
    value = getattr(rule, test)
    if question.kind not in _TESTS[test] or (question.kind == "bool") != isinstance(value, bool):
        yield f"{question.code} 的类型是 {question.kind}，不能用 {test}: {value}"
    elif question.kind == "number":
        if isinstance(value, str) and value not in reading.entries["thresholds"]:
            yield f"thresholds.yaml 里没有 {value}"
    elif question.kind != "bool":
        known = {option.value for option in question.options}
        for each in (value,) if isinstance(value, str) else value:
            if each not in known:
                yield f"{question.code} 没有选项 {each}"


def _question_faults(reading: Reading, code: str, industry: Industry) -> Iterator[Fault]:
    """Questions once each; each shown because of earlier ones only, so that a page never takes back what it asked."""
    before: set[str] = set()
    for place, question in enumerate(industry.questions):
        where: Path_ = ("questions", place)
        if question.code in before:
            yield reading.fault("industries", code, where, "编码不重复", f"问题 {question.code} 写了两次")
        looked_at = set(questions_of(question.show_when))
        wanted = {each.item for _, each in inner_rules(question.show_when) if each.item}
        for use in industry.items:
            looked_at |= questions_of(use.when) if use.item in wanted else frozenset()
        if late := sorted(looked_at - before):
            sentence = f"是否问 {question.code}，只能看它前面的问题，不能看 {'、'.join(late)}"
            yield reading.fault("industries", code, (*where, "show_when"), "问题的先后", sentence)
        before.add(question.code)
    for place, use in enumerate(industry.items):
        if use.when == ALWAYS and use.item in [other.item for other in industry.items[:place]]:
            yield reading.fault("industries", code, ("items", place), "编码不重复", f"事项 {use.item} 写了两次")
