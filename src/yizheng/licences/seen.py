"""What is seen of permits and licences: frozen; a scan is an allow-list of public facts (domain §6.2 P4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from yizheng.law.permits import why_last_day
from yizheng.law.words import LicenceState, Standing


class Banner(StrEnum):
    """What a scan says at first glance."""

    ALL = "all"
    SOME = "some"
    NONE = "none"

    @property
    def label(self) -> str:
        """The words on the banner."""
        return {"all": "全部有效", "some": "部分有效", "none": "无效"}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class PermitSeen:
    """A permit as it stands on a day; ``why`` says since when and on what ground it no longer holds."""

    id: UUID
    item: str
    name: str
    certificate: str
    number: str
    organ: str
    organ_name: str
    scope: str
    granted_on: date
    from_on: date
    until_on: date | None
    standing: Standing
    ended_on: date | None = None
    why: str = ""
    states: tuple[str, ...] = ()
    """Facts that it states otherwise than was asked for, each with how the request stands (domain §7-10)."""
    note: str = ""
    by_commitment: bool = False

    @property
    def why_until(self) -> str:
        """Why its term ends on that day, in words."""
        return why_last_day(self.from_on, self.until_on)

    @property
    def holds(self) -> bool:
        """Whether it is in force: changing, renewing and deemed renewed are, suspended is not."""
        return self.standing.holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """What anybody who scans a licence is told: no personal data, no attachments (个人信息保护法 25).

    ``listed`` are the permits printed on the scanned version, as they stand now; ``added`` those granted since;
    ``dropped`` those that another version listed and that no longer hold.
    """

    at: datetime
    banner: Banner
    number: str
    identifier: str
    version: int
    version_issued_at: datetime
    current_version: int
    retired_at: datetime | None
    retired_why: str
    holder: str
    holder_code: str
    premises: str
    industry: str
    issuer: str
    phone: str
    listed: tuple[PermitSeen, ...]
    added: tuple[PermitSeen, ...]
    dropped: tuple[PermitSeen, ...]
    notes: tuple[str, ...]

    @property
    def replaced(self) -> bool:
        """Whether a later version has replaced the one that was scanned."""
        return self.version < self.current_version

    @property
    def retired(self) -> bool:
        """Whether there is no comprehensive licence any more, whatever the version."""
        return bool(self.retired_why)


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionSeen:
    """One version of a licence as it was issued, where its paper is and how it stands."""

    version: int
    identifier: str
    token: str
    issued_at: datetime
    state: LicenceState
    handed_out_at: datetime | None = None
    handed_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceSeen:
    """The licence of a case; ``why_none`` says why there is none now, and is empty when there is one."""

    case_id: UUID
    number: str
    version: int
    token: str
    why_none: str
    retired_at: datetime | None
    versions: tuple[VersionSeen, ...]
