"""The table of inquiries 问询: of which kind, who asks with which paper, who answers with which, where it is written.

An inquiry moves nothing on: the item-case stays where it is, its clocks run.
"""

from __future__ import annotations

from dataclasses import dataclass

from yizheng.law.papers import (
    DefenceNotice,
    DefenceRecord,
    OpinionReply,
    OpinionRequest,
    Paper,
    SupervisionOrder,
    SupervisionReply,
    UrgingNote,
)
from yizheng.law.terms import Term, Unit
from yizheng.law.words import InquiryKind, Role, Verb

DEFENCE_TERM = Term(5, Unit.WORKING_DAY)
"""To state one's view; the law sets no time, the house gives as much as for asking for a hearing."""
DEFENCE_BASIS = "行政许可法 36"


@dataclass(frozen=True, slots=True)
class Q:
    """One kind of inquiry: asked by whom with which paper, answered by whom with which."""

    kind: InquiryKind
    ask: Verb
    asked_by: tuple[Role, ...]
    question: type[Paper]
    reply: Verb
    answered_by: tuple[Role, ...]
    answer: type[Paper]
    written_in: str


OF_AN_ORGAN = (Role.REVIEWER, Role.DECIDER, Role.HEAD)
OF_WHOM_IT_TOUCHES = (Role.APPLICANT, Role.WINDOW, Role.REVIEWER)
"""The applicant; others by word of mouth or in writing, recorded by window or reviewer."""

INQUIRIES = (
    Q(InquiryKind.OPINION, Verb.CONSULT, (Role.REVIEWER,), OpinionRequest,
      Verb.REPLY, OF_AN_ORGAN, OpinionReply, "行政许可法 26(2)"),
    Q(InquiryKind.STATEMENT, Verb.TELL_PARTY, (Role.REVIEWER,), DefenceNotice,
      Verb.DEFEND, OF_WHOM_IT_TOUCHES, DefenceRecord, "行政许可法 36"),
    Q(InquiryKind.URGING, Verb.URGE, (Role.WINDOW,), UrgingNote,
      Verb.REPORT_BACK, OF_AN_ORGAN, SupervisionReply, "优化营商环境条例 36"),
    Q(InquiryKind.SUPERVISION, Verb.SUPERVISE, (Role.LEAD,), SupervisionOrder,
      Verb.REPORT_BACK, OF_AN_ORGAN, SupervisionReply, "优化营商环境条例 36"),
)  # fmt: skip

NOBODY_ASKED = {
    Verb.REPLY: "没有向您所在的机关征求意见，或者已经答复（行政许可法第二十六条第二款）。",
    Verb.DEFEND: "没有告知谁可以陈述申辩，或者已经陈述、已过期限（行政许可法第三十六条）。",
    Verb.REPORT_BACK: "没有需要答复的催办、督办。",
}
"""Why an answer is closed: nobody is asking."""
