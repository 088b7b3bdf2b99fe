"""What the applicant filled in, as staff see it: by group, masked, to each organ only what it needs (S-068)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from yizheng.cases.queries.form_shown import words_of
from yizheng.law.intake import Assessment
from yizheng.law.items import FieldSpec
from yizheng.law.numbers import mask_id, mask_phone
from yizheng.law.questions import answer_label


@dataclass(frozen=True, slots=True)
class Filled:
    """One field: its label, what stands in it, and whether that was masked."""

    code: str
    label: str
    value: str
    masked: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """The fields of one group of the form, in its order."""

    name: str
    fields: tuple[Filled, ...]


def groups_of(assessment: Assessment, form: Mapping[str, Any], item: str = "") -> tuple[Group, ...]:
    """The form in groups; with ``item``, the shared fields and this item's own and nothing else."""
    gathered: dict[str, list[Filled]] = {}
    for spec in fields_of(assessment, item):
        gathered.setdefault(spec.group, []).append(filled(spec, form.get(spec.code)))
    return tuple(Group(name, tuple(fields)) for name, fields in gathered.items())


def fields_of(assessment: Assessment, item: str = "") -> Iterable[FieldSpec]:
    """The fields of the whole form, or those that one item's organ receives."""
    if not item:
        return assessment.fields
    own = next((needed.fields for needed in assessment.items if needed.item.code == item), ())
    return (*assessment.shared_fields, *own)


def filled(spec: FieldSpec, value: Any) -> Filled:
    """One field as it is shown."""
    text = _text(spec, value)
    if text and spec.kind == "id_number":
        return Filled(spec.code, spec.label, mask_id(text), masked=True)
    if text and spec.kind == "phone":
        return Filled(spec.code, spec.label, mask_phone(text), masked=True)
    return Filled(spec.code, spec.label, text)


def said(assessment: Assessment) -> tuple[tuple[str, str], ...]:
    """The everyday questions and what was answered."""
    questions = {question.code: question for question in assessment.industry.questions}
    return tuple(
        (questions[code].ask, answer_label(questions[code], answer))
        for code, answer in assessment.answers.items()
        if code in questions
    )


def _text(spec: FieldSpec, value: Any) -> str:
    return "" if value is None or value == "" else words_of(spec, value)
