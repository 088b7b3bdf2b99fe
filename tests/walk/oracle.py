"""A slow oracle: who may do what, and which clocks run, written down a second time in the plainest way there is.

Nothing here asks the rules of the house; where the two differ, one of them is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from yizheng.cases.models import ItemCase
from yizheng.law.authority import Who

APPLICANT, OF_THE_ZONE = "applicant", {"window", "lead"}
MAY = {
    "accept": {"window"}, "gap_accept": {"window"}, "supplement": {"window"}, "not_accept": {"window"},
    "supply": {"window", "applicant"}, "withdraw": {"window", "applicant"}, "report": {"window", "applicant"},
    "fill_gap": {"window", "applicant"}, "attempt": {"window"}, "serve": {"window", "applicant"}, "archive": {"window"},
    "claim": {"reviewer"}, "transfer": {"reviewer"}, "call_visit": {"reviewer"}, "visit": {"reviewer"},
    "rectify": {"reviewer"}, "recheck": {"reviewer"}, "pause": {"reviewer"}, "prolong": {"reviewer"},
    "resume": {"reviewer"}, "review": {"reviewer"}, "cosign": {"reviewer", "decider"},
    "assign": {"decider"}, "return": {"decider"}, "grant": {"decider"}, "refuse": {"decider"},
    "tell_hearing": {"reviewer"}, "announce_hearing": {"reviewer"}, "call_hearing": {"reviewer"},
    "ask_hearing": {"window", "applicant"}, "hold_hearing": {"reviewer", "decider", "head"},
    "consult": {"reviewer"}, "tell_party": {"reviewer"}, "defend": {"window", "applicant", "reviewer"},
    "urge": {"window"}, "supervise": {"lead"}, "report_back": {"reviewer", "decider", "head"},
    "terminate": {"decider"}, "extend": {"head"}, "except": {"head"}, "explain": {"decider", "head"},
}  # fmt: skip
"""In which roles; whatever is not here, nobody may do by hand."""

OF_A_HEARING = {"tell_hearing", "announce_hearing", "call_hearing"}
EXAMINES = {
    "claim", "call_visit", "visit", "rectify", "recheck", "pause", "prolong", "resume", "review", "cosign",
    *OF_A_HEARING, "consult", "tell_party",
}  # fmt: skip
ANSWERS = {"reviewer", "decider", "head"}
DECIDES = {"return", "grant", "refuse", "terminate"}
SIGNS = {"grant", "refuse", "terminate"}
HAS_SEEN = {"visit", "rectify", "recheck", "review"}
OF_THE_CLAIMANT = {"claim", "call_visit", "visit", "rectify", "recheck", "pause", "prolong", "resume", "review"}
OF_THE_CLAIMANT |= OF_A_HEARING | {"consult", "tell_party"}


@dataclass
class Memory:
    """Who did what so far, by the id of the item-case."""

    case_id: str
    receivers: set[str] = field(default_factory=set)
    examined: dict[object, set[str]] = field(default_factory=dict)
    cosigned: dict[object, set[str]] = field(default_factory=dict)
    excepted: dict[object, set[tuple[str, str]]] = field(default_factory=dict)
    claimed: dict[object, str] = field(default_factory=dict)
    chairs: dict[object, str] = field(default_factory=dict)
    asked_for: set[object] = field(default_factory=set)

    def done(self, verb: str, who: Who, item: ItemCase, *, to: str = "", pair: str = "", agrees: bool = True) -> None:
        """Remember what was just done."""
        if verb in {"accept", "gap_accept"}:
            self.receivers.add(who.id)
        if verb in HAS_SEEN:
            self.examined.setdefault(item.id, set()).add(who.id)
        if verb in {"review", "return"} or _sends_back(verb, item):
            self.cosigned[item.id] = set()
        if verb == "cosign" and agrees:
            self.cosigned.setdefault(item.id, set()).add(who.id)
        if verb == "ask_hearing":
            self.asked_for.add(item.id)
        if verb in OF_THE_CLAIMANT and not _sends_back(verb, item):
            self.claimed[item.id] = who.id
        self._named(verb, item, to, pair)

    def _named(self, verb: str, item: ItemCase, to: str, pair: str) -> None:
        """Remember whom the paper names."""
        if verb in {"assign", "transfer"}:
            self.claimed[item.id] = to
        if verb == "call_hearing":
            self.chairs[item.id] = to
        if verb == "except":
            self.excepted.setdefault(item.id, set()).add((to, pair))


def why_unlawful(memory: Memory, verb: str, who: Who, item: ItemCase) -> str:
    """What forbids that ``who`` does ``verb`` on an item-case as it stood before; empty when nothing does."""
    if verb == "reply":
        asked = any(post.organ in item.asked_organs and post.role.value in ANSWERS for post in who.posts)
        return "" if asked else "nobody asked them"
    may = {"decider"} if _sends_back(verb, item) else MAY.get(verb, set())
    posts = [post for post in who.posts if post.role.value in may and _fits(post, item)]
    if not posts and not (APPLICANT in MAY.get(verb, set()) and who.applies_for == memory.case_id):
        return "no post for it"
    principal = "" if not posts or any(not post.for_id for post in posts) else posts[0].for_id
    barred = _barred(memory, verb, who.id, item) or (principal and _barred(memory, verb, principal, item))
    if barred:
        return f"{barred} ({'principal' if principal else 'own'})"
    if _sends_back(verb, item):
        return ""
    chairs = memory.chairs.get(item.id, "") in {who.id, principal} - {""}
    if verb == "hold_hearing" and not chairs:
        return "does not chair"
    if verb in EXAMINES and chairs:
        return "chairs and examines"
    claimant = memory.claimed.get(item.id, "")
    if verb in OF_THE_CLAIMANT and claimant and claimant not in {who.id, principal}:
        return "somebody else has claimed it"
    everybody = memory.receivers | memory.examined.get(item.id, set()) | {who.id}
    return "fewer than two people" if verb in SIGNS and len(everybody) < 2 else ""


def _sends_back(verb: str, item: ItemCase) -> bool:
    """The decider finds that others must be heard before the decision."""
    return item.state == "proposed" and verb in {"tell_hearing", "announce_hearing"}


def _fits(post: object, item: ItemCase) -> bool:
    role, organ, section = post.role.value, post.organ, post.section  # type: ignore[attr-defined]
    return role in OF_THE_ZONE or (organ == item.organ and section in {"", item.section})


def _barred(memory: Memory, verb: str, person: str, item: ItemCase) -> str:
    excepted = memory.excepted.get(item.id, set())
    decides = verb in DECIDES or _sends_back(verb, item)
    if person in memory.receivers and verb in EXAMINES and not decides and (person, "receive-review") not in excepted:
        return "received and examines"
    if person in memory.receivers and decides and (person, "receive-decide") not in excepted:
        return "received and decides"
    seen = person in memory.examined.get(item.id, set())
    if seen and decides and (person, "review-decide") not in excepted:
        return "examined and decides"
    if seen and verb == "cosign":
        return "examined and signs second"
    if person in memory.cosigned.get(item.id, set()) and verb in SIGNS | {"cosign"}:
        return "signed second and decides"
    return ""


WITH_THE_HALL = {"submitted", "supplied"}
UNDER_REVIEW = {"reviewing", "paused", "to_visit", "visited", "rectifying", "rectified", "proposed"}
ENDED_BY_PAPER = {"granted", "refused", "not_accepted", "terminated"}


def clocks_that_run(item: ItemCase, *, from_receipt: bool, asked_for: bool) -> set[str]:
    """Which clocks run in the state an item-case is in."""
    running = set()
    if item.state in WITH_THE_HALL:
        running.add("acceptance")
    if item.state in UNDER_REVIEW:
        running |= {"promised", "statutory"}
        running |= {"gap"} if item.gap else set()
    elif item.state in WITH_THE_HALL | {"supplementing"} and from_receipt:
        running.add("statutory")
    if item.state == "rectifying":
        running.add("rectification")
    if item.state in UNDER_REVIEW and item.hearing == "told":
        running.add("hearing_request")
    if item.state in UNDER_REVIEW and item.hearing in ({"asked", "called"} if asked_for else {"asked"}):
        running.add("hearing")
    if item.state in ENDED_BY_PAPER and item.served_at is None:
        running.add("delivery")
    return running


def stands_still(item: ItemCase, *, rectification_pauses: bool) -> bool:
    """Whether the clock of the decision stands still."""
    return item.state == "paused" or (item.state == "rectifying" and rectification_pauses)
