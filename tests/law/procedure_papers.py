"""A good example of every paper of a procedure, bad ones with the field that is wrong, and what each says by kind."""

from __future__ import annotations

from datetime import date

from tests.law.permit_papers import KINDS
from yizheng.law.items import ItemKind
from yizheng.law.papers import (
    ArchiveIndex,
    Assignment,
    Commitment,
    Cosignature,
    DeliveryAttempt,
    Extension,
    GapAcceptance,
    GapPromise,
    GapReply,
    JointExtension,
    MissedDecision,
    Options,
    OverdueExplanation,
    Paper,
    ProcedureEnded,
    ProcedureProlonged,
    Recheck,
    Rectification,
    RectificationReport,
    SeparationException,
    ServiceReceipt,
    SpecialProcedure,
    Termination,
    Transfer,
    VisitCall,
    VisitRecord,
)

TODAY, YESTERDAY, LATER = date(2026, 3, 20), date(2026, 3, 19), date(2026, 4, 10)
TWO = "王一　执法证号1\n李二　执法证号2"
AMONG: dict[str, Options] = {
    "reviewers": (("li", "李审查"), ("wu", "吴审查")),
    "staff": (("wang", "王窗口"), ("zhao", "赵决定")),
    "gap": (("M_PLAN", "平面图"), ("M_LEASE", "租赁合同")),
}
"""What can be chosen in the case of the examples."""
NAMED = tuple(option for options in AMONG.values() for option in options)

IN_PROCEDURE: tuple[Paper, ...] = (
    Assignment(to="li", note="请先看排烟。"),
    Cosignature(agrees="yes", words="事实清楚。"),
    SeparationException(person="zhao", pair="review-decide", reasons="本科室只有两人，替补人员出差。"),
    Transfer(to="wu", reasons="李审查休假。"),
    Commitment(signed_by="张三", on=TODAY),
    GapPromise(missing=(("平面图", "食品经营许可", "5个工作日"),), signed_by="张三", on=TODAY),
    GapAcceptance(missing=("M_PLAN", "M_LEASE"), promised=True),
    GapReply(note="原件。"),
    Extension(reasons="须市级检测机构出具报告。"),
    JointExtension(reasons="须市级专家评审。"),
    MissedDecision(),
    OverdueExplanation(reasons="检测机构停业检修。", expected_on=LATER),
    ProcedureEnded(result="检测合格。"),
    ProcedureProlonged(why="样品须复检。", until_on=LATER),
    SpecialProcedure(procedure="test", why="食品安全法要求。", until_on=LATER),
    Termination(ground="gone", reasons="营业执照已注销。"),
    ArchiveIndex(place="电子档案库"),
    DeliveryAttempt(way="post", tried_on=YESTERDAY, why="无人签收，邮件退回。"),
    ServiceReceipt(way="window", recipient="张三"),
    Recheck(visited_on=TODAY, inspectors=TWO, found="排烟管道已接通。", result="passed"),
    Rectification(findings="排烟管道未接通。", until_on=LATER),
    RectificationReport(done="已接通排烟管道。"),
    VisitCall(visit_on=LATER, prepare="请带平面图。"),
    VisitRecord(visited_on=TODAY, inspectors=TWO, found="有专间。", result="passed", said="没有意见。"),
)

