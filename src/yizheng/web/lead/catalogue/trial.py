"""试算: the industries that a revision concerns, tried in pieces with a bar of progress; faults lead to their form."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yizheng.catalogue.trying.figures import spared
from yizheng.law.words import Role
from yizheng.statistics.commands import go_on_with
from yizheng.statistics.queries.revisions import revision_seen
from yizheng.statistics.queries.trials import tried
from yizheng.web.kinds import acts, now, reads
from yizheng.web.lead.catalogue.addresses import entry_url
from yizheng.web.staff.guard import staff, who_of


@staff(Role.LEAD, Role.HEAD, Role.GOVERNOR)
@reads
def page(request: HttpRequest, revision_id: UUID) -> HttpResponse:
    """How far it is, and what was found."""
    seen = revision_seen(revision_id)
    said = {
        "who": who_of(request),
        "seen": seen,
        "found": tried(seen.proposal) if seen.proposal else None,
        "spared": spared,
        "entry_url": entry_url,
    }
    return render(request, "lead/catalogue/trial.html", said)


@staff(Role.LEAD, Role.HEAD)
@acts
def go_on(request: HttpRequest, revision_id: UUID) -> HttpResponse:
    """Try the next piece."""
    seen = revision_seen(revision_id)
    if seen.proposal:
        go_on_with(seen.proposal, now())
    return redirect(reverse("revision-trial", args=[revision_id]))
