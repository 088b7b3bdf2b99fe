"""What somebody does, and in what capacity."""

from __future__ import annotations

from enum import StrEnum


class Verb(StrEnum):
    """What somebody does."""

    FILE = "file"
    ACCEPT = "accept"
    GAP_ACCEPT = "gap_accept"
    LAPSE = "lapse"
    SUPPLEMENT = "supplement"
    SUPPLY = "supply"
    NOT_ACCEPT = "not_accept"
    CLAIM = "claim"
    ASSIGN = "assign"
    TRANSFER = "transfer"
    CALL_VISIT = "call_visit"
    VISIT = "visit"
    RECTIFY = "rectify"
    REPORT = "report"
    RECHECK = "recheck"
    REVIEW = "review"
    COSIGN = "cosign"
    RETURN = "return"
    GRANT = "grant"
    REFUSE = "refuse"
    PAUSE = "pause"
    PROLONG = "prolong"
    RESUME = "resume"
    TELL_HEARING = "tell_hearing"
    ANNOUNCE_HEARING = "announce_hearing"
    ASK_HEARING = "ask_hearing"
    WAIVE_HEARING = "waive_hearing"
    CALL_HEARING = "call_hearing"
    HOLD_HEARING = "hold_hearing"
    CONSULT = "consult"
    REPLY = "reply"
    TELL_PARTY = "tell_party"
    DEFEND = "defend"
    URGE = "urge"
    SUPERVISE = "supervise"
    REPORT_BACK = "report_back"
    EXTEND = "extend"
    FILL_GAP = "fill_gap"
    MISS = "miss"
    EXPLAIN = "explain"
    EXCEPT = "except"
    TERMINATE = "terminate"
    WITHDRAW = "withdraw"
    ATTEMPT = "attempt"
    SERVE = "serve"
    ARCHIVE = "archive"
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
    HEAD = "head"
    LEAD = "lead"
    GOVERNOR = "governor"
    OPERATOR = "operator"
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
            "head": "机关负责人",
            "lead": "牵头部门",
            "governor": "本级政府负责人",
            "operator": "系统运维人员",
            "clock": "法定期限",
        }[self.value]


_VERB_LABELS = {
    Verb.FILE: "提交申请",
    Verb.ACCEPT: "受理",
    Verb.GAP_ACCEPT: "容缺受理",
    Verb.LAPSE: "视为受理",
    Verb.SUPPLEMENT: "补正告知",
    Verb.SUPPLY: "提交补正材料",
    Verb.NOT_ACCEPT: "不予受理",
    Verb.CLAIM: "认领",
    Verb.ASSIGN: "分派",
    Verb.TRANSFER: "转办",
    Verb.CALL_VISIT: "安排踏勘",
    Verb.VISIT: "记录踏勘",
    Verb.RECTIFY: "通知整改",
    Verb.REPORT: "报告整改完成",
    Verb.RECHECK: "复审整改",
    Verb.REVIEW: "提交审查意见",
    Verb.COSIGN: "会签",
    Verb.RETURN: "退回重审",
    Verb.GRANT: "准予许可",
    Verb.REFUSE: "不予许可",
    Verb.PAUSE: "启动特别程序",
    Verb.PROLONG: "再次告知特别程序时间",
    Verb.RESUME: "结束特别程序",
    Verb.TELL_HEARING: "告知听证权利",
    Verb.ANNOUNCE_HEARING: "公告听证",
    Verb.ASK_HEARING: "申请听证",
    Verb.WAIVE_HEARING: "听证申请期满",
    Verb.CALL_HEARING: "通知听证",
    Verb.HOLD_HEARING: "记录听证",
    Verb.CONSULT: "征求意见",
    Verb.REPLY: "答复征求意见",
    Verb.TELL_PARTY: "告知陈述申辩",
    Verb.DEFEND: "记录陈述申辩",
    Verb.URGE: "催办",
    Verb.SUPERVISE: "督办",
    Verb.REPORT_BACK: "答复督办",
    Verb.EXTEND: "延长办理期限",
    Verb.FILL_GAP: "补交容缺材料",
    Verb.MISS: "逾期未决定",
    Verb.EXPLAIN: "公开逾期说明",
    Verb.EXCEPT: "批准受审分离例外",
    Verb.TERMINATE: "终止审查",
    Verb.WITHDRAW: "撤回申请",
    Verb.ATTEMPT: "记录送达未成",
    Verb.SERVE: "送达",
    Verb.ARCHIVE: "归档",
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
