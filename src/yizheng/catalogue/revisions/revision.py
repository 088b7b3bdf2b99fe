"""A revision 修订 opened: its rows, its overlay, and what the law wants to know of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from yizheng.catalogue import publishing
from yizheng.catalogue.models import RevisedEntry, Revision, SignOff
from yizheng.catalogue.revisions.concern import organs_concerned
from yizheng.catalogue.revisions.overlay import Key, Overlay, digest_of, overlay_of
from yizheng.catalogue.text.faults import CatalogueFaulty
from yizheng.law.items import Catalogue
from yizheng.law.revisions import RevisionFacts
from yizheng.law.words import RevisionState


@dataclass(frozen=True)
class Opened:
    """A revision with its rows as they are at this moment, read once."""

    revision: Revision

    @cached_property
    def rows(self) -> Mapping[Key, RevisedEntry]:
        """What it changes, by kind and code."""
        return {(row.kind, row.code): row for row in self.revision.revised.all()}

    @cached_property
    def overlay(self) -> Overlay:
        """The catalogue as it wants it."""
        return overlay_of(self.revision, self.rows.values())

    @cached_property
    def changed(self) -> tuple[Key, ...]:
        """The entries that come out different."""
        return tuple(key for key in sorted(self.rows) if self.overlay.was(key) != self.overlay.wanted(key))

    @cached_property
    def proposed(self) -> Catalogue | None:
        """The proposed catalogue, once every entry can be read."""
        try:
            return self.overlay.reading.catalogue()
        except CatalogueFaulty:
            return None

    @cached_property
    def concerned(self) -> Mapping[str, tuple[Key, ...]]:
        """The organs whose matter it is, with what each has to sign."""
        there = (self.overlay.base, self.proposed) if self.proposed else (self.overlay.base,)
        return organs_concerned(self.changed, *there)

    @cached_property
    def signatures(self) -> Mapping[str, SignOff]:
        """The signatures of this round, by organ."""
        return {each.organ: each for each in self.revision.signed.filter(round=self.revision.round)}

    @property
    def overtaken(self) -> tuple[Key, ...]:
        """Entries that the version it is based on has changed since they were written here."""
        return tuple(key for key, row in self.rows.items() if row.was != digest_of(self.overlay.was(key)))

    @cached_property
    def facts(self) -> RevisionFacts:
        """What the table of the life of a revision wants to know."""
        state = RevisionState(self.revision.state)
        names = {organ: self.organ_name(organ) for organ in self.concerned} if state == RevisionState.SIGNING else {}
        issuer = self.overlay.base.zone.issuer
        return RevisionFacts(
            state=state,
            lead_organ=issuer,
            lead_name=self.organ_name(issuer),
            organs=names,
            waiting={organ: name for organ, name in names.items() if organ not in self.signatures},
            changed=len(self.changed),
            newest=self.revision.base_id == publishing.newest_id(),
            overtaken=tuple(self.name_of(key) for key in self.overtaken),
            published_by=self.revision.published_by_id,
            followed_by=publishing.commenced_since(version) if (version := self.revision.version_id) else "",
        )

    def organ_name(self, organ: str) -> str:
        """What an organ is called, in the version it is based on or in the proposed one."""
        there = [self.overlay.base, *([self.proposed] if self.proposed else [])]
        return next((each.organs[organ].name for each in there if organ in each.organs), organ)

    def name_of(self, key: Key) -> str:
        """What an entry is called in everyday words."""
        data = self.overlay.wanted(key) or self.overlay.was(key) or {}
        named = next((data[name] for name in ("name", "label", "title", "meaning") if name in data), key[1])
        return str(named)


def opened(revision_id: UUID) -> Opened:
    """A revision, to look at. Raises Revision.DoesNotExist."""
    return Opened(Revision.objects.select_related("base", "version").defer("base__content").get(id=revision_id))
