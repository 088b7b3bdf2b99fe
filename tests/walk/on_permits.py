"""What somebody might try on a permit: any verb of its life, with a good paper, a bad one or none that fits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from tests.walk import cards
from tests.walk.cards import Card
from tests.walk.deeds import spoilt
from tests.walk.parts import Deed, Part
from tests.walk.world import NOBODY
from yizheng.cases.models import Case, ItemCase
from yizheng.catalogue import publishing
from yizheng.law import papers
from yizheng.law.authority import Who
from yizheng.law.calendar import NoCalendar
from yizheng.law.items.life import CHANGE, RENEWAL
from yizheng.law.papers import Paper
from yizheng.law.permit_transitions import PERMIT_LINES, VERB_OF_PAPER
from yizheng.law.terms import months_after
from yizheng.law.words import Standing, Verb
from yizheng.licences.commands import act_on_permit, ask_change, ask_renewal
from yizheng.licences.models import Permit

if TYPE_CHECKING:
    from tests.walk.walking import Walk

FACTS: Mapping[str, tuple[str, ...]] = {
    "holder": ("青岛甲餐饮有限公司", "青岛乙餐饮有限公司"),
    "representative": ("王新人", "李新人"),
    "premises": ("高新区新业路1号", "高新区竹园路5号"),
}


def _application(walk: Walk) -> Paper:
    facts = walk.dice.sample(sorted(FACTS), walk.dice.choice([1, 1, 2]))
    return papers.ChangeApplication(**{fact: walk.dice.choice(FACTS[fact]) for fact in facts})


def _cancellation(walk: Walk) -> Paper:
    return papers.Cancellation(ground=walk.dice.choice(["70-1", "70-3", "70-4", "70-6"]), note="公告。")


def _order(walk: Walk) -> Paper:
    return papers.RectificationOrder(demands="打开出口。", mend_by=walk.today + timedelta(days=walk.dice.randint(1, 9)))


def _check(walk: Walk) -> Paper:
    result = walk.dice.choice(["met", "unmet", "unmet"])
    return papers.PostCheckRecord(result=result, checkers="甲、乙", found="看过。")


GOOD: Mapping[Verb, Callable[[Walk], Paper]] = {
    Verb.ASK_CHANGE: _application,
    Verb.CHANGE: lambda _: papers.ChangeDecision(),
    Verb.REFUSE_CHANGE: lambda _: papers.ChangeRefusal(found="没有变更。", reasons="与登记不一致。"),
    Verb.ASK_RENEWAL: lambda _: papers.RenewalApplication(note="没有变化。"),
    Verb.RENEW: lambda _: papers.RenewalDecision(),
    Verb.REFUSE_RENEWAL: lambda _: papers.RenewalRefusal(found="已拆除。", reasons="不再符合规定。"),
    Verb.SUSPEND: lambda _: papers.Suspension(decision="青高新罚〔2021〕7号", found="暂扣三个月。"),
    Verb.RESTORE: lambda _: papers.Restoration(reasons="暂扣期满。"),
    Verb.FORFEIT: lambda _: papers.Forfeiture(decision="青高新罚〔2021〕8号", found="情节严重。"),
    Verb.HALT: lambda w: papers.ClosureNote(decision="青高新罚〔2021〕9号", until_on=w.today + timedelta(days=20)),
    Verb.RECALL: lambda _: papers.Recall(ground="law", found="办法已废止。", compensation="按实际损失补偿。"),
    Verb.REVOKE: lambda w: papers.Revocation(ground=w.dice.choice(["69-1-3", "69-2", "26-2"]), found="已听取申辩。"),
    Verb.CANCEL: _cancellation,
    Verb.POST_CHECK: _check,
    Verb.ORDER: _order,
    Verb.PROPOSE: lambda w: papers.Letter(wish=w.dice.choice(["revoke", "know"]), matter="核查不合格。"),
    Verb.DEEM_RENEWED: lambda _: papers.DeemedRenewal(),
    Verb.EXPIRE: lambda _: papers.Expiry(),
}
"""A paper as a careful clerk writes it; a test asks for every verb of the table."""

SELDOM, OFTEN = 0.12, 3.0
WEIGHTS = {
    **dict.fromkeys((Verb.RECALL, Verb.REVOKE, Verb.FORFEIT, Verb.HALT, Verb.PROPOSE), SELDOM),
    **dict.fromkeys((Verb.ASK_RENEWAL, Verb.RENEW, Verb.RESTORE), OFTEN),
    Verb.CANCEL: 0.06,
    Verb.SUSPEND: 0.4,
    Verb.DEEM_RENEWED: 0.02,
    Verb.EXPIRE: 0.02,
}
"""How often a verb is tried beside the others of its standing."""


def something(walk: Walk, part: Part) -> Deed:
    """Somebody tries a verb on a permit, mostly one that the clerk's card allows."""
    now = walk.index.on(walk.today)
    id_ = walk.dice.choice(sorted(now.cards, key=lambda each: now.cards[each].number))
    card = now.cards[id_]
    verb = _verb(walk, card)
    who, paper = _who(walk, part, card, verb), _paper(walk, verb)
    said = f"{who.name} {verb} {card.item} ({card.standing}) {paper}"
    do, at, case_id = _command(verb), walk.at, part.case_id
    if verb == Verb.ASK_CHANGE:
        call: Callable[[], Any] = lambda: ask_change(case_id, paper, who=who, at=at)  # type: ignore[arg-type]  # noqa: E731
    else:
        call = lambda: do(case_id, id_, paper, who=who, at=at)  # noqa: E731
    return Deed(said, f"permit {verb}", call, lambda _: _remember(walk, part, id_, verb, who, paper))


