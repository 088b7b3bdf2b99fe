"""Permits and the licence: made and followed by reactions; revoked through the door (seed 三(六), 四(三))."""

from __future__ import annotations

import secrets
import uuid
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings

from yizheng.cases.commands.lapses import settle
from yizheng.cases.facts import facts_in
from yizheng.cases.file import CaseFile, day_of, opening
from yizheng.cases.papers import Due, document_number, made, series_of
from yizheng.law.articles import in_words
from yizheng.law.authority import Who, why_not
from yizheng.law.licence import LEAST_PERMITS, LicenceFace, LicenceLine, why_no_licence
from yizheng.law.numbers import licence_identifier
from yizheng.law.papers import PaperFacts, Revocation, chinese_date
from yizheng.law.permit_transitions import PERMIT_LINES, PermitLine, no_permit_line
from yizheng.law.permits import stands_on
from yizheng.law.words import Standing, Verb
from yizheng.ledger.command import Answer, NotFound, Refused, doing
from yizheng.ledger.models import Entry
from yizheng.licences.models import Licence, LicenceVersion, Permit, PermitStanding
from yizheng.licences.shelf import Shelf, shelf_of


def make_permit(file: CaseFile, entry: Entry) -> None:
    """A grant makes its permit at once, with number and term (行政许可法 39)."""
    shelf, said = shelf_of(file), entry.data["permit"]
    assert entry.item_id is not None  # a grant is of an item
    item_case = file.item_case(entry.item_id)
    item, organ = file.item(item_case), file.catalogue.organs[item_case.organ]
    if shelf.licence is None:
        shelf.licence = Licence(case_id=file.case.id)
        file.act.add(shelf.licence)
    permit = Permit(
        id=uuid.uuid4(),
        licence=shelf.licence,
        item_case_id=item_case.id,
        item=item.code,
        name=item.name,
        certificate=item.certificate.name,
        number=said["number"],
        organ=organ.code,
        organ_name=organ.name,
        scope=said["scope"],
        granted_on=day_of(entry.at),
        from_on=date.fromisoformat(said["from_on"]),
        until_on=date.fromisoformat(said["until_on"]) if said["until_on"] else None,
        place=item_case.place,
    )
    file.act.add(permit)
    shelf.permits.append(permit)
    made_entry = file.act.enter(
        file.case, "permit.make", {"permit": str(permit.id), "number": permit.number}, item_id=item_case.id, at=entry.at
    )
    _stand(file, permit, Standing.IN_FORCE, entry.data.get("number", ""), made_entry)


def follow_permits(file: CaseFile, entry: Entry) -> None:
    """The licence follows its permits in the same act: next version, or retired below two (domain §1.6, §7-3)."""
    shelf = shelf_of(file)
    licence, in_force = shelf.licence, shelf.in_force(day_of(entry.at))
    assert licence is not None  # it was opened with the first permit
    if len(in_force) >= LEAST_PERMITS:
        _issue(file, shelf, in_force, entry)
    elif licence.version and licence.retired_at is None:
        why = why_no_licence(len(in_force))
        file.act.change(licence, retired_at=entry.at, retired_why=why)
        file.act.enter(file.case, "licence.retire", {"number": licence.number, "why": why}, at=entry.at)


def _issue(file: CaseFile, shelf: Shelf, in_force: list[Permit], entry: Entry) -> None:
    licence = shelf.licence
    assert licence is not None  # the caller has one
    if licence.version == 0:
        _number(file, licence, entry.at)
    version = licence.version + 1
    file.act.change(licence, version=version, retired_at=None, retired_why="")
    face = _face(file, licence, in_force, entry.at)
    issued = file.act.enter(
        file.case, "licence.issue", {"number": licence.number, "version": version, "face": face}, at=entry.at
    )
    file.act.add(
        LicenceVersion(
            licence=licence,
            version=version,
            token=secrets.token_urlsafe(16),
            identifier=face.identifier,
            face=issued.data["face"],
            issued_at=entry.at,
            entry_id=issued.id,
        )
    )


