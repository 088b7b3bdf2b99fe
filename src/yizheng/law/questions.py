"""The guided questions 情形引导: which to ask next, what an answer means, which answers still count (seed 三(一))."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from yizheng.law.items import Catalogue, Industry, ItemUse, Question
from yizheng.law.rules import Answer, Answers, Verdict, items_of, judge

NONE = "none"
"""What a page sends when a person picks 以上都没有."""

YES, NO = "yes", "no"
_TRUE, _FALSE = frozenset({YES, "true", "1", "on", "是"}), frozenset({NO, "false", "0", "否"})


def needed_uses(industry: Industry, answers: Answers, catalogue: Catalogue) -> tuple[tuple[ItemUse, Verdict], ...]:
    """The items these answers call for, in the industry's order, each with what decided it; no item twice."""
    found: dict[str, tuple[ItemUse, Verdict]] = {}
    figures = catalogue.figures
    for use in industry.items:
        verdict = judge(use.when, answers, figures, found.keys())
        if verdict.holds:
            found.setdefault(use.item, (use, verdict))
    return tuple(found.values())


def prune(industry: Industry, answers: Answers, catalogue: Catalogue) -> dict[str, Answer]:
    """Only the answers to questions that are asked: one to a question since hidden changes nothing any more."""
    kept: dict[str, Answer] = {}
    for question in industry.questions:
        if question.code in answers and is_asked(question, industry, kept, catalogue):
            kept[question.code] = answers[question.code]
    return kept


def visible_questions(industry: Industry, answers: Answers, catalogue: Catalogue) -> tuple[Question, ...]:
    """The questions asked of a person with these answers, in order; more may appear as answers come in."""
    kept = prune(industry, answers, catalogue)
    return tuple(each for each in industry.questions if is_asked(each, industry, kept, catalogue))


def next_question(industry: Industry, answers: Answers, catalogue: Catalogue) -> Question | None:
    """The first question still without an answer, or None when everything is known."""
    return next((each for each in visible_questions(industry, answers, catalogue) if each.code not in answers), None)


def answer_label(question: Question, answer: Answer) -> str:
    """The answer in the words the person saw."""
    if isinstance(answer, bool):
        return "是" if answer else "否"
    if isinstance(answer, int | float):
        return f"{shown(answer)}{question.unit}"
    labels = {option.value: option.label or option.value for option in question.options}
    chosen = answer if isinstance(answer, tuple) else (answer,)
    return "、".join(labels.get(value, value) for value in chosen) or question.none_label


def answer_fault(question: Question, raw: str | Sequence[str]) -> tuple[Answer | None, str]:
    """What a page sent → the answer and "", or None and the sentence that says what is wrong and what to do."""
    values = [raw] if isinstance(raw, str) else list(raw)
    values = [value.strip() for value in values if value.strip()]
    if question.kind == "multi":
        return _multi(question, values)
    if not values:
        return None, "请填写一个数。" if question.kind == "number" else "请选一个答案。"
    if len(values) > 1:
        return None, "这里只能选一个答案。"
    if question.kind == "number":
        return _number(question, values[0])
    if question.kind == "bool":
        return _bool(values[0])
    return _choice(question, values[0])


def is_asked(question: Question, industry: Industry, answers: Answers, catalogue: Catalogue) -> bool:
    """Whether a person with these answers to the questions before it is asked this one."""
    items = {use.item for use, _ in needed_uses(industry, answers, catalogue)} if items_of(question.show_when) else ()
    return judge(question.show_when, answers, catalogue.figures, items).holds


def _multi(question: Question, values: list[str]) -> tuple[Answer | None, str]:
    known = [option.value for option in question.options]
    if values == [NONE] and question.none_label and NONE not in known:
        return (), ""
    if not values:
        also = f"都没有的，请选“{question.none_label}”。" if question.none_label else ""
        return None, f"请至少选一项。{also}"
    if NONE in values and NONE not in known:
        return None, f"选了“{question.none_label or '以上都没有'}”，就不要再选别的。"
    if fault := _unknown(values, known):
        return None, fault
    return tuple(value for value in known if value in values), ""


def _choice(question: Question, value: str) -> tuple[Answer | None, str]:
    fault = _unknown([value], [option.value for option in question.options])
    return (None, fault) if fault else (value, "")


def _unknown(values: Collection[str], known: Collection[str]) -> str:
    return "" if set(values) <= set(known) else "请从给出的答案里选，页面过期的请刷新后重选。"


def _bool(value: str) -> tuple[Answer | None, str]:
    if value in _TRUE:
        return True, ""
    return (False, "") if value in _FALSE else (None, "请选“是”或者“否”。")


def _number(question: Question, value: str) -> tuple[Answer | None, str]:
    number = plain_number(value)
    if number is None:
        return None, f"请只填数字，例如 {shown(question.minimum + 100)}，不要写“{question.unit}”或者“约”。"
    if not question.minimum <= number <= question.maximum:
        low, high = shown(question.minimum), shown(question.maximum)
        return None, f"请填 {low} 到 {high}{question.unit} 之间的数，您填的是 {shown(number)}。"
    return number, ""


_WIDE = str.maketrans("０１２３４５６７８９．－", "0123456789.-", ",， ")
_NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,6})?")


def plain_number(text: str) -> float | None:
    """The number a person typed, full-width digits and thousands commas allowed; None when it is not one."""
    tidy = text.translate(_WIDE)
    return float(tidy) if _NUMBER.fullmatch(tidy) else None


def shown(number: float) -> str:
    """A number as a person writes it: 1200000, 0.5; never 1.2e+06."""
    text = f"{number:.6f}"
    return text.rstrip("0").rstrip(".")
