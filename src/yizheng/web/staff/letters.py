"""The receipt 回执 for a letter 函告, given from the page on which it was read (domain C11)."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from yizheng.ledger.command import NotFound
from yizheng.licences.commands import acknowledge
from yizheng.licences.queries.tasks import case_of_letter
from yizheng.web.kinds import key_of, now
from yizheng.web.staff.acting import Tried, attempt, form_name
from yizheng.web.staff.guard import who_of


def acknowledged(
    request: HttpRequest, letter_id: UUID, again: Callable[[Tried], HttpResponse], *, to: str
) -> HttpResponse:
    """Give a letter its receipt; whose it is says the command. Raises NotFound."""
    case_id = case_of_letter(letter_id)
    if case_id is None:
        raise NotFound("没有这份函告。")
    return attempt(
        request,
        form_name(letter_id, "receipt"),
        lambda: acknowledge(case_id, letter_id, who=who_of(request), at=now(), key=key_of(request)),
        again,
        told="已回执。",
        to=to,
    )
