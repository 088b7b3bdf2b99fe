"""What the workbench reads: the catalogue in force and what is on its way, and one revision with all that is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from yizheng.catalogue import publishing
from yizheng.catalogue.checks import text_faults
from yizheng.catalogue.editing.comparing import Change, compare
from yizheng.catalogue.editing.naming import kind_label
from yizheng.catalogue.editing.words import Words
from yizheng.catalogue.models import CatalogueVersion, Commencement, Revision
from yizheng.catalogue.offers import offers
from yizheng.catalogue.registry import outdated
from yizheng.catalogue.revisions.overlay import Key, published_entries
from yizheng.catalogue.revisions.revision import Opened, opened
from yizheng.catalogue.text.faults import Fault
from yizheng.law.authority import Who
from yizheng.law.items import Industry
from yizheng.law.revisions import REVISION_LINES, why_not, why_not_offered
from yizheng.law.words import Offer, OfferVerb, RevisionState, RevisionVerb, Role
from yizheng.ledger.book import entries_of
from yizheng.ledger.command import NotFound
from yizheng.ledger.models import Entry
from yizheng.ledger.paging import Cursor, cut

VERSIONS = 50
"""The newest versions are shown; the others are in the book."""

READERS = frozenset({Role.LEAD, Role.HEAD, Role.GOVERNOR})
"""Who may look at what is not published yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionShown:
    """A published version: from when it is or was in force, None while nobody has signed that."""

    id: UUID
    number: str
    published_at: datetime
    published_by: str
    in_force_from: datetime | None
    signed_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionShown:
    """A revision in a list; ``waits_for_you`` says what somebody who looks has to do with it."""

    id: UUID
    number: str
    title: str
    state: RevisionState
    drafted_by: str
    touched_at: datetime
    waits_for_you: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndustryShown:
    """An industry of the version in force, whether it is offered, and what may be done about that."""

    industry: Industry
    offer: Offer
    reason: str
    instead: str
    verbs: Mapping[OfferVerb, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The first page of the workbench."""

    current: VersionShown
    versions: tuple[VersionShown, ...]
    revisions: tuple[RevisionShown, ...]
    after: str
    industries: tuple[IndustryShown, ...]


def overview(who: Who, at: datetime, after: str = "") -> Overview:
    """The version in force, those published, the revisions, the industries. Raises NothingPublished."""
    current = publishing.current(at)
    catalogue = publishing.version(current.pk)
    signed = {each.version_id: each for each in Commencement.objects.all()}
    versions = CatalogueVersion.objects.defer("content").order_by("-published_at")[:VERSIONS]
    revisions, more = _revisions(after)
    said = offers(at)
    shown = [
        IndustryShown(
            industry=industry,
            offer=(offer := Offer(said[code].offer) if code in said else Offer.OPEN),
            reason=said[code].reason if code in said else "",
            instead=said[code].instead if code in said else "",
            verbs={verb: why_not_offered(verb, offer, who, catalogue.zone.issuer) for verb in OfferVerb},
        )
        for code, industry in catalogue.industries.items()
    ]
    return Overview(
        current=_version(current, signed.get(current.pk)),
        versions=tuple(_version(each, signed.get(each.pk)) for each in versions),
        revisions=tuple(_revision(each, who) for each in revisions),
        after=more,
        industries=tuple(sorted(shown, key=lambda each: each.industry.gbt4754)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryShown:
    """One entry that a revision changes: article by article, and whether a newer version changed it, too."""

    kind: str
    kind_label: str
    code: str
    name: str
    changes: tuple[Change, ...]
    overtaken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SignerShown:
    """An organ whose matter it is: what it signs, and what it said."""

    organ: str
    name: str
    entries: tuple[str, ...]
    by: str
    at: datetime | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One line of the book of a revision."""

    at: datetime
    who: str
    what: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionPage:
    """One revision with all that is known of it; ``choices`` says of every verb why not, or nothing.

    ``outdated`` is what cites a law that is repealed or not yet in force, wherever it stands in the catalogue.
    """

    opened: Opened
    state: RevisionState
    base: str
    version: str
    entries: tuple[EntryShown, ...]
    faults: tuple[Fault, ...]
    outdated: tuple[Fault, ...]
    signers: tuple[SignerShown, ...]
    choices: Mapping[RevisionVerb, str]
    story: tuple[Said, ...]

    @property
    def revision(self) -> Revision:
        """The row."""
        return self.opened.revision


def revision_page(revision_id: UUID, who: Who, on: date) -> RevisionPage:
    """Everything about one revision. Raises NotFound, for those too who may not look at it."""
    if not any(who.has(role) for role in READERS):
        raise NotFound("没有这次修订。")
    try:
        there = opened(revision_id)
    except Revision.DoesNotExist:
        raise NotFound("没有这次修订。") from None
    state = RevisionState(there.revision.state)
    reading, drafting = there.overlay.reading, state == RevisionState.DRAFTING
    return RevisionPage(
        opened=there,
        state=state,
        base=there.revision.base.number,
        version=there.revision.version.number if there.revision.version else "",
        entries=_entries(there),
        faults=tuple(text_faults(reading)) if drafting else (),
        outdated=tuple(outdated(reading, on)) if drafting else (),
        signers=_signers(there),
        choices={verb: why_not(verb, who, there.facts) for verb in RevisionVerb if (state, verb) in REVISION_LINES},
        story=tuple(_said(each, there) for each in entries_of(revision_id)),
    )


def _entries(there: Opened) -> tuple[EntryShown, ...]:
    before, after = Words(published_entries(there.revision.base_id)), Words(there.overlay.entries)
    overtaken = set(there.overtaken)
    return tuple(
        EntryShown(
            kind=key[0],
            kind_label=kind_label(key[0]),
            code=key[1],
            name=there.name_of(key),
            changes=compare(key[0], there.overlay.was(key), there.overlay.wanted(key), before, after),
            overtaken=key in overtaken,
        )
        for key in there.changed
    )


def _signers(there: Opened) -> tuple[SignerShown, ...]:
    signed = there.signatures

    def shown(organ: str, keys: tuple[Key, ...]) -> SignerShown:
        row = signed.get(organ)
        told = (row.by, row.at, row.words) if row else ("", None, "")
        names = tuple(there.name_of(key) for key in keys)
        return SignerShown(
            organ=organ, name=there.organ_name(organ), entries=names, by=told[0], at=told[1], words=told[2]
        )

    return tuple(shown(organ, keys) for organ, keys in there.concerned.items())


def _said(entry: Entry, there: Opened) -> Said:
    verb = entry.kind.removeprefix("revision.")
    label = RevisionVerb(verb).label if verb in set(RevisionVerb) else "开始起草"
    amended = "、".join(there.name_of((kind, code)) for kind, code, _ in entry.data.get("entries", ()))
    return Said(at=entry.at, who=entry.who_name, what=label, words=entry.data.get("words", "") or amended)


def _version(row: CatalogueVersion, signed: Commencement | None) -> VersionShown:
    return VersionShown(
        id=row.pk,
        number=row.number,
        published_at=row.published_at,
        published_by=row.published_by,
        in_force_from=signed.in_force_from if signed else None,
        signed_by=signed.signed_by if signed else "",
    )


TURN = (RevisionVerb.SIGN, RevisionVerb.COMMENCE, RevisionVerb.PUBLISH)
"""What a revision waits for, besides its being drafted."""


def _revisions(after: str) -> tuple[list[Revision], str]:
    """A page of revisions, the last touched first, and where the next begins."""
    rows = Revision.objects.order_by("-touched_at", "-id")
    if cursor := Cursor.read(after, datetime):
        rows = cursor.older(rows, "touched_at")
    page, more = cut(rows.values("id", "touched_at"), "touched_at")
    found = Revision.objects.defer("reason", "figures").in_bulk([each["id"] for each in page])
    return [found[each["id"]] for each in page], more


def _revision(row: Revision, who: Who) -> RevisionShown:
    state = RevisionState(row.state)
    waiting = state in {RevisionState.SIGNING, RevisionState.PUBLISHED}
    facts = Opened(row).facts if waiting else None
    turn = next((verb.label for verb in TURN if facts and not why_not(verb, who, facts)), "")
    return RevisionShown(
        id=row.pk,
        number=row.number,
        title=row.title,
        state=state,
        drafted_by=row.drafted_by,
        touched_at=row.touched_at,
        waits_for_you=turn,
    )
