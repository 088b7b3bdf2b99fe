"""Revising the catalogue: drafted by the lead department, signed by the organs (domain S-022, S-028)."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from yizheng.catalogue import publishing
from yizheng.catalogue.checks import faults_of
from yizheng.catalogue.models import RevisedEntry, Revision, SignOff
from yizheng.catalogue.revisions.overlay import Key, Raw, digest_of
from yizheng.catalogue.revisions.revision import Opened, opened
from yizheng.catalogue.text.faults import Fault as TextFault
from yizheng.catalogue.text.kinds import KINDS
from yizheng.law.articles import in_words
from yizheng.law.authority import Who
from yizheng.law.papers import Fault
from yizheng.law.revisions import REVISION_LINES, SORTED_OUT, why_not
from yizheng.law.words import RevisionState, RevisionVerb, Role
from yizheng.ledger.book import said_before
from yizheng.ledger.command import Act, Answer, NotFound, Refused, doing

LONGEST_TITLE, LONGEST_TEXT = 100, 2000


@dataclass
class Desk:
    """A revision under its lock, and the act that changes it."""

    act: Act
    seen: Opened

    @property
    def revision(self) -> Revision:
        """The row that is locked."""
        return self.seen.revision

    def done(self, verb: RevisionVerb, data: Mapping[str, Any], *, organ: str = "", **columns: Any) -> None:
        """Enter what was done into the book, by whom and for which organ, and the state it leads to."""
        line = REVISION_LINES[(RevisionState(self.revision.state), verb)]
        self.act.who = self.act.who.signing_as(line.by, organ)
        self.act.change(self.revision, state=line.to, touched_at=self.act.at, **columns)
        self.act.enter(self.revision, f"revision.{verb}", {**data, "state": line.to})


def open_revision(title: str, reason: str, figures: str, *, who: Who, at: datetime, key: str = "") -> Answer:
    """Begin a revision of the version published last. Raises Refused with every fault."""
    if not who.has(Role.LEAD):
        raise Refused(f"目录由牵头部门组织修订（{in_words(SORTED_OUT)}）。")
    if faults := _about(title, reason, figures):
        raise Refused(faults[0].sentence, faults)
    revision = Revision(
        id=uuid.uuid4(), title=title, reason=reason, figures=figures, base_id=publishing.newest_id(),
        state=RevisionState.DRAFTING, drafted_at=at, drafted_by=who.name, touched_at=at,
    )  # fmt: skip

    def begun(act: Act) -> Desk:
        act.add(revision)
        return Desk(act, Opened(revision))

    def step(desk: Desk) -> None:
        (n,) = desk.act.numbers([f"修订{at.year}"])
        desk.act.change(revision, number=f"修订{at.year}-{n}")
        desk.act.enter(revision, "revision.open", {"title": title, "reason": reason, "base": str(revision.base_id)})

    return doing(begun, step, who=who, at=at, key=key, asked=("revision", title, reason, figures))


def amend(
    revision_id: UUID, kind: str, code: str, data: Raw | None, *, seen: str | None = None, who: Who, at: datetime,
    key: str = "",
) -> Answer:  # fmt: skip
    """Write one entry as the revision wants it; None takes it out; what it was before undoes the change.

    ``seen`` is the digest of the entry when its form was shown: what somebody else has changed since is not written
    over. Raises Refused.
    """
    return amend_many(revision_id, {(kind, code): data}, seen={(kind, code): seen}, who=who, at=at, key=key)


def amend_many(
    revision_id: UUID, entries: Mapping[Key, Raw | None], *, seen: Mapping[Key, str | None] | None = None, who: Who,
    at: datetime, key: str = "",
) -> Answer:  # fmt: skip
    """Write several entries at once. Raises Refused when one was changed by somebody else meanwhile."""

    def step(desk: Desk) -> None:
        for place, data in entries.items():
            _write(desk, place, data, (seen or {}).get(place))
        told = [[kind, code, digest_of(data)] for (kind, code), data in entries.items()]
        desk.done(RevisionVerb.AMEND, {"entries": told})

    asked = ("amend", str(revision_id), [[*place, data] for place, data in entries.items()])
    return _done(revision_id, RevisionVerb.AMEND, step, who=who, at=at, key=key, asked=asked)


def _write(desk: Desk, place: Key, data: Raw | None, seen: str | None) -> None:
    kind, code = place
    if kind not in KINDS or (kind == "zone" and data is None):
        raise Refused("没有这一类条目。")
    overlay, row = desk.seen.overlay, desk.seen.rows.get(place)
    if seen is not None and seen != digest_of(overlay.wanted(place)):
        by = f"（{row.by}）" if row else ""
        raise Refused(f"您打开表单以后，这个条目已被别人修改{by}。您填的内容还在下面，请核对后再保存。")
    was = digest_of(overlay.was(place))
    columns = {"data": data, "was": was, "at": desk.act.at, "by": desk.act.who.name}
    if row is None:
        desk.act.add(RevisedEntry(revision=desk.revision, kind=kind, code=code, **columns))
    else:
        desk.act.change(row, **columns)


def catch_up(revision_id: UUID, *, who: Who, at: datetime, key: str = "") -> Answer:
    """Base the revision on the version published last; entries that this one changed too must be looked at again."""

    def step(desk: Desk) -> None:
        base = publishing.newest_id()
        desk.done(RevisionVerb.CATCH_UP, {"base": str(base)}, base_id=base)

    return _done(revision_id, RevisionVerb.CATCH_UP, step, who=who, at=at, key=key)


def submit(revision_id: UUID, *, who: Who, at: datetime, key: str = "") -> Answer:
    """Send it round to the organs for signature, once the checks have nothing against it (domain §4.5)."""
    proof = proven(revision_id, RevisionVerb.SUBMIT, who, key)

    def step(desk: Desk) -> None:
        proof.holds_for(desk.revision)
        desk.done(RevisionVerb.SUBMIT, {"digest": desk.seen.overlay.digest}, round=desk.revision.round + 1)

    return _done(revision_id, RevisionVerb.SUBMIT, step, who=who, at=at, key=key)


def sign(
    revision_id: UUID, words: str = "", *, seen: str | None = None, who: Who, at: datetime, key: str = ""
) -> Answer:
    """An organ's head agrees to what becomes of its own items; ``seen`` is the round in which they looked at it."""

    def step(desk: Desk) -> None:
        _looked_at(desk, seen)
        organs = _signed(desk, words, agrees=True)
        desk.done(RevisionVerb.SIGN, {"organs": organs, "words": words}, organ=organs[0])

    return _done(revision_id, RevisionVerb.SIGN, step, who=who, at=at, key=key, asked=("sign", words))


