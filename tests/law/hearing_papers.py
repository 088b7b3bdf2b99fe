"""A good example of every paper of hearings and inquiries, bad ones with the wrong field, and what each says."""

from __future__ import annotations

from tests.law.permit_papers import KINDS
from tests.law.procedure_papers import LATER, TODAY, YESTERDAY
from yizheng.law.items import ItemKind
from yizheng.law.papers import (
    DefenceNotice,
    DefenceRecord,
    HearingAnnouncement,
    HearingCall,
    HearingRecord,
    HearingRequest,
    HearingRight,
    HearingWaived,
    OpinionReply,
    OpinionRequest,
    Options,
    Paper,
    SupervisionOrder,
    SupervisionReply,
    UrgingNote,
)

ASKED: dict[str, Options] = {
    "chairs": (("qian", "钱主持"),),
    "organs": (("XFJY", "消防救援大队"),),
    "opinions": (("i1", "消防救援大队：出口"),),
    "parties": (("i2", "刘某"),),
    "urgings": (("i3", "2026年3月19日督办"),),
}
"""What can be chosen in the case of the examples."""

_CALL = {"set_on": LATER, "hour": "09:30", "place": "政务服务大厅三楼"}
_HELD = {"present": "申请人、刘某。", "said": "刘某反对。", "found": "距离足够。"}

IN_HEARING: tuple[Paper, ...] = (
    HearingRight(interest="油烟影响相邻住户。", parties="刘某、王某"),
    HearingAnnouncement(matter="烟花爆竹销售布点。", sign_up="电话0532-1。", until_on=LATER),
    HearingRequest(asked_by="刘某", reasons="油烟。"),
    HearingWaived(),
    HearingCall(set_on=LATER, hour="09:30", place="政务服务大厅三楼", chair="qian"),
    HearingRecord(held_on=TODAY, present="申请人、刘某。", said="刘某反对。", found="距离足够。", signed=True),
    OpinionRequest(organ="XFJY", question="出口是否足够？", until_on=LATER),
    OpinionReply(inquiry="i1", answer="足够，依据消防法。"),
    DefenceNotice(party="刘某", interest="油烟影响住户。"),
    DefenceRecord(inquiry="i2", words="烟道离窗太近。"),
    UrgingNote(words="申请人下周开业。"),
    SupervisionOrder(words="已经过半。", until_on=LATER),
    SupervisionReply(inquiry="i3", answer="本周办结。"),
)

BAD_IN_HEARING: tuple[tuple[Paper, str, str], ...] = (
    (HearingRight(interest="油烟。"), "parties", "请填写「利害关系人」。"),
    (HearingAnnouncement(matter="布点。", sign_up="电话。"), "until_on", "请填写「预计听证结束日」。"),
    (
        HearingAnnouncement(matter="布点。", sign_up="电话。", until_on=YESTERDAY),
        "until_on",
        "所需时间应当事先书面告知",
    ),
    (HearingRequest(asked_by=" "), "asked_by", "请填写「谁申请听证」。"),
    (HearingCall(**{**_CALL, "chair": "li"}), "chair", "请在给出的选项中选择。"),
    (HearingCall(**{**_CALL, "set_on": TODAY, "chair": "qian"}), "set_on", "应当提前七日通知"),
    (HearingCall(**{**_CALL, "hour": "下午", "chair": "qian"}), "hour", "请按二十四小时写成 09:30 的样子"),
    (HearingRecord(held_on=TODAY, **_HELD), "signed", "签字或者盖章（行政许可法第四十八条）"),
    (HearingRecord(held_on=LATER, **_HELD, signed=True), "held_on", "也不能晚于今天"),
    (HearingRecord(held_on=YESTERDAY, **_HELD, signed=True), "held_on", "举行日期不能早于它"),
    (HearingRecord(**_HELD, signed=True), "held_on", "请填写「举行日期」。"),
    (OpinionRequest(organ="XFJY", question="出口？", until_on=YESTERDAY), "until_on", "不能早于今天"),
    (OpinionRequest(organ="YCZM", question="出口？", until_on=LATER), "organ", "请在给出的选项中选择。"),
    (OpinionReply(inquiry="i9", answer="足够。"), "inquiry", "请在给出的选项中选择。"),
    (DefenceNotice(party="刘某"), "interest", "请填写「涉及的重大利益」。"),
    (DefenceRecord(inquiry="i2"), "words", "请填写「陈述和申辩的内容」。"),
    (UrgingNote(), "words", "请填写「催办内容」。"),
    (SupervisionOrder(words="快。", until_on=YESTERDAY), "until_on", "不能早于今天"),
    (SupervisionOrder(words="快。"), "until_on", "请填写「请在哪一天以前答复」。"),
    (SupervisionReply(inquiry="i3"), "answer", "请填写「答复」。"),
)
"""A paper, the one field that is wrong, and the words of the rule; the hearing of the examples is set for today."""

_TOLD: tuple[tuple[type[Paper], str, str, str], ...] = (
    # paper              title             series   says
    (HearingRight,        "听证告知书",     "听告", "最迟2026年3月26日（暂定））提出"),
    (HearingAnnouncement, "听证公告",       "听公", "依据《行政许可法》第四十六条举行听证，现予公告。"),
    (HearingRequest,      "听证申请书",     "听申", "刘某就「食品经营许可」要求听证。油烟。"),
    (HearingWaived,       "未申请听证记录", "",     "五日内没有人要求听证，继续审查"),
    (HearingCall,         "听证通知书",     "听通", "定于2026年4月10日09:30在政务服务大厅三楼公开举行"),
    (HearingRecord,       "听证笔录",       "听笔", "本机关根据本笔录作出决定（《行政许可法》第四十八条）"),
    (OpinionRequest,      "征求意见函",     "征",   "征求贵机关意见：出口是否足够？请于2026年4月10日前答复"),
    (OpinionReply,        "复函",           "复",   "征求意见（消防救援大队：出口）答复如下：足够，依据消防法。"),
    (DefenceNotice,       "陈述申辩告知书", "陈",   "有权陈述和申辩，请最迟于2026年3月26日（暂定）"),
    (DefenceRecord,       "陈述申辩记录",   "陈记", "刘某就「食品经营许可」陈述申辩：烟道离窗太近。"),
    (UrgingNote,          "催办单",         "",     "请抓紧办理「食品经营许可」：申请人下周开业。"),
    (SupervisionOrder,    "督办单",         "督",   "请于2026年4月10日前书面答复（《优化营商环境条例》第三十六条）"),
    (SupervisionReply,    "督办答复",       "督复", "（2026年3月19日督办）：本周办结。"),
)  # fmt: skip

IN_HEARING_BY_KIND: tuple[tuple[type[Paper], ItemKind, str, str, str], ...] = tuple(
    (paper, kind, title, series, says) for paper, title, series, says in _TOLD for kind in KINDS
)
