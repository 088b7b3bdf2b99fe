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

MOST_CHARACTERS = 20_000
MOST_VALUES = 100


def entered(specs: Iterable[FieldSpec], sent: QueryDict, today: date) -> dict[str, Any]:
    """What to keep of each field asked for: what somebody typed is never lost, what nobody types is cut."""
    kept: dict[str, Any] = {}
    for spec in specs:
        raw = _raw(spec, sent)
        value, fault = field_fault(spec, raw, today)
        kept[spec.code] = raw if fault or value is None else list(value) if isinstance(value, tuple) else value
    return kept


def _raw(spec: FieldSpec, sent: QueryDict) -> str | list[str]:
    """A field as it was sent, long enough to be shown what is wrong with it and no longer."""
    most = min(4 * spec.max_length, MOST_CHARACTERS)
    if spec.kind in SEVERAL:
        return [str(each)[:most] for each in sent.getlist(spec.code)[:MOST_VALUES]]
    return str(sent.get(spec.code, ""))[:most]
