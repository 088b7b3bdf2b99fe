"""What somebody might try next: any verb, with a good paper, a bad one or none, by anybody."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from tests.walk import changing_law
from tests.walk.oracle import why_unlawful
from tests.walk.parts import Part
from tests.walk.world import World
from yizheng.cases.models import Inquiry, ItemCase
from yizheng.law import papers
from yizheng.law.authority import Who
from yizheng.law.hearings import HEARING_LINES, LINE_OF
from yizheng.law.papers import Check, Paper
from yizheng.law.transitions import LINES
from yizheng.law.words import InquiryKind, Role, State, Verb

if TYPE_CHECKING:
    from tests.walk.walking import Walk

BOTH = "李审查 370001\n钱同行 370002"


@dataclass
class Scene:
    """The walk at this moment, the case, and the item-case looked at."""

    walk: Walk
    part: Part
    item: ItemCase

    @property
    def world(self) -> World:
        """The world that is walked through."""
        return self.walk.world

    @property
    def dice(self) -> Random:
        """What chooses."""
        return self.walk.dice

    @property
    def today(self) -> date:
        """The day."""
        return self.walk.today

    def later(self, most: int = 12) -> date:
        """A day soon."""
        return self.today + timedelta(days=self.dice.randint(1, most))

    def somebody(self, role: Role) -> str:
        """The id of somebody of the organ who holds a role, now and then of anybody."""
        there = [each.id for each in self.world.organs[self.item.organ] if each.has(role)]
        return self.dice.choice(there if self.dice.random() < 0.9 else [each.id for each in self.world.people])

    def an_organ(self) -> str:
        """Another organ."""
        return self.dice.choice(list(self.world.organs))

    def an_inquiry(self, *kinds: InquiryKind) -> str:
        """One of the inquiries of the item that nobody has answered, mostly of these kinds."""
        mostly = {"kind__in": kinds} if self.dice.random() < 0.9 else {}
        found = Inquiry.objects.filter(item_case=self.item, answered_at__isnull=True, **mostly).order_by("asked_at")
        return self.dice.choice([str(id_) for id_ in found.values_list("id", flat=True)] or ["none"])


def _opinion(scene: Scene) -> Paper:
    good = scene.dice.random() < 0.7
    points = changing_law.points_of(scene.walk, scene.part, scene.item)
    checks = tuple(
        Check(code=code, passed=good or n > 0, remark="" if good else "不一致") for n, code in enumerate(points)
    )
    return papers.ReviewOpinion(checks=checks, proposal="grant" if good else "refuse", reasons="查明如此。")


def _exception(scene: Scene) -> Paper:
    pairs = [pair for pair, _ in papers.desk.PAIRS]  # type: ignore[attr-defined]
    return papers.SeparationException(
        person=scene.somebody(Role.REVIEWER), pair=scene.dice.choice(pairs), reasons="没有别人。"
    )


def _visit(scene: Scene) -> Paper:
    result = scene.dice.choice(["passed", "rectify", "failed"])
    return papers.VisitRecord(visited_on=scene.today, inspectors=BOTH, found="与图纸一致。", result=result)


def _recheck(scene: Scene) -> Paper:
    result = scene.dice.choice(["passed", "failed"])
    return papers.Recheck(visited_on=scene.today, inspectors=BOTH, found="已改。", result=result)


GOOD: Mapping[Verb, Callable[[Scene], Paper | None]] = {
    Verb.ACCEPT: lambda _: papers.Acceptance(),
    Verb.GAP_ACCEPT: lambda s: papers.GapAcceptance(missing=s.world.gap[:1], promised=True),
    Verb.NOT_ACCEPT: lambda _: papers.NonAcceptance(ground="other", reasons="《消防法》第十五条规定不需要。"),
    Verb.WITHDRAW: lambda _: papers.Withdrawal(),
    Verb.CLAIM: lambda _: None,
    Verb.ASSIGN: lambda s: papers.Assignment(to=s.somebody(Role.REVIEWER)),
    Verb.TRANSFER: lambda s: papers.Transfer(to=s.somebody(Role.REVIEWER), reasons="休假。"),
    Verb.CALL_VISIT: lambda s: papers.VisitCall(visit_on=s.later(), again="再看一次。"),
    Verb.VISIT: _visit,
    Verb.RECTIFY: lambda s: papers.Rectification(findings="门口堆物，请清走。", until_on=s.later()),
    Verb.REPORT: lambda _: papers.RectificationReport(done="已经清走。"),
    Verb.RECHECK: _recheck,
    Verb.REVIEW: _opinion,
    Verb.COSIGN: lambda s: papers.Cosignature(agrees=s.dice.choice(["yes", "yes", "no"]), words="如所议。"),
    Verb.RETURN: lambda _: papers.Return(reasons="请复核距离。"),
    Verb.GRANT: lambda _: papers.Grant(scope="按申请的范围"),
    Verb.REFUSE: lambda _: papers.Refusal(found="距离学校不足。", reasons="不符合合理布局。"),
    Verb.PAUSE: lambda s: papers.SpecialProcedure(procedure="test", why="需要检测。", until_on=s.later(20)),
    Verb.PROLONG: lambda s: papers.ProcedureProlonged(why="没有做完。", until_on=s.later(20)),
    Verb.RESUME: lambda _: papers.ProcedureEnded(result="合格。"),
    Verb.EXTEND: lambda _: papers.Extension(reasons="案情复杂。"),
    Verb.FILL_GAP: lambda _: papers.GapReply(),
    Verb.EXPLAIN: lambda s: papers.OverdueExplanation(reasons="人手不足。", expected_on=s.later()),
    Verb.EXCEPT: _exception,
    Verb.TERMINATE: lambda s: papers.Termination(ground=s.dice.choice(["other", "not_needed"]), reasons="依法终止。"),
    Verb.ATTEMPT: lambda s: papers.DeliveryAttempt(way="post", tried_on=s.today, why="无人签收。"),
    Verb.SERVE: lambda s: papers.ServiceReceipt(way="window", recipient="张喆堃"),
    Verb.ARCHIVE: lambda _: papers.ArchiveIndex(),
    Verb.TELL_HEARING: lambda _: papers.HearingRight(interest="采光。", parties="邻居"),
    Verb.ANNOUNCE_HEARING: lambda s: papers.HearingAnnouncement(
        matter="采光。", sign_up="电话报名。", until_on=s.later(40)
    ),
    Verb.ASK_HEARING: lambda _: papers.HearingRequest(asked_by="邻居"),
    Verb.CALL_HEARING: lambda s: papers.HearingCall(
        set_on=s.today + timedelta(days=s.dice.randint(8, 20)), hour="09:30", place="大厅", chair=s.somebody(Role.HEAD)
    ),
    Verb.HOLD_HEARING: lambda s: papers.HearingRecord(
        held_on=s.today, present="邻居", said="不同意。", found="查明如此。", signed=True
    ),
    Verb.WAIVE_HEARING: lambda _: papers.HearingWaived(),
    Verb.CONSULT: lambda s: papers.OpinionRequest(organ=s.an_organ(), question="同意吗？", until_on=s.later()),
    Verb.REPLY: lambda s: papers.OpinionReply(inquiry=s.an_inquiry(InquiryKind.OPINION), answer="同意。"),
    Verb.TELL_PARTY: lambda s: papers.DefenceNotice(party=s.dice.choice(["邻居", "申请人"]), interest="采光。"),
    Verb.DEFEND: lambda s: papers.DefenceRecord(inquiry=s.an_inquiry(InquiryKind.STATEMENT), words="不同意。"),
    Verb.URGE: lambda _: papers.UrgingNote(words="请快一点。"),
    Verb.SUPERVISE: lambda s: papers.SupervisionOrder(words="请说明。", until_on=s.later()),
    Verb.REPORT_BACK: lambda s: papers.SupervisionReply(
        inquiry=s.an_inquiry(InquiryKind.URGING, InquiryKind.SUPERVISION), answer="明天办。"
    ),
    Verb.SUPPLEMENT: lambda _: papers.SupplementNotice(),
    Verb.SUPPLY: lambda _: papers.SupplementReply(),
    Verb.LAPSE: lambda _: papers.DeemedAcceptance(),
    Verb.MISS: lambda _: papers.MissedDecision(),
}
"""A paper as a careful clerk writes it; a test asks for every verb of the table."""

UNDONE = frozenset({Verb.SUPPLEMENT, Verb.SUPPLY, Verb.LAPSE, Verb.MISS, Verb.WAIVE_HEARING, Verb.FILE})
"""Verbs that the one command behind every button does not take for anybody: they have commands of their own."""


def paper_for(scene: Scene, verb: Verb) -> Paper | None:
    """A good paper, and now and then an empty one, a wrong one or none."""
    chance = scene.dice.random()
    good = GOOD[verb](scene)
    if chance < 0.92:
        return good
    if chance < 0.95:
        return None
    if chance < 0.97 or good is None:
        return GOOD[scene.dice.choice(list(GOOD))](scene)
    return spoilt(good, scene.dice)


def spoilt(good: Paper, dice: Random) -> Paper:
    """The paper with one field emptied, or its day in the past."""
    asked = papers.asked(type(good))
    if not asked:
        return good
    name = dice.choice(list(asked))
    value: Any = {"date": date(2019, 1, 1), "bool": False, "several": (), "checks": ()}.get(asked[name].widget, "")
    return replace(good, **{name: value})


def verb_for(scene: Scene) -> Verb:
    """Mostly a verb that the table knows in this state; at times any."""
    state = State(scene.item.state)
    known = [verb for from_, verb in LINES if from_ == state and verb not in UNDONE]
    if not known or scene.dice.random() < 0.08:
        return scene.dice.choice([verb for verb in GOOD])
    return scene.dice.choices(known, [_weight(verb, scene.item) for verb in known])[0]


def _weight(verb: Verb, item: ItemCase) -> float:
    """What the hearing waits for, and what somebody was asked for, is tried more; what nobody waits for, less."""
    if verb in LINE_OF and verb not in OPENS:
        return AT_ONCE if (item.hearing, verb) in HEARING_LINES else ENDS_IT
    if verb in ANSWERED:
        return GOES_ON if getattr(item, ANSWERED[verb]) else ENDS_IT
    return WEIGHTS.get(verb, 1.0)


ENDS_IT, TELLS_LITTLE, GOES_ON, AT_ONCE = 0.07, 0.2, 2.5, 6.0
OPENS = frozenset({Verb.TELL_HEARING, Verb.ANNOUNCE_HEARING})
ANSWERED = {Verb.REPLY: "asked_organs", Verb.DEFEND: "unheard", Verb.REPORT_BACK: "urged"}
WEIGHTS = {
    **dict.fromkeys((Verb.WITHDRAW, Verb.TERMINATE, Verb.NOT_ACCEPT), ENDS_IT),
    **dict.fromkeys((Verb.EXCEPT, Verb.TRANSFER, Verb.ASSIGN, Verb.EXPLAIN, Verb.EXTEND, Verb.FILL_GAP), TELLS_LITTLE),
    **dict.fromkeys((Verb.CONSULT, Verb.TELL_PARTY), 0.1),
    **dict.fromkeys(OPENS, TELLS_LITTLE),
    **dict.fromkeys((Verb.URGE, Verb.SUPERVISE), TELLS_LITTLE),
    **dict.fromkeys((Verb.GAP_ACCEPT, Verb.PAUSE, Verb.CLAIM), 0.4),
    **dict.fromkeys((Verb.ACCEPT, Verb.REVIEW, Verb.GRANT, Verb.VISIT, Verb.RECTIFY, Verb.COSIGN), GOES_ON),
}
"""How often a verb is tried beside the others of its state: stories should neither end at once nor stand still."""


def who_for(scene: Scene, verb: Verb) -> Who:
    """Mostly somebody of whom the oracle thinks well, at times anybody at all, an applicant of another case too."""
    dice, line = scene.dice, LINES.get((State(scene.item.state), verb))
    applicant, memory = scene.part.applicant, scene.part.memory
    everybody = [*scene.world.people, applicant, Who(id="applicant", name="别人", applies_for="another case")]
    if line is None or dice.random() < 0.12:
        return dice.choice(everybody)
    if Role.APPLICANT in line.by and dice.random() < 0.8:
        return applicant
    able = [each for each in everybody if not why_unlawful(memory, verb, each, scene.item)]
    there = [each for each in scene.world.organs[scene.item.organ] if any(each.has(role) for role in line.by)]
    return dice.choice(able if able and dice.random() < 0.85 else there or everybody)
