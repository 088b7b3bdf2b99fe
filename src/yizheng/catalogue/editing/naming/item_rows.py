"""What the rows and parts of an item are called: limits, conditions, materials, what comes after the grant."""

from __future__ import annotations

from yizheng.catalogue.editing.naming.word import UNIT, Named, Word, basis, confidence, group, when
from yizheng.law.items import (
    Certificate,
    ChangeRule,
    Condition,
    FieldUse,
    Limit,
    MaterialUse,
    Onsite,
    PostCheck,
    RenewalWindow,
    ReviewPoint,
    Validity,
)
from yizheng.law.law_changes import LawChange
from yizheng.law.terms import Term

START = {"accept": "受理之日起", "receipt": "收到申请之日起"}
SUBJECT = {each: each for each in ("场所", "设备", "人员", "制度", "资金")}
TESTED = {"document": "看材料", "on_site": "上门看", "data": "查数据", "commitment": "凭承诺"}
SCHEME = {"food": "食品经营许可证的统一编号", "plain": "按编号格式"}
LATE = {"refused": "不再受理延续", "undeemed": "受理，但不能视为准予延续"}
TREATMENT = {"none": "不用办", "on_spot": "当场变更", "review": "变更，要审查", "reapply": "重新申请"}
BEARING = {
    "better": "对申请人更有利",
    "neutral": "没有不利",
    "worse": "对申请人更严",
    "abolished": "不再需要许可",
}

