"""影响清单: what a revision concerns, before it is published: what is open, drafted, granted and told (S-022)."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yizheng.law.words import Role
from yizheng.statistics.queries.concerned import open_cases, permits
from yizheng.statistics.queries.impact import DOCUMENTS, NOTICE_DAYS, impact
from yizheng.statistics.queries.revisions import revision_seen
from yizheng.web.kinds import now, reads
from yizheng.web.staff.guard import staff, who_of


@staff(Role.LEAD, Role.HEAD, Role.GOVERNOR)
@reads
def page(request: HttpRequest, revision_id: UUID) -> HttpResponse:
    """Everything counted, for whoever prepares it and whoever signs it."""
    seen = revision_seen(revision_id)
    said = {
        "who": who_of(request),
        "seen": seen,
        "found": impact(seen.concern, seen.names, now()),
        "documents": DOCUMENTS,
        "days": NOTICE_DAYS,
    }
    return render(request, "lead/catalogue/impact.html", said)


@staff(Role.LEAD)
@reads
def cases(request: HttpRequest, revision_id: UUID) -> HttpResponse:
    """The open cases one by one, for the lead department alone."""
    seen = revision_seen(revision_id)
    found = open_cases(seen.concern, seen.names, request.GET.get("after", ""))
    said = {"who": who_of(request), "seen": seen, "found": found, "cases": True}
    return render(request, "lead/catalogue/impact_rows.html", said)


@staff(Role.LEAD)
@reads
def granted(request: HttpRequest, revision_id: UUID) -> HttpResponse:
    """The permits one by one, for the lead department alone."""
    seen = revision_seen(revision_id)
    found = permits(seen.concern, seen.names, now(), request.GET.get("after", ""))
    said = {"who": who_of(request), "seen": seen, "found": found, "cases": False}
    return render(request, "lead/catalogue/impact_rows.html", said)
