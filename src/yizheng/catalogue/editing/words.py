"""The entries of a catalogue that may be half finished, by their names: what a code, a rule, a value is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from yizheng.catalogue.editing.anatomy import Raw, Shape, shape, typed
from yizheng.catalogue.editing.naming import NAMED
from yizheng.law.guide.rule_words import RuleWords
from yizheng.law.items import Limit, Option, Order, Question
from yizheng.law.questions import shown
from yizheng.law.rules import Rule, items_of, questions_of
from yizheng.law.terms import Term

Entries = Mapping[str, Mapping[str, Raw]]
"""The plain data of every entry by kind and code."""

TITLE = 40
"""Characters of a text that are enough to know a row by."""

ALWAYS, NEVER, UNSAID = "人人（不加条件）", "没有人", "（还没有填）"
UNREADABLE = "（看不懂的条件，请重新填写）"

_NAME_FIELD = {"items": "short", "organs": "short", "fields": "label", "thresholds": "meaning", "laws": "title"}


class Words:
    """What the things of these entries are called; the questions of industries that are ``near`` come first."""

    def __init__(self, entries: Entries, near: Sequence[Raw] = ()) -> None:
        self.entries, self.near = entries, near
        self._choices: dict[str, dict[str, str]] = {}

    def within(self, kind: str, raw: Raw | None) -> Words:
        """The same names as they are said where an entry is used: in the industry, or those that have the item."""
        if kind == "industries":
            return Words(self.entries, (raw,) if raw else ())
        if kind == "items" and raw:
            return Words(self.entries, [each for each in self._industries if raw.get("code") in items_in(each)])
        return self

    @property
    def _industries(self) -> Sequence[Raw]:
        return list(self.entries.get("industries", {}).values())

    def name(self, kind: str, code: str) -> str:
        """The name of an entry; its code where it has none."""
        if kind == "questions":
            return self.questions[code].ask if code in self.questions else code
        entry = self.entries.get(kind, {}).get(code, {})
        return str(entry.get(_NAME_FIELD.get(kind, "name")) or code)

    def choices(self, kind: str) -> dict[str, str]:
        """Every code of a kind with its name; sections and questions are those of all organs and industries."""
        if kind not in self._choices:
            self._choices[kind] = self._found(kind)
        return self._choices[kind]

    def _found(self, kind: str) -> dict[str, str]:
        if kind == "questions":
            return {code: question.ask for code, question in self.questions.items()}
        if kind == "sections":
            organs = self.entries.get("organs", {})
            return {
                str(section.get("code", "")): f"{self.name('organs', code)} {section.get('name', '')}"
                for code, organ in organs.items()
                for section in organ.get("sections", ())
            }
        return {code: self.name(kind, code) for code in self.entries.get(kind, {})}

    def used(self, name: str) -> list[str]:
        """What stands in a field of this name anywhere, each text once: to be offered where it is asked again."""
        found: dict[str, None] = {}
        for entry in (entry for known in self.entries.values() for entry in known.values()):
            for part in (entry, *entry.get("questions", ())):
                if isinstance(part.get(name), str):
                    found[part[name]] = None
        return list(found)

    @cached_property
    def questions(self) -> dict[str, Question]:
        """The questions of all industries by code; one that several ask has the answers of all of them."""
        found: dict[str, Question] = {}
        for industry in (*self.near, *self._industries):
            for raw in industry.get("questions", ()):
                question = lenient(raw)
                found[question.code] = _joined(found.get(question.code), question)
        return found

    @cached_property
    def _rules(self) -> RuleWords:
        figures = {
            code: float(raw["value"])
            for code, raw in self.entries.get("thresholds", {}).items()
            if isinstance(raw.get("value"), int | float)
        }
        return RuleWords(self.questions, self.choices("items"), figures)

    def rule(self, raw: Any) -> str:
        """A rule as a sentence."""
        try:
            rule: Rule = typed(Rule, raw)
        except ValueError:
            return UNREADABLE
        if rule == Rule():
            return ALWAYS
        if rule.never:
            return NEVER
        try:
            said = self._rules.of(rule)
        except KeyError as unknown:
            return f"要看一个没有的数值标准：{unknown.args[0]}"
        if said:
            return said
        looked_at = sorted(questions_of(rule) | items_of(rule))
        return f"要看没有的问题、答案或者事项：{'、'.join(self.name('questions', each) for each in looked_at)}"

    def say(self, field: Shape, value: Any) -> str:
        """A value of a field that is not made of parts, in words; "" for nothing."""
        if value is None or value == "" or value == []:
            return field.word.nothing
        return _SAID[field.way](self, field, value)

    def title(self, of: type, raw: Raw) -> str:
        """What a row or an entry is called in lists and headings."""
        if of in _TITLES:
            return _TITLES[of](self, raw)
        name = NAMED[of].title
        return _short(self.say(shape(of, name), raw.get(name))) or str(raw.get("value", "")) or UNSAID


def _short(text: str) -> str:
    return text if len(text) <= TITLE else f"{text[:TITLE]}…"


def items_in(industry: Raw) -> set[str]:
    """The codes of the items of an industry."""
    return {str(use.get("item")) for use in industry.get("items", ())}


def lenient(raw: Raw) -> Question:
    """A question as far as it has been written."""
    options = tuple(
        Option(value=str(each.get("value", "")), label=each.get("label", "")) for each in raw.get("options", ())
    )
    code = str(raw.get("code", ""))
    return Question(
        code=code,
        ask=raw.get("ask") or code,
        kind=raw.get("kind") or "bool",
        unit=raw.get("unit", ""),
        options=options,
        none_label=raw.get("none_label", ""),
    )


def _joined(known: Question | None, other: Question) -> Question:
    if known is None:
        return other
    values = {option.value for option in known.options}
    more = tuple(option for option in other.options if option.value not in values)
    return Question(code=known.code, ask=known.ask, kind=known.kind, unit=known.unit, options=(*known.options, *more))


def _term(_words: Words, _field: Shape | None, raw: Any) -> str:
    try:
        return str(typed(Term, raw))
    except ValueError:
        return UNSAID


def _day(_words: Words, _field: Shape, raw: Any) -> str:
    try:
        day = date.fromisoformat(raw)
    except ValueError:
        return str(raw)
    return f"{day.year}年{day.month}月{day.day}日"


_SAID: Mapping[str, Callable[[Words, Shape, Any], str]] = {
    "line": lambda words, field, value: str(value),
    "long": lambda words, field, value: str(value),
    "number": lambda words, field, value: shown(value),
    "whole": lambda words, field, value: shown(value),
    "bool": lambda words, field, value: "是" if value else "否",
    "choice": lambda words, field, value: field.labels.get(value, str(value)),
    "day": _day,
    "lines": lambda words, field, value: "；".join(value),
    "code": lambda words, field, value: words.choices(field.word.names).get(value, value),
    "codes": lambda words, field, value: "、".join(words.choices(field.word.names).get(each, each) for each in value),
    "term": _term,
    "rule": lambda words, field, value: words.rule(value),
}


def _limit(words: Words, raw: Raw) -> str:
    try:
        said = str(Limit(term=typed(Term, raw.get("term")), start=raw["start"], basis=()))
    except (ValueError, KeyError):
        return UNSAID
    return f"{said}（{words.rule(raw['when'])}）" if raw.get("when") else said


def _order(words: Words, raw: Raw) -> str:
    return " → ".join(words.name("items", str(raw.get(name) or UNSAID)) for name in ("first", "then"))


_TITLES: Mapping[type, Callable[[Words, Raw], str]] = {Limit: _limit, Order: _order}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing that an entry says: under which headings, and what."""

    where: tuple[str, ...]
    text: str


