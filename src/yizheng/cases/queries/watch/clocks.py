"""Days and states that are kept must follow from the facts; what the law has done must have been performed."""

from __future__ import annotations

from collections.abc import Iterator

from yizheng.cases.facts import unasked
from yizheng.cases.models import ItemCase
from yizheng.cases.outcome import derived_columns
from yizheng.cases.queries.watch.finding import BY_ITSELF, Batch, Finding, Watched
from yizheng.cases.timing import days_of, lamps_of, lapsed, missed, runs_of
from yizheng.law.words import UNDER_REVIEW, CaseState, HearingState, State

KEPT = {
    "due_on": "到期日", "serve_by": "送达期限", "half_on": "过半日", "near_on": "临近届满日", "cap_on": "总时限",
    "state": "办件状态",
}  # fmt: skip
AWAKE = f"{BY_ITSELF}，并启动 yizheng work"


def days_as_derived(batch: Batch) -> Iterator[Finding]:
    """A day that is kept is the day that follows from the facts (domain §2.13)."""
    for watched in batch.cases:
        for item_case in watched.items:
            runs, calendar = runs_of(item_case), watched.look.calendar
            for name, day in (days_of(runs, calendar) | lamps_of(runs, calendar)).items():
                if (kept := getattr(item_case, name)) != day:
                    sentence = f"存的{KEPT[name]}是{kept}，按事实推算是{day}。"
                    yield watched.finding("derived", sentence, BY_ITSELF, item_case)


def cases_as_derived(batch: Batch) -> Iterator[Finding]:
    """The state of a case and the cap on it are what its item-cases say (domain §2.14)."""
    for watched in batch.cases:
        case, look = watched.case, watched.look
        for name, now in derived_columns(case, watched.items, look.on, look.calendar).items():
            if (kept := getattr(case, name)) != now:
                named = CaseState(kept).label if name == "state" else kept
                said = now.label if isinstance(now, CaseState) else now
                yield watched.finding("derived", f"存的{KEPT[name]}是{named}，按各事项推算是{said}。", BY_ITSELF)


def lapses_performed(batch: Batch) -> Iterator[Finding]:
    """What the law has done by lapse of time stands in the book (行政许可法 32(1)(4); 行政复议法 23)."""
    for watched in batch.cases:
        for item_case in watched.items:
            if sentence := _slept(watched, item_case, batch):
                yield watched.finding("asleep", sentence, AWAKE, item_case)


def _slept(watched: Watched, item_case: ItemCase, batch: Batch) -> str:
    if lapsed(item_case, batch.on, watched.look.calendar):
        return "五个工作日已过，依法视为受理，系统还没有补记（读取时已按视为受理显示）。"
    if last := missed(item_case, batch.on, watched.look.calendar):
        return f"法定期限已于{last}届满，还没有告知申请人。"
    if State(item_case.state) in UNDER_REVIEW:
        stands, runs = HearingState(item_case.hearing), runs_of(item_case)
        if last := unasked(stands, runs, watched.look.calendar, batch.on):
            return f"申请听证的期限已于{last}届满，没有人申请，系统还没有补记。"
    return ""


def pauses_told(batch: Batch) -> Iterator[Finding]:
    """A special procedure that lasts longer than was told is told again, or ended (行政许可法 45)."""
    for watched in batch.cases:
        for item_case in watched.items:
            open_ = [
                pause.told_until
                for run in runs_of(item_case)
                for pause in run.pauses
                if item_case.state == State.PAUSED and pause.until_on is None and pause.told_until
            ]
            if open_ and max(open_) < batch.on:
                sentence = f"告知的特别程序时间到{max(open_)}为止，已经超过，期限在继续计算。"
                mend = "审查人在事项页「再次告知特别程序时间」或者「结束特别程序」"
                yield watched.finding("pause", sentence, mend, item_case)
