"""The kinds of page: ``reads`` (GET; any SQL but SELECT raises) and ``acts`` (POST: one command, then a redirect).

Refused becomes 409 (or 422 with field faults) on the page that asked; what is not visible is 404; nothing leaks, and
no browser or machine on the way keeps a page unless the page itself says otherwise.
"""

from __future__ import annotations

import functools
import re
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from yizheng.ledger.command import NotFound

View = Callable[..., HttpResponse]
SELECT = re.compile(r"[\s(]*(SELECT|WITH)\b", re.IGNORECASE)
KEPT_BY_NOBODY = "private, no-store"


class WroteWhileReading(RuntimeError):
    """A page that only reads has tried to write."""


def reads(view: View) -> View:
    """A page that is only read; any SQL but SELECT raises WroteWhileReading. What it may not see is not there: 404."""

    @require_safe
    @functools.wraps(view)
    def reading(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with _select_only():
            return _or_404(view, request, *args, **kwargs)

    return reading


def acts(view: View) -> View:
    """A page that does something: POST alone; what it may not see does not exist: 404."""

    @require_POST
    @functools.wraps(view)
    def acting(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return _or_404(view, request, *args, **kwargs)

    return acting


def now() -> datetime:
    """The moment of the request: time enters here, at the edge, and is an argument from here on."""
    return timezone.now()


def new_key() -> str:
    """An idempotency key for a form: the same form sent twice does one thing once."""
    return secrets.token_urlsafe(18)


def key_of(request: HttpRequest, part: object = "") -> str:
    """The idempotency key a form was sent with, or that of one ``part`` of what it asks; no key stays no key."""
    key = str(request.POST.get("key", ""))[:80]
    return f"{key[:39]}:{part}"[:80] if key and part else key


def text_of(request: HttpRequest, name: str) -> str:
    """A text of a form, with one sign for the end of a line: browsers send two."""
    return str(request.POST.get(name, "")).replace("\r\n", "\n").strip()


def _or_404(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    try:
        answer = view(request, *args, **kwargs)
    except NotFound as nothing:
        raise Http404(str(nothing)) from nothing
    answer.setdefault("Cache-Control", KEPT_BY_NOBODY)
    return answer


@contextmanager
def _select_only() -> Iterator[None]:
    def only_select(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Mapping[str, Any]) -> Any:
        if not SELECT.match(sql):
            raise WroteWhileReading(sql[:200])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(only_select):
        yield
