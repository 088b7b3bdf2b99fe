"""The paper of the whole case about its time: the cap on items handled together is extended (行政许可法 42(2))."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from yizheng.law.citation import cited
from yizheng.law.papers.kinds import likewise
from yizheng.law.papers.paper import Head, Paper, ask, day_due, ended, sheet_of
from yizheng.law.papers.sheet import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class JointExtension(Paper):
    """并联办理延期告知书: by the head of government, before the cap ends, with reasons (行政许可法 42(2))."""

    KIND: ClassVar[str] = "joint_extension"
    TITLE: ClassVar[str] = "并联办理延期告知书"
    SERIES: ClassVar[str] = "并延"
    NAMES_A_DAY: ClassVar[bool] = True

    reasons: str = ask("延长的理由", max_length=500, help="会告知申请人，写清楚为什么四十五日内不能全部办结。")

    def sheet(self, head: Head) -> Sheet:
        return sheet_of(
            self,
            head,
            paragraphs=(
                f"你（单位）申请办理「{head.industry}」，各事项并联办理，四十五日内不能全部办结。"
                f"理由：{ended(self.reasons)}",
                f"经本级人民政府负责人批准，总时限延长十五日，至{day_due(head, head.cap_on)}"
                f"（{cited('行政许可法 42(2)')}，按工作日计算）。各事项自己的办理期限不因此延长。"
                f"{likewise(head.kinds)}",
            ),
            facts=(("办件编号", head.case_number), ("总时限届满日", day_due(head, head.cap_on))),
        )
