"""Asking the API: as a member of staff who is signed in, as an applicant with number and code, as nobody."""

from __future__ import annotations

from base64 import b64encode
from typing import Any
from uuid import UUID

import orjson
from django.test import Client

from tests import make
from tests.web.staff.desks import signed_in
from yizheng.law.authority import Who


class Asking:
    """Somebody who asks in JSON."""

    def __init__(self, browser: Client, **headers: str) -> None:
        self.browser, self.headers = browser, headers

    def get(self, address: str, **query: Any) -> Any:
        """What is answered to a question."""
        return self.browser.get(f"/api/v1/{address}", query, headers=self.headers)

    def post(self, address: str, body: Any = None, *, key: str = "") -> Any:
        """What is answered to an act."""
        sent = body if isinstance(body, bytes) else orjson.dumps(body if body is not None else {})
        headers = {**self.headers, **({"Idempotency-Key": key} if key else {})}
        return self.browser.post(f"/api/v1/{address}", sent, content_type="application/json", headers=headers)


def basic(number: str, code: str) -> str:
    """The header of HTTP Basic."""
    return "Basic " + b64encode(f"{number}:{code}".encode()).decode()


def staff(who: Who) -> Asking:
    """A member of staff in a browser in which they are signed in."""
    return Asking(signed_in(who))


def applicant(case_id: UUID) -> Asking:
    """The applicant, with number and query code."""
    case = make.case(case_id)
    return Asking(Client(), Authorization=basic(case.number or "", case.query_code))


def nobody() -> Asking:
    """Somebody who has nothing."""
    return Asking(Client())
