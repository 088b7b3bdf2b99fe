"""Making the city of the demo: regulations, people, cases; what is there already stays as it is."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.conf import settings

from yizheng import jobs
from yizheng.cases.file import CHINA, day_of
from yizheng.catalogue import publishing
from yizheng.demo.aftercare import catch_up
from yizheng.demo.people import APPOINTED_ON, appoint_staff, refuse_real_people
from yizheng.demo.stories import STORIES, Story
from yizheng.demo.teller import City
from yizheng.demo.telling import tell, told_before

LONG_AGO = datetime(APPOINTED_ON.year, APPOINTED_ON.month, APPOINTED_ON.day, 9, tzinfo=CHINA)


def make_city(now: datetime, stories: Sequence[Story] = STORIES) -> int:
    """Regulations, people and cases. Gives how many deeds were done; raises NotADemo in a database with real people."""
    catalogue_id = _publish(now)
    catalogue = publishing.version(catalogue_id)
    refuse_real_people(catalogue)
    staff = appoint_staff(catalogue, day_of(now))
    deeds = 0
    if not told_before():
        began = time.monotonic()
        city = City(catalogue, catalogue_id, publishing.calendar(), staff, day_of(now))
        deeds = tell(city, now, _progress, stories)
        print(f"\r  {len(STORIES)} 个办件，{deeds} 步，{time.monotonic() - began:.0f} 秒 done{' ' * 20}", flush=True)
    for job, _ in jobs.JOBS:
        job(now)
    if deeds:
        catch_up(staff.lead, now)
    return deeds


def _publish(now: datetime) -> UUID:
    """The regulations as if in force for years, so that there can be old cases; changed ones from now on."""
    try:
        publishing.current(now)
    except publishing.NothingPublished:
        return publishing.publish(settings.REGULATIONS, LONG_AGO, "牵头部门").pk
    try:
        return publishing.publish(settings.REGULATIONS, now, "牵头部门").pk
    except publishing.AlreadySuperseded as wrong:
        print(wrong, file=sys.stderr)
        return publishing.in_force_id(now)


def _progress(deeds: int, at: datetime) -> None:
    """One line that counts."""
    if sys.stdout.isatty() or deeds % 100 == 0:
        end = "" if sys.stdout.isatty() else "\n"
        print(f"\r  正在办理 {len(STORIES)} 个办件：第 {deeds} 步，{at:%Y-%m-%d} …", end=end, flush=True)
