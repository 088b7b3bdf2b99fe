"""How a refusal is told: always a sentence for people, and the faults by field where something entered is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI, Schema
from ninja.errors import HttpError, ValidationError

from yizheng.law.calendar import NoCalendar
from yizheng.law.papers import Fault
from yizheng.ledger.command import NotFound, Refused

CHALLENGE = 'Basic realm="yizheng", charset="UTF-8"'
SAID = {
    400: "请求的内容读不出来：应是 UTF-8 的 JSON。",
    401: "请先登录，或者用办件编号和查询码（HTTP Basic）查询；两样对不上的，按没有查到处理。",
    403: "请求没有被接受：缺少防伪令牌（X-CSRFToken），或者登录已结束。",
    404: "没有查到，或者您无权查看。",
    413: "提交的内容太大，请减少后再试。",
}
FAULTS: Mapping[str, str] = {
    "missing": "缺少「{field}」。",
    "extra_forbidden": "不认识「{field}」，请删去或改正拼写。",
    "string_too_long": "「{field}」太长。",
    "string_pattern_mismatch": "「{field}」里有不能用的符号。",
}
OTHERWISE = "「{field}」的值不对，请对照接口说明（openapi.json）。"


BODY = "paper_"
"""What the body of an act is called inside; whoever asks knows only the fields in it."""


class FaultTold(Schema):
    """What is wrong with one field."""

    field: str
    sentence: str


class Told(Schema):
    """Why not, in a sentence; 422 names the fields besides."""

    sentence: str
    faults: list[FaultTold]


REFUSALS = {401: Told, 403: Told, 404: Told, 409: Told, 422: Told, 429: Told}
READING = {status: REFUSALS[status] for status in (401, 404, 422, 429)}


Answer = tuple[int, str, Sequence[Fault]]
"""Status, sentence and faults."""


def tell_refusals(api: NinjaAPI) -> None:
    """Every way a request can be refused, as ``Told``."""
    for kind, answered in ANSWERS.items():
        api.add_exception_handler(kind, partial(_tell, api, answered))


def _tell(api: NinjaAPI, answered: Callable[[Any], Answer], request: HttpRequest, error: Exception) -> HttpResponse:
    status, sentence, faults = answered(error)
    listed = [{"field": each.field, "sentence": each.sentence} for each in faults]
    answer = api.create_response(request, {"sentence": sentence, "faults": listed}, status=status)
    if status == 401:
        answer["WWW-Authenticate"] = CHALLENGE
    return answer


def _refused(refusal: Refused) -> Answer:
    return 422 if refusal.faults else 409, refusal.sentence, refusal.faults


def _wrong(error: ValidationError) -> Answer:
    faults = tuple(_fault(each) for each in error.errors)
    return 422, faults[0].sentence, faults


def _fault(error: Mapping[str, Any]) -> Fault:
    """One fault of a request's shape: which field, and what is wrong, in words."""
    field = ".".join(str(part) for part in error["loc"][1:] if part != BODY) or str(error["loc"][0])
    return Fault(field, FAULTS.get(error["type"], OTHERWISE).format(field=field))


ANSWERS: Mapping[type[Exception], Callable[[Any], Answer]] = {
    Refused: _refused,
    ValidationError: _wrong,
    NoCalendar: lambda sorry: (422, str(sorry), ()),
    NotFound: lambda _: (404, SAID[404], ()),
    Http404: lambda _: (404, SAID[404], ()),
    RequestDataTooBig: lambda _: (413, SAID[413], ()),
    HttpError: lambda error: (error.status_code, SAID.get(error.status_code, error.message), ()),
}
"""What each refusal answers; whoever is not let in is an HttpError 401."""