BAD: tuple[tuple[Paper, str, str], ...] = (
    (Assignment(), "to", "请填写「分派给」。"),
    (Assignment(to="zhao"), "to", "「分派给」请在给出的选项中选择。"),
    (Transfer(to="wu"), "reasons", "请填写「转办原因」。"),
    (Transfer(to="somebody", reasons="休假。"), "to", "「转给」请在给出的选项中选择。"),
    (Cosignature(agrees="maybe", words="看看。"), "agrees", "「会签结论」请在给出的选项中选择。"),
    (SeparationException(person="zhao", pair="review-decide"), "reasons", "请填写「理由」。"),
    (SeparationException(person="li", pair="review-decide", reasons="人少。"), "person", "请在给出的选项中选择。"),
    (SeparationException(person="zhao", pair="all", reasons="人少。"), "pair", "「例外」请在给出的选项中选择。"),
    (GapAcceptance(promised=True), "missing", "请填写「容缺的材料」。"),
    (GapAcceptance(missing=("M_PLAN",), promised=True), "missing", "还没有交的都要列入：租赁合同"),
    (GapAcceptance(missing=("M_PLAN", "M_LEASE")), "promised", "没有容缺受理承诺书的，不能容缺受理"),
    (Extension(), "reasons", "请填写「延长的理由」。"),
    (JointExtension(), "reasons", "请填写「延长的理由」。"),
    (OverdueExplanation(reasons="检修。"), "expected_on", "请填写「预计办结日」。"),
    (OverdueExplanation(reasons="检修。", expected_on=YESTERDAY), "expected_on", "不能早于今天"),
    (DeliveryAttempt(way="post", tried_on=LATER, why="退回。"), "tried_on", "不能晚于今天"),
    (DeliveryAttempt(way="post", why="退回。"), "tried_on", "请填写「哪一天送的」。"),
    (DeliveryAttempt(way="post", tried_on=TODAY), "why", "请填写「为什么没有送到」。"),
    (ProcedureEnded(), "result", "请填写「结果」。"),
    (ProcedureProlonged(why="复检。"), "until_on", "请填写「新的预计结束日」。"),
    (ProcedureProlonged(why="复检。", until_on=YESTERDAY), "until_on", "所需时间应当事先书面告知"),
    (SpecialProcedure(procedure="visit", why="核查。", until_on=LATER), "procedure", "请在给出的选项中选择。"),
    (SpecialProcedure(procedure="test", why="检测。", until_on=YESTERDAY), "until_on", "行政许可法第四十五条"),
    (Termination(reasons="理由。"), "ground", "请填写「终止的情形」。"),
    (ArchiveIndex(place=" "), "place", "请填写「存放位置」。"),
    (ServiceReceipt(way="window"), "recipient", "请填写「签收人」。"),
    (ServiceReceipt(way="post", recipient="张三"), "proof", "没有凭据的不算送达"),
    (ServiceReceipt(way="left", recipient="张三"), "proof", "没有凭据的不算送达"),
    (ServiceReceipt(way="electronic", recipient="张三"), "consent", "不能电子送达；送达期限继续计算"),
    (Recheck(visited_on=TODAY, inspectors="王一", found="好。", result="passed"), "inspectors", "两名以上工作人员"),
    (Recheck(visited_on=LATER, inspectors=TWO, found="好。", result="passed"), "visited_on", "不能晚于今天"),
    (Rectification(findings="排烟。", until_on=TODAY), "until_on", "要晚于今天"),
    (Rectification(findings="排烟。"), "until_on", "请填写「整改期限」。"),
    (RectificationReport(), "done", "请填写「整改情况」。"),
    (VisitCall(visit_on=YESTERDAY), "visit_on", "不能早于今天"),
    (VisitCall(), "visit_on", "请填写「核查日期」。"),
    (VisitRecord(visited_on=TODAY, inspectors="王一\n王一\n", found="好。", result="passed"), "inspectors", "两名以上"),
    (VisitRecord(visited_on=LATER, inspectors=TWO, found="好。", result="passed"), "visited_on", "不能晚于今天"),
    (VisitRecord(visited_on=TODAY, inspectors=TWO, found="好。", result="fine"), "result", "请在给出的选项中选择。"),
)
"""A paper, the one field that is wrong, and the words of the rule."""

