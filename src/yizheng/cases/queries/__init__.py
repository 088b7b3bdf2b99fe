"""What pages, jobs and the API may know of cases: frozen data, never model rows."""

from yizheng.cases.queries.sweeps import (
    cases_with_lapses,
    cases_with_missed_limits,
    cases_with_moved_days,
    cases_with_unasked_hearings,
    cases_with_untold_changes,
    drafts_untouched_since,
)

__all__ = [
    "cases_with_lapses",
    "cases_with_missed_limits",
    "cases_with_moved_days",
    "cases_with_unasked_hearings",
    "cases_with_untold_changes",
    "drafts_untouched_since",
]
