"""Figures: what an applicant is spared in every industry, and what asks the most of whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from yizheng.catalogue.trying.figures import (
    NAMES,
    PUDONG,
    STEPS,
    WORKDAYS_A_YEAR,
    Comparison,
    IndustryFigures,
    burdens,
    figures_of,
    groups_of_fields,
    spared,
)
from yizheng.house.tables import table
from yizheng.law.items import Catalogue

STORE = "CONVENIENCE"
MOST = 12

HOW = f"""\
Every figure is worked out from `regulations/`. Of every industry two made-up applicants are shown: the one in the
middle of those who need several items, and the one who needs most items. 12 → 3 says: twelve when every item is applied
for by itself, three in one application.

- **办理环节** steps: asking what is needed, handing in and fetching the certificate are {STEPS} for each application; a
  visit is one more.
- **材料** materials: what has to be handed in. Apart, each item with a set of its own; together, each material once,
  without what is fetched from other organs or made from the form.
- **填写字段** fields: apart, the form of each item with the facts that all of them ask; together, each field once.
- **现场核查** visits before the decision; together, those that the industry makes jointly are one.
- **工作日** working days: apart, the statutory limits one after the other, as published comparisons count them, and in
  brackets the longest of them, for whoever applies for all at once; together, the longest promised limit.

Limits in calendar days and months become working days at {WORKDAYS_A_YEAR} a year (人社部发〔2025〕2号), rounded
against ourselves.
"""


def page(catalogue: Catalogue) -> str:
    """figures.md"""
    figures = figures_of(catalogue)
    store = next((each.fullest for each in figures if each.industry.code == STORE), None)
    return "\n".join(
        (
            "# Figures 减了多少\n",
            HOW,
            "## A convenience store, here and in Pudong\n",
            "Pudong's figures are those that its government made known; ours are of who needs most items.\n",
            table(("measure", "Pudong", "less by", "here", "less by"), _beside_pudong(store) if store else ()),
            "## By industry: the applicant in the middle\n",
            _industries((each.industry.name, each.middle) for each in figures),
            "## By industry: the applicant who needs most items\n",
            _industries((each.industry.name, each.fullest) for each in figures),
            "## What asks the most of whom\n",
            "Of who needs most items: what one item alone asks, beyond all the others, and the parts of the form.\n",
            table(
                (
                    "industry",
                    "item that asks most",
                    "slowest item",
                    "longest parts of the form beyond those for all",
                ),
                _most(figures),
            ),
            "## What is asked in the most industries\n",
            _everywhere(figures),
        )
    )


def _beside_pudong(store: Comparison) -> Iterable[tuple[str, ...]]:
    for measure, (before, after) in PUDONG.items():
        apart, together = store.of(measure)
        yield (
            NAMES[measure],
            f"{before} → {after}",
            f"{spared(before, after)} %",
            f"{apart} → {together}",
            f"{spared(apart, together)} %",
        )


def _industries(rows: Iterable[tuple[str, Comparison]]) -> str:
    return table(("industry", "items", *NAMES.values()), (_industry(name, found) for name, found in rows))


def _industry(name: str, found: Comparison) -> tuple[str, ...]:
    said = ["{} → {}".format(*found.of(measure)) for measure in NAMES if measure != "days"]
    days, promised = found.of("days")
    return name, str(len(found.assessment.items)), *said, f"{days} ({found.slowest}) → {promised}"


def _most(figures: Sequence[IndustryFigures]) -> Iterable[tuple[str, ...]]:
    for each in figures:
        found = burdens(each.fullest.assessment)
        most, slowest = found[0], max(found, key=lambda one: one.days)
        parts = list(groups_of_fields(each.fullest.assessment).items())[:3]
        yield (
            each.industry.name,
            f"{most.needed.item.short}: 材料 {most.materials}、字段 {most.fields}",
            f"{slowest.needed.item.short}: {slowest.days}",
            "、".join(f"{group} {number}" for group, number in parts),
        )


def _everywhere(figures: Sequence[IndustryFigures]) -> str:
    """Materials and fields by the industries in whose fullest application they are asked."""
    materials = Counter(
        each.material.name for one in figures for each in one.fullest.assessment.materials if each.asked
    )
    fields = Counter(spec.label for one in figures for spec in one.fullest.assessment.fields)
    own = Counter({name: number for name, number in fields.items() if number < len(figures)})
    return "\n".join(
        (
            table(("material", "industries"), _counted(materials)),
            f"{len(fields) - len(own)} fields are asked in all {len(figures)}: "
            f"{'、'.join(name for name in fields if name not in own)}. Of the others most often:\n",
            table(("field", "industries"), _counted(own)),
        )
    )


def _counted(names: Counter[str]) -> list[tuple[str, ...]]:
    return [(name, str(number)) for name, number in names.most_common(MOST)]