ITEM_ROWS: dict[type, Named] = {
    Term: Named(
        label="时间长度",
        title="n",
        keys=(),
        groups=(
            group(
                "时间长度",
                n=Word(label="多少", help="只填整数；0 表示当场办结。"),
                unit=Word(label="单位", help="工作日、自然日还是月。", labels=UNIT),
                rolls=Word(label="遇休息日顺延", help="最后一天是休息日的顺延；行政机关自己的时限不顺延。"),
            ),
        ),
    ),
    Limit: Named(
        label="时限",
        title="term",
        keys=("start", "term"),
        groups=(
            group(
                "时限",
                term=Word(label="多久", help="多少个工作日、日或者月。"),
                start=Word(label="从哪天算起", help="受理之日，还是收到申请之日。", labels=START),
                when=when("对哪些情形", "符合下面条件的用这一条；不加条件就是其余的人都用。"),
                note=Word(label="说明", help="例如：可以延长5个工作日。"),
                basis=basis(),
                confidence=confidence(),
            ),
        ),
    ),
    Condition: Named(
        label="许可条件",
        title="text",
        keys=("subject", "text"),
        groups=(
            group(
                "许可条件",
                subject=Word(label="哪一类", help="场所、设备、人员、制度、资金。", labels=SUBJECT),
                text=Word(label="条件", help="写清要达到什么。", long=True),
                tested_by=Word(label="怎么查", help="看材料、上门看、查数据还是凭承诺。", labels=TESTED),
                when=when("对谁", "不加条件就是对人人。"),
                basis=basis(),
            ),
        ),
    ),
    MaterialUse: Named(
        label="申请材料",
        title="material",
        keys=("material",),
        groups=(
            group(
                "申请材料",
                material=Word(
                    label="材料", help="输入几个字，从材料库里选；库里没有的先到“申请材料”里新增。", names="materials"
                ),
                requirement=Word(label="要求", help="这个事项在这份材料里要看什么。", long=True),
                when=when("什么时候要", "不加条件就是人人要交。"),
                at_check=when("什么时候上门再看", "符合下面条件的不用交，上门核查时出示。"),
                basis=basis(),
            ),
        ),
    ),
    FieldUse: Named(
        label="字段",
        title="field",
        keys=("field",),
        groups=(
            group(
                "字段",
                field=Word(
                    label="字段", help="输入几个字，从字段库里选；库里没有的先到“申请表字段”里新增。", names="fields"
                ),
                when=when("什么时候要填", "不加条件就是人人要填。"),
            ),
        ),
    ),
    ReviewPoint: Named(
        label="审查要点",
        title="text",
        keys=("code",),
        groups=(
            group(
                "审查要点",
                text=Word(label="要点", help="审查人要回答“符合”或者“不符合”的一句话。", long=True),
                code=Word(label="要点编码", help="留空由系统编号。", coined="point", from_="text"),
                when=when("对谁", "不加条件就是每件都要答。"),
                basis=basis(),
            ),
        ),
    ),
    Validity: Named(
        label="有效期",
        title="years",
        keys=(),
        groups=(
            group(
                "有效期",
                years=Word(label="几年", help="只填整数；长期有效的留空。", nothing="长期"),
                note=Word(label="说明", help="例如：届满前30日申请延续。"),
                confidence=confidence(),
            ),
        ),
    ),
    Onsite: Named(
        label="现场核查",
        title="note",
        keys=(),
        groups=(
            group(
                "现场核查",
                needed=Word(label="要上门看", help="不用上门的不勾。"),
                after_grant=Word(label="发证以后再看", help="先发证、后核查。"),
                when=when("对谁", "不加条件就是人人要看。"),
                note=Word(label="看什么", help="例如：看机房屏蔽、警示标志和防护用品。"),
                basis=basis(),
                confidence=confidence(),
            ),
        ),
    ),
    Certificate: Named(
        label="法定许可证",
        title="name",
        keys=(),
        groups=(
            group(
                "法定许可证",
                name=Word(label="证件名称", help="例如：动物诊疗许可证。"),
                scheme=Word(label="编号办法", help="食品经营许可证有全国统一的编号，别的按格式。", labels=SCHEME),
                pattern=Word(
                    label="编号格式", help="{year} 是年，{serial} 是流水号；食品的写 JY2{region}{serial}{check} 这样。"
                ),
                food_kind=Word(
                    label="食品许可的类别数字", help="只有食品经营许可证填：1 销售，2 餐饮，3 单位食堂；别的填 0。"
                ),
                confidence=confidence(),
            ),
        ),
    ),
    RenewalWindow: Named(
        label="延续的时间",
        title="closes",
        keys=(),
        groups=(
            group(
                "延续的时间",
                opens=Word(label="最早届满前多久", help="从届满前多久起可以申请；没有规定的留空。"),
                closes=Word(label="最晚届满前多久", help="到届满前多久为止。"),
                late=Word(label="晚了怎么办", help="过了最晚时间才申请的。", labels=LATE),
                continues=Word(label="新期限接着旧期限算", help="不勾的从准予延续那天算起。"),
                basis=basis(),
                confidence=confidence(),
            ),
        ),
    ),
    ChangeRule: Named(
        label="变更的规则",
        title="term",
        keys=(),
        groups=(
            group(
                "变更的规则",
                holder=Word(label="换名称", help="企业名称变了。", labels=TREATMENT),
                representative=Word(label="换负责人", help="法定代表人、负责人变了。", labels=TREATMENT),
                premises=Word(label="换地方", help="经营场所变了。", labels=TREATMENT),
                term=Word(label="审查多久", help="要审查的，多久作决定。"),
                basis=basis(),
                confidence=confidence(),
            ),
        ),
    ),
    PostCheck: Named(
        label="发证后的核查",
        title="within",
        keys=(),
        groups=(
            group(
                "发证后的核查",
                within=Word(label="多久之内核查", help="发证以后多久之内上门。"),
                commitment=Word(label="只查凭承诺发的证", help="不勾的每张证都查。"),
                order_within=Word(label="多久之内责令整改", help="查出问题后多久之内下整改通知；没有规定的留空。"),
                recheck_within=Word(label="多久之内复查", help="整改到期后多久之内复查；没有规定的留空。"),
                basis=basis(),
                confidence=confidence(),
            ),
        ),
    ),
    LawChange: Named(
        label="法律的变化",
        title="text",
        keys=("on", "text"),
        groups=(
            group(
                "法律的变化",
                on=Word(label="从哪天起", help="新规定施行的日子。"),
                bearing=Word(label="变严还是变松", help="逾期的办件，新规定更严的仍按旧规定办。", labels=BEARING),
                text=Word(label="怎么变", help="一句话说清变了什么。", long=True),
                basis=basis(),
            ),
        ),
    ),
}
