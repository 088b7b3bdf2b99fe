"""Publishing ``regulations/`` as an immutable version, and finding the version that holds (行政许可法 30)."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from yizheng.catalogue.calendars import load_calendar
from yizheng.catalogue.checks import faults_of
from yizheng.catalogue.faults import CatalogueFaulty
from yizheng.catalogue.models import CatalogueVersion
from yizheng.catalogue.reading import dump, load, read_folder
from yizheng.law.calendar import Calendar
from yizheng.law.items import Catalogue


class NothingPublished(LookupError):
    """No version is in force at that moment; its text is the sentence to show."""


class AlreadySuperseded(ValueError):
    """The same content was published before and something else since; its text is the sentence to show."""


def publish(folder: Path, at: datetime, by: str, in_force_from: datetime | None = None) -> CatalogueVersion:
    """Publish the folder; the same content again gives the version that is already there.

    Raises CatalogueFaulty when a check fails, AlreadySuperseded for the content of an older version.
    """
    reading = read_folder(folder)
    if faults := faults_of(reading):
        raise CatalogueFaulty(faults)
    content = dump(reading.catalogue())
    digest = hashlib.sha256(content.encode()).hexdigest()
    with transaction.atomic():
        if known := CatalogueVersion.objects.filter(digest=digest).first():
            return _newest_or_refused(known)
        return CatalogueVersion.objects.create(
            number=_next_number(at),
            digest=digest,
            content=content,
            calendar_digest=load_calendar(folder / "calendar").digest,
            published_at=at,
            published_by=by,
            in_force_from=in_force_from or at,
        )


def current(at: datetime) -> CatalogueVersion:
    """The version in force at a moment. Raises NothingPublished."""
    found = CatalogueVersion.objects.defer("content").filter(in_force_from__lte=at).last()
    if found is None:
        raise NothingPublished("还没有公布事项目录，请先运行 yizheng publish。")
    return found


def in_force(at: datetime) -> Catalogue:
    """The catalogue in force at a moment, for a case filed then. Raises NothingPublished."""
    return version(current(at).pk)


def in_force_id(at: datetime) -> UUID:
    """The id of the version in force at a moment, for a case to pin. Raises NothingPublished."""
    return current(at).pk


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


def _newest_or_refused(known: CatalogueVersion) -> CatalogueVersion:
    newest = CatalogueVersion.objects.defer("content").order_by("published_at").last()
    if newest != known:
        raise AlreadySuperseded(
            f"这些内容与旧版本 {known.number} 完全相同，而 {newest} 已在其后公布。要恢复旧内容，请在 zone.yaml 之外写明"
            "恢复的理由（例如在事项的 notes 里），再公布为新版本。"
        )
    return known


def _next_number(at: datetime) -> str:
    """Year, month and the how-many-eth version of that month: 2026.11.1."""
    local = timezone.localtime(at)
    prefix = f"{local.year}.{local.month}."
    return f"{prefix}{CatalogueVersion.objects.filter(number__startswith=prefix).count() + 1}"
