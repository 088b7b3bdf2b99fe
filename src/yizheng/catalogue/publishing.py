"""Publishing ``regulations/`` as an immutable version, and finding the version that holds (行政许可法 30)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from pydantic import TypeAdapter

from yizheng.catalogue.calendars import load_calendar
from yizheng.catalogue.checks import faults_of, text_faults
from yizheng.catalogue.models import CalendarVersion, CatalogueVersion, Commencement, Revision
from yizheng.catalogue.text.faults import CatalogueFaulty
from yizheng.catalogue.text.reading import dump, load, read_folder
from yizheng.law.calendar import Calendar, YearCalendar
from yizheng.law.items import Catalogue
from yizheng.ledger.reading import Newest

NEWEST = Newest(CatalogueVersion, by="published_at", name="newest_version_id")
"""The version published last, for whoever reads a row under its lock and wants to know it in the same statement."""


class NothingPublished(LookupError):
    """No version is in force at that moment; its text is the sentence to show."""


class AlreadySuperseded(ValueError):
    """The same content was published before and something else since; its text is the sentence to show."""


def publish(
    folder: Path, at: datetime, by: str, in_force_from: datetime | None = None, over: str = ""
) -> CatalogueVersion:
    """Publish the folder and bring it into force; the same content again gives the version that is already there.

    ``over`` names the version that the folder was written from; it is asked for when the newest one was published in
    the browser, so that a folder that does not know it undoes nothing. Raises CatalogueFaulty when a check fails,
    AlreadySuperseded for the content of an older version or one that does not know the newest.
    """
    reading = read_folder(folder)
    if faults := text_faults(reading):
        raise CatalogueFaulty(faults)
    catalogue = reading.catalogue()
    known = CatalogueVersion.objects.filter(digest=digest_of(dump(catalogue))).first()
    if known is None and (faults := faults_of(reading)):
        raise CatalogueFaulty(faults)
    days = load_calendar(folder / "calendar")
    with transaction.atomic():
        one_at_a_time()
        _keep(days, at, by)
        if known is not None:
            return _newest_or_refused(known)
        _know_the_newest(over)
        made = new_version(catalogue, days, at, by)
        made.save(force_insert=True)
        commencement(made, in_force_from or at, at, by).save(force_insert=True)
        return made


def digest_of(content: str) -> str:
    """What a content is known by: the same content, the same digest."""
    return hashlib.sha256(content.encode()).hexdigest()


def new_version(catalogue: Catalogue, days: Calendar, at: datetime, by: str) -> CatalogueVersion:
    """A version of this content, not yet written. Raises AlreadySuperseded for content that was published before."""
    content = dump(catalogue)
    digest = digest_of(content)
    if known := CatalogueVersion.objects.filter(digest=digest).first():
        raise AlreadySuperseded(f"这些内容与版本 {known.number} 完全相同，没有可公布的修改。")
    return CatalogueVersion(
        number=_next_number(at), digest=digest, content=content, calendar_digest=days.digest, published_at=at,
        published_by=by,
    )  # fmt: skip


def commencement(version: CatalogueVersion, in_force_from: datetime, at: datetime, by: str) -> Commencement:
    """That a version is in force from a moment on, not yet written."""
    return Commencement(version=version, in_force_from=in_force_from, signed_at=at, signed_by=by)


def current(at: datetime) -> CatalogueVersion:
    """The version in force at a moment. Raises NothingPublished.

    Each version holds what the one published before it held, so that of all that have commenced the newest counts,
    whenever an older one was brought into force (行政许可法 30).
    """
    commenced = CatalogueVersion.objects.defer("content").filter(commencement__in_force_from__lte=at)
    found = commenced.order_by("published_at", "commencement__in_force_from").last()
    if found is None:
        raise NothingPublished("还没有公布事项目录，请先运行 yizheng publish。")
    return found


def newest_id() -> UUID:
    """The version published last, whether in force already or not. Raises NothingPublished."""
    found = CatalogueVersion.objects.order_by("-published_at").values_list("pk", flat=True).first()
    if found is None:
        raise NothingPublished("还没有公布事项目录，请先运行 yizheng publish。")
    return found


def commenced_since(pk: UUID) -> str:
    """The number of a version that was published after this one and is signed to be in force; "" for none."""
    published = CatalogueVersion.objects.filter(pk=pk).values("published_at")
    later = Commencement.objects.filter(version__published_at__gt=published)
    return later.values_list("version__number", flat=True).last() or ""


def one_at_a_time() -> None:
    """Hold up whoever else publishes until this transaction ends: nothing is published beside what is newest."""
    CatalogueVersion.objects.select_for_update().order_by("-published_at").values_list("pk").first()


def in_force(at: datetime) -> Catalogue:
    """The catalogue in force at a moment, for a case filed then. Raises NothingPublished."""
    return version(current(at).pk)


def in_force_id(at: datetime) -> UUID:
    """The id of the version in force at a moment, for a case to pin. Raises NothingPublished."""
    return current(at).pk


def numbered(number: str) -> Catalogue:
    """The catalogue published under a number, 2026.11.1. Raises NothingPublished."""
    found = CatalogueVersion.objects.defer("content").filter(number=number).first()
    if found is None:
        raise NothingPublished(f"没有版本 {number}。")
    return version(found.pk)


def filed_under(industry: str, pinned: UUID, at: datetime) -> UUID:
    """The version under which a draft pinned to one would be filed at a moment (domain §7-5): the one in force, or the
    one it was begun under when its industry has left the catalogue since. Raises NothingPublished.
    """
    current_id = in_force_id(at)
    return current_id if current_id == pinned or industry in version(current_id).industries else pinned


@cache
def version(pk: UUID) -> Catalogue:
    """A published catalogue by its id, read once per process: it never changes. Raises DoesNotExist."""
    row = CatalogueVersion.objects.get(pk=pk)
    catalogue = load(row.content)
    kinds = ("laws", "organs", "thresholds", "fields", "materials", "items", "industries")
    sealed: dict[str, Any] = {kind: MappingProxyType(getattr(catalogue, kind)) for kind in kinds}
    return replace(catalogue, version=row.number, **sealed)


def calendar() -> Calendar:
    """The working days as they stand in ``regulations/calendar/`` now; a change is seen by every process at once.

    Raises CatalogueFaulty, NoCalendar.
    """
    return load_calendar(settings.REGULATIONS / "calendar")


@dataclass(frozen=True, slots=True)
class Earlier:
    """The working days as they were published before those that hold now, and the moment until which they held."""

    calendar: Calendar
    until: datetime


def calendar_before(at: datetime) -> Earlier | None:
    """The calendar that was told before the one that holds now, seen at a moment; None when there was no other."""
    now, until = calendar(), at
    for kept in CalendarVersion.objects.filter(published_at__lte=at).order_by("-published_at"):
        if kept.digest != now.digest:
            return Earlier(Calendar(_YEARS.validate_json(kept.content)), until)
        until = kept.published_at
    return None


_YEARS = TypeAdapter(tuple[YearCalendar, ...])


def keep_calendar(at: datetime, by: str) -> bool:
    """Keep the working days as they stand now, if they are others than those kept last; whether they were.

    Before anything was published there is nothing to follow. Raises CatalogueFaulty.
    """
    last, now = CalendarVersion.objects.defer("content").last(), calendar()
    if last is None or last.digest == now.digest:
        return False
    _keep(now, at, by)
    return True


def _keep(days: Calendar, at: datetime, by: str) -> None:
    """Keep a calendar that is another than the one published last."""
    last = CalendarVersion.objects.defer("content").last()
    if last is None or last.digest != days.digest:
        content = _YEARS.dump_json(tuple(days.year(each) for each in days.years)).decode()
        CalendarVersion.objects.create(digest=days.digest, content=content, published_at=at, published_by=by)


def _newest_or_refused(known: CatalogueVersion) -> CatalogueVersion:
    newest = CatalogueVersion.objects.defer("content").order_by("published_at").last()
    if newest != known:
        raise AlreadySuperseded(
            f"这些内容与旧版本 {known.number} 完全相同，而 {newest} 已在其后公布。要恢复旧内容，请在 zone.yaml 之外写明"
            "恢复的理由（例如在事项的 notes 里），再公布为新版本。"
        )
    return known


def _know_the_newest(over: str) -> None:
    newest = CatalogueVersion.objects.defer("content").order_by("published_at").last()
    if newest is not None and newest.number != over and Revision.objects.filter(version=newest).exists():
        raise AlreadySuperseded(
            f"最近的版本 {newest.number} 是在目录工作台公布的，直接公布文件夹会丢掉它的修改。"
            f"请先用 yizheng export 导出它、在导出的文件夹里修改，再加上 --over {newest.number} 公布。"
        )


def _next_number(at: datetime) -> str:
    """Year, month and the how-many-eth version of that month: 2026.11.1."""
    local = timezone.localtime(at)
    prefix = f"{local.year}.{local.month}."
    return f"{prefix}{CatalogueVersion.objects.filter(number__startswith=prefix).count() + 1}"
