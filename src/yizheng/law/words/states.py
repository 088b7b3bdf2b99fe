"""Where things stand: item-case, case, permit, handling, service (domain §2.14)."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """Where an item-case 单项办件 stands (domain §2.14)."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    SUPPLEMENTING = "supplementing"
    SUPPLIED = "supplied"
    REVIEWING = "reviewing"
    PAUSED = "paused"
    TO_VISIT = "to_visit"
    VISITED = "visited"
    RECTIFYING = "rectifying"
    RECTIFIED = "rectified"
    PROPOSED = "proposed"
    GRANTED = "granted"
    REFUSED = "refused"
    NOT_ACCEPTED = "not_accepted"
    WITHDRAWN = "withdrawn"
    TERMINATED = "terminated"

    @property
    def label(self) -> str:
        """The official term."""
        return _STATE_LABELS[self]

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to act."""
        return self not in ENDS


class CaseState(StrEnum):
    """Where a case 综合办件 stands; derived from its item-cases, never set by hand (domain §2.14)."""

    DRAFT = "draft"
    EXPIRED = "expired"
    RECEIVED = "received"
    PARTLY_ACCEPTED = "partly_accepted"
    ACCEPTED = "accepted"
    IN_HAND = "in_hand"
    PARTLY_DECIDED = "partly_decided"
    ALL_GRANTED = "all_granted"
    PARTLY_GRANTED = "partly_granted"
    NONE_GRANTED = "none_granted"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """The official term."""
        return _CASE_LABELS[self]

    @property
    def is_open(self) -> bool:
        """Whether a filed case still has an undecided item."""
        return self in _OPEN_CASES


class Standing(StrEnum):
    """How a permit 法定许可 stands (domain §2.14)."""

    IN_FORCE = "in_force"
    CHANGING = "changing"
    RENEWING = "renewing"
    DEEMED_RENEWED = "deemed_renewed"
    SUSPENDED = "suspended"
    EXPIRED = "expired"
    RECALLED = "recalled"
    REVOKED = "revoked"
    FORFEITED = "forfeited"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        """The official term."""
        return _STANDING_LABELS[self]

    @property
    def holds(self) -> bool:
        """Whether the permit is in force: 变更中 and 延续审查中 are, 暂扣 is not."""
        return self in HOLDING


class LicenceState(StrEnum):
    """How a version of the comprehensive licence stands; derived from the hand-outs (domain §2.14)."""

    DRAWN_UP = "drawn_up"
    ISSUED = "issued"
    TO_REISSUE = "to_reissue"
    REPLACED = "replaced"
    TAKEN_BACK = "taken_back"
    RETIRED = "retired"

    @property
    def label(self) -> str:
        """The official term."""
        return {
            "drawn_up": "拟制",
            "issued": "已签发",
            "to_reissue": "待换发",
            "replaced": "已被新版替代",
            "taken_back": "已收回",
            "retired": "综合许可证已注销",
        }[self.value]


class Handling(StrEnum):
    """By which line an item is handled: 分类审批 (domain S-081)."""

    IMMEDIATE = "immediate"
    COMMITMENT = "commitment"
    GENERAL = "general"
    INSPECTED = "inspected"

    @property
    def label(self) -> str:
        """The official term."""
        return {"immediate": "即办", "commitment": "告知承诺", "general": "一般", "inspected": "需踏勘"}[self.value]


class HearingState(StrEnum):
    """How far the hearing 听证 of an item-case has come (行政许可法 46–48)."""

    NONE = ""
    NEEDED = "needed"
    ANNOUNCED = "announced"
    TOLD = "told"
    ASKED = "asked"
    CALLED = "called"
    HELD = "held"
    WAIVED = "waived"

    @property
    def label(self) -> str:
        """The official term."""
        return {
            "": "未启动听证",
            "needed": "应当听证",
            "announced": "已公告听证",
            "told": "已告知听证权利",
            "asked": "已申请听证",
            "called": "已通知听证",
            "held": "已举行听证",
            "waived": "逾期未申请听证",
        }[self.value]


class InquiryKind(StrEnum):
    """What kind of inquiry 问询 it is."""

    OPINION = "opinion"
    STATEMENT = "statement"
    URGING = "urging"
    SUPERVISION = "supervision"

    @property
    def label(self) -> str:
        """The official term."""
        return {"opinion": "征求意见", "statement": "陈述申辩", "urging": "催办", "supervision": "督办"}[self.value]


class Service(StrEnum):
    """How far a decision has come to the applicant (domain §2.14)."""

    MADE = "made"
    SERVED = "served"
    ARCHIVED = "archived"

    @property
    def label(self) -> str:
        """The official term."""
        return {"made": "已制证", "served": "已送达", "archived": "已归档"}[self.value]


ENDS = frozenset({State.GRANTED, State.REFUSED, State.NOT_ACCEPTED, State.WITHDRAWN, State.TERMINATED})
"""States in which an item-case has ended."""


BEFORE_ACCEPTANCE = frozenset({State.SUBMITTED, State.SUPPLEMENTING, State.SUPPLIED})
"""States between receipt 收件 and acceptance 受理."""


UNDER_REVIEW = frozenset(
    {
        State.REVIEWING,
        State.PAUSED,
        State.TO_VISIT,
        State.VISITED,
        State.RECTIFYING,
        State.RECTIFIED,
        State.PROPOSED,
    }
)
"""States between acceptance and decision: the organ has to decide."""


TO_SERVE = frozenset({State.GRANTED, State.REFUSED, State.NOT_ACCEPTED, State.TERMINATED})
"""Ends that a paper of the organ brings to the applicant: it must be served 送达."""


DECIDED_ON = TO_SERVE - {State.NOT_ACCEPTED}
"""Ends to which the organ came after acceptance, in time or late."""


UNHEARD = frozenset(
    {HearingState.NEEDED, HearingState.ANNOUNCED, HearingState.TOLD, HearingState.ASKED, HearingState.CALLED}
)
"""A hearing that must still be held, or may still be asked for: nothing is decided before (行政许可法 48)."""


HOLDING = frozenset({Standing.IN_FORCE, Standing.CHANGING, Standing.RENEWING, Standing.DEEMED_RENEWED})
"""Standings in which a permit is in force."""


_STANDING_LABELS = {
    Standing.IN_FORCE: "有效",
    Standing.CHANGING: "变更中（仍有效）",
    Standing.RENEWING: "延续审查中（仍有效）",
    Standing.DEEMED_RENEWED: "视为准予延续",
    Standing.SUSPENDED: "暂扣",
    Standing.EXPIRED: "届满失效",
    Standing.RECALLED: "已撤回",
    Standing.REVOKED: "已撤销",
    Standing.FORFEITED: "已吊销",
    Standing.CANCELLED: "已注销",
}


_STATE_LABELS = {
    State.DRAFT: "草稿",
    State.SUBMITTED: "已收件",
    State.SUPPLEMENTING: "待补正",
    State.SUPPLIED: "已补正",
    State.REVIEWING: "审查中",
    State.PAUSED: "特别程序中",
    State.TO_VISIT: "待踏勘",
    State.VISITED: "踏勘完成",
    State.RECTIFYING: "整改中",
    State.RECTIFIED: "待复审",
    State.PROPOSED: "待决定",
    State.GRANTED: "准予许可",
    State.REFUSED: "不予许可",
    State.NOT_ACCEPTED: "不予受理",
    State.WITHDRAWN: "已撤回申请",
    State.TERMINATED: "已终止审查",
}


_CASE_LABELS = {
    CaseState.DRAFT: "草稿",
    CaseState.EXPIRED: "草稿已过期",
    CaseState.RECEIVED: "收件",
    CaseState.PARTLY_ACCEPTED: "部分受理",
    CaseState.ACCEPTED: "全部受理",
    CaseState.IN_HAND: "办理中",
    CaseState.PARTLY_DECIDED: "部分办结",
    CaseState.ALL_GRANTED: "办结（全部准予）",
    CaseState.PARTLY_GRANTED: "办结（部分准予）",
    CaseState.NONE_GRANTED: "办结（全部不予）",
    CaseState.WITHDRAWN: "撤回",
}


_OPEN_CASES = frozenset(
    {CaseState.RECEIVED, CaseState.PARTLY_ACCEPTED, CaseState.ACCEPTED, CaseState.IN_HAND, CaseState.PARTLY_DECIDED}
)
