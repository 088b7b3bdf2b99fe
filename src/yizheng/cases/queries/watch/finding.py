"""What the watch looks at and what it finds: a case read whole, and a finding with what mends it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from yizheng.cases.facts import Look, facts_of
from yizheng.cases.models import Case, ItemCase, PaperRecord
from yizheng.cases.timing import runs_of
from yizheng.law.authority import Facts, Who
from yizheng.law.items import Catalogue
from yizheng.law.words import State
from yizheng.ledger.models import Entry

MENDABLE = frozenset({"derived", "asleep"})
"""Kinds of finding that can be worked out anew from the facts."""
BY_ITSELF = "yizheng watch --mend"
"""Mends what can be worked out anew from the facts, and nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is not as it must be: where, in a sentence, and the command or the page that mends it."""

    kind: str
    number: str
    sentence: str
    mend: str
    case_id: UUID | None = None
    item: str = ""
    item_id: UUID | None = None
    """The item-case on whose page it is mended, if it is."""


@dataclass(frozen=True, slots=True)
class Watched:
    """One case, read whole."""

    case: Case
    look: Look
    items: Sequence[ItemCase]
    entries: Sequence[Entry]
    papers: Mapping[str, PaperRecord]
    decided: frozenset[UUID]

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue of the case."""
        return self.look.catalogue

    def short(self, item_case: ItemCase) -> str:
        """What an item is called."""
        return self.catalogue.items[item_case.item].short

    def facts(self, item_case: ItemCase) -> Facts:
        """An item-case as the rules of authority see it."""
        return facts_of(self.look, item_case, State(item_case.state), runs_of(item_case), deemed=item_case.deemed)

    def finding(self, kind: str, sentence: str, mend: str, item_case: ItemCase | None = None) -> Finding:
        """A finding about this case, or about one item of it."""
        return Finding(
            kind=kind,
            number=self.case.number or "",
            sentence=sentence,
            mend=mend,
            case_id=self.case.id,
            item=self.short(item_case) if item_case else "",
            item_id=item_case.id if item_case else None,
        )


@dataclass(frozen=True, slots=True)
class Batch:
    """Some cases, looked at on one day, and everybody who is on duty on it."""

    cases: Sequence[Watched]
    on_duty: Sequence[Who]
    at: datetime
    on: date


Check = Callable[[Batch], Iterator[Finding]]
