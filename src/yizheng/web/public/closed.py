"""An industry that is not offered is stopped at the first question, with where to go instead (domain S-017)."""

from __future__ import annotations

import functools
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yizheng.catalogue.offers import NotOffered
from yizheng.law.words import Offer
from yizheng.web.kinds import View

GONE, NOT_NOW = 410, 409


class Closed(Exception):
    """An industry was asked for that cannot be applied for now; the page says why and where to go."""

    def __init__(self, closed: NotOffered) -> None:
        super().__init__(closed.industry.name)
        self.closed = closed


def open_only(view: View) -> View:
    """Pages of an industry: one that is not offered answers with where to go instead."""

    @functools.wraps(view)
    def asking(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Closed as stop:
            return not_offered_page(request, stop.closed)

    return asking


def not_offered_page(request: HttpRequest, closed: NotOffered) -> HttpResponse:
    """Why not, and the organs that take each permit by itself: no permit is abolished with an industry."""
    catalogue = closed.catalogue
    items = [catalogue.items[use.item] for use in closed.industry.items]
    rows = [(item, catalogue.organs[item.organ]) for item in items]
    said = {"closed": closed, "rows": rows, "zone": catalogue.zone}
    status = GONE if closed.offer == Offer.RETIRED else NOT_NOW
    return render(request, "public/closed.html", said, status=status)
