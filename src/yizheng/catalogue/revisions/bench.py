"""A revision on the bench: every entry as it was and as it is proposed, and what the pages show of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from yizheng.catalogue.checks import text_faults
from yizheng.catalogue.editing.anatomy import Raw
from yizheng.catalogue.editing.comparing import Change, compare
from yizheng.catalogue.editing.naming import KINDS
from yizheng.catalogue.editing.parts import missing
from yizheng.catalogue.editing.picking import fits
from yizheng.catalogue.editing.pointing import Pointed, pointed
from yizheng.catalogue.editing.words import Words
from yizheng.catalogue.models import Revision
from yizheng.catalogue.revisions.overlay import Overlay, digest_of
from yizheng.catalogue.revisions.revision import opened
from yizheng.law.authority import Who
from yizheng.law.revisions import why_not
from yizheng.law.words import RevisionVerb
from yizheng.ledger.command import NotFound

LACKING = "缺少"
SAME, NEW, CHANGED, REMOVED = "", "新增", "已修改", "已删除"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry in the list of its kind."""

    code: str
    title: str
    mark: str
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Bench:
    """A revision opened for its entries; ``why_not`` says why nothing may be changed in it."""

    id: UUID
    number: str
    title: str
    state: str
    why_not: str
    overlay: Overlay = field(repr=False)

    @cached_property
    def words(self) -> Words:
        """The names of things as proposed."""
        return Words(self.overlay.entries)

    @cached_property
    def words_before(self) -> Words:
        """The names of things as they are published."""
        before = {kind: {code: self.was(kind, code) for code in self.codes(kind)} for kind in KINDS}
        return Words({kind: {code: raw for code, raw in known.items() if raw} for kind, known in before.items()})

    def codes(self, kind: str) -> set[str]:
        """The codes of a kind that there are, and those that were taken out."""
        changed = {code for changed, code in self.overlay.changed if changed == kind}
        return {*self.overlay.entries.get(kind, {}), *changed}

    def was(self, kind: str, code: str) -> Raw | None:
        """An entry as published; None when it is new."""
        return self.overlay.was((kind, code))

    def wanted(self, kind: str, code: str) -> Raw | None:
        """An entry as proposed; None when it is taken out."""
        return self.overlay.wanted((kind, code))

    def seen(self, kind: str, code: str) -> str:
        """What the proposed entry is known by, to notice when somebody else changes it."""
        return digest_of(self.wanted(kind, code))

    def within(self, kind: str, raw: Raw | None) -> Words:
        """The names of things, said as they are where this entry is used."""
        return self.words.within(kind, raw)

    def mark(self, kind: str, code: str) -> str:
        """Whether an entry is new, changed or taken out."""
        was, now = self.was(kind, code), self.wanted(kind, code)
        if was == now:
            return SAME
        return NEW if was is None else REMOVED if now is None else CHANGED

    def changes(self, kind: str, code: str) -> tuple[Change, ...]:
        """What becomes of an entry, article by article."""
        return compare(kind, self.was(kind, code), self.wanted(kind, code), self.words_before, self.words)

    def faults(self, kind: str, code: str) -> list[Pointed]:
        """What the checks of the texts have against an entry, but for what is simply not there yet."""
        raw = self.wanted(kind, code) or {}
        words = self.within(kind, raw)
        found = [each for each in text_faults(self.overlay.reading) if (each.kind, each.code) == (kind, code)]
        return [pointed(kind, raw, each, words) for each in found if not each.sentence.startswith(LACKING)]

    def entries(self, kind: str, wanted: str = "") -> list[Entry]:
        """The entries of a kind that fit what is searched for, the changed ones first."""
        found = []
        for code in sorted(self.codes(kind)):
            raw = self.wanted(kind, code) or self.was(kind, code)
            if raw is not None and fits(self._said(kind, code, raw), wanted):
                found.append(self._entry(kind, code, raw))
        return sorted(found, key=lambda entry: not entry.mark)

    def _entry(self, kind: str, code: str, raw: Raw) -> Entry:
        mark = self.mark(kind, code)
        unsaid = tuple(missing(KINDS[kind], raw)) if mark in (NEW, CHANGED) else ()
        return Entry(code=code, title=self.words.title(KINDS[kind], raw), mark=mark, missing=unsaid)

    def _said(self, kind: str, code: str, raw: Raw) -> Iterator[str]:
        yield code
        yield self.words.title(KINDS[kind], raw)
        for name in ("short", "everyday", "group"):
            yield str(raw.get(name, ""))
        yield from raw.get("search_words", ())

    def counts(self) -> list[tuple[str, int, int]]:
        """By kind: how many entries there are, and how many of them are changed."""
        changed = [kind for kind, code in self.overlay.changed if self.mark(kind, code)]
        return [(kind, len(self.overlay.entries.get(kind, {})), changed.count(kind)) for kind in KINDS]


def bench(revision_id: UUID, who: Who) -> Bench:
    """A revision, for its entries to be looked at and changed. Raises NotFound."""
    try:
        there = opened(revision_id)
    except Revision.DoesNotExist:
        raise NotFound("没有这次修订。") from None
    return Bench(
        id=there.revision.id,
        number=there.revision.number,
        title=there.revision.title,
        state=there.facts.state.label,
        why_not=why_not(RevisionVerb.AMEND, who, there.facts),
        overlay=there.overlay,
    )
