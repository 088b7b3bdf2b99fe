"""A good example of every paper in the life of a permit, and what each is called, numbered and founded on, by kind."""

from __future__ import annotations

from datetime import date

from yizheng.law.items import ItemKind
from yizheng.law.papers import (
    Cancellation,
    ChangeApplication,
    ChangeDecision,
    ChangeRefusal,
    ClosureNote,
    DeemedRenewal,
    Expiry,
    Forfeiture,
    Letter,
    Paper,
    PostCheckRecord,
    Recall,
    RectificationOrder,
    RenewalApplication,
    RenewalDecision,
    RenewalRefusal,
    Restoration,
    Suspension,
)

CHANGES = (("法定代表人（负责人）", "张三", "李四"),)
IN_LIFE: tuple[Paper, ...] = (
    ChangeApplication(representative="李四", changes=CHANGES),
    ChangeDecision(changes=CHANGES),
    ChangeRefusal(found="营业执照没有变更。", reasons="与登记机关的信息不一致。", changes=CHANGES),
    RenewalApplication(note="经营条件没有变化。"),
    RenewalDecision(),
    RenewalRefusal(found="专间已拆除。", reasons="不再符合食品安全法第三十三条。"),
    DeemedRenewal(),
    Expiry(),
    Recall(ground="law", found="所依据的办法已废止。", compensation="按实际损失补偿。"),
    Suspension(decision="青高新市监罚〔2026〕7号", found="超范围经营，暂扣三个月。"),
    Restoration(reasons="暂扣期满。"),
    Forfeiture(decision="青高新市监罚〔2026〕8号", found="情节严重。"),
    Cancellation(ground="70-6", note="持证人2026年3月19日申请。"),
    PostCheckRecord(result="unmet", checkers="甲、乙", found="安全出口上锁。"),
    RectificationOrder(demands="打开安全出口。", mend_by=date(2026, 3, 27)),
    Letter(wish="revoke", matter="核查不合格", to="某机关", attached="核查记录"),
    ClosureNote(decision="青高新消罚〔2026〕1号", until_on=date(2026, 4, 20)),
)

_TOLD: tuple[tuple[type[Paper], tuple[str, str, str], str, str], ...] = (
    # paper            title for a permit, a filing, a registration                                  series  says
    (ChangeApplication, ("变更申请收件凭证",) * 3, "变收", "由“张三”变更为“李四”"),
    (ChangeDecision, ("准予变更行政许可决定书", "予以变更备案告知书", "准予变更登记决定书"), "准变",
     "《行政许可法》第四十九条，准予变更：法定代表人（负责人）由“张三”变更为“李四”"),
    (ChangeRefusal, ("不予变更行政许可决定书", "不予变更备案告知书", "不予变更登记决定书"), "不变",
     "仍载明变更前的内容"),
    (RenewalApplication, ("延续申请收件凭证",) * 3, "延收", "视为准予延续"),
    (RenewalDecision, ("准予延续行政许可决定书", "予以延续备案告知书", "准予延续登记决定书"), "准延",
     "有效期自2026年3月20日至2031年3月19日"),
    (RenewalRefusal, ("不予延续行政许可决定书", "不予延续备案告知书", "不予延续登记决定书"), "不延", "不予延续。"),
    (DeemedRenewal, ("视为准予延续通知书",) * 3, "视延", "《行政许可法》第五十条第二款，视为准予延续"),
    (Expiry, ("有效期届满告知书",) * 3, "届满", "有效期已于2031年3月19日届满"),
    (Recall, ("撤回行政许可决定书", "撤回备案决定书", "撤回登记决定书"), "撤回", "《行政许可法》第八条第二款"),
    (Suspension, ("暂扣许可证件通报书",) * 3, "暂扣", "《行政处罚法》第九条"),
    (Restoration, ("解除暂扣通报书",) * 3, "解扣", "自本日起解除暂扣"),
    (Forfeiture, ("吊销许可证件通报书",) * 3, "吊销", "经青高新市监罚〔2026〕8号决定，吊销"),
    (Cancellation, ("注销行政许可决定书", "注销备案决定书", "注销登记决定书"), "注销", "《行政许可法》第七十条第六项"),
    (PostCheckRecord, ("核查记录",) * 3, "核查", "与承诺不一致"),
    (RectificationOrder, ("责令限期改正通知书",) * 3, "责改", "在2026年3月27日以前改正"),
    (Letter, ("函告",) * 3, "函", "请撤销许可；收到后请回执。"),
    (ClosureNote, ("停业整顿通报书",) * 3, "停整", "责令停业整顿至2026年4月20日"),
)  # fmt: skip
KINDS: tuple[ItemKind, ...] = ("permit", "filing", "registration")

IN_LIFE_BY_KIND: tuple[tuple[type[Paper], ItemKind, str, str, str], ...] = tuple(
    (paper, kind, title, series, says)
    for paper, titles, series, says in _TOLD
    for kind, title in zip(KINDS, titles, strict=True)
)
