"""What may be done to a case: every command passes the one door."""

from yizheng.cases.commands.adding import add_items
from yizheng.cases.commands.cap import extend_case
from yizheng.cases.commands.credit import bar_from_commitment, repair_credit
from yizheng.cases.commands.drafts import expire_draft, hand_in, open_draft, save_draft, take_out, wipe_files
from yizheng.cases.commands.filing import file_case
from yizheng.cases.commands.gaps import promise_gap
from yizheng.cases.commands.lapses import settle_case
from yizheng.cases.commands.law_changes import tell_law_changes
from yizheng.cases.commands.ratings import answer_rating, rate
from yizheng.cases.commands.redating import redate_case
from yizheng.cases.commands.results import tell_dependants
from yizheng.cases.commands.steps import Move, step
from yizheng.cases.commands.supplements import add_point, issue_supplement, remove_point, supply

__all__ = [
    "Move",
    "add_items",
    "add_point",
    "answer_rating",
    "bar_from_commitment",
    "expire_draft",
    "extend_case",
    "file_case",
    "hand_in",
    "issue_supplement",
    "open_draft",
    "promise_gap",
    "rate",
    "redate_case",
    "remove_point",
    "repair_credit",
    "save_draft",
    "settle_case",
    "step",
    "supply",
    "take_out",
    "tell_dependants",
    "tell_law_changes",
    "wipe_files",
]
