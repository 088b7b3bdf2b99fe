"""The fields of the one form as an industry may ask for them, each with its example (S-104)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from yizheng.law.guide.rule_words import either, when
from yizheng.law.items import Catalogue, FieldSpec, Industry


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleField:
    """One field of the form: an example, how to fill it in, what goes wrong, and for whom it is."""

    group: str
    label: str
    example: str
    help: str
    mistakes: str
    when: str
    required: bool
    personal: bool


def sample_fields(industry: Industry, catalogue: Catalogue) -> tuple[SampleField, ...]:
    """Every field that an application in this industry may ask for, each once, the shared ones first."""
    found: dict[str, list[str]] = {}
    for code, said in (*_shared(industry), *_own(industry, catalogue)):
        if said is not None:
            found.setdefault(code, []).append(said)
    specs = ((catalogue.fields[code], either(tuple(said))) for code, said in found.items())
    shown = ((spec, said, when(spec.show_when, industry, catalogue)) for spec, said in specs)
    return tuple(_field(spec, (said, only)) for spec, said, only in shown if only is not None)


def _shared(industry: Industry) -> Iterable[tuple[str, str | None]]:
    return ((code, "") for code in industry.shared_fields)


def _own(industry: Industry, catalogue: Catalogue) -> Iterable[tuple[str, str | None]]:
    """An item's fields are for whoever needs the item."""
    for use in industry.items:
        item = catalogue.items[use.item]
        if when(use.when, industry, catalogue) is not None:
            for each in item.fields:
                only = when(each.when, industry, catalogue)
                whole = None if only is None else "，并且".join(x for x in (f"要办“{item.short}”的", only) if x)
                yield each.field, whole


def _field(spec: FieldSpec, said: Iterable[str]) -> SampleField:
    return SampleField(
        group=spec.group,
        label=f"{spec.label}（{spec.unit}）" if spec.unit else spec.label,
        example=spec.example,
        help=spec.help,
        mistakes=spec.mistakes,
        when="，并且".join(each for each in said if each),
        required=spec.required,
        personal=spec.personal,
    )
