"""The interface itself: JSON by orjson, kept by nobody on the way, refusals in words, no pages of its own."""

from __future__ import annotations

from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.parser import Parser
from ninja.renderers import BaseRenderer

from yizheng.api.asker import QueryCode, StaffSession
from yizheng.api.refusals import tell_refusals
from yizheng.api.v1 import acts, calendars, cases, inquiries, items

KEPT_BY_NOBODY = "private, no-store"
ABOUT = (
    "与网页同一套文书、同一套命令、同一套规则：谁能看、谁能办、为什么不能办，回答都一样。"
    "工作人员用网页的登录（办理须带 X-CSRFToken），申请人用办件编号和查询码（HTTP Basic）。"
    "同一个 Idempotency-Key 的请求只办一次。不能办的回 409 和一句写明依据的话；填得不对的回 422，逐项说明。"
)


class Orjson(BaseRenderer):
    """JSON out."""

    media_type = "application/json"

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> bytes:
        """The bytes of an answer."""
        return orjson.dumps(data)


class OrjsonParser(Parser):
    """JSON in."""

    def parse_body(self, request: HttpRequest) -> Any:
        """The body of a request. Raises ValueError for anything else than JSON."""
        return orjson.loads(request.body)


class Interface(NinjaAPI):
    """One version of the API."""

    def create_response(self, request: HttpRequest, data: Any, **how: Any) -> HttpResponse:
        """An answer that no browser or machine on the way keeps."""
        answer = super().create_response(request, data, **how)
        answer.setdefault("Cache-Control", KEPT_BY_NOBODY)
        return answer


V1 = Interface(
    title="一证 Yizheng",
    version="1",
    description=ABOUT,
    docs_url=None,
    urls_namespace="api-v1",
    auth=[QueryCode(), StaffSession()],
    renderer=Orjson(),
    parser=OrjsonParser(),
)
tell_refusals(V1)
for subject in (cases, items, acts, inquiries, calendars):
    V1.add_router("", subject.router)


def openapi() -> str:
    """What the API is, as OpenAPI 3.1: kept in the repository and compared in CI."""
    schema = V1.get_openapi_schema(path_prefix="/api/v1/")
    return orjson.dumps(schema, option=orjson.OPT_INDENT_2 | orjson.OPT_NON_STR_KEYS).decode() + "\n"