def object_to(
    revision_id: UUID, words: str, *, seen: str | None = None, who: Who, at: datetime, key: str = ""
) -> Answer:
    """An organ's head objects, with the reason: it goes back to the lead department, and every signature falls."""
    if not words.strip():
        fault = Fault("words", "请写明不同意什么、应当怎样改，起草人才能修改。")
        raise Refused(fault.sentence, (fault,))

    def step(desk: Desk) -> None:
        _looked_at(desk, seen)
        organs = _signed(desk, words, agrees=False)
        desk.done(RevisionVerb.OBJECT, {"organs": organs, "words": words}, organ=organs[0])

    return _done(revision_id, RevisionVerb.OBJECT, step, who=who, at=at, key=key, asked=("object", words))


def recall(revision_id: UUID, *, who: Who, at: datetime, key: str = "") -> Answer:
    """Take it back from signature to change it; every signature falls."""
    return _done(
        revision_id, RevisionVerb.RECALL, lambda desk: desk.done(RevisionVerb.RECALL, {}), who=who, at=at, key=key
    )


def drop(revision_id: UUID, *, who: Who, at: datetime, key: str = "") -> Answer:
    """Give it up; it stays to be read."""
    return _done(revision_id, RevisionVerb.DROP, lambda desk: desk.done(RevisionVerb.DROP, {}), who=who, at=at, key=key)


