"""Giving the one-time notice 一次告知单: kept as it was told, for exactly these answers (seed 三(一); domain S-038)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

import orjson
from django.db import IntegrityError, transaction

from yizheng.cases.commands.drafts import CODE_LETTERS
from yizheng.cases.file import day_of
from yizheng.cases.models import Notice
from yizheng.cases.notices import told
from yizheng.catalogue import publishing
from yizheng.catalogue.offers import not_offered
from yizheng.law.intake import assess
from yizheng.ledger.command import Refused


def give_notice(industry: str, answers: Mapping[str, Any], at: datetime) -> str:
    """Give the notice for these answers and keep it; its code. The same answers on the same day give the same notice.

    Raises Refused when a question is still open or there is no such industry.
    """
    if closed := not_offered(industry, at):
        raise Refused(closed.sentence)
    catalogue_id = publishing.in_force_id(at)
    catalogue = publishing.version(catalogue_id)
    if industry not in catalogue.industries:
        raise Refused("目录里没有这个行业，请回首页重新选择。")
    assessment = assess(catalogue.industries[industry], answers, catalogue)
    if not assessment.complete:
        raise Refused("还有问题没有回答，答完才能出具告知单。")
    on = day_of(at)
    content = orjson.loads(orjson.dumps(asdict(told(assessment, catalogue, on, publishing.calendar()))))
    said = [str(catalogue_id), industry, assessment.answers, content]
    digest = hashlib.sha256(orjson.dumps(said, option=orjson.OPT_SORT_KEYS)).hexdigest()
    code = notice_code(on, digest)
    if Notice.objects.filter(code=code).exists():
        return code
    try:
        with transaction.atomic(durable=True):
            Notice.objects.create(
                code=code,
                industry=industry,
                catalogue_id=catalogue_id,
                answers=dict(assessment.answers),
                content=content,
                digest=digest,
                given_at=at,
            )
    except IntegrityError:
        # Somebody with the same answers was a moment quicker: the notice is the same.
        if not Notice.objects.filter(code=code).exists():
            raise
    return code


def notice_code(on: date, digest: str) -> str:
    """The code of a notice: the day, and eight letters from what it says."""
    number, letters = int(digest, 16), []
    for _ in range(8):
        number, place = divmod(number, len(CODE_LETTERS))
        letters.append(CODE_LETTERS[place])
    return f"{on:%Y%m%d}-{''.join(letters)}"
