"""Suspending, reopening and retiring an industry: signed, with a reason and where to go instead (S-017)."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from yizheng.catalogue import publishing
from yizheng.catalogue.models import OfferNotice
from yizheng.catalogue.offers import notices_of
from yizheng.law.authority import Who
from yizheng.law.papers import Fault
from yizheng.law.revisions import OFFERS, why_not_offered
from yizheng.law.words import Offer, OfferVerb, Role
from yizheng.ledger.command import NotFound, Refused

LONGEST = 1000


def change_offer(industry: str, verb: OfferVerb, reason: str, instead: str, *, who: Who, at: datetime) -> OfferNotice:
    """Sign that an industry is offered no longer, or again, from now on; cases that were filed go on.

    Raises Refused with every fault, NotFound for an industry that was never published.
    """
    catalogue = publishing.version(publishing.newest_id())
    before = notices_of(industry)
    if industry not in catalogue.industries and not before:
        raise NotFound("目录里没有这个行业。")
    offer = Offer(before[-1].offer) if before else Offer.OPEN
    if sentence := why_not_offered(verb, offer, who, catalogue.zone.issuer):
        raise Refused(sentence)
    if faults := _faults(verb, reason, instead):
        raise Refused(faults[0].sentence, faults)
    notice = OfferNotice(
        industry=industry, offer=OFFERS[(offer, verb)], reason=reason, instead=instead, from_at=at, signed_at=at,
        signed_by=who.signing_as(Role.HEAD, catalogue.zone.issuer).name, seq=len(before) + 1,
    )  # fmt: skip
    try:
        with transaction.atomic():
            notice.save(force_insert=True)
    except IntegrityError:
        raise Refused("这个行业的状态刚刚有人改过，请刷新后再办理。") from None
    return notice


def _faults(verb: OfferVerb, reason: str, instead: str) -> tuple[Fault, ...]:
    found = []
    if not reason.strip() or len(reason) > LONGEST:
        found.append(Fault("reason", f"请写明理由，申请人会看到，最多{LONGEST}个字。"))
    if verb != OfferVerb.REOPEN and not instead.strip():
        found.append(Fault("instead", "请写明申请人应当到哪里办理，不能让人白跑一趟。"))
    if len(instead) > LONGEST:
        found.append(Fault("instead", f"「改到哪里办」最多{LONGEST}个字。"))
    return tuple(found)
