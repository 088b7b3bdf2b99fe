"""The watch for whoever runs the system: what is stuck or wrong now, and the command or page that mends it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yizheng.law.words import Role
from yizheng.licences.watch import look_at_some
from yizheng.web.kinds import now, reads
from yizheng.web.staff.guard import staff, who_of


@staff(Role.OPERATOR)
@reads
def page(request: HttpRequest) -> HttpResponse:
    """A page of findings; the next one goes on where this look ended."""
    looked = look_at_some(now(), _after(request.GET.get("after", "")))
    return render(request, "staff/watch.html", {"looked": looked, "who": who_of(request)})


def _after(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
