"""Texts handed in for a revision: read whole, compared, and written as one amendment; or nothing is changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from yizheng.catalogue.commands.revisions import amend_many
from yizheng.catalogue.revisions.overlay import Key, digest_of
from yizheng.catalogue.revisions.revision import Opened
from yizheng.catalogue.revisions.texts import texts_of_revision
from yizheng.catalogue.text.parcels import Sent, unpacked
from yizheng.catalogue.text.uploading import changes_in
from yizheng.law.authority import Who
from yizheng.ledger.command import Refused

MOST_NAMED = 10


def hand_in(
    revision_id: UUID, sent: Iterable[Sent], *, whole: bool, over: str = "", who: Who, at: datetime, key: str = ""
) -> int:
    """Make of a revision what the texts say; how many entries become different.

    What it has changed already is written over only by who has seen it so: ``over`` is the digest of the whole.
    Raises CatalogueFaulty with every fault of the texts by file and row, Refused, NotFound; then nothing is changed.
    """
    there = texts_of_revision(revision_id, who)
    if there.why_not:
        raise Refused(there.why_not)
    changes = changes_in(unpacked(sent), there.overlay.entries, whole=whole)
    if over != there.overlay.digest:
        _refuse_to_write_over(there.there, changes)
    if changes:
        seen = {place: digest_of(there.overlay.wanted(place)) for place in changes}
        amend_many(revision_id, changes, seen=seen, who=who, at=at, key=key)
    return len(changes)


def _refuse_to_write_over(there: Opened, changes: Collection[Key]) -> None:
    """Texts may have been taken along before somebody went on in the forms. Raises Refused with what would be lost."""
    lost = [key for key in there.changed if key in changes]
    if lost:
        told = "、".join(f"{there.name_of(key)}（{there.rows[key].by}）" for key in lost[:MOST_NAMED])
        more = f"等{len(lost)}个" if len(lost) > MOST_NAMED else ""
        raise Refused(
            f"这些条目在本次修订里已经改过，上传的文本和现在的不一样：{told}{more}。什么都没有改。"
            "确定用上传的文本代替，请勾选“代替已经改过的条目”，再选一次文件。"
        )
