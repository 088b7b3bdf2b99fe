"""The stories of the demo: which case, when it began, what happens to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from yizheng.demo.hearings import close_to_its_cap, hearing_called, hearing_held, told_of_hearing
from yizheng.demo.plots import (
    all_granted,
    claimed,
    deemed_accepted,
    drafted,
    filled_in,
    granted_after_supplement,
    item_withdrawn,
    left_lying,
    none_granted,
    not_accepted,
    one_refused,
    only_one_granted,
    partly_accepted,
    partly_decided,
    proposed,
    received,
    received_at_the_window,
    retired,
    revoked,
    sent_back,
    supplemented,
    told_to_supplement,
    under_way,
    withdrawn,
)
from yizheng.demo.procedures import extended, in_a_procedure, to_be_visited, told_to_rectify
from yizheng.demo.teller import Teller

Plot = Callable[[Teller], Iterator[datetime]]
R, C, P, H, K = "RESTAURANT", "CONVENIENCE", "PHARMACY", "HOTEL", "KTV"
A_LONG_TIME = 1330
"""Working days: long enough for permits of five years to have ended."""


@dataclass(frozen=True)
class Story:
    """One case: where, when it began (working days ago), what happens; ``told`` names it on the page of the demo."""

    industry: str
    days_ago: int
    plot: Plot
    told: str = ""
    items: tuple[int, int] = (2, 99)


STORIES = (
    Story(R, A_LONG_TIME, all_granted, "五年前的许可，有的已届满失效", (4, 99)),
    Story(R, 60, all_granted, "全部准予，综合许可证已换发几版", (4, 99)),
    Story(C, 55, all_granted), Story(P, 52, all_granted), Story(H, 50, all_granted),
    Story(R, 48, revoked, "一项许可被撤销，扫旧版就看得到", (4, 99)),
    Story(C, 46, retired, "许可不足两项，综合许可证停止使用", (2, 3)),
    Story(R, 45, one_refused, "一项不予许可，其余照发", (3, 99)),
    Story(P, 43, one_refused), Story(H, 42, one_refused),
    Story(C, 40, only_one_granted, "只准予一项，不制发综合许可证", (2, 3)),
    Story(R, 38, none_granted), Story(H, 37, all_granted),
    Story(R, 36, granted_after_supplement, "补正以后准予"),
    Story(C, 35, granted_after_supplement),
    Story(R, 33, item_withdrawn, "撤回一项，其余准予", (3, 99)),
    Story(H, 32, withdrawn), Story(P, 31, all_granted),
    Story(C, 30, not_accepted, "一项不予受理，写明有权机关"),
    Story(R, 11, left_lying, "有一项已逾期"),
    Story(C, 24, all_granted), Story(R, 20, all_granted), Story(R, 16, all_granted),
    Story(P, 5, partly_decided), Story(H, 6, partly_decided, "部分办结"), Story(R, 6, partly_decided),
    Story(R, 7, deemed_accepted, "逾期未告知，视为受理", (3, 99)),
    Story(C, 7, deemed_accepted),
    Story(R, 4, sent_back), Story(H, 3, proposed, "待决定"), Story(C, 3, proposed),
    Story(R, 5, supplemented, "已补正，等待受理"), Story(P, 5, told_to_supplement),
    Story(R, 4, told_to_supplement, "待补正，等申请人"),
    Story(P, 3, claimed), Story(R, 3, claimed, "审查中"), Story(H, 2, under_way), Story(C, 2, under_way),
    Story(R, 2, partly_accepted),
    Story(R, 3, to_be_visited, "待踏勘"), Story(R, 4, told_to_rectify, "整改中，期限照常计算", (4, 99)),
    Story(R, 3, in_a_procedure, "特别程序中，期限停算", (4, 99)), Story(P, 4, extended, "法定期限已依法延长"),
    Story(C, 4, received, "快到答复受理的期限"), Story(R, 3, received), Story(H, 2, received_at_the_window),
    Story(P, 1, received_at_the_window), Story(R, 1, received, "刚收件"), Story(C, 1, received),
    Story(R, 3, drafted), Story(P, 2, filled_in, "草稿已填好，还没提交"), Story(R, 1, drafted),
    Story(K, 32, hearing_held, "听证已举行，根据笔录准予", (3, 99)),
    Story(K, 8, hearing_called, "听证已公告、已通知，几天后举行", (3, 99)),
    Story(R, 4, told_of_hearing, "可以要求听证，五日内提出", (4, 99)),
    Story(K, 34, close_to_its_cap, "承诺时限已过，依法延长，总时限快到了", (4, 99)),
)  # fmt: skip
"""Every case of the demo."""
