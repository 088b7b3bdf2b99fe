"""A revision 修订 as the figures see it: what it changes, whom that concerns, and what of it can be tried (S-022)."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist

from yizheng.catalogue.checks import text_faults
from yizheng.catalogue.revisions.concern import Concern, concern
from yizheng.catalogue.revisions.overlay import Key, Overlay
from yizheng.catalogue.revisions.revision import Opened, opened
from yizheng.catalogue.text.faults import Fault
from yizheng.law.words import RevisionState
from yizheng.ledger.command import NotFound
from yizheng.statistics.names import Named, Names
from yizheng.statistics.trials import Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """An industry that a revision concerns, and through which of the entries it changes."""

    industry: Named
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionSeen:
    """A revision with what it concerns; ``proposal`` is None, and ``faults`` say why, while it cannot be tried."""

    id: UUID
    number: str
    title: str
    state: RevisionState
    base: str
    changed: tuple[str, ...]
    concern: Concern
    because: tuple[Because, ...]
    names: Names
    proposal: Proposal | None
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    """An overlay to be looked at once, known by what it changes."""

    digest: str
    changed: tuple[Key, ...]
    overlay: Overlay = field(compare=False)


@dataclass(frozen=True, slots=True)
class _Looked:
    concern: Concern
    names: Names
    proposal: Proposal | None
    faults: tuple[Fault, ...]


def revision_seen(revision_id: UUID) -> RevisionSeen:
    """A revision by its id; what its content alone decides is worked out once in a process. Raises NotFound."""
    try:
        there = opened(revision_id)
    except ObjectDoesNotExist as nothing:
        raise NotFound("没有这次修订。") from nothing
    looked = _looked(_Asked(there.overlay.digest, there.changed, there.overlay))
    return RevisionSeen(
        id=there.revision.pk,
        number=there.revision.number,
        title=there.revision.title,
        state=RevisionState(there.revision.state),
        base=there.overlay.base.version,
        changed=tuple(there.name_of(key) for key in there.changed),
        concern=looked.concern,
        because=_because(there, looked),
        names=looked.names,
        proposal=looked.proposal,
        faults=looked.faults,
    )


@lru_cache(maxsize=4)
def _looked(asked: _Asked) -> _Looked:
    base, reading = asked.overlay.base, asked.overlay.reading
    if faults := text_faults(reading):
        return _Looked(concern(asked.changed, base), Names((base,)), None, tuple(faults))
    proposed = reading.catalogue()
    found = concern(asked.changed, base, proposed)
    proposal = Proposal(base=base, reading=reading, proposed=proposed, codes=found.industries)
    return _Looked(found, Names((proposed, base)), proposal, ())


def _because(there: Opened, looked: _Looked) -> tuple[Because, ...]:
    return tuple(
        Because(
            industry=looked.names.industry(code),
            entries=tuple(there.name_of(key) for key in looked.concern.because[code]),
        )
        for code in looked.concern.industries
    )