_TOLD: tuple[tuple[type[Paper], str, str, tuple[str, ...]], ...] = (
    # paper             title                   series   says, for a permit, a filing, a registration (or for all alike)
    (Assignment,          "分派单",               "",     ("分派给李审查审查。请先看排烟。",)),
    (Cosignature,         "会签意见",             "",     ("同意审查意见：事实清楚。",)),
    (SeparationException, "受审分离例外审批单",   "",     ("同意赵决定在本件中例外：审查的人员作出决定。",)),
    (Transfer,            "转办单",               "",     ("转给吴审查审查。原因：李审查休假。",)),
    (Commitment,          "告知承诺书",           "承",   ("许可条件如下：1．有与经营规模相适应的场所。",)),
    (GapPromise,          "容缺受理承诺书",       "容承", ("申请人选择容缺受理（《青岛市优化营商环境条例》第二十四",)),
    (GapAcceptance,       "容缺受理通知书",       "容受", ("先予受理", "先予接收", "先予受理")),
    (GapReply,            "容缺材料收件凭证",     "综收", ("容缺的材料已于2026年3月20日收齐。原件。",)),
    (Extension,           "延长办理期限告知书",   "延",
     ("延长办理期限，至2026年4月16日（暂定）（依据《行政许可法》第四十二条第一款）",
      "（参照《行政许可法》第四十二条第一款）", "（参照《行政许可法》第四十二条第一款）")),
    (JointExtension,      "并联办理延期告知书",   "并延", ("总时限延长十五日，至2026年3月26日（暂定）",)),
    (MissedDecision,      "逾期未决定告知书",     "逾",   ("应当先向青岛市人民政府申请行政复议",)),
    (OverdueExplanation,  "逾期说明",             "逾说", ("原因：检测机构停业检修。预计2026年4月10日办结。",)),
    (ProcedureEnded,      "特别程序结束告知书",   "特",
     ("自次日起继续计算（依据《行政许可法》第四十五条）", "（参照《行政许可法》第四十五条）",
      "（参照《行政许可法》第四十五条）")),
    (ProcedureProlonged,  "特别程序延时告知书",   "特",
     ("照常计算（依据《行政许可法》第四十五条）", "（参照《行政许可法》第四十五条）",
      "（参照《行政许可法》第四十五条）")),
    (SpecialProcedure,    "特别程序告知书",       "特",
     ("需要检测：食品安全法要求。所需时间自2026年3月20日起至2026年4月10日止，不计算在办理期限内"
      "（依据《行政许可法》第四十五条）", "（参照《行政许可法》第四十五条）", "（参照《行政许可法》第四十五条）")),
    (Termination,         "终止审查决定书",       "终",   ("因申请人死亡、丧失行为能力或者依法终止，现终止审查。",)),
    (ArchiveIndex,        "归档清单",             "档",   ("存放于电子档案库。",)),
    (DeliveryAttempt,     "送达未成记录",         "送未", ("以邮寄送达方式送达，没有送到：无人签收",)),
    (ServiceReceipt,      "送达回证",             "送",   ("的下列文书已送达。",)),
    (Recheck,             "整改复审意见",         "整",   ("复审情况：排烟管道已接通。结论：整改到位。",)),
    (Rectification,       "整改通知书",           "整",   ("请在2026年4月10日前改好并报告",)),
    (RectificationReport, "整改报告",             "综收", ("的整改情况：已接通排烟管道。",)),
    (VisitCall,           "现场核查通知书",       "核",
     ("到现场核查（依据《行政许可法》第三十四条第三款）。现场核查不停止计算办理期限。",
      "（参照《行政许可法》第三十四条第三款）", "（参照《行政许可法》第三十四条第三款）")),
    (VisitRecord,         "现场核查记录",         "核",   ("结论：合格。申请人的意见：没有意见。",)),
)  # fmt: skip

IN_PROCEDURE_BY_KIND: tuple[tuple[type[Paper], ItemKind, str, str, str], ...] = tuple(
    (paper, kind, paper.TITLES.get(kind, title), series, says)
    for paper, title, series, told in _TOLD
    for kind, says in zip(KINDS, told * 3 if len(told) == 1 else told, strict=True)
)
