"""The comprehensive licence follows its permits in the act that changes them (高新区一业一证方案 三(六), 四(三))."""

from __future__ import annotations

import secrets
from dataclasses import asdict, replace
from datetime import date, datetime

from django.conf import settings

from yizheng.cases.file import CaseFile, day_of
from yizheng.law.changes import differing, stated
from yizheng.law.items.life import CHANGE
from yizheng.law.licence import LEAST_PERMITS, LicenceFace, LicenceLine, why_no_licence
from yizheng.law.numbers import licence_identifier
from yizheng.law.papers import chinese_date
from yizheng.law.papers.permit_requests import FACTS
from yizheng.ledger.models import Entry
from yizheng.licences.models import Licence, LicenceVersion, Permit
from yizheng.licences.shelf import Shelf, shelf_of, until_of

OF_THE_VERSION = {"version": 0, "identifier": "", "issued_on": ""}
"""What differs from version to version although nothing that it states does."""


def follow_permits(file: CaseFile, entry: Entry) -> None:
    """The licence follows its permits in the same act: next version, or retired below two (domain §1.6, §7-3)."""
    shelf = shelf_of(file)
    licence, running = shelf.licence, shelf.running(day_of(entry.at))
    assert licence is not None  # it was opened with the first permit
    _state(file, licence, running)
    if len(running) >= LEAST_PERMITS:
        _issue(file, shelf, running, entry)
    elif licence.version and licence.retired_at is None:
        why = why_no_licence(len(running))
        file.act.change(licence, retired_at=entry.at, retired_why=why)
        file.act.enter(file.case, "licence.retire", {"number": licence.number, "why": why}, at=entry.at)


def _state(file: CaseFile, licence: Licence, running: list[Permit]) -> None:
    """What the licence states: a new fact only when every permit that must change states it (domain §7-10)."""
    rules = {each.id: file.catalogue.items[each.item].change or CHANGE for each in running}
    said = {
        fact: stated(getattr(licence, fact), [(getattr(each, fact), getattr(rules[each.id], fact)) for each in running])
        for fact in FACTS
    }
    file.act.change(licence, **said)


def _issue(file: CaseFile, shelf: Shelf, running: list[Permit], entry: Entry) -> None:
    licence = shelf.licence
    assert licence is not None  # the caller has one
    if licence.version == 0:
        _number(file, licence, entry.at)
    version = licence.version + 1
    face = _face(file, licence, running, entry.at, version)
    if entry.kind != "permit.make" and licence.retired_at is None and _says_the_same(shelf, licence, face):
        return
    file.act.change(licence, version=version, retired_at=None, retired_why="")
    issued = file.act.enter(
        file.case, "licence.issue", {"number": licence.number, "version": version, "face": face}, at=entry.at
    )
    shelf.newest = LicenceVersion(
        licence=licence,
        version=version,
        token=secrets.token_urlsafe(16),
        identifier=face.identifier,
        face=issued.data["face"],
        issued_at=entry.at,
        entry_id=issued.id,
    )
    file.act.add(shelf.newest)


def _says_the_same(shelf: Shelf, licence: Licence, face: LicenceFace) -> bool:
    """Whether the newest version, perhaps of this very act, states all this already, as after a cancellation 注销."""
    newest = shelf.newest or LicenceVersion.objects.filter(licence=licence, version=licence.version).first()
    if newest is None:
        return False
    said = asdict(replace(face, lines=(), notes=()))
    lines = [asdict(line) for line in face.lines]
    before = newest.face
    return [{**asdict(_EMPTY), **line} for line in before["lines"]] == lines and all(
        before[name] == value for name, value in said.items() if name not in {*OF_THE_VERSION, "lines", "notes"}
    )


_EMPTY = LicenceLine(item="", name="", number="", organ="", until="")


def _number(file: CaseFile, licence: Licence, at: datetime) -> None:
    zone, year = file.catalogue.zone, day_of(at).year
    (serial,) = file.act.numbers([f"licence:{zone.region}:{year}"])
    code = f"{zone.region}{year}{serial:06d}"
    file.act.change(licence, serial=code, number=f"{zone.document_head}综许〔{year}〕{code}")


def _face(file: CaseFile, licence: Licence, running: list[Permit], at: datetime, version: int) -> LicenceFace:
    zone = file.catalogue.zone
    issuer = file.catalogue.organs[zone.issuer]
    ends = [until for permit in running if (until := until_of(permit, day_of(at)))]
    return LicenceFace(
        number=licence.number or "",
        version=version,
        identifier=licence_identifier(zone.licence_type_code, issuer.credit_code, licence.serial, version),
        holder=licence.holder,
        holder_code=file.case.holder_code,
        representative=licence.representative,
        premises=licence.premises,
        industry=f"{file.industry.name}（{'、'.join(file.industry.gbt4754)}）",
        lines=tuple(_line(licence, permit, until_of(permit, day_of(at))) for permit in running),
        issuer=issuer.name,
        issued_on=chinese_date(day_of(at)),
        earliest_until=chinese_date(min(ends)) if ends else "长期",
        address=f"{settings.PUBLIC_URL}/verify",
    )


def _line(licence: Licence, permit: Permit, until_on: date | None) -> LicenceLine:
    other = differing(*({fact: getattr(each, fact) for fact in FACTS} for each in (licence, permit)))
    return LicenceLine(
        item=permit.item,
        name=permit.name,
        number=permit.number,
        organ=permit.organ_name,
        until=chinese_date(until_on) or "长期",
        states="；".join(f"{fact}载明“{value}”" for fact, value in other),
        by_commitment=permit.by_commitment,
    )
