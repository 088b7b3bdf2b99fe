"""The templates' environment: Jinja2 with the components, nonce, CSRF field and how things are shown."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.timezone import localtime
from jinja2 import Environment, StrictUndefined

from yizheng.law.citation import cited
from yizheng.web.applicant.who import OPENED

CHINA = ZoneInfo("Asia/Shanghai")
WEEKDAYS = "一二三四五六日"


def environment(**options: Any) -> Environment:
    """The Jinja2 environment that Django uses."""
    options["undefined"] = StrictUndefined
    options.pop("autoescape", None)
    env = Environment(autoescape=True, **options)
    env.globals.update(static=static, url=_url, get_messages=get_messages, demo=settings.DEMO, has_opened=has_opened)
    env.filters.update(day=day, moment=moment, weekday=weekday, megabytes=megabytes, cited=cited)
    return env


def _url(name: str, *args: Any, **kwargs: Any) -> str:
    return reverse(name, args=args or None, kwargs=kwargs or None)


def has_opened(request: HttpRequest) -> bool:
    """Whether an application has been opened in this browser. Without a cookie the session is not even looked at: a
    scan needs none; and a request stopped at the entrance has no session.
    """
    there = settings.SESSION_COOKIE_NAME in request.COOKIES and hasattr(request, "session")
    return there and bool(request.session.get(OPENED))


def day(value: date | None) -> str:
    """A day: 2026年3月20日."""
    return f"{value.year}年{value.month}月{value.day}日" if value else ""


def weekday(value: date) -> str:
    """The weekday of a day: 周五."""
    return f"周{WEEKDAYS[value.weekday()]}"


def moment(value: datetime | None) -> str:
    """A moment to the second, in China: 2026年3月20日 14:03:07."""
    if value is None:
        return ""
    here = localtime(value, CHINA)
    return f"{day(here.date())} {here:%H:%M:%S}"


def megabytes(size: int) -> str:
    """A size in bytes as people say it."""
    return f"{size / 1_048_576:.1f} 兆" if size >= 1_048_576 else f"{max(size // 1024, 1)} KB"
