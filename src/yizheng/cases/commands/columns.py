"""What a step changes of an item-case beside its state and its clocks, verb by verb."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from yizheng.cases.commands import asking
from yizheng.cases.file import CaseFile
from yizheng.cases.models import ItemCase
from yizheng.cases.paperfacts import Choosing, choosable
from yizheng.law.authority import Who
from yizheng.law.papers import (
    Assignment,
    Cosignature,
    GapAcceptance,
    Paper,
    ReviewOpinion,
    SeparationException,
    Transfer,
)
from yizheng.law.words import State, Verb

Columns = Callable[[CaseFile, ItemCase, Paper | None, Who], dict[str, Any]]


def columns_of(file: CaseFile, item_case: ItemCase, verb: Verb, paper: Paper | None, who: Who) -> dict[str, Any]:
    """The columns that a verb sets beside the state."""
    columns = COLUMNS.get(verb)
    return columns(file, item_case, paper, who) if columns else {}


def _accepted(file: CaseFile, item_case: ItemCase, paper: Paper | None, who: Who) -> dict[str, Any]:
    gap = list(paper.missing) if isinstance(paper, GapAcceptance) else []
    return {"accepted_at": file.act.at, "acceptor_id": who.id, "gap": gap}


def _claimed(file: CaseFile, item_case: ItemCase, paper: Paper | None, who: Who) -> dict[str, Any]:
    """Whoever examines has claimed the item in passing."""
    return {"reviewer_id": who.id, "reviewer_name": who.name}


def _examined(file: CaseFile, item_case: ItemCase, paper: Paper | None, who: Who) -> dict[str, Any]:
    """Whoever has examined stays an examiner of this item, also after a transfer."""
    examined_by = list(dict.fromkeys([*item_case.examined_by, who.id]))
    return {**_claimed(file, item_case, paper, who), "examined_by": examined_by}


def _visited(file: CaseFile, item_case: ItemCase, paper: Paper | None, who: Who) -> dict[str, Any]:
    return {**_examined(file, item_case, paper, who), "visited_at": file.act.at}


def _told_to_rectify(file: CaseFile, item_case: ItemCase, paper: Paper | None, who: Who) -> dict[str, Any]:
    return {**_examined(file, item_case, paper, who), "rectified_at": file.act.at}


def _proposed(file: CaseFile, item_case: ItemCase, paper: Paper | None, who: Who) -> dict[str, Any]:
    assert isinstance(paper, ReviewOpinion)  # the table wants this paper for this verb
    opinion = {"proposal": paper.proposal, "proposed_at": file.act.at}
    return {**_examined(file, item_case, paper, who), **opinion, "cosigned_by": [], "disagreed": False}


def _returned(file: CaseFile, item_case: ItemCase, paper: Paper | None, who: Who) -> dict[str, Any]:
    return {"proposal": "", "cosigned_by": [], "disagreed": False}


def _to_be_heard(file: CaseFile, item_case: ItemCase, paper: Paper | None, who: Who) -> dict[str, Any]:
    """The reviewer opens a hearing in passing; the decider sends back with it what was proposed (行政许可法 46, 47)."""
    back = _returned if item_case.state == State.PROPOSED else _claimed
    return {**back(file, item_case, paper, who), **asking.opened(file, item_case, paper, who)}


def _cosigned(file: CaseFile, item_case: ItemCase, paper: Paper | None, who: Who) -> dict[str, Any]:
    assert isinstance(paper, Cosignature)  # the table wants this paper for this verb
    if paper.agrees != "yes":
        return {"disagreed": True}
    return {"cosigned_by": [*item_case.cosigned_by, who.id]}


def _given(file: CaseFile, item_case: ItemCase, paper: Paper | None, who: Who) -> dict[str, Any]:
    assert isinstance(paper, Assignment | Transfer)  # the table wants these papers for these verbs
    reviewers = dict(choosable([type(paper)], Choosing(file.case, item_case, file.today))["reviewers"])
    return {"reviewer_id": paper.to, "reviewer_name": reviewers[paper.to]}


def _excepted(file: CaseFile, item_case: ItemCase, paper: Paper | None, who: Who) -> dict[str, Any]:
    assert isinstance(paper, SeparationException)  # the table wants this paper for this verb
    return {"exceptions": [*item_case.exceptions, [paper.person, paper.pair]]}


def _at(column: str) -> Columns:
    def columns(file: CaseFile, item_case: ItemCase, paper: Paper | None, who: Who) -> dict[str, Any]:
        return {column: file.act.at}

    return columns


COLUMNS: Mapping[Verb, Columns] = {
    Verb.ACCEPT: _accepted,
    Verb.GAP_ACCEPT: _accepted,
    Verb.FILL_GAP: lambda *_: {"gap": []},
    Verb.CLAIM: _claimed,
    Verb.CALL_VISIT: _claimed,
    Verb.VISIT: _visited,
    Verb.RECTIFY: _told_to_rectify,
    Verb.RECHECK: _visited,
    Verb.PAUSE: _claimed,
    Verb.PROLONG: _claimed,
    Verb.RESUME: _claimed,
    Verb.TELL_HEARING: _to_be_heard,
    Verb.ANNOUNCE_HEARING: _to_be_heard,
    Verb.ASK_HEARING: asking.asked,
    Verb.CALL_HEARING: asking.called,
    Verb.HOLD_HEARING: asking.held,
    Verb.CONSULT: asking.consulted,
    Verb.REPLY: asking.answered,
    Verb.TELL_PARTY: asking.told,
    Verb.DEFEND: asking.answered,
    Verb.URGE: asking.urged,
    Verb.SUPERVISE: asking.urged,
    Verb.REPORT_BACK: asking.answered,
    Verb.REVIEW: _proposed,
    Verb.RETURN: _returned,
    Verb.COSIGN: _cosigned,
    Verb.ASSIGN: _given,
    Verb.TRANSFER: _given,
    Verb.EXCEPT: _excepted,
    Verb.EXPLAIN: _at("explained_at"),
    Verb.GRANT: _at("decided_at"),
    Verb.REFUSE: _at("decided_at"),
    Verb.NOT_ACCEPT: _at("decided_at"),
    Verb.TERMINATE: _at("decided_at"),
    Verb.WITHDRAW: _at("decided_at"),
    Verb.SERVE: _at("served_at"),
    Verb.ARCHIVE: _at("archived_at"),
}
"""The columns by verb; what is not named here changes nothing beside state and clocks."""
