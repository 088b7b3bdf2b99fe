"""What comes after a decision: it is served, the licence is handed out, letters get their receipt, permits are checked.

Whoever does it does what still waits for them; told again, nothing waits.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from yizheng.cases.commands import Move, step
from yizheng.cases.file import day_of
from yizheng.cases.queries.case_page import case_page
from yizheng.demo.teller import Teller
from yizheng.law.authority import Who
from yizheng.law.papers import PostCheckRecord, ServiceReceipt
from yizheng.law.words import Verb
from yizheng.licences.commands import acknowledge, act_on_permit, hand_out
from yizheng.licences.facts import supervisor_of
from yizheng.licences.queries.tasks import checks_for, letters_for, to_hand_out

CHECKED_AFTER = 10
"""Working days from the last deed of a story to the check of what was granted on commitment."""


def looked_after(t: Teller, plot: Iterator[datetime]) -> Iterator[datetime]:
    """A story, and what the hall, the lead department and the supervisors do after it."""
    yield from plot
    if not t.items:
        return
    last = t.city.calendar.workdays_between(t.start, day_of(t.at))
    for care in (serve, give, acknowledge_letters):
        yield t.on(last + 1)
        care(t)
    yield t.on(last + CHECKED_AFTER)
    check(t)


def serve(t: Teller) -> None:
    """The window serves every decision in person."""
    paper = ServiceReceipt(way="window", recipient=str(t.shop.form["rep_name"]))
    shown = [each.shown for each in case_page(t.case_id, t.window, day_of(t.at)).items]
    moves = [Move(each.id, Verb.SERVE, paper) for each in shown if each.choice("serve").open]
    if moves:
        step(t.case_id, moves, who=t.window, at=t.at)


def give(t: Teller) -> None:
    """The window hands the newest licence out."""
    for row in to_hand_out(t.at):
        if row.case_id == t.case_id:
            name = str(t.shop.form["rep_name"])
            hand_out(t.case_id, row.version, to_name=name, old_returned=row.has_old, who=t.window, at=t.at)


def acknowledge_letters(t: Teller) -> None:
    """Whoever got a letter about this case gives its receipt."""
    for who in receivers(t):
        for letter in letters_for(who, t.at):
            if letter.case_id == t.case_id:
                acknowledge(t.case_id, letter.id, who=who, at=t.at)


def catch_up(lead: Who, at: datetime) -> None:
    """The lead department gives a receipt for what the law did meanwhile, but for the two newest letters."""
    for letter in letters_for(lead, at)[:-2]:
        acknowledge(letter.case_id, letter.id, who=lead, at=at)


def check(t: Teller) -> None:
    """The supervisors find everything as it was promised."""
    for who in (t.city.staff.supervisors[organ] for organ in sorted(organs(t))):
        paper = PostCheckRecord(result="met", checkers=f"{who.name}、同行人员", found="现场与承诺一致，设施齐全。")
        for task in checks_for(who, t.at):
            if task.case_id == t.case_id:
                act_on_permit(t.case_id, task.permit_id, paper, who=who, at=t.at)


def receivers(t: Teller) -> Iterator[Who]:
    """Everybody who may get a letter."""
    staff = t.city.staff
    yield staff.lead
    for organ in sorted(organs(t)):
        yield staff.supervisors[organ]
        yield staff.deciders[organ][0]


def organs(t: Teller) -> set[str]:
    """Who decides or supervises an item of this case."""
    items = [t.city.catalogue.items[code] for code in t.items]
    return {item.organ for item in items} | {supervisor_of(item) for item in items}
