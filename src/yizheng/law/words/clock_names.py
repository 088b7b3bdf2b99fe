"""The clocks of item-case, case, permit and licence (domain §2.13)."""

from __future__ import annotations

from enum import StrEnum


class ClockName(StrEnum):
    """The clocks of item-case, case, permit and licence (domain §2.13; C4 is in C3, C7 in its pauses)."""

    ACCEPTANCE = "acceptance"
    PROMISED = "promised"
    STATUTORY = "statutory"
    POST_CHECK = "post_check"
    LIFE_NOTICE = "life_notice"
    REISSUE = "reissue"
    CHANGE = "change"
    RENEWAL = "renewal"
    JOINT = "joint"
    DELIVERY = "delivery"
    GAP = "gap"
    RECTIFICATION = "rectification"
    HEARING_REQUEST = "hearing_request"
    HEARING = "hearing"

    @property
    def label(self) -> str:
        """The official term."""
        return {
            "acceptance": "受理审查期限",
            "promised": "承诺办结时限",
            "statutory": "法定办结时限",
            "post_check": "承诺核查期限",
            "life_notice": "通报期限",
            "reissue": "换发期限",
            "change": "变更办理期限",
            "renewal": "延续决定期限",
            "joint": "并联办理总时限",
            "delivery": "送达期限",
            "gap": "容缺补交期限",
            "rectification": "整改期限",
            "hearing_request": "申请听证期限",
            "hearing": "组织听证期限",
        }[self.value]


ORGANS_CLOCKS = frozenset({ClockName.ACCEPTANCE, ClockName.PROMISED, ClockName.STATUTORY})
"""The clocks by which hall and organ must answer or decide; ``due_on`` is the first of them."""
