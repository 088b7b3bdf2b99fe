"""Publishing a revision as a version, and bringing it into force: two acts, two signers (domain S-019)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from yizheng.catalogue import publishing
from yizheng.catalogue.commands.revisions import Desk, locked, proven
from yizheng.catalogue.publishing import AlreadySuperseded
from yizheng.law.authority import Who
from yizheng.law.papers import Fault
from yizheng.law.revisions import why_not
from yizheng.law.words import RevisionVerb, Role
from yizheng.ledger.command import Answer, Refused, doing


def publish_revision(revision_id: UUID, *, who: Who, at: datetime, key: str = "") -> Answer:
    """Publish the next version of the catalogue; it is in force when that is signed, and not before (行政许可法 30)."""
    proof = proven(revision_id, RevisionVerb.PUBLISH, who, key)

    def step(desk: Desk) -> None:
        publishing.one_at_a_time()
        if sentence := why_not(RevisionVerb.PUBLISH, who, desk.seen.facts):
            raise Refused(sentence)
        proof.holds_for(desk.revision)
        try:
            proposed = desk.seen.overlay.reading.catalogue()
            version = publishing.new_version(proposed, publishing.calendar(), at, who.signing_as(Role.LEAD).name)
        except AlreadySuperseded as known:
            raise Refused(str(known)) from known
        desk.act.add(version)
        said = {"version": str(version.pk), "number": version.number, "digest": version.digest}
        desk.done(RevisionVerb.PUBLISH, said, version=version, published_by_id=who.id)

    return doing(locked(revision_id), step, who=who, at=at, key=key, asked=("publish", str(revision_id)))


def commence(revision_id: UUID, in_force_from: datetime | None, *, who: Who, at: datetime, key: str = "") -> Answer:
    """The head of the lead organ brings a published version into force, now or from a later moment."""
    if in_force_from is None or in_force_from < at:
        fault = Fault("in_force_from", "请填写施行时间；不能早于现在：施行不溯及既往（行政许可法第三十条）。")
        raise Refused(fault.sentence, (fault,))

    def step(desk: Desk) -> None:
        publishing.one_at_a_time()
        if sentence := why_not(RevisionVerb.COMMENCE, who, desk.seen.facts):
            raise Refused(sentence)
        version = desk.revision.version
        assert version is not None  # it is published
        organ = desk.seen.facts.lead_organ
        signer = who.signing_as(Role.HEAD, organ)
        desk.act.add(publishing.commencement(version, in_force_from, at, signer.name))
        desk.done(RevisionVerb.COMMENCE, {"in_force_from": in_force_from}, organ=organ)

    asked = ("commence", str(revision_id), str(in_force_from))
    return doing(locked(revision_id), step, who=who, at=at, key=key, asked=asked)
