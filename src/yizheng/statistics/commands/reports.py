"""Files of applications that organs report to the lead department: kept whole or not at all (S-018)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from yizheng.cases.file import day_of
from yizheng.catalogue import publishing
from yizheng.law.authority import Who
from yizheng.law.papers import Fault
from yizheng.law.words import Role
from yizheng.ledger.command import NotFound, Refused
from yizheng.statistics.applicants import digest_of
from yizheng.statistics.models import ReportedApplication, ReportedFile
from yizheng.statistics.reported import Read, kept_from, read

AT_ONCE = 1000
LONGEST_NAME = 200
NOT_THE_LEAD = "办件数据由牵头部门汇总（高新区一业一证方案 一(三)3）。"


@dataclass(frozen=True, slots=True)
class Reported:
    """What a file of an organ is called, and what is in it."""

    organ: str
    name: str
    data: bytes


def report(file: Reported, *, who: Who, at: datetime) -> Read:
    """Keep a file; gives what was read. Raises Refused with every fault by line, and for a file kept already."""
    if not who.has(Role.LEAD):
        raise Refused(NOT_THE_LEAD)
    catalogue = publishing.in_force(at)
    if file.organ not in catalogue.organs:
        raise Refused("请选择是哪个机关的数据。", (Fault("organ", "请选择是哪个机关的数据。"),))
    digest = hashlib.sha256(file.data).hexdigest()
    _not_kept_already(digest)
    found = read(file.data, catalogue, day_of(at))
    if found.faults:
        raise Refused(
            "文件没有导入，一行也没有计入。", tuple(Fault(f"line-{n}", each) for n, each in enumerate(found.faults))
        )
    _keep(file, digest, found, who.name, at)
    return found


def _not_kept_already(digest: str) -> None:
    if there := ReportedFile.objects.filter(digest=digest, taken_back_at=None).first():
        on = day_of(there.reported_at)
        sentence = (
            f"这个文件已于{on.year}年{on.month}月{on.day}日由{there.reported_by}报送过，内容完全相同，不重复计入。"
        )
        raise Refused(sentence, (Fault("file", sentence),))


def _keep(file: Reported, digest: str, found: Read, by: str, at: datetime) -> None:
    days = [row.on for row in found.rows]
    kept = ReportedFile(
        organ=file.organ,
        name=file.name[-LONGEST_NAME:],
        digest=digest,
        rows=len(found.rows),
        first_on=min(days),
        last_on=max(days),
        reported_at=at,
        reported_by=by,
    )
    rows = [
        ReportedApplication(file=kept, item=row.item, applicant=digest_of(row.applicant), on=row.on, gbt=row.gbt)
        for row in found.rows
    ]
    try:
        with transaction.atomic():
            kept.save(force_insert=True)
            ReportedApplication.objects.bulk_create(rows, batch_size=AT_ONCE)
    except IntegrityError as clash:
        _not_kept_already(digest)
        raise clash


def take_back(file_id: UUID, *, who: Who, at: datetime) -> None:
    """Take a file back: its rows are deleted, that it was there stays. Raises Refused, and NotFound."""
    if not who.has(Role.LEAD):
        raise Refused(NOT_THE_LEAD)
    with transaction.atomic():
        ours = ReportedFile.objects.filter(id=file_id, taken_back_at=None)
        if not ours.update(taken_back_at=at, taken_back_by=who.name):
            raise NotFound("没有这个文件。")
        ReportedApplication.objects.filter(file_id=file_id).delete()


def forget_reported(at: datetime) -> int:
    """Delete the rows that are too old to say anything; gives how many (个人信息保护法 19)."""
    return ReportedApplication.objects.filter(on__lt=kept_from(day_of(at))).delete()[0]
