"""A rule as a form for people, and back: which of these conditions must hold, each a question and its answers.

A form is what a browser sends: names with their texts. The conditions of ``when`` stand under ``when.0``, ``when.1`` …,
``when.n`` tells how many; a group of conditions is a condition itself, so that no rule is too deep for its form.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from yizheng.catalogue.editing.anatomy import Raw
from yizheng.law.questions import plain_number, shown

Entered = Mapping[str, Sequence[str]]
Filled = dict[str, list[str]]
Faults = dict[str, str]

JOINS = {
    "always": "人人（不加条件）",
    "all": "下面的条件全部满足",
    "any": "下面的条件满足任何一个",
    "not_any": "下面的条件一个都不满足",
    "not_all": "下面的条件没有全部满足",
    "never": "没有人",
}
NOT = "not-"
UNTESTED = ""
LONGEST_PLACE = 2
"""Digits of the number of rows in one list of a form."""
_LISTS = {"is": ("equals", "one_of"), "includes": ("includes", "includes_any")}
_FIGURES = ("at_least", "less_than")


def first(entered: Entered, name: str) -> str:
    """The text sent under a name, "" for none."""
    values = entered.get(name) or ("",)
    return values[0].strip()


def count(entered: Entered, prefix: str) -> int:
    """How many rows stand under a name."""
    return _place(first(entered, f"{prefix}.n")) or 0


def _place(text: str) -> int | None:
    """A place in a list of rows, which is never long; None for what is none."""
    return int(text) if text.isdecimal() and len(text) <= LONGEST_PLACE else None


def filled_rule(raw: Raw, prefix: str) -> Filled:
    """The form of a rule."""
    if not raw:
        return {f"{prefix}.join": ["always"], f"{prefix}.n": ["0"]}
    return _group(raw, prefix) or _group({"all": [raw]}, prefix) or {}


def _group(raw: Raw, prefix: str) -> Filled | None:
    """The form of a group of conditions; None for a single one."""
    join, rows = _joined(raw)
    if join is None:
        return None
    found = {f"{prefix}.join": [join], f"{prefix}.n": [str(len(rows))]}
    for place, row in enumerate(rows):
        found |= _row(row, f"{prefix}.{place}")
    return found


def _joined(raw: Raw) -> tuple[str | None, Sequence[Raw]]:
    if not raw or raw.get("never"):
        return ("never" if raw else "always"), ()
    inner = raw.get("unless")
    if inner is None:
        return next(((join, raw[join]) for join in ("all", "any") if raw.get(join)), (None, ()))
    if "unless" in inner or not inner or inner.get("never"):
        return "not_all", (inner,)
    return next(((f"not_{join}", inner[join]) for join in ("all", "any") if inner.get(join)), (None, ()))


def _row(raw: Raw, prefix: str) -> Filled:
    if group := _group(raw, prefix):
        return {f"{prefix}.is": ["group"], **group}
    negated, leaf = (NOT, raw["unless"]) if "unless" in raw else ("", raw)
    if leaf.get("item"):
        return {f"{prefix}.is": ["item"], f"{prefix}.code": [leaf["item"]], f"{prefix}.test": [f"{negated}needed"]}
    test, values = _tested(leaf)
    return {
        f"{prefix}.is": ["question"],
        f"{prefix}.code": [leaf.get("question", "")],
        f"{prefix}.test": [f"{negated}{test}"],
        **{f"{prefix}.{name}": value for name, value in values.items()},
    }


def _tested(leaf: Raw) -> tuple[str, Filled]:
    if isinstance(leaf.get("equals"), bool):
        return ("yes" if leaf["equals"] else "no"), {}
    for test in _FIGURES:
        if leaf.get(test) is not None:
            bound = leaf[test]
            return test, {"figure": [bound]} if isinstance(bound, str) else {"value": [shown(bound)]}
    if leaf.get("only"):
        return "only", {"value": list(leaf["only"])}
    for test, (one, many) in _LISTS.items():
        if leaf.get(one) or leaf.get(many):
            return test, {"value": [leaf[one]] if leaf.get(one) else list(leaf[many])}
    return UNTESTED, {}


def read_rule(entered: Entered, prefix: str) -> tuple[dict[str, Any], Faults]:
    """The inverse of `filled_rule`; what is not finished is a fault at its place."""
    faults: Faults = {}
    return _read_group(entered, prefix, faults), faults


def _read_group(entered: Entered, prefix: str, faults: Faults) -> dict[str, Any]:
    join = first(entered, f"{prefix}.join") or "always"
    if join in ("always", "never"):
        return {"never": True} if join == "never" else {}
    rows = [_read_row(entered, f"{prefix}.{place}", faults) for place in range(count(entered, prefix))]
    if not rows:
        faults[f"{prefix}.add"] = "请至少加上一个条件，或者选“人人”。"
        return {}
    inner = rows[0] if len(rows) == 1 else {join.removeprefix("not_"): rows}
    return {"unless": inner} if join.startswith("not_") else inner


def _read_row(entered: Entered, prefix: str, faults: Faults) -> dict[str, Any]:
    kind, code = first(entered, f"{prefix}.is"), first(entered, f"{prefix}.code")
    if kind == "group":
        return _read_group(entered, prefix, faults)
    test = first(entered, f"{prefix}.test")
    bare = test.removeprefix(NOT)
    if kind == "item":
        leaf: dict[str, Any] = {"item": code}
    else:
        leaf = {"question": code, **_read_test(entered, prefix, bare, faults)}
    return {"unless": leaf} if test.startswith(NOT) else leaf


def _read_test(entered: Entered, prefix: str, test: str, faults: Faults) -> dict[str, Any]:
    if test in ("yes", "no"):
        return {"equals": test == "yes"}
    if test in _FIGURES:
        return {test: _read_figure(entered, prefix, faults)}
    values = [value for value in entered.get(f"{prefix}.value", ()) if value]
    if test in ("only", *_LISTS) and values:
        one, many = _LISTS.get(test, ("only", "only"))
        return {one: values[0]} if len(values) == 1 and one != many else {many: values}
    faults[f"{prefix}.value"] = "请选答案。"
    return {}


def _read_figure(entered: Entered, prefix: str, faults: Faults) -> float | str | None:
    figure, typed = first(entered, f"{prefix}.figure"), first(entered, f"{prefix}.value")
    if figure and typed:
        faults[f"{prefix}.value"] = "数值标准和自己填的数只能用一个。"
    if figure:
        return figure
    number = plain_number(typed)
    if number is None:
        faults[f"{prefix}.value"] = "请填一个数，或者选一个数值标准。"
        return None
    return int(number) if number == int(number) else number


def stepped(entered: Entered, do: str) -> Filled:
    """The form after a button in it: ``more`` and ``drop`` rows, ``add`` the condition chosen beside the button."""
    verb, _, prefix = do.partition(" ")
    form = {name: list(values) for name, values in entered.items()}
    if verb == "add":
        return _added(form, prefix)
    if verb == "more":
        return {**form, f"{prefix}.n": [str(count(form, prefix) + 1)]}
    return _dropped(form, prefix) if verb == "drop" else form


def settled(entered: Entered) -> Filled:
    """The form with every condition that was chosen but not yet added: pressing save means it."""
    form = {name: list(values) for name, values in entered.items()}
    for name in [name for name in form if name.endswith(".add") and first(form, name)]:
        form = _added(form, name.removesuffix(".add"))
    return form


def _added(form: Filled, prefix: str) -> Filled:
    kind, _, code = first(form, f"{prefix}.add").partition(":")
    form.pop(f"{prefix}.add", None)
    if kind not in ("question", "item", "group"):
        return form
    place = count(form, prefix)
    row = f"{prefix}.{place}"
    if first(form, f"{prefix}.join") in ("", "always", "never"):
        form[f"{prefix}.join"] = ["all"]
    form |= {f"{prefix}.n": [str(place + 1)], f"{row}.is": [kind], f"{row}.code": [code]}
    if kind == "group":
        return {**form, f"{row}.join": ["any"], f"{row}.n": ["0"]}
    return {**form, f"{row}.test": ["needed"]} if kind == "item" else form


def _dropped(form: Filled, path: str) -> Filled:
    """Without one row; those after it move up."""
    prefix, _, last = path.rpartition(".")
    gone, found = _place(last), dict[str, list[str]]()
    if gone is None:
        return form
    for name, values in form.items():
        text, dot, rest = name.removeprefix(f"{prefix}.").partition(".")
        place = _place(text) if name.startswith(f"{prefix}.") else None
        if place is None or place < gone:
            found[name] = values
        elif place > gone:
            found[f"{prefix}.{place - 1}{dot}{rest}"] = values
    found[f"{prefix}.n"] = [str(max(count(form, prefix) - 1, 0))]
    return found
