"""What pages may know of permits and licences, worked out from the permits when asked (domain §5.12, §6.2 P3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter

from yizheng.cases.file import day_of
from yizheng.cases.queries.holders import cases_of_holder
from yizheng.catalogue import publishing
from yizheng.law.items import Organ
from yizheng.law.licence import LicenceFace, why_no_licence
from yizheng.law.numbers import identifier_fault, normalize_credit_code
from yizheng.law.permits import stands_on
from yizheng.law.words import Standing
from yizheng.ledger.command import NotFound
from yizheng.licences.models import LicenceVersion, PermitStanding
from yizheng.licences.seen import Banner, LicenceSeen, PermitSeen, Scan, VersionSeen

NO_SUCH_LICENCE = "没有查到这份综合许可证。"
SERIAL_LENGTH = 16
BRACKETS = str.maketrans("[]()【】（）［］", "〔〕〔〕〔〕〔〕〔〕")
FACE = TypeAdapter(LicenceFace)


def scanned(token: str, at: datetime) -> Scan:
    """What is true at ``at`` of the version with this token. Raises NotFound for a token nobody was given."""
    versions = _versions(licence__versions__token=token)
    return _scan(versions, next((each for each in versions if each.token == token), None), at)


def identified(text: str, at: datetime) -> Scan:
    """The same by 电子证照标识 (any version) or by the number of the licence (its newest version). Raises NotFound."""
    if identifier_fault(text):
        versions = _versions(licence__number=licence_number(text, at))
        return _scan(versions, _newest(versions), at)
    wanted = "".join(text.upper().split())
    versions = _versions(licence__versions__identifier=wanted)
    return _scan(versions, next((each for each in versions if each.identifier == wanted), None), at)


def held_by(credit_code: str, at: datetime) -> tuple[Scan, ...]:
    """Every comprehensive licence of the holder with this 统一社会信用代码, each in its newest version."""
    case_ids = cases_of_holder(normalize_credit_code(credit_code))
    found: dict[UUID, list[LicenceVersion]] = {}
    for version in _versions(licence_id__in=case_ids) if case_ids else []:
        found.setdefault(version.licence_id, []).append(version)
    return tuple(_scan(versions, _newest(versions), at) for versions in found.values())


def licence_number(text: str, at: datetime) -> str:
    """A licence number as it is kept, whatever brackets were typed; its 16 digits will do. Empty when it is none."""
    tidy = "".join(text.split()).translate(BRACKETS)
    head, said, rest = tidy.partition("综许")
    digits = rest.rpartition("〕")[2] if said else tidy
    if len(digits) != SERIAL_LENGTH or not (digits.isascii() and digits.isdecimal()):
        return ""
    return f"{head if said else publishing.in_force(at).zone.document_head}综许〔{digits[6:10]}〕{digits}"


def licence_of(case_id: UUID, at: datetime) -> LicenceSeen:
    """The comprehensive licence of a case, or why it has none at ``at``."""
    versions = _versions(licence_id=case_id)
    newest = _newest(versions)
    in_force = sum(permit.holds for permit in permits_of(case_id, at))
    return LicenceSeen(
        case_id=case_id,
        number=(newest.licence.number or "") if newest else "",
        version=newest.version if newest else 0,
        token=newest.token if newest else "",
        why_none=(newest.licence.retired_why if newest else "") or why_no_licence(in_force),
        retired_at=newest.licence.retired_at if newest else None,
        versions=tuple(
            VersionSeen(version=each.version, identifier=each.identifier, token=each.token, issued_at=each.issued_at)
            for each in versions
        ),
    )


def permits_of(case_id: UUID, at: datetime) -> tuple[PermitSeen, ...]:
    """The statutory permits of a case as they stand at ``at``, in the order of the case."""
    latest: dict[UUID, PermitStanding] = {}
    history = PermitStanding.objects.filter(permit__licence_id=case_id).select_related("permit")
    for standing in history.order_by("since"):
        latest[standing.permit_id] = standing
    seen = sorted(latest.values(), key=lambda each: each.permit.place)
    return tuple(_permit(each, day_of(at)) for each in seen)


def face_of(case_id: UUID, version: int | None = None) -> tuple[LicenceFace, str]:
    """What is printed on a version of a case's licence (the newest by default), and its token. Raises NotFound."""
    for each in _versions(licence_id=case_id):
        if each.version == (version or each.licence.version):
            return FACE.validate_python(each.face), each.token
    raise NotFound(NO_SUCH_LICENCE)


def _versions(**where: Any) -> list[LicenceVersion]:
    """Versions with their licences, in one statement."""
    return list(LicenceVersion.objects.filter(**where).select_related("licence").order_by("licence_id", "version"))


def _newest(versions: Sequence[LicenceVersion]) -> LicenceVersion | None:
    return versions[-1] if versions else None


def _scan(versions: Sequence[LicenceVersion], asked: LicenceVersion | None, at: datetime) -> Scan:
    if asked is None:
        raise NotFound(NO_SUCH_LICENCE)
    licence, today, lead = asked.licence, versions[-1].face, _lead(at)
    permits = permits_of(licence.case_id, at)
    on_paper, on_newest = _numbers_on(asked), _numbers_on(versions[-1])
    listed = tuple(each for each in permits if each.number in on_paper)
    return Scan(
        at=at,
        banner=_banner(listed),
        number=licence.number or "",
        identifier=asked.identifier,
        version=asked.version,
        version_issued_at=asked.issued_at,
        current_version=licence.version,
        retired_at=licence.retired_at,
        retired_why=licence.retired_why or why_no_licence(sum(each.holds for each in permits)),
        holder=today["holder"],
        holder_code=today["holder_code"],
        premises=today["premises"],
        industry=today["industry"],
        issuer=today["issuer"],
        phone=lead.phone,
        listed=listed,
        added=tuple(each for each in permits if each.number in on_newest - on_paper),
        dropped=tuple(each for each in permits if each.number not in on_newest | on_paper),
        notes=tuple(today["notes"]),
    )


def _lead(at: datetime) -> Organ:
    catalogue = publishing.in_force(at)
    return catalogue.organs[catalogue.zone.issuer]


def _numbers_on(version: LicenceVersion) -> set[str]:
    return {line["number"] for line in version.face["lines"]}


def _banner(listed: Sequence[PermitSeen]) -> Banner:
    held = sum(each.holds for each in listed)
    if not held:
        return Banner.NONE
    return Banner.ALL if held == len(listed) else Banner.SOME


def _permit(latest: PermitStanding, on: date) -> PermitSeen:
    permit = latest.permit
    standing, _ = stands_on(Standing(permit.standing), permit.until_on, None, on)
    ended_on, why = None, ""
    if standing == Standing.EXPIRED:
        ended_on, why = permit.until_on, "有效期届满（行政许可法 70）"
    elif not standing.holds:
        ended_on, why = day_of(latest.since), latest.ground
    return PermitSeen(
        id=permit.id,
        item=permit.item,
        name=permit.name,
        certificate=permit.certificate,
        number=permit.number,
        organ=permit.organ,
        organ_name=permit.organ_name,
        scope=permit.scope,
        granted_on=permit.granted_on,
        from_on=permit.from_on,
        until_on=permit.until_on,
        standing=standing,
        ended_on=ended_on,
        why=why,
    )
