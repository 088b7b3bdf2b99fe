"""The registry of governing laws and policies: level, number, since when, and what rests on each."""

from __future__ import annotations

from yizheng.catalogue.registry import cited, rank
from yizheng.house.tables import table
from yizheng.house.terms import CONFIDENCE
from yizheng.law.items import Catalogue, Law


def page(catalogue: Catalogue) -> str:
    """laws.md"""
    resting = cited(catalogue)
    laws = sorted(catalogue.laws.values(), key=lambda law: rank(law.level))
    return "\n".join(
        (
            "# Laws and policies\n",
            "What the rows of `regulations/` cite, from the highest level down. `yizheng check` lists what cites one "
            "that is not in force on the day; `yizheng check --on 2027-01-01` looks ahead.\n",
            table(
                ("cited as", "title", "level", "number", "in force", "cited by", "confidence"),
                ((*_row(law), _codes(resting[law.short]), CONFIDENCE[law.confidence]) for law in laws),
            ),
        )
    )


def _row(law: Law) -> tuple[str, ...]:
    since = law.in_force_from or "—"
    until = f" to {law.in_force_until}" if law.in_force_until else ""
    return law.short, law.title, law.level, law.number, f"{since}{until}"


def _codes(codes: tuple[str, ...]) -> str:
    return ", ".join(f"`{code}`" for code in codes) or "the law of the house only"
