"""Time limits: the clocks of every item-case, and each item's limits with basis and confidence."""

from __future__ import annotations

from collections.abc import Iterable

from yizheng.house.tables import table
from yizheng.law.articles import ARTICLES
from yizheng.law.clocks import ORANGE_FROM, YELLOW_FROM
from yizheng.law.hearings import HOLDING_BASIS, HOLDING_TERM, REQUEST_BASIS, REQUEST_TERM
from yizheng.law.items import Catalogue, Item, Limit
from yizheng.law.joint import JOINT_BASIS, JOINT_EXTENSION, JOINT_TERM
from yizheng.law.rules import ALWAYS, Rule
from yizheng.law.terms import (
    ACCEPTANCE_BASIS,
    ACCEPTANCE_TERM,
    DELIVERY_BASIS,
    DELIVERY_TERM,
    GAP_BASIS,
    RECTIFICATION_BASIS,
)
from yizheng.law.transitions import TRANSITIONS, Group
from yizheng.law.words import ClockName

STARTS = {"receipt": "收件", "accept": "受理"}
CONFIDENCE = {"real": "real", "plausible": "plausible (示例数据)", "unconfirmed": "unconfirmed (待核实)"}


def page(catalogue: Catalogue) -> str:
    """terms.md"""
    return "\n".join(
        (
            "# Time limits\n",
            "Limits of organs are in working days unless the item says otherwise (行政许可法 82); the start day never "
            "counts (民法典 201); a day is due until 24:00 (民法典 203). "
            f"A lamp turns yellow at {YELLOW_FROM} %, orange at {ORANGE_FROM} %, red after the due day.\n",
            "## Clocks of an item-case\n",
            table(("clock", "term", "basis", "started by", "stopped by", "when it runs out"), _clocks()),
            "## Limits of the items\n",
            "The first limit whose condition holds is taken; one without a condition holds for everybody.\n",
            table(
                ("item", "organ", "limit", "from", "term", "if", "basis", "confidence"),
                (row for item in _sorted(catalogue) for row in _limits(item, catalogue)),
            ),
            "## Extension, validity, visit\n",
            table(("item", "extension", "validity", "visit"), (_more(item) for item in _sorted(catalogue))),
        )
    )


def _sorted(catalogue: Catalogue) -> list[Item]:
    return [catalogue.items[code] for code in sorted(catalogue.items)]


OWN, SEE_BELOW = "each item's own", "see below"
CLOCKS: tuple[tuple[ClockName, str, str, Group, str], ...] = (
    (
        ClockName.ACCEPTANCE,
        str(ACCEPTANCE_TERM),
        ACCEPTANCE_BASIS,
        "acceptance",
        f"视为受理 ({ARTICLES[ACCEPTANCE_BASIS]})",
    ),
    (ClockName.PROMISED, OWN, SEE_BELOW, "decision", "公开说明理由 (优化营商环境条例 36)"),
    (ClockName.STATUTORY, OWN, SEE_BELOW, "decision", "告知逾期未决定，先申请行政复议 (行政复议法 23)"),
    (ClockName.GAP, "the promised limit", GAP_BASIS, "gap", "终止办理或者根据已有材料决定"),
    (ClockName.RECTIFICATION, "as the notice says", RECTIFICATION_BASIS, "rectification", "根据查明的事实决定"),
    (ClockName.HEARING_REQUEST, str(REQUEST_TERM), REQUEST_BASIS, "request", "没有人申请听证，继续审查"),
    (ClockName.HEARING, str(HOLDING_TERM), HOLDING_BASIS, "hearing", "尽快组织听证 (行政许可法 47)"),
    (ClockName.DELIVERY, str(DELIVERY_TERM), DELIVERY_BASIS, "delivery", "催办 (行政许可法 44)"),
)
"""The clocks of an item-case: term, basis, group, and what follows when they run out (domain §2.13)."""


def _clocks() -> Iterable[tuple[str, ...]]:
    for clock, term, basis, group, runs_out in CLOCKS:
        yield clock.label, term, basis, _verbs("start", group), _verbs("stop", group), runs_out
    yield (
        ClockName.JOINT.label,
        f"{JOINT_TERM} + {JOINT_EXTENSION}",
        JOINT_BASIS,
        "第一个事项受理",
        "最后一个事项办结",
        "报告本级政府负责人",
    )


def _verbs(does: str, group: Group) -> str:
    verbs = [line.verb for line in TRANSITIONS if any((e.does, e.group) == (does, group) for e in line.clocks)]
    return "、".join(verb.label for verb in dict.fromkeys(verbs))


def _limits(item: Item, catalogue: Catalogue) -> Iterable[tuple[str, ...]]:
    for name, limits in (("法定", item.statutory), ("承诺", item.promised)):
        for limit in limits:
            yield (
                f"{item.short} `{item.code}`",
                catalogue.organs[item.organ].short,
                name,
                STARTS[limit.start],
                str(limit.term),
                _condition(limit),
                "、".join(limit.basis),
                CONFIDENCE[limit.confidence],
            )


def _condition(limit: Limit) -> str:
    rule = "" if limit.when == ALWAYS else f"`{in_short(limit.when)}`"
    return " ".join(part for part in (rule, limit.note) if part)


def _more(item: Item) -> tuple[str, ...]:
    years = f"{item.validity.years}年" if item.validity.years else "长期"
    visit = "不需要"
    if item.onsite.needed:
        visit = "准予以后" if item.onsite.after_grant else "决定以前"
    return (
        f"{item.short} `{item.code}`",
        str(item.extension) if item.extension else "—",
        f"{years} {item.validity.note}",
        f"{visit} {item.onsite.note}",
    )


def in_short(rule: Rule) -> str:
    """A rule on one line, in the words of the regulations."""
    if rule.never:
        return "never"
    for word, parts in ((" and ", rule.all), (" or ", rule.any)):
        if parts:
            return word.join(in_short(part) for part in parts)
    if rule.unless is not None:
        return f"not ({in_short(rule.unless)})"
    return _test(rule) if rule.question else rule.item or "always"


def _test(rule: Rule) -> str:
    tests = (
        ("=", rule.equals),
        ("one of", rule.one_of or None),
        ("includes", rule.includes or None),
        ("includes any of", rule.includes_any or None),
        ("only", rule.only or None),
        ("≥", rule.at_least),
        ("<", rule.less_than),
    )
    said = [f"{sign} {_value(value)}" for sign, value in tests if value is not None]
    return f"{rule.question} {' and '.join(said)}"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(str(each) for each in value)
    return f"{value:g}" if isinstance(value, float) else str(value)
