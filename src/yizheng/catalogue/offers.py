"""Whether an industry is offered at a moment, and where to go when it is not: said at the first question (S-017)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from yizheng.catalogue import publishing
from yizheng.catalogue.batches import waiting
from yizheng.catalogue.models import CatalogueVersion, OfferNotice
from yizheng.catalogue.text.kinds import FILE_CODE
from yizheng.law.articles import in_words
from yizheng.law.batches import IN_BATCHES
from yizheng.law.items import Catalogue, Industry
from yizheng.law.words import Offer

ONE_BY_ONE = "上线以前，请到下列承办机关分别申请各项许可；条件和法定时限完全一样。"
"""Where to go while a batch waits to go live: its items are granted all the same, one by one."""


@dataclass(frozen=True, slots=True)
class NotOffered:
    """An industry that cannot be applied for now: why, and where its permits are applied for one by one."""

    industry: Industry
    offer: Offer
    reason: str
    instead: str
    catalogue: Catalogue
    gone: bool = False
    """Whether the version in force does not have it any more; ``catalogue`` is the last one that had it."""

    @property
    def sentence(self) -> str:
        """Why not, and where to go."""
        instead = f"改到这里办：{self.instead}" if self.instead else "各项许可请分别向主管机关申请。"
        return f"「{self.industry.name}」{self.offer.label}：{self.reason.rstrip('。')}。{instead.rstrip('。')}。"


def notices_of(industry: str) -> list[OfferNotice]:
    """What was said of an industry, the first word first."""
    return list(OfferNotice.objects.filter(industry=industry).order_by("seq"))


def offers(at: datetime) -> Mapping[str, OfferNotice]:
    """The last word on every industry of which there is one, at a moment."""
    found = OfferNotice.objects.filter(from_at__lte=at).order_by("industry", "seq")
    return {notice.industry: notice for notice in found}


def offered(catalogue: Catalogue, at: datetime) -> dict[str, Industry]:
    """The industries of a version that can be applied for at a moment."""
    closed = {code for code, notice in offers(at).items() if notice.offer != Offer.OPEN} | waiting(at).keys()
    return {code: industry for code, industry in catalogue.industries.items() if code not in closed}


def not_offered(code: str, at: datetime) -> NotOffered | None:
    """Why an industry cannot be applied for; None when it can, or when nobody ever heard of it."""
    catalogue = publishing.in_force(at)
    notice = offers(at).get(code)
    known = catalogue if code in catalogue.industries else _last_known(code)
    if known is None:
        return None
    if notice is not None and notice.offer != Offer.OPEN:
        said = (Offer(notice.offer), notice.reason, notice.instead)
        return NotOffered(known.industries[code], *said, known, gone=known is not catalogue)
    if (batch := waiting(at).get(code)) is not None:
        reason = f"这个行业在“{batch}”里，还没有上线实施（{in_words(IN_BATCHES)}）。"
        return NotOffered(known.industries[code], Offer.WAITING, reason, ONE_BY_ONE, known)
    if known is not catalogue:
        return NotOffered(known.industries[code], Offer.RETIRED, "这个行业不在现行目录里。", "", known, gone=True)
    return None


def _last_known(code: str) -> Catalogue | None:
    """The newest version that has the industry, published or once in force; None when there is none."""
    if not FILE_CODE.fullmatch(code):
        return None
    named = CatalogueVersion.objects.filter(content__contains=f'"{code}"')
    for pk in named.order_by("-published_at").values_list("pk", flat=True):
        if code in publishing.version(pk).industries:
            return publishing.version(pk)
    return None
