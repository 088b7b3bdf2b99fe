"""Verifying a licence, by its QR or a number typed in: open to all, true at this second, never green by default."""

from __future__ import annotations

import logging

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yizheng.catalogue.publishing import NothingPublished
from yizheng.law.numbers import Kind, fault, normalize_credit_code, recognise
from yizheng.ledger.command import NotFound
from yizheng.licences import queries
from yizheng.licences.seen import Scan
from yizheng.web.kinds import now, reads

log = logging.getLogger(__name__)
MOST_CHARACTERS = 120

PERSONAL = "这是身份证号码的样子。查验许可证不需要身份证号码，请不要在这里输入；本页没有查询，也没有保存。"
NOT_HERE = "号码本身校验正确，但这里没有登记这份综合许可证。请核对是否抄错，或向下面的电话反映。"
NONE_HELD = "代码本身校验正确。这家单位在本区没有行业综合许可证；它可能持有单项许可证，请查看单项许可证原件。"
NOTHING_ASKED: dict[str, object] = {"typed": "", "kind": "", "sentence": "", "good": False, "scans": ()}
ONLY_CHECKED = {
    Kind.CASE_NUMBER: "办件编号校验正确。办理进度只凭办件编号和查询码查看，请到“查进度”。",
    Kind.ITEM_CASE_NUMBER: "单项办件编号校验正确。办理进度只凭办件编号和查询码查看，请到“查进度”。",
    Kind.FOOD_PERMIT: "编号本身校验正确。要查它现在是否有效，请扫综合许可证的二维码，或输入统一社会信用代码。",
}


@reads
def scan(request: HttpRequest, token: str) -> HttpResponse:
    """What is true now of the licence whose QR was scanned (domain §5.12)."""
    at = now()
    try:
        found = queries.scanned(token, at)
    except NotFound as nothing:
        return _shown(request, "public/unknown.html", {"at": at, "why": str(nothing)}, status=404)
    except (DatabaseError, NothingPublished):
        return _not_verified(request)
    return _shown(request, "public/scan.html", {"scan": found})


@reads
def lookup(request: HttpRequest) -> HttpResponse:
    """A number typed in: valid or why not, and what is true now of the licence it belongs to."""
    typed = request.GET.get("number", "").strip()[:MOST_CHARACTERS]
    if not typed:
        return _shown(request, "public/verify.html", NOTHING_ASKED)
    try:
        return _shown(request, "public/verify.html", _answer(typed))
    except (DatabaseError, NothingPublished):
        return _not_verified(request)


def _answer(typed: str) -> dict[str, object]:
    at = now()
    number = queries.licence_number(typed, at)
    kind = Kind.UNKNOWN if number else recognise(typed)
    label = "综合许可证编号" if number else kind.label
    said = {**NOTHING_ASKED, "typed": typed, "kind": label}
    if kind == Kind.ID_NUMBER:
        return {**said, "typed": "", "sentence": PERSONAL}
    if sentence := "" if number else fault(typed):
        return {**said, "sentence": sentence}
    if kind in ONLY_CHECKED:
        return {**said, "sentence": ONLY_CHECKED[kind], "good": True}
    scans = queries.held_by(normalize_credit_code(typed), at) if kind == Kind.CREDIT_CODE else _one(typed)
    if not scans:
        return {**said, "sentence": NONE_HELD if kind == Kind.CREDIT_CODE else NOT_HERE}
    return {**said, "scans": scans, "good": True}


def _one(typed: str) -> tuple[Scan, ...]:
    try:
        return (queries.identified(typed, now()),)
    except NotFound:
        return ()


def _not_verified(request: HttpRequest) -> HttpResponse:
    """Our source is out of reach: said plainly, so that nobody takes silence for yes (domain §6.2 P3)."""
    log.exception("a licence could not be verified")
    return _shown(request, "public/not_verified.html", {"at": now()}, status=503)


def _shown(request: HttpRequest, template: str, said: dict[str, object], status: int = 200) -> HttpResponse:
    answer = render(request, template, said, status=status)
    answer["Cache-Control"] = "no-store"
    answer["X-Robots-Tag"] = "noindex"
    return answer