def _looked_at(desk: Desk, seen: str | None) -> None:
    """A signature is for what the signer has read, and not for what was made of it since. Raises Refused."""
    if seen is not None and seen != str(desk.revision.round):
        raise Refused("您打开页面以后，本次修订被收回修改过，又重新送请会签。现在显示的是新的内容，请看过再办理。")


def _signed(desk: Desk, words: str, *, agrees: bool) -> list[str]:
    """Write the signature for every organ of which the signer is head and that has still to sign."""
    waiting, who = desk.seen.facts.waiting, desk.act.who
    organs = [post.organ for post in who.posts if post.role == Role.HEAD and post.organ in waiting]
    digest, at = desk.seen.overlay.digest, desk.act.at
    said = {"round": desk.revision.round, "agrees": agrees, "words": words, "digest": digest}
    for organ in dict.fromkeys(organs):
        by = who.signing_as(Role.HEAD, organ).name
        desk.act.add(SignOff(revision=desk.revision, organ=organ, at=at, by_id=who.id, by=by, **said))
    return list(dict.fromkeys(organs))


@dataclass(frozen=True)
class Proof:
    """That the checks had nothing against a revision as it stood at one entry of its book."""

    seal: str

    def holds_for(self, revision: Revision) -> None:
        """Raises Refused when it was changed since."""
        if revision.seal != self.seal:
            raise Refused("检查期间内容又有修改，请再办理一次。")


def proven(revision_id: UUID, verb: RevisionVerb, who: Who, key: str) -> Proof:
    """Check the whole proposed catalogue before the lock is taken: it takes seconds; not again for what was done under
    the same key. Raises Refused, NotFound.
    """
    seen = _found(revision_id)
    if key and said_before(key):
        return Proof(seen.revision.seal)
    if sentence := why_not(verb, who, seen.facts):
        raise Refused(sentence)
    if faults := faults_of(seen.overlay.reading):
        raise Refused(_told(faults))
    return Proof(seen.revision.seal)


def _told(faults: list[TextFault]) -> str:
    more = f"；共{len(faults)}处，见下面的检查结果" if len(faults) > 1 else ""
    return f"检查没有通过：{faults[0].sentence}{more}（{in_words('行政许可法 30')}）。"


def _about(title: str, reason: str, figures: str) -> tuple[Fault, ...]:
    found = []
    if not title.strip() or len(title) > LONGEST_TITLE:
        found.append(Fault("title", f"请用一句话写明这次修订什么，最多{LONGEST_TITLE}个字。"))
    if not reason.strip() or len(reason) > LONGEST_TEXT:
        found.append(Fault("reason", f"请写明为什么修订，最多{LONGEST_TEXT}个字。"))
    if len(figures) > LONGEST_TEXT:
        found.append(Fault("figures", f"「数据依据」最多{LONGEST_TEXT}个字。"))
    return tuple(found)


def _found(revision_id: UUID) -> Opened:
    try:
        return opened(revision_id)
    except Revision.DoesNotExist:
        raise NotFound("没有这次修订。") from None


def locked(revision_id: UUID) -> Callable[[Act], Desk]:
    """Open a revision under its lock. Raises NotFound."""

    def begun(act: Act) -> Desk:
        revision = Revision.objects.select_for_update(of=("self",)).filter(id=revision_id).first()
        if revision is None:
            raise NotFound("没有这次修订。")
        return Desk(act, Opened(revision))

    return begun


def _done(
    revision_id: UUID, verb: RevisionVerb, step: Callable[[Desk], None], *, who: Who, at: datetime, key: str,
    asked: tuple[Any, ...] = (),
) -> Answer:  # fmt: skip
    """Through the door: lock, table, authority, then the step."""

    def allowed(desk: Desk) -> None:
        if sentence := why_not(verb, who, desk.seen.facts):
            raise Refused(sentence)
        step(desk)

    return doing(locked(revision_id), allowed, who=who, at=at, key=key, asked=(str(verb), str(revision_id), *asked))