def facts(of: type, raw: Raw, words: Words, where: tuple[str, ...] = (), *, rows: bool = True) -> tuple[Fact, ...]:
    """What an entry or a row says, all of it, in the order of its form; what says nothing new is left out."""
    found: list[Fact] = []
    for field in _told(of, raw):
        value = raw[field.name]
        here = (*where, field.word.label)
        if field.way == "part" and field.of:
            found += facts(field.of, value, words, here)
        elif field.way == "rows" and field.of:
            for row in value if rows or field.word.inline else ():
                found += facts(field.of, row, words, (*here, words.title(field.of, row)))
        elif said := words.say(field, value):
            found.append(Fact(where=here, text=said))
    return tuple(found)


def gist(of: type, raw: Raw, words: Words) -> tuple[Fact, ...]:
    """What a row says beside its title, in a few lines: rows inside it by their titles alone."""
    found: list[Fact] = []
    for field in _told(of, raw):
        if field.name == NAMED[of].title or field.word.coined:
            continue
        if field.way == "rows" and field.of:
            said = " / ".join(words.title(field.of, row) for row in raw[field.name])
            found.append(Fact(where=(field.word.label,), text=said))
        else:
            found += facts(of, {field.name: raw[field.name]}, words)
    return tuple(found)


def _told(of: type, raw: Raw) -> list[Shape]:
    """The fields that say something; an empty one does where that has a meaning of its own."""
    there = {name for name, value in raw.items() if value is not None or NAMED[of].words[name].nothing}
    return [shape(of, name) for name in NAMED[of].words if name in there]
