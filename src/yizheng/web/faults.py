"""The pages shown when something is not to be had: plain words, no detail, nothing leaks."""

from __future__ import annotations

from django.core.exceptions import DisallowedHost, RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: not there, or not for this person; the two are never told apart."""
    return _said(request, 404, "没有找到这个页面", "地址可能有误，或者您无权查看。")


def forbidden(request: HttpRequest, exception: Exception | None = None, reason: str = "") -> HttpResponse:
    """403: the form was not sent from this site, or the session is over."""
    return _said(request, 403, "请求没有被接受", "页面可能已过期，请返回上一页刷新后重试。")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400 and 413: another host name, a form that is too large, or one that cannot be read."""
    if isinstance(exception, DisallowedHost):
        return _said(request, 400, "访问的网址不对", "请核对地址栏里的网址，或者从本单位网站进入。")
    if isinstance(exception, TOO_MUCH):
        return _said(request, 413, "提交的内容太大", "一次提交的文字或文件太多，请返回上一页，减少后分几次提交。")
    return unreadable(request)


def unreadable(request: HttpRequest) -> HttpResponse:
    """400: what was sent is not plain text."""
    return _said(request, 400, "提交的内容读不出来", "里面有无法识别的符号，请返回上一页，直接输入后重试。")


def broken(request: HttpRequest) -> HttpResponse:
    """500: our fault; said plainly, with nothing of the inside."""
    return _said(request, 500, "系统出错了", "已记录，请稍后再试；您已保存的内容不会丢失。")


def _said(request: HttpRequest, status: int, title: str, text: str) -> HttpResponse:
    return render(request, "fault.html", {"title": title, "text": text}, status=status)
