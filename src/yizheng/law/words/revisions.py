"""The life of an entry of the catalogue: revisions 修订 that are signed, published and brought into force (S-017)."""

from __future__ import annotations

from enum import StrEnum


class RevisionState(StrEnum):
    """How a revision of the catalogue stands."""

    DRAFTING = "drafting"
    SIGNING = "signing"
    PUBLISHED = "published"
    IN_FORCE = "in_force"
    DROPPED = "dropped"

    @property
    def label(self) -> str:
        """The official term."""
        return {
            "drafting": "起草中",
            "signing": "会签中",
            "published": "已公布待施行",
            "in_force": "已施行",
            "dropped": "已作废",
        }[self.value]

    @property
    def is_open(self) -> bool:
        """Whether anything can still be done."""
        return self in {RevisionState.DRAFTING, RevisionState.SIGNING, RevisionState.PUBLISHED}


class RevisionVerb(StrEnum):
    """What is done to a revision of the catalogue."""

    AMEND = "amend"
    CATCH_UP = "catch_up"
    SUBMIT = "submit"
    SIGN = "sign"
    OBJECT = "object"
    RECALL = "recall"
    PUBLISH = "publish"
    COMMENCE = "commence"
    DROP = "drop"

    @property
    def label(self) -> str:
        """The official term, as it stands on a button."""
        return {
            "amend": "修改条目",
            "catch_up": "更新到最新版本",
            "submit": "送请会签",
            "sign": "会签同意",
            "object": "提出异议退回",
            "recall": "撤回会签",
            "publish": "公布新版本",
            "commence": "签发施行",
            "drop": "作废修订",
        }[self.value]


class Offer(StrEnum):
    """Whether an industry is offered to applicants."""

    OPEN = "open"
    WAITING = "waiting"
    SUSPENDED = "suspended"
    RETIRED = "retired"

    @property
    def label(self) -> str:
        """The official term."""
        return {"open": "受理中", "waiting": "等待上线", "suspended": "暂停受理", "retired": "已退出目录"}[self.value]


class OfferVerb(StrEnum):
    """What changes whether an industry is offered."""

    SUSPEND = "suspend_offer"
    REOPEN = "reopen_offer"
    RETIRE = "retire_offer"

    @property
    def label(self) -> str:
        """The official term, as it stands on a button."""
        return {"suspend_offer": "暂停行业", "reopen_offer": "恢复行业", "retire_offer": "行业退出"}[self.value]
