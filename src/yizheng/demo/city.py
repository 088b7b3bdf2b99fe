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
from yizheng.demo.batch import prepare_batch
from yizheng.demo.desk import Desk
from yizheng.demo.people import APPOINTED_ON, appoint_staff, refuse_real_people
from yizheng.demo.reported import report_files
from yizheng.demo.revisions import revise
from yizheng.demo.stories import STORIES, Story
from yizheng.demo.teller import City
from yizheng.demo.telling import finish, tell, told_before

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
        work_on_the_catalogue(Desk(city))
        deeds += finish(city, now)
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
    except publishing.AlreadySuperseded:  # by a revision that was made in the browser: it stays in force
        return publishing.in_force_id(now)


def work_on_the_catalogue(desk: Desk) -> None:
    """What the lead department has on its workbench: revisions, the next batch, and what could come after it."""
    print("\r  正在修订目录：检查、会签、公布 …", end="", flush=True)
    revise(desk)
    prepare_batch(desk)
    report_files(desk)


def _progress(deeds: int, at: datetime) -> None:
    """One line that counts."""
    if sys.stdout.isatty() or deeds % 100 == 0:
        end = "" if sys.stdout.isatty() else "\n"
        print(f"\r  正在办理 {len(STORIES)} 个办件：第 {deeds} 步，{at:%Y-%m-%d} …", end=end, flush=True)
