"""What follows from what, all on this page: from the kind of an entry to what is done in the same transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from yizheng.ledger.command import Consequence
from yizheng.licences.commands import follow_permits, make_permit

REACTIONS: Mapping[str, Sequence[Consequence]] = {
    "item.grant": (make_permit,),
    "permit.make": (follow_permits,),
    "permit.revoke": (follow_permits,),
}