def _command(verb: Verb) -> Callable[..., Any]:
    return ask_renewal if verb == Verb.ASK_RENEWAL else act_on_permit


def _verb(walk: Walk, card: Card) -> Verb:
    known = [verb for from_, verb in PERMIT_LINES if from_ == Standing(card.standing)]
    if not known or walk.dice.random() < 0.1:
        return walk.dice.choice(list(GOOD))
    able = [verb for verb in known if not cards.wrong_time(card, verb)]
    chosen = able if able and walk.dice.random() < 0.85 else known
    return walk.dice.choices(chosen, [WEIGHTS.get(verb, 1.0) for verb in chosen])[0]


def _who(walk: Walk, part: Part, card: Card, verb: Verb) -> Who:
    anybody = [*walk.world.people, part.applicant, walk.parts[0].applicant, NOBODY]
    able = [each for each in anybody if not cards.wrong_person(card, verb, each, str(part.case_id))]
    return walk.dice.choice(able if able and walk.dice.random() < 0.88 else anybody)


def _paper(walk: Walk, verb: Verb) -> Paper:
    good = GOOD[verb](walk)
    return good if walk.dice.random() < 0.93 else spoilt(good, walk.dice)


def _remember(walk: Walk, part: Part, id_: Any, verb: Verb, who: Who, paper: Paper) -> None:
    """The clerk has nothing against it, and writes it down."""
    index = walk.index
    index.turn(walk.today)
    asked = index.running() if verb == Verb.ASK_CHANGE else [index.cards[id_]]
    assert asked, f"{verb} with nothing that runs"
    for card in asked:
        why = cards.why_not(card, verb, who, str(part.case_id))
        assert not why, f"{verb} of {card.item} by {who.name} went through: {why}"
    if verb == Verb.ASK_CHANGE:
        index.asked({fact: new for fact in FACTS if (new := getattr(paper, fact))})
        return
    assert VERB_OF_PAPER[type(paper)] == verb
    when = _window(walk, index.cards[id_]) if verb == Verb.ASK_RENEWAL else ""
    assert when in {"", "in_time", "late"}, f"renewal was asked for {when}"
    index.done(verb, index.cards[id_], walk.today, paper, in_time=when == "in_time")


def _window(walk: Walk, card: Card) -> str:
    """When an application for renewal comes: from three months to twenty working days before, or until thirty days."""
    assert card.until_on is not None
    if not card.continues:
        return "in_time" if walk.today <= _worked(walk, card.until_on - timedelta(days=30)) else "late"
    if walk.today < months_after(card.until_on, -3):
        return "early"
    day, left = card.until_on, 20
    while left:
        day -= timedelta(days=1)
        left -= walk.calendar.is_workday(day)
    return "in_time" if walk.today <= day else "barred"


def _worked(walk: Walk, day: date) -> date:
    """The day, or the next one that is worked."""
    try:
        while not walk.calendar.is_workday(day):
            day += timedelta(days=1)
    except NoCalendar:
        pass
    return day


def card_of(part: Part, item_case: ItemCase, on: date) -> tuple[Any, Card]:
    """A card for a permit that was just made, and its id."""
    case, row = Case.objects.get(id=part.case_id), Permit.objects.get(item_case_id=item_case.id)
    item = publishing.version(case.catalogue_id).items[item_case.item]
    rule, check = item.change or CHANGE, item.post_check
    due = check is not None and (not check.commitment or item_case.handling == "commitment")
    stated = {"holder": case.holder, "representative": case.form["rep_name"], "premises": case.premises}
    card = Card(
        item=item.code, number=row.number, organ=item.organ, section=item.section, place=item_case.place,
        supervisor=item.supervisor or item.organ, from_on=on, until_on=cards.term(on, item.validity.years),
        years=item.validity.years, continues=(item.renewal_window or RENEWAL).continues,
        treats={fact: getattr(rule, fact) for fact in FACTS}, states=stated, checking="due" if due else "",
    )  # fmt: skip
    return row.id, card
