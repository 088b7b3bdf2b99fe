"""What pages may know of permits and licences, worked out from the permits when asked (domain §5.12, §6.2 P3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter

from yizheng.cases.queries.holders import cases_of_holder
from yizheng.catalogue import publishing
from yizheng.law.items import Organ
from yizheng.law.licence import LicenceFace, licence_state, why_no_licence
from yizheng.law.numbers import identifier_fault, normalize_credit_code
from yizheng.law.permit_transitions import RUNS
from yizheng.ledger.command import NotFound
from yizheng.licences.models import HandOut, Licence, LicenceVersion
from yizheng.licences.queries.permits import permits_of
from yizheng.licences.seen import Banner, LicenceSeen, PermitSeen, Scan, VersionSeen

NO_SUCH_LICENCE = "没有查到这份综合许可证。"
SERIAL_LENGTH = 16
BRACKETS = str.maketrans("[]()【】（）［］", "〔〕〔〕〔〕〔〕〔〕")
FACE = TypeAdapter(LicenceFace)


def scanned(token: str, at: datetime) -> Scan:
    """What is true at ``at`` of the version with this token. Raises NotFound for a token nobody was given."""
    versions = _versions(at, licence__versions__token=token)
    return _scan(versions, next((each for each in versions if each.token == token), None), at)


def identified(text: str, at: datetime) -> Scan:
    """The same by 电子证照标识 (any version) or by the number of the licence (its newest version). Raises NotFound."""
    if identifier_fault(text):
        versions = _versions(at, licence__number=licence_number(text, at))
        return _scan(versions, _newest(versions), at)
    wanted = "".join(text.upper().split())
    versions = _versions(at, licence__versions__identifier=wanted)
    return _scan(versions, next((each for each in versions if each.identifier == wanted), None), at)


def held_by(credit_code: str, at: datetime) -> tuple[Scan, ...]:
    """Every comprehensive licence of the holder with this 统一社会信用代码, each in its newest version."""
    case_ids = cases_of_holder(normalize_credit_code(credit_code))
    found: dict[UUID, list[LicenceVersion]] = {}
    for version in _versions(at, licence_id__in=case_ids) if case_ids else []:
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
    versions = _versions(at, licence_id=case_id)
    newest = _newest(versions)
    permits = permits_of(case_id, at)
    licence = newest.licence if newest else None
    return LicenceSeen(
        case_id=case_id,
        number=(newest.licence.number or "") if newest else "",
        version=newest.version if newest else 0,
        token=newest.token if newest else "",
        why_none=_why_none(licence, permits, at),
        retired_at=_retired_at(licence, at),
        versions=tuple(_version(each, versions) for each in versions),
    )


def face_of(case_id: UUID, version: int | None = None) -> tuple[LicenceFace, str]:
    """What is printed on a version of a case's licence (the newest by default), and its token. Raises NotFound."""
    for each in LicenceVersion.objects.filter(licence_id=case_id).select_related("licence"):
        if each.version == (version or each.licence.version):
            return FACE.validate_python(each.face), each.token
    raise NotFound(NO_SUCH_LICENCE)


def _why_none(licence: Licence | None, permits: Sequence[PermitSeen], at: datetime) -> str:
    """Why there is no licence at a moment: it was retired by then, or fewer than two permits run."""
    running = sum(each.standing in RUNS for each in permits)
    return (licence.retired_why if licence and _retired_at(licence, at) else "") or why_no_licence(running)


def _retired_at(licence: Licence | None, at: datetime) -> datetime | None:
    retired_at = licence.retired_at if licence else None
    return retired_at if retired_at and retired_at <= at else None


def _version(each: LicenceVersion, versions: Sequence[LicenceVersion]) -> VersionSeen:
    paper = handed_out(each)
    later = [other for other in versions if other.version > each.version]
    return VersionSeen(
        version=each.version,
        identifier=each.identifier,
        token=each.token,
        issued_at=each.issued_at,
        state=licence_state(
            retired=each.licence.retired_at is not None,
            newest=not later,
            out=paper is not None,
            earlier_out=any(handed_out(other) for other in versions if other.version < each.version),
            returned=any(out.old_returned for other in later if (out := handed_out(other))),
        ),
        handed_out_at=paper.at if paper else None,
        handed_to=paper.to_name if paper else "",
    )


def handed_out(version: LicenceVersion) -> HandOut | None:
    """How a version was handed out, if it was."""
    try:
        return version.handed_out
    except HandOut.DoesNotExist:
        return None


def _versions(at: datetime, **where: Any) -> list[LicenceVersion]:
    """Versions issued by ``at`` with their licences, in one statement."""
    issued = LicenceVersion.objects.filter(issued_at__lte=at, **where).select_related("licence", "handed_out")
    return list(issued.order_by("licence_id", "version"))


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
        current_version=versions[-1].version,
        retired_at=_retired_at(licence, at),
        retired_why=_why_none(licence, permits, at),
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
