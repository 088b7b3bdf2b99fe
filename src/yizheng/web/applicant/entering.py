"""From what a page sends to what a draft keeps: a good value as the law wants it, a wrong one as it was entered."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.http import QueryDict

from yizheng.law.form_values import field_fault
from yizheng.law.items import FieldSpec

SEVERAL = frozenset({"multi", "date"})
"""Kinds of field that come as several values: ticked boxes; year, month and day."""


def entered(specs: Iterable[FieldSpec], sent: QueryDict, today: date) -> dict[str, Any]:
    """What to keep of each field: nothing that somebody typed is ever lost."""
    kept: dict[str, Any] = {}
    for spec in specs:
        raw: str | list[str] = (
            [str(each) for each in sent.getlist(spec.code)] if spec.kind in SEVERAL else str(sent.get(spec.code, ""))
        )
        value, fault = field_fault(spec, raw, today)
        kept[spec.code] = raw if fault or value is None else list(value) if isinstance(value, tuple) else value
    return kept
