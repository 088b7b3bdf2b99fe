"""The everyday answers, kept in the signed session until a notice is given; no case exists yet."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest

from yizheng.law.rules import Answer

ANSWERS = "answers"
CHANGING = "changing"
"""The draft whose answers are being changed, if one is."""

MOST_INDUSTRIES = 3
"""The session travels in a cookie: it keeps the answers to the last so many industries."""


def answers_in(request: HttpRequest, industry: str) -> dict[str, Answer]:
    """What has been answered for an industry; several choices are a tuple."""
    said = request.session.get(ANSWERS, {}).get(industry, {})
    return {code: tuple(answer) if isinstance(answer, list) else answer for code, answer in said.items()}


def keep_answers(request: HttpRequest, industry: str, answers: Mapping[str, Answer]) -> None:
    """Keep the answers for an industry."""
    others = {code: said for code, said in request.session.get(ANSWERS, {}).items() if code != industry}
    newest = dict(list(others.items())[-(MOST_INDUSTRIES - 1) :])
    kept = {code: list(answer) if isinstance(answer, tuple) else answer for code, answer in answers.items()}
    request.session[ANSWERS] = {**newest, industry: kept}


def forget_answers(request: HttpRequest, industry: str) -> None:
    """Begin anew with an industry."""
    rest = {code: said for code, said in request.session.get(ANSWERS, {}).items() if code != industry}
    request.session[ANSWERS] = rest
    request.session.pop(CHANGING, None)
