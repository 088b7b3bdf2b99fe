"""The pages shown when something is not to be had: plain words, no detail, nothing leaks."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: not there, or not for this person; the two are never told apart."""
    return render(
        request, "fault.html", {"title": "没有找到这个页面", "text": "地址可能有误，或者您无权查看。"}, status=404
    )


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the form was not sent from this site, or the session is over."""
    return render(
        request,
        "fault.html",
        {"title": "请求没有被接受", "text": "页面可能已过期，请返回上一页刷新后重试。"},
        status=403,
    )


def broken(request: HttpRequest) -> HttpResponse:
    """500: our fault; said plainly, with nothing of the inside."""
    return render(
        request,
        "fault.html",
        {"title": "系统出错了", "text": "已记录，请稍后再试；您已保存的内容不会丢失。"},
        status=500,
    )
