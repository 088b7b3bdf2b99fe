"""What follows from what, all on this page: from the kind of an entry to what is done in the same transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from yizheng.cases.commands import bar_from_commitment, tell_dependants
from yizheng.law.permit_transitions import EVENTS
from yizheng.law.words import Verb
from yizheng.ledger.command import Consequence
from yizheng.licences.commands import follow_permits, make_permit, tell, tell_finding, tell_grant

ON_THE_LICENCE = frozenset(EVENTS) - {Verb.SUSPEND, Verb.RESTORE, Verb.HALT}
"""Events that change what the licence states; a suspension shows at every scan, and the paper stays."""

REACTIONS: Mapping[str, Sequence[Consequence]] = {
    "item.grant": (make_permit, tell_dependants),
    **{f"item.{verb}": (tell_dependants,) for verb in (Verb.REFUSE, Verb.NOT_ACCEPT, Verb.TERMINATE, Verb.WITHDRAW)},
    "permit.make": (follow_permits, tell_grant),
    **{f"permit.{verb}": (follow_permits, tell) if verb in ON_THE_LICENCE else (tell,) for verb in EVENTS},
    f"permit.{Verb.REVOKE}": (follow_permits, tell, bar_from_commitment),
    f"permit.{Verb.POST_CHECK}": (tell_finding,),
    f"permit.{Verb.PROPOSE}": (tell_finding,),
}
