"""People in every relation to an item-case, the item-case itself, and the lines of the tables by name."""

from __future__ import annotations

from yizheng.law.authority import Facts, Post, Who
from yizheng.law.permit_transitions import PERMIT_LINES
from yizheng.law.transitions import LINES
from yizheng.law.words import Role, Standing, State, Verb

CASE = Facts(
    case_id="case-1",
    item_name="食品经营许可",
    organ="SCJG",
    organ_name="市场监督管理局",
    section="SPJY",
    state=State.REVIEWING,
    least_people=1,
)
"""An item-case of which nothing special is to be said; the least number of people has tests of its own."""


def staff(id: str, role: Role, organ: str = "SCJG", section: str = "") -> Who:
    return Who(id=id, name=id, posts=(Post(role, organ, section),))


WANG = staff("wang", Role.WINDOW, "SPFW")
LI = staff("li", Role.REVIEWER)
ZHAO = staff("zhao", Role.DECIDER)
HEAD = staff("liu", Role.HEAD)
OWNER = Who(id="applicant", name="申请人", applies_for="case-1")
BOTH = Who(id="sun", name="孙", posts=(Post(Role.REVIEWER, "SCJG"), Post(Role.DECIDER, "SCJG")))
ALL_ROUND = Who(id="qian", name="钱", posts=(*BOTH.posts, Post(Role.WINDOW, "SPFW")))
STANDS_IN = {"for_id": "li", "for_name": "李审查"}
FOR_LI = Who(
    id="chen",
    name="陈",
    posts=(
        Post(Role.WINDOW, "SPFW"),
        Post(Role.REVIEWER, "SCJG", **STANDS_IN),
        Post(Role.DECIDER, "SCJG", **STANDS_IN),
    ),
)
"""A deputy: Chen of the window stands in for both of Li's posts."""

FILE, WITHDRAW = LINES[(State.DRAFT, Verb.FILE)], LINES[(State.REVIEWING, Verb.WITHDRAW)]
ACCEPT, SUPPLEMENT = LINES[(State.SUBMITTED, Verb.ACCEPT)], LINES[(State.SUBMITTED, Verb.SUPPLEMENT)]
GAP_ACCEPT, FILL_GAP = LINES[(State.SUBMITTED, Verb.GAP_ACCEPT)], LINES[(State.REVIEWING, Verb.FILL_GAP)]
LAPSE, NOT_ACCEPT = LINES[(State.SUBMITTED, Verb.LAPSE)], LINES[(State.SUPPLIED, Verb.NOT_ACCEPT)]
CLAIM, ASSIGN = LINES[(State.REVIEWING, Verb.CLAIM)], LINES[(State.REVIEWING, Verb.ASSIGN)]
TRANSFER = LINES[(State.REVIEWING, Verb.TRANSFER)]
CALL_VISIT, VISIT = LINES[(State.REVIEWING, Verb.CALL_VISIT)], LINES[(State.TO_VISIT, Verb.VISIT)]
RECTIFY, REPORT = LINES[(State.VISITED, Verb.RECTIFY)], LINES[(State.RECTIFYING, Verb.REPORT)]
RECHECK, RECHECK_AFTER_REPORT = LINES[(State.RECTIFYING, Verb.RECHECK)], LINES[(State.RECTIFIED, Verb.RECHECK)]
PAUSE, PROLONG = LINES[(State.REVIEWING, Verb.PAUSE)], LINES[(State.PAUSED, Verb.PROLONG)]
EXTEND, EXCEPT = LINES[(State.REVIEWING, Verb.EXTEND)], LINES[(State.REVIEWING, Verb.EXCEPT)]
MISS, EXPLAIN = LINES[(State.REVIEWING, Verb.MISS)], LINES[(State.REVIEWING, Verb.EXPLAIN)]
REVIEW, COSIGN = LINES[(State.REVIEWING, Verb.REVIEW)], LINES[(State.PROPOSED, Verb.COSIGN)]
RETURN, TERMINATE = LINES[(State.PROPOSED, Verb.RETURN)], LINES[(State.PROPOSED, Verb.TERMINATE)]
GRANT, REFUSE = LINES[(State.PROPOSED, Verb.GRANT)], LINES[(State.PROPOSED, Verb.REFUSE)]
GRANT_AT_ONCE = LINES[(State.REVIEWING, Verb.GRANT)]
SERVE, ARCHIVE = LINES[(State.GRANTED, Verb.SERVE)], LINES[(State.GRANTED, Verb.ARCHIVE)]
ATTEMPT, ARCHIVE_WITHDRAWN = LINES[(State.GRANTED, Verb.ATTEMPT)], LINES[(State.WITHDRAWN, Verb.ARCHIVE)]
TELL_FROM_PROPOSED = LINES[(State.PROPOSED, Verb.TELL_HEARING)]
EXPLAIN_AFTERWARDS = LINES[(State.GRANTED, Verb.EXPLAIN)]
REVOKE = PERMIT_LINES[(Standing.IN_FORCE, Verb.REVOKE)]
TELL_HEARING, ASK_HEARING = LINES[(State.REVIEWING, Verb.TELL_HEARING)], LINES[(State.REVIEWING, Verb.ASK_HEARING)]
CALL_HEARING = LINES[(State.REVIEWING, Verb.CALL_HEARING)]
CALL_AGAIN, HOLD_HEARING = LINES[(State.PAUSED, Verb.CALL_HEARING)], LINES[(State.PAUSED, Verb.HOLD_HEARING)]
RESUME = LINES[(State.PAUSED, Verb.RESUME)]
REPLY, DEFEND = LINES[(State.REVIEWING, Verb.REPLY)], LINES[(State.REVIEWING, Verb.DEFEND)]
REPORT_BACK = LINES[(State.REVIEWING, Verb.REPORT_BACK)]
