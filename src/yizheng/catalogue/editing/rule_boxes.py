"""A rule's form as a page shows it: how its conditions are joined, and each condition with the answers to pick from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from yizheng.catalogue.editing.rule_form import JOINS, NOT, Entered, Faults, count, first
from yizheng.catalogue.editing.words import Words
from yizheng.law.items import Question

Offers = Sequence[tuple[str, str]]

NUMBER = "number"
TESTS: Mapping[str, Mapping[str, str]] = {
    "choice": {"is": "选的是下面的（勾几个就是其中任何一个）"},
    "multi": {"includes": "选了下面的任何一个", "only": "只选了下面的，没有选别的"},
    "bool": {"yes": "回答“是”", "no": "回答“否”"},
    NUMBER: {"at_least": "达到", "less_than": "不到"},
    "item": {"needed": "要办这个事项"},
}
NEGATED = {
    "is": "选的不是下面的（没有被问到的也算）",
    "includes": "下面的一个都没有选（没有被问到的也算）",
    "only": "不只选了下面的",
    "yes": "没有回答“是”（没有被问到的也算）",
    "no": "没有回答“否”（没有被问到的也算）",
    "at_least": "没有达到（没有被问到的也算）",
    "less_than": "不是不到（没有被问到的也算）",
    "needed": "不用办这个事项",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One condition: a question with its answers, an item, or a group of conditions."""

    name: str
    kind: str
    code: str = ""
    said: str = ""
    tests: Offers = ()
    test: str = ""
    answers: Offers = ()
    chosen: tuple[str, ...] = ()
    unit: str = ""
    value: str = ""
    figure: str = ""
    figures: Offers = ()
    fault: str = ""
    group: RuleBox | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleBox:
    """A group of conditions, and what may be added to it."""

    name: str
    join: str
    joins: Offers
    rows: tuple[Row, ...]
    adds: tuple[tuple[str, Offers], ...]
    fault: str = ""
    said: str = ""


def rule_box(entered: Entered, prefix: str, words: Words, faults: Faults, *, outer: bool = True) -> RuleBox:
    """The rule as its form stands."""
    join = first(entered, f"{prefix}.join") or "always"
    joins = [
        (value, label) for value, label in JOINS.items() if outer or value not in ("always", "never") or value == join
    ]
    rows = tuple(_row(entered, f"{prefix}.{place}", words, faults) for place in range(count(entered, prefix)))
    fault = faults.get(f"{prefix}.add", "")
    return RuleBox(name=prefix, join=join, joins=joins, rows=rows, adds=_adds(words), fault=fault)


def _adds(words: Words) -> tuple[tuple[str, Offers], ...]:
    """What may be added: a question, of the industries alone where the entry is used if any is, an item, a group."""
    near = {str(each.get("code")) for industry in words.near for each in industry.get("questions", ())}
    asked = {code: question.ask for code, question in words.questions.items() if not near or code in near}
    questions = [(f"question:{code}", ask) for code, ask in asked.items()]
    items = [(f"item:{code}", name) for code, name in words.choices("items").items()]
    groups = (("问题", questions), ("要办某个事项", items), ("一组条件", [("group:", "几个条件放在一起")]))
    return tuple((heading, offers) for heading, offers in groups if offers)


def _row(entered: Entered, name: str, words: Words, faults: Faults) -> Row:
    kind, code = first(entered, f"{name}.is"), first(entered, f"{name}.code")
    if kind == "group":
        return Row(name=name, kind=kind, group=rule_box(entered, name, words, faults, outer=False))
    test = first(entered, f"{name}.test")
    if kind == "item":
        return Row(
            name=name, kind=kind, code=code, said=words.name("items", code), test=test, tests=_tests("item")
        )  # fmt: skip
    question = words.questions.get(code)
    asked = question.kind if question else _kind_of(test)
    chosen = tuple(value for value in entered.get(f"{name}.value", ()) if value)
    return Row(
        name=name,
        kind=asked,
        code=code,
        said=words.name("questions", code),
        tests=_tests(asked),
        test=test,
        answers=_answers(question, chosen),
        chosen=chosen,
        unit=question.unit if question else "",
        value=first(entered, f"{name}.value"),
        figure=first(entered, f"{name}.figure"),
        figures=tuple(words.choices("thresholds").items()) if asked == NUMBER else (),
        fault=faults.get(f"{name}.value", ""),
    )


def _tests(kind: str) -> Offers:
    plain = TESTS.get(kind, {})
    return [*plain.items(), *((f"{NOT}{test}", NEGATED[test]) for test in plain)]


def _kind_of(test: str) -> str:
    bare = test.removeprefix(NOT)
    return next((kind for kind, tests in TESTS.items() if bare in tests), "choice")


def _answers(question: Question | None, chosen: Sequence[str]) -> Offers:
    """The answers of a question, and those that were chosen though it has them no more."""
    known = [(option.value, option.label or option.value) for option in question.options] if question else []
    if question and question.kind in (NUMBER, "bool"):
        return ()
    gone = [(value, f"{value}（问题里没有这个选项）") for value in chosen if value not in dict(known)]
    return [*known, *gone]
