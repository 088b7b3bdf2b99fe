"""Who is looking at a page of a case: the cases opened in this browser, and who is signed in."""

from __future__ import annotations

from django.http import HttpRequest

from yizheng.cases.queries.papers import Viewer
from yizheng.web.applicant.who import opened_here
from yizheng.web.staff.guard import who_of


def viewer_of(request: HttpRequest) -> Viewer:
    """The viewer behind a request; everything that is not for them does not exist."""
    opened = frozenset(str(case_id) for case_id in opened_here(request))
    who = who_of(request)
    return Viewer(opened, who if who.id else None)
