"""The vocabulary: states, verbs, roles and clocks, each with its one official term (docs/glossary.md)."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """Where an item-case 单项办件 stands (domain §2.14)."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    SUPPLEMENTING = "supplementing"
    SUPPLIED = "supplied"
    REVIEWING = "reviewing"
    PROPOSED = "proposed"
    GRANTED = "granted"
    REFUSED = "refused"
    NOT_ACCEPTED = "not_accepted"
    WITHDRAWN = "withdrawn"

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


class Verb(StrEnum):
    """What somebody does."""

    FILE = "file"
    ACCEPT = "accept"
    LAPSE = "lapse"
    SUPPLEMENT = "supplement"
    SUPPLY = "supply"
    NOT_ACCEPT = "not_accept"
    CLAIM = "claim"
    REVIEW = "review"
    RETURN = "return"
    GRANT = "grant"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"
    REVOKE = "revoke"
    ASK_CHANGE = "ask_change"
    CHANGE = "change"
    REFUSE_CHANGE = "refuse_change"
    ASK_RENEWAL = "ask_renewal"
    RENEW = "renew"
    REFUSE_RENEWAL = "refuse_renewal"
    DEEM_RENEWED = "deem_renewed"
    EXPIRE = "expire"
    SUSPEND = "suspend"
    RESTORE = "restore"
    RECALL = "recall"
    FORFEIT = "forfeit"
    CANCEL = "cancel"
    POST_CHECK = "post_check"
    ORDER = "order"
    PROPOSE = "propose"
    HALT = "halt"

    @property
    def label(self) -> str:
        """The official term, as it stands on a button."""
        return _VERB_LABELS[self]


class Role(StrEnum):
    """In what capacity somebody acts."""

    APPLICANT = "applicant"
    WINDOW = "window"
    REVIEWER = "reviewer"
    DECIDER = "decider"
    SUPERVISOR = "supervisor"
    LEAD = "lead"
    CLOCK = "clock"

    @property
    def label(self) -> str:
        """The official term."""
        return {
            "applicant": "申请人",
            "window": "窗口服务专员",
            "reviewer": "审查人",
            "decider": "决定人",
            "supervisor": "监管人员",
            "lead": "牵头部门",
            "clock": "法定期限",
        }[self.value]


class ClockName(StrEnum):
    """The clocks of item-cases, permits and licences (domain §2.13: C1, C2, C3; C10, C11, C12)."""

    ACCEPTANCE = "acceptance"
    PROMISED = "promised"
    STATUTORY = "statutory"
    POST_CHECK = "post_check"
    LIFE_NOTICE = "life_notice"
    REISSUE = "reissue"
    CHANGE = "change"

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
        }[self.value]


ENDS = frozenset({State.GRANTED, State.REFUSED, State.NOT_ACCEPTED, State.WITHDRAWN})
"""States in which an item-case has ended."""

BEFORE_ACCEPTANCE = frozenset({State.SUBMITTED, State.SUPPLEMENTING, State.SUPPLIED})
"""States between receipt 收件 and acceptance 受理."""

UNDER_REVIEW = frozenset({State.REVIEWING, State.PROPOSED})
"""States in which the organ has to decide."""

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
    State.PROPOSED: "待决定",
    State.GRANTED: "准予许可",
    State.REFUSED: "不予许可",
    State.NOT_ACCEPTED: "不予受理",
    State.WITHDRAWN: "已撤回申请",
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
_VERB_LABELS = {
    Verb.FILE: "提交申请",
    Verb.ACCEPT: "受理",
    Verb.LAPSE: "视为受理",
    Verb.SUPPLEMENT: "补正告知",
    Verb.SUPPLY: "提交补正材料",
    Verb.NOT_ACCEPT: "不予受理",
    Verb.CLAIM: "认领",
    Verb.REVIEW: "提交审查意见",
    Verb.RETURN: "退回重审",
    Verb.GRANT: "准予许可",
    Verb.REFUSE: "不予许可",
    Verb.WITHDRAW: "撤回申请",
    Verb.REVOKE: "撤销许可",
    Verb.ASK_CHANGE: "申请变更",
    Verb.CHANGE: "准予变更",
    Verb.REFUSE_CHANGE: "不予变更",
    Verb.ASK_RENEWAL: "申请延续",
    Verb.RENEW: "准予延续",
    Verb.REFUSE_RENEWAL: "不予延续",
    Verb.DEEM_RENEWED: "视为准予延续",
    Verb.EXPIRE: "届满失效",
    Verb.SUSPEND: "暂扣",
    Verb.RESTORE: "解除暂扣",
    Verb.RECALL: "撤回许可",
    Verb.FORFEIT: "吊销许可",
    Verb.CANCEL: "注销许可",
    Verb.POST_CHECK: "记录核查结果",
    Verb.ORDER: "责令限期改正",
    Verb.PROPOSE: "函告处理建议",
    Verb.HALT: "记载停业整顿",
}
