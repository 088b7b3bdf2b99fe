"""A field of the form as a page shows it: what was entered, in words, what is wrong with it, where it came from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from yizheng.law.form_values import field_fault, typed
from yizheng.law.items import FieldSpec

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_DATE_PARTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldShown:
    """One field: ``values`` as a person would type them, ``words`` as they read, ``fault`` or "".

    ``fixed`` says that the fact is an everyday answer and is changed there (一数一源, 国令716 7); ``from_answer``
    that it was filled in from the answers and may still be corrected here.
    """

    spec: FieldSpec
    values: tuple[str, ...]
    words: str
    fault: str
    fixed: bool = False
    from_answer: bool = False

    @property
    def value(self) -> str:
        """The one value, for fields that have one."""
        return self.values[0] if self.values else ""

    @property
    def date_parts(self) -> tuple[str, ...]:
        """Year, month and day, as far as they were entered."""
        found = _ISO.fullmatch(self.value)
        parts = found.groups() if found else self.values
        return tuple((*parts, "", "", ""))[:_DATE_PARTS]

    @property
    def entered(self) -> bool:
        """Whether anything stands in it."""
        return any(self.values)


def shown(spec: FieldSpec, stored: Any, today: date, prefilled: Mapping[str, Any]) -> FieldShown:
    """A field with what is kept for it."""
    said = typed(stored)
    values = (said,) if isinstance(said, str) else tuple(said)
    value, fault = field_fault(spec, said, today)
    fixed = bool(spec.filled_from) and spec.code in prefilled
    return FieldShown(
        spec=spec,
        values=values if any(values) else (),
        words=words_of(spec, value) if value is not None else " ".join(values).strip(),
        fault=fault,
        fixed=fixed,
        from_answer=spec.code in prefilled and not fixed and typed(prefilled[spec.code]) == said,
    )


def words_of(spec: FieldSpec, value: Any) -> str:
    """A good value as it reads: 租赁, 320平方米, 2029年5月31日."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return f"{value:g}{spec.unit}"
    if spec.kind == "date":
        day = date.fromisoformat(value)
        return f"{day.year}年{day.month}月{day.day}日"
    labels = {option.value: option.label or option.value for option in spec.options}
    chosen: list[str] = [str(each) for each in (value if isinstance(value, list | tuple) else (value,))]
    return "、".join(labels.get(each, each) for each in chosen)
