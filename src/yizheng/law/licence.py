"""The comprehensive licence 行业综合许可证: a view over permits, in versions (seed 三(六), domain §1.6, 3.5, 5.12)."""

from __future__ import annotations

from dataclasses import dataclass

from yizheng.law.words import LicenceState

LEAST_PERMITS = 2
"""Fewer permits than this make no comprehensive licence (domain §1.6)."""

NOTES = (
    "本证为所载行政许可的物理集成，不改变各项许可的实施主体、法律效力和法律关系。",
    "各项许可的效力、范围、有效期以法定许可证及扫码查询结果为准；法定许可证一并发放。",
    "单项许可变更、延续、失效、撤回、撤销、注销的，本证信息同步调整，免费换发。",
    "不得伪造、涂改、出租、出借、转让。",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceLine:
    """One permit as the licence lists it; ``until`` is a formatted day or 长期."""

    item: str
    name: str
    number: str
    organ: str
    until: str
    states: str = ""
    """What this permit states otherwise than the licence, while organs have not decided alike (domain §7-10)."""
    by_commitment: bool = False

    @property
    def remarks(self) -> str:
        """What is printed under the name of the permit."""
        marked = "以告知承诺方式取得" if self.by_commitment else ""
        return "；".join(text for text in (marked, self.states) if text)


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceFace:
    """What is printed on one version of the licence (domain §5.12)."""

    number: str
    version: int
    identifier: str
    holder: str
    holder_code: str
    representative: str
    premises: str
    industry: str
    lines: tuple[LicenceLine, ...]
    issuer: str
    issued_on: str
    earliest_until: str
    address: str
    """Where anybody can check it, printed beside the QR."""
    notes: tuple[str, ...] = NOTES


def why_no_licence(in_force: int) -> str:
    """Why there is no comprehensive licence for this many permits in force; empty when there is one."""
    if in_force >= LEAST_PERMITS:
        return ""
    why = f"行业综合许可证至少载明两项有效许可；目前有效许可{in_force}项，因此不制发综合许可证。"
    return f"{why}已取得的单项法定许可证照常有效，可单独使用。" if in_force else why


def licence_state(*, retired: bool, newest: bool, out: bool, earlier_out: bool, returned: bool) -> LicenceState:
    """How a version stands: handed out or not, replaced, its paper returned when a later one was handed out (C12)."""
    if not newest:
        return LicenceState.TAKEN_BACK if returned and out else LicenceState.REPLACED
    if retired:
        return LicenceState.RETIRED
    if out:
        return LicenceState.ISSUED
    return LicenceState.TO_REISSUE if earlier_out else LicenceState.DRAWN_UP
