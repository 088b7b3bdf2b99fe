"""A revision as texts: what it would be in ``regulations/``, to take along, review, compare and hand in again."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from yizheng.catalogue.models import Revision
from yizheng.catalogue.revisions.overlay import Overlay, Raw, published_entries
from yizheng.catalogue.revisions.revision import Opened, opened
from yizheng.catalogue.text.kinds import KINDS
from yizheng.catalogue.text.parcels import packed
from yizheng.catalogue.text.writing import texts_of
from yizheng.law.authority import Who
from yizheng.law.revisions import why_not
from yizheng.law.words import RevisionVerb
from yizheng.ledger.command import NotFound


@dataclass(frozen=True)
class RevisionTexts:
    """The texts of a revision; ``why_not`` says why none may be handed in for it."""

    id: UUID
    number: str
    title: str
    state: str
    why_not: str
    there: Opened = field(repr=False)

    @property
    def overlay(self) -> Overlay:
        """The catalogue as the revision wants it."""
        return self.there.overlay

    @cached_property
    def all(self) -> dict[str, str]:
        """Every file of the catalogue as the revision wants it."""
        reading = self.overlay.reading
        entries: dict[str, dict[str, Raw]] = {name: {} for name in KINDS}
        for name, known in self.overlay.entries.items():
            for code, data in known.items():
                entry = reading.entries[name].get(code)
                entries[name][code] = KINDS[name].plain(entry) if entry is not None else data
        return texts_of(entries)

    @cached_property
    def changed(self) -> dict[str, str]:
        """The files that are not as in the version that the revision is based on."""
        before = texts_of(published_entries(self.overlay.base_id))
        return {name: text for name, text in self.all.items() if before.get(name) != text}

    def parcel(self, *, only_changed: bool) -> bytes:
        """The files in a zip, all or those that are changed."""
        return packed(self.changed if only_changed else self.all)


def texts_of_revision(revision_id: UUID, who: Who) -> RevisionTexts:
    """A revision, to look at its texts. Raises NotFound."""
    try:
        there = opened(revision_id)
    except Revision.DoesNotExist:
        raise NotFound("没有这次修订。") from None
    return RevisionTexts(
        id=there.revision.id,
        number=there.revision.number,
        title=there.revision.title,
        state=there.facts.state.label,
        why_not=why_not(RevisionVerb.AMEND, who, there.facts),
        there=there,
    )
