"""What cannot be text ends at the entrance: no page and no database is asked to make sense of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.http import HttpRequest, HttpResponse, UnreadablePostError

from yizheng.web import faults

Next = Callable[[HttpRequest], HttpResponse]
NUL = "\0"
"""PostgreSQL keeps every character but this one, and nobody types it."""

UTF_8 = frozenset({"utf-8", "utf8"})


def readable_only(get_response: Next) -> Next:
    """Middleware: 400 for a request whose address, query or form is not plain text in UTF-8."""

    def entrance(request: HttpRequest) -> HttpResponse:
        return get_response(request) if _is_readable(request) else faults.unreadable(request)

    return entrance


def _is_readable(request: HttpRequest) -> bool:
    charset = (request.content_params or {}).get("charset", "utf-8")
    if charset.lower() not in UTF_8:
        return False
    try:
        return not any(NUL in text for text in _texts(request))
    except UnreadablePostError:
        return False


def _texts(request: HttpRequest) -> Iterable[str]:
    yield request.path
    for sent in (request.GET, request.POST):
        for name, values in sent.lists():
            yield name
            yield from map(str, values)
