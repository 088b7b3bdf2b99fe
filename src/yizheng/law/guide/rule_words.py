"""A rule in everyday words: for whom something is needed, as a guide says it that knows no answers (行政许可法 30)."""

from __future__ import annotations

from collections.abc import Mapping

from yizheng.law.items import Catalogue, Industry, Question
from yizheng.law.questions import shown
from yizheng.law.rules import Rule, Thresholds

OR = "；或者"


def when(rule: Rule, industry: Industry, catalogue: Catalogue) -> str | None:
    """For whom a rule holds in this industry: "" for everybody, None for nobody."""
    questions = {each.code: each for each in industry.questions}
    shorts = {use.item: catalogue.items[use.item].short for use in industry.items if not use.when.never}
    return RuleWords(questions, shorts, catalogue.figures).of(rule)


def either(said: tuple[str, ...]) -> str:
    """For whom one of several rules holds that all may hold; "" when one is for everybody."""
    return "" if "" in said else OR.join(dict.fromkeys(said))


class RuleWords:
    """Rules over certain questions, items by their short names, and figures, in words."""

    def __init__(self, questions: Mapping[str, Question], shorts: Mapping[str, str], figures: Thresholds) -> None:
        self.questions, self.shorts, self.figures = questions, shorts, figures

    def of(self, rule: Rule) -> str | None:
        """For whom the rule holds: "" for everybody, None for nobody."""
        if rule.never:
            return None
        if rule.all:
            return self._all(rule.all)
        if rule.any:
            possible = tuple(said for said in map(self.of, rule.any) if said is not None)
            return either(possible) if possible else None
        if rule.unless is not None:
            return self._unless(rule.unless)
        if rule.item:
            return f"要办“{self.shorts[rule.item]}”的" if rule.item in self.shorts else None
        return self._answered(rule) if rule.question else ""

    def _all(self, rules: tuple[Rule, ...]) -> str | None:
        said = [self.of(rule) for rule in rules]
        if None in said:
            return None
        return "，并且".join(f"（{each}）" if OR in each and len(said) > 1 else each for each in said if each)

    def _unless(self, rule: Rule) -> str | None:
        said = self.of(rule)
        if said is None:
            return ""
        return f"不是这样的：{said}" if said else None

    def _answered(self, rule: Rule) -> str | None:
        question = self.questions.get(rule.question)
        if question is None:
            return None
        said = self._answer(rule, question)
        return f"“{question.ask}”{said}" if said else None

    def _answer(self, rule: Rule, question: Question) -> str:
        """The answers meant, in the words of the question; "" when it has none of them."""
        if rule.at_least is not None or rule.less_than is not None:
            return self._within(rule, question.unit)
        if isinstance(rule.equals, bool):
            return "答“是”" if rule.equals else "答“否”"
        labels = {option.value: option.label or option.value for option in question.options}
        wanted = rule.one_of or rule.includes_any or rule.only or (rule.equals or rule.includes,)
        known = [labels[value] for value in wanted if value in labels]
        return f"{'只' if rule.only else ''}选“{'”或“'.join(known)}”" if known else ""

    def _within(self, rule: Rule, unit: str) -> str:
        low, high = self._figure(rule.at_least), self._figure(rule.less_than)
        said = (f"{low}{unit}以上" if low else "", f"不到{high}{unit}" if high else "")
        return "、".join(each for each in said if each)

    def _figure(self, bound: float | str | None) -> str:
        if bound is None:
            return ""
        return shown(self.figures[bound] if isinstance(bound, str) else bound)
