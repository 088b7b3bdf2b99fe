"""Who may do what: small rules that say why not, in a sentence with its article, or nothing.

A refusal is the tooltip of a closed button, the answer of the API and the assertion of the test.
"""

from __future__ import annotations

from collections.abc import Callable

from yizheng.law.authority import asked, order, roles, separation
from yizheng.law.authority.facts import Facts, Line, Pair
from yizheng.law.authority.roles import OF_AN_ORGAN, post_for, signing, stood_in_for
from yizheng.law.authority.who import CLOCK, Post, Who

__all__ = [
    "CLOCK",
    "OF_AN_ORGAN",
    "RULES",
    "AuthorityRule",
    "Facts",
    "Line",
    "Pair",
    "Post",
    "Who",
    "post_for",
    "signing",
    "stood_in_for",
    "why_not",
]

AuthorityRule = Callable[[Line, Who, Facts], str]

RULES: tuple[AuthorityRule, ...] = (
    roles.in_a_fitting_role,
    roles.of_the_deciding_organ,
    roles.of_this_handling,
    separation.not_receiver_and_reviewer,
    separation.not_reviewer_and_decider,
    separation.no_further_than_the_principal,
    separation.not_cosigner_and_decider,
    roles.not_claimed_by_another,
    asked.hearing_in_order,
    asked.chaired_by_nobody_who_examines,
    asked.resumed_after_the_hearing,
    asked.answered_when_asked,
    order.supplement_only_once,
    order.accepted_when_all_is_supplied,
    order.gap_only_where_it_may_be,
    order.visited_before_the_opinion,
    order.rectified_once,
    order.extended_once_and_in_time,
    order.explained_when_late,
    order.granted_at_once_on_a_commitment,
    order.not_with_an_open_gap,
    order.not_against_the_opinion,
    order.cosigned_before_the_grant,
    asked.heard_before_the_opinion,
    order.heard_before_the_decision,
    order.not_before_what_it_waits_for,
    order.by_the_law_in_force,
    order.served_and_archived_once,
    separation.enough_people,
)
"""The rules, in the order in which they are asked; the first that has something to say is the answer."""


def why_not(line: Line, who: Who, facts: Facts) -> str:
    """The first reason why ``who`` may not do ``line``; empty when they may."""
    return next((reason for rule in RULES if (reason := rule(line, who, facts))), "")
