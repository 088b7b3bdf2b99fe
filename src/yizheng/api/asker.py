"""Who asks: a member of staff with the session of the pages, or an applicant with number and query code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from ninja.errors import HttpError
from ninja.security import APIKeyCookie, HttpBasicAuth

from yizheng.cases.file import day_of
from yizheng.cases.queries.papers import Viewer
from yizheng.cases.queries.progress import opened_by
from yizheng.law.authority import Who
from yizheng.people import queries
from yizheng.people.trying import trying

TOO_MANY = "填错的次数太多，请{}分钟后再试。"
LONGEST = 40


@dataclass(frozen=True, slots=True)
class Asker:
    """Somebody who asks, at a moment: as whom they act, and what they may see."""

    who: Who
    viewer: Viewer
    at: datetime


class StaffSession(APIKeyCookie):
    """A signed-in member of staff, with the posts they hold today; what changes something needs the CSRF token."""

    param_name = settings.SESSION_COOKIE_NAME

    def authenticate(self, request: HttpRequest, key: str | None) -> Asker | None:
        """The signed-in person; nobody when the session is over."""
        at = timezone.now()
        if not request.user.is_authenticated:
            return None
        who = queries.who(request.user, day_of(at))
        return Asker(who, Viewer(who=who), at)


class QueryCode(HttpBasicAuth):
    """An applicant with case number and query code (HTTP Basic); guessing is as slow as on the page."""

    def authenticate(self, request: HttpRequest, username: str, password: str) -> Asker | None:
        """The applicant of the case that both open together. Raises HttpError 429 after too many wrong tries."""
        at, number = timezone.now(), username[:LONGEST].replace("-", "")
        guess = trying(request, "query", number)
        if minutes := guess.minutes_to_wait(at):
            raise HttpError(429, TOO_MANY.format(minutes))
        case_id = opened_by(number, password[:LONGEST].upper()) if "\0" not in number else None
        if case_id is None:
            guess.wrong(at)
            return None
        guess.right()
        who = Who(id="applicant", name="申请人", applies_for=str(case_id))
        return Asker(who, Viewer(opened=frozenset({str(case_id)})), at)


class Asked(HttpRequest):
    """A request of somebody who was let in."""

    auth: Asker
