"""Texts handed in for a revision: read whole, compared, and written as one amendment; or nothing is changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from yizheng.catalogue.commands.revisions import amend_many
from yizheng.catalogue.overlay import digest_of
from yizheng.catalogue.parcels import Sent, unpacked
from yizheng.catalogue.texts import texts_of_revision
from yizheng.catalogue.uploading import changes_in
from yizheng.law.authority import Who
from yizheng.ledger.command import Refused


def hand_in(revision_id: UUID, sent: Iterable[Sent], *, whole: bool, who: Who, at: datetime, key: str = "") -> int:
    """Make of a revision what the texts say; how many entries become different.

    Raises CatalogueFaulty with every fault of the texts by file and row, Refused, NotFound; then nothing is changed.
    """
    there = texts_of_revision(revision_id, who)
    if there.why_not:
        raise Refused(there.why_not)
    changes = changes_in(unpacked(sent), there.overlay.entries, whole=whole)
    if changes:
        seen = {place: digest_of(there.overlay.wanted(place)) for place in changes}
        amend_many(revision_id, changes, seen=seen, who=who, at=at, key=key)
    return len(changes)
