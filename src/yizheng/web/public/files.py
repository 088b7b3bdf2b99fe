"""Answers that are files, and the page that says why one was not made."""

from __future__ import annotations

from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def as_pdf(content: bytes, name: str) -> HttpResponse:
    """A PDF to look at in the browser."""
    shown = {"Content-Disposition": f"inline; filename*=UTF-8''{quote(name, safe='')}.pdf"}
    return HttpResponse(content, content_type="application/pdf", headers=shown)


def not_set(request: HttpRequest, sentence: str) -> HttpResponse:
    """409: the file was not made, and why."""
    return render(request, "fault.html", {"title": "这份文件没有生成", "text": sentence}, status=409)
