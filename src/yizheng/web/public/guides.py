"""The guide 办事指南 of every industry with its flow chart, work specification, filled sample, leaflet and poster.

All of it is made from the version of the catalogue in force; a file is made once per version (S-036, S-104, S-112).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localtime
from markupsafe import Markup

from yizheng.catalogue import publishing
from yizheng.catalogue.offers import NotOffered, not_offered
from yizheng.catalogue.placing import effects
from yizheng.law.flow import Chart, inside, outside
from yizheng.law.guide import Document, Guide, guide_of, sample_of, specification_of
from yizheng.law.items import Catalogue
from yizheng.law.transitions import TRANSITIONS
from yizheng.law.words import Offer
from yizheng.ledger.command import NotFound
from yizheng.typeset import guides
from yizheng.typeset.charts import svg
from yizheng.typeset.fonts import NoGlyph
from yizheng.web.kinds import now, reads
from yizheng.web.public.closed import not_offered_page
from yizheng.web.public.files import as_pdf, not_set


@dataclass(frozen=True, slots=True)
class Edition:
    """The guide of an industry as it is made from one version of the catalogue, published on a day."""

    catalogue_id: UUID
    code: str
    made_on: str

    @property
    def catalogue(self) -> Catalogue:
        """The version, as it is kept in memory."""
        return publishing.version(self.catalogue_id)

    @property
    def guide(self) -> Guide:
        """The guide."""
        return guide_of(self.catalogue.industries[self.code], self.catalogue)

    @property
    def address(self) -> str:
        """Where the guide is, as it stands in a code."""
        return settings.PUBLIC_URL + reverse("guide", args=[self.code])


@reads
def guide(request: HttpRequest, industry: str) -> HttpResponse:
    """The guide: what can be done, whom to ask, where, in which steps; conditions, materials, mistakes (S-113)."""
    closed = _closed(industry)
    if closed and closed.gone:
        return not_offered_page(request, closed)
    edition = _edition(industry)
    told = edition.guide
    chart = outside(told.items)
    said = {
        "guide": told,
        "closed": closed,
        "chart": chart,
        "drawn": _drawn(chart, "flow"),
        "made_on": edition.made_on,
        "places": effects({each.code: edition.catalogue.items[each.code].organ for each in told.items}),
    }
    return render(request, "public/guide.html", said)


@reads
def document(request: HttpRequest, industry: str, name: str) -> HttpResponse:
    """The work specification or the filled sample, to read."""
    edition = _edition(industry)
    charts = _charts(edition.guide)
    drawn = {key: _drawn(chart, key) for key, chart in charts.items()}
    said = {"document": _document(edition, name), "edition": edition, "name": name, "charts": charts, "drawn": drawn}
    return render(request, "public/document.html", said)


@reads
def printed(request: HttpRequest, industry: str, name: str) -> HttpResponse:
    """One of them, the leaflet or the poster as PDF; nobody is invited to what is closed.

    Where a batch has still to go live, leaflets are printed before that day (高新区一业一证方案 一(三)3).
    """
    if name not in PRINTS:
        raise NotFound("没有这份文件。")
    closed = _closed(industry)
    if name in INVITING and closed and closed.offer != Offer.WAITING:
        return not_offered_page(request, closed)
    edition = _edition(industry)
    try:
        return as_pdf(_pdf(name, edition, edition.address), f"{edition.guide.name} {PRINTS[name].title}")
    except NoGlyph as refusal:
        return not_set(request, str(refusal))


@dataclass(frozen=True, slots=True)
class Print:
    """A file that can be made of an edition."""

    title: str
    made: Callable[[Edition], bytes]


def _specification(edition: Edition) -> bytes:
    return guides.document_pdf(_document(edition, "specification"), edition.made_on, _charts(edition.guide))


def _sample(edition: Edition) -> bytes:
    return guides.document_pdf(_document(edition, "sample"), edition.made_on, {})


def _leaflet(edition: Edition) -> bytes:
    told = edition.guide
    return guides.leaflet_pdf(told, outside(told.items), edition.address, edition.made_on)


def _poster(edition: Edition) -> bytes:
    told = edition.guide
    return guides.poster_pdf(told, outside(told.items), edition.address, edition.made_on)


PRINTS = {
    "specification": Print("工作规范", _specification),
    "sample": Print("申请表填写示范", _sample),
    "leaflet": Print("办事指南折页", _leaflet),
    "poster": Print("海报", _poster),
}


INVITING = frozenset({"leaflet", "poster"})
"""What is laid out and hung up for everybody."""


@lru_cache(maxsize=100)
def _pdf(name: str, edition: Edition, _address: str) -> bytes:
    """A file, made once for every version of the catalogue and address of the house."""
    return PRINTS[name].made(edition)


def _document(edition: Edition, name: str) -> Document:
    if name == "sample":
        return sample_of(edition.guide)
    return specification_of(edition.catalogue.industries[edition.code], edition.catalogue)


def _charts(told: Guide) -> Mapping[str, Chart]:
    return {"outside": outside(told.items), "inside": inside(TRANSITIONS)}


def _drawn(chart: Chart, name: str) -> Markup:
    return Markup(svg(chart, name))  # nosec: our own drawing; every text in it is escaped


def _edition(industry: str) -> Edition:
    """The edition in force. Raises NotFound."""
    try:
        version = publishing.current(now())
    except publishing.NothingPublished as nothing:
        raise NotFound(str(nothing)) from nothing
    if industry not in publishing.version(version.pk).industries:
        raise NotFound("目录里没有这个行业。")
    on = localtime(version.published_at)
    return Edition(version.pk, industry, f"{on.year}年{on.month}月{on.day}日")


def _closed(industry: str) -> NotOffered | None:
    """Why the industry cannot be applied for now; None too where nothing is published."""
    try:
        return not_offered(industry, now())
    except publishing.NothingPublished:
        return None
