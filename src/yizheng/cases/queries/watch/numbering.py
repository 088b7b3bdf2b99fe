"""Numbers without gaps: every series has given out as many numbers as there are documents and cases (domain §5)."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterator
from datetime import date

from yizheng.cases.models import Case, PaperRecord
from yizheng.cases.queries.watch.finding import Finding
from yizheng.ledger.models import Counter

MENDED_BY_HAND = "查明缺号的去向并书面记载；文号不能补用"
_DAY = slice(10, 18)
_REGION = slice(4, 10)


def series_without_gaps() -> Iterator[Finding]:
    """Every series of documents, and of the cases of a day, against its counter as it stood before and after the look:
    what is numbered meanwhile is no gap.
    """
    before = _counted()
    given = {
        **Tally(number.rsplit("第", 1)[0] for number in _numbers(PaperRecord)),
        **Tally(f"case:{number[_REGION]}:{number[_DAY]}" for number in _numbers(Case)),
    }
    after = _counted()
    for series in sorted(given.keys() | after.keys()):
        there, last = given.get(series, 0), after.get(series, 0)
        if not before.get(series, 0) <= there <= last:
            sentence = f"字号「{_named(series)}」编到第{last}号，实有{there}件。"
            yield Finding(kind="gap", number="", sentence=sentence, mend=MENDED_BY_HAND)


def _counted() -> dict[str, int]:
    return {name: n for name, n in Counter.objects.values_list("series", "n") if _is_ours(name)}


def _numbers(model: type[Case | PaperRecord]) -> Iterator[str]:
    found = model._default_manager.filter(number__isnull=False).values_list("number", flat=True)
    return (str(number) for number in found.iterator())


def _is_ours(series: str) -> bool:
    """Whether the series is one of documents (…受字) or of cases; what else is numbered is the other rooms' own."""
    return series.startswith("case:") or series.endswith("字")


def _named(series: str) -> str:
    if not series.startswith("case:"):
        return series
    return f"{date.fromisoformat(series.rsplit(':', 1)[1])}的办件编号"
