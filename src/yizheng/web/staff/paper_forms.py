"""Papers as forms: what a paper asks for becomes boxes on the page, what was entered becomes the paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from datetime import date
from typing import Any

from django.http import QueryDict

from yizheng.law.items import ReviewPoint
from yizheng.law.papers import Ask, Check, Options, Paper, asked

PASSED, FAILED = "passed", "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRow:
    """One review point in the form: its text, and what was chosen and remarked."""

    code: str
    text: str
    basis: tuple[str, ...]
    chosen: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One field of a paper on the page."""

    name: str
    ask: Ask
    value: str = ""
    fault: str = ""
    rows: tuple[CheckRow, ...] = ()
    options: Options = ()
    chosen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Filling:
    """What stands in a form when it is shown: what was just entered, or else what is known; and what is wrong."""

    entered: QueryDict | None = None
    known: Mapping[str, Any] | None = None
    faults: Mapping[str, str] | None = None

    def text(self, name: str, otherwise: str) -> str:
        """The text of a field."""
        if self.entered is not None:
            return self.entered.get(name, "")
        return str((self.known or {}).get(name, otherwise))

    def several(self, name: str) -> tuple[str, ...]:
        """What was ticked of several."""
        if self.entered is not None:
            return tuple(self.entered.getlist(name))
        known: tuple[str, ...] = (self.known or {}).get(name, ())
        return known


def boxes(
    paper: type[Paper],
    filling: Filling,
    points: Sequence[ReviewPoint] = (),
    among: Mapping[str, Options] | None = None,
) -> tuple[Box, ...]:
    """The boxes of a paper, filled in; ``points`` are the review points that a field of checks asks about, ``among``
    what can be chosen in this case.
    """
    defaults = {each.name: each.default for each in fields(paper) if isinstance(each.default, str)}
    return tuple(
        Box(
            name=name,
            ask=ask,
            value="" if ask.widget in {"checks", "several"} else filling.text(name, defaults.get(name, "")),
            fault=(filling.faults or {}).get(name, ""),
            rows=_rows(points, filling) if ask.widget == "checks" else (),
            options=ask.options or (among or {}).get(ask.among, ()),
            chosen=filling.several(name),
        )
        for name, ask in asked(paper).items()
    )


def _rows(points: Sequence[ReviewPoint], filling: Filling) -> tuple[CheckRow, ...]:
    known: Mapping[str, tuple[bool, str]] = (filling.known or {}).get("checks", {})
    rows = []
    for point in points:
        passed, remark = known.get(point.code, (None, ""))
        chosen = {True: PASSED, False: FAILED}.get(passed, "") if passed is not None else ""
        if filling.entered is not None:
            chosen = filling.entered.get(f"check-{point.code}", "")
            remark = filling.entered.get(f"remark-{point.code}", "")
        rows.append(CheckRow(code=point.code, text=point.text, basis=point.basis, chosen=chosen, remark=remark))
    return tuple(rows)


def paper_of(paper: type[Paper], entered: QueryDict) -> Paper:
    """The paper that was filled in; whether it is right is for the paper itself to say."""
    values = {name: READERS[ask.widget](entered, name) for name, ask in asked(paper).items()}
    return paper(**{name: value for name, value in values.items() if value is not MISSING})


def _text(entered: QueryDict, name: str) -> Any:
    return str(entered[name]).replace("\r\n", "\n").strip() if name in entered else MISSING


def _several(entered: QueryDict, name: str) -> tuple[str, ...]:
    return tuple(entered.getlist(name))


def _ticked(entered: QueryDict, name: str) -> bool:
    return name in entered


def _day(entered: QueryDict, name: str) -> date | None:
    try:
        return date.fromisoformat(entered.get(name, ""))
    except ValueError:
        return None


def _checks(entered: QueryDict, _: str) -> tuple[Check, ...]:
    codes = [name.removeprefix("check-") for name in entered if name.startswith("check-")]
    return tuple(
        Check(code=code, passed=entered[f"check-{code}"] == PASSED, remark=entered.get(f"remark-{code}", "").strip())
        for code in codes
        if entered[f"check-{code}"] in {PASSED, FAILED}
    )


READERS: Mapping[str, Callable[[QueryDict, str], Any]] = {
    "text": _text,
    "long_text": _text,
    "choice": _text,
    "several": _several,
    "bool": _ticked,
    "date": _day,
    "checks": _checks,
}
"""How each widget is read; a test proves that every paper that staff fill in uses only these."""