def _number(file: CaseFile, licence: Licence, at: datetime) -> None:
    zone, year = file.catalogue.zone, day_of(at).year
    (serial,) = file.act.numbers([f"licence:{zone.region}:{year}"])
    code = f"{zone.region}{year}{serial:06d}"
    file.act.change(licence, serial=code, number=f"{zone.document_head}综许〔{year}〕{code}")


def _face(file: CaseFile, licence: Licence, in_force: list[Permit], at: datetime) -> LicenceFace:
    case, zone = file.case, file.catalogue.zone
    issuer = file.catalogue.organs[zone.issuer]
    ends = [permit.until_on for permit in in_force if permit.until_on]
    return LicenceFace(
        number=licence.number or "",
        version=licence.version,
        identifier=licence_identifier(zone.licence_type_code, issuer.credit_code, licence.serial, licence.version),
        holder=case.holder,
        holder_code=case.holder_code,
        representative=case.form.get("rep_name", ""),
        premises=case.premises,
        industry=f"{file.industry.name}（{'、'.join(file.industry.gbt4754)}）",
        lines=tuple(_line(permit) for permit in in_force),
        issuer=issuer.name,
        issued_on=chinese_date(day_of(at)),
        earliest_until=chinese_date(min(ends)) if ends else "长期",
        address=f"{settings.PUBLIC_URL}/verify",
    )


def _line(permit: Permit) -> LicenceLine:
    until = chinese_date(permit.until_on) or "长期"
    return LicenceLine(item=permit.item, name=permit.name, number=permit.number, organ=permit.organ_name, until=until)


def _stand(file: CaseFile, permit: Permit, standing: Standing, ground: str, entry: Entry) -> None:
    file.act.add(PermitStanding(permit=permit, standing=standing, since=entry.at, ground=ground, entry_id=entry.id))


def revoke(case_id: UUID, permit_id: UUID, paper: Revocation, *, who: Who, at: datetime, key: str = "") -> Answer:
    """Revoke a permit 撤销; page and licence version change in the same transaction (行政许可法 69; domain §7-3)."""

    def step(file: CaseFile) -> None:
        permit, line = _revocable(file, permit_id, who)
        if faults := paper.faults(PaperFacts(today=file.today)):
            raise Refused(faults[0].sentence, faults)
        _revoke(file, permit, line, paper, who)

    asked = ("revoke", str(permit_id), asdict(paper))
    return doing(opening(case_id, settle), step, who=who, at=at, key=key, asked=asked)


def _revocable(file: CaseFile, permit_id: UUID, who: Who) -> tuple[Permit, PermitLine]:
    permit = next((each for each in shelf_of(file).permits if each.id == permit_id), None)
    if permit is None:
        raise NotFound("没有这项许可。")
    standing, _ = stands_on(Standing(permit.standing), permit.until_on, None, file.today)
    line = PERMIT_LINES.get((standing, Verb.REVOKE))
    if line is None:
        raise Refused(no_permit_line(standing, Verb.REVOKE))
    if reason := why_not(line, who, facts_in(file, file.item_case(permit.item_case_id))):
        raise Refused(reason)
    return permit, line


def _revoke(file: CaseFile, permit: Permit, line: PermitLine, paper: Revocation, who: Who) -> None:
    due = Due(paper, file.item_case(permit.item_case_id))
    series = series_of(file, due)
    (serial,) = file.act.numbers([series])
    number = document_number(series, serial)
    who = file.signed(line, facts_in(file, file.item_case(permit.item_case_id)), who)
    record = made(file, due, number, who=who, on_head=_consequences(file, permit))
    file.act.change(permit, standing=line.to)
    data = {"permit": str(permit.id), "number": number, "paper": str(record.id), "to": line.to}
    entry = file.act.enter(file.case, f"permit.{line.verb}", data, item_id=permit.item_case_id)
    _stand(file, permit, line.to, f"{line.verb.label}：{number}（{in_words(paper.article)}）", entry)


def _consequences(file: CaseFile, permit: Permit) -> dict[str, Any]:
    """What the revocation of a permit says of the others and of the licence."""
    shelf = shelf_of(file)
    left = [each for each in shelf.in_force(file.today) if each.id != permit.id]
    in_use = shelf.licence is not None and shelf.licence.version > 0 and shelf.licence.retired_at is None
    return {"permit_number": permit.number, "permits_left": len(left), "has_licence": in_use}
