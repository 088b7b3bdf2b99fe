"""What waits for whom in the demo, beside the desks that everybody of a role has: shown where one picks a role."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from yizheng.cases.file import day_of
from yizheng.cases.queries.caps import caps_near_their_end
from yizheng.catalogue import publishing
from yizheng.catalogue.batches import batch_seen, batches
from yizheng.catalogue.revisions.revising import overview
from yizheng.catalogue.revisions.revision import opened
from yizheng.law.authority import Who
from yizheng.law.words import RevisionState, Role

Place = tuple[Role, str]
"""A role and the organ in which it is held."""


def turns(lead: Who, at: datetime) -> Mapping[Place, tuple[str, ...]]:
    """What waits for the holder of each post, in the words of the page that shows it; seen with the lead's eyes."""
    found: dict[Place, list[str]] = {}
    for place, words in (*_to_sign(lead, at), *_late(lead, at), *_caps(lead, at)):
        found.setdefault(place, []).append(words)
    return {place: tuple(words) for place, words in found.items()}


def _to_sign(lead: Who, at: datetime) -> Iterator[tuple[Place, str]]:
    """A revision that was sent round, with the heads who have still to sign; one that is drafted, with the lead."""
    issuer = publishing.in_force(at).zone.issuer
    for each in overview(lead, at).revisions:
        if each.state == RevisionState.SIGNING:
            for organ in opened(each.id).facts.waiting:
                yield (Role.HEAD, organ), f"等您会签：{each.title}"
        elif each.state == RevisionState.DRAFTING:
            yield (Role.LEAD, issuer), f"正在起草：{each.title}"


def _late(lead: Who, at: datetime) -> Iterator[tuple[Place, str]]:
    """Tasks of a batch that are late, with the heads of the organs that do them."""
    today = day_of(at)
    for batch in batches(at, today):
        for task in batch_seen(batch.id, lead, at, today).tasks if batch.late else ():
            if task.lamp == "late":
                yield (Role.HEAD, task.organ), f"{batch.title}的任务{task.words}：{task.title}"


def _caps(lead: Who, at: datetime) -> Iterator[tuple[Place, str]]:
    """Cases near the end of their cap, with the head of government."""
    issuer = publishing.in_force(at).zone.issuer
    for each in caps_near_their_end(lead, day_of(at)).rows:
        yield (Role.GOVERNOR, issuer), f"总时限快到，可以批准延长：{each.holder}"
