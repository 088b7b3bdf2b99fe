"""What a newer version of the catalogue changes for somebody who was told by an older one (domain §4.5(4), §7-5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from yizheng.law.intake import Assessment
from yizheng.law.items import Industry, Question
from yizheng.law.rules import ALWAYS, NEVER, Answer, Answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One thing that is otherwise now, in words: what it is about, and how it was or is."""

    what: str
    said: str


def standing(before: Industry, after: Industry, answers: Answers) -> dict[str, Answer]:
    """The answers to questions that are still asked in the same words; all others are asked again."""
    asked, now = _questions(before), _questions(after)
    return {code: answer for code, answer in answers.items() if _stands(asked.get(code), now.get(code), answer)}


def changes(before: Assessment, after: Assessment) -> tuple[Changed, ...]:
    """What is needed more, no more, or otherwise: items, their limits, materials, conditions."""
    was, now = ({each.item.code: each for each in told.items} for told in (before, after))
    had, has = ({each.material.code: each.material.name for each in told.materials} for told in (before, after))
    stood, stands = ({each.text: each.text for each in told.conditions} for told in (before, after))
    limits = (
        Changed(what=f"“{now[code].item.short}”的{name}", said=f"原来是{old}，现在是{new}")
        for code in was
        if code in now
        for name, old, new in (
            ("承诺时限", str(was[code].promised), str(now[code].promised)),
            ("法定时限", str(was[code].statutory), str(now[code].statutory)),
        )
        if old != new
    )
    items = ({code: each.item.name for code, each in side.items()} for side in (was, now))
    return (
        *_more_and_less("事项", "要办", "不用再办", *items),
        *limits,
        *_more_and_less("材料", "要有", "不再需要", had, has),
        *_more_and_less("条件", "增加", "不再要求", stood, stands),
    )


def _more_and_less(
    what: str, more: str, less: str, before: Mapping[str, str], after: Mapping[str, str]
) -> Iterable[Changed]:
    for code, name in after.items():
        if code not in before:
            yield Changed(what=what, said=f"{more}：{name}")
    for code, name in before.items():
        if code not in after:
            yield Changed(what=what, said=f"{less}：{name}")


def _questions(industry: Industry) -> dict[str, Question]:
    return {each.code: each for each in industry.questions}


def _stands(asked: Question | None, now: Question | None, answer: Answer) -> bool:
    if asked is None or now is None or _as_seen(asked) != _as_seen(now):
        return False
    if isinstance(answer, bool) or not isinstance(answer, int | float):
        return True
    return now.minimum <= answer <= now.maximum


def _as_seen(question: Question) -> Question:
    """A question as a person sees it: words and choices, not what is done with them."""
    options = tuple(replace(each, chosen_when=NEVER) for each in question.options)
    return replace(question, show_when=ALWAYS, minimum=0, maximum=0, options=options)
