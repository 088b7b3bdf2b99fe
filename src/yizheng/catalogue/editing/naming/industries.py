"""What an industry and its rows are called."""

from __future__ import annotations

from yizheng.catalogue.editing.naming.word import Named, Word, basis, confidence, group, when
from yizheng.law.items import Advice, Industry, ItemUse, NotCovered, Order

ORDER = {"hard": "必须先办完前一项", "info": "只把前一项的结果告诉后一项"}
ADVICE = {"warning": "提醒", "other_industry": "改走另一个行业", "stop": "不用往下答，说明去哪里办"}

INDUSTRIES: dict[type, Named] = {
    Industry: Named(
        label="行业",
        title="name",
        keys=("code",),
        groups=(
            group(
                "基本情况",
                name=Word(label="行业名称", help="证上和目录里的名字，例如：宠物医院。"),
                code=Word(
                    label="行业编码",
                    help="各处用它指这个行业；留空由系统按名称的拼音取。",
                    coined="industry",
                    from_="name",
                ),
                everyday=Word(label="日常叫法", help="老百姓怎么说，例如：开宠物医院、宠物诊所。"),
                search_words=Word(label="搜索词", help="一行一个；搜这些词（或者拼音）都能找到这个行业。"),
                gbt4754=Word(label="国民经济行业分类代码", help="一行一个，例如：O8222（GB/T 4754）。"),
                scope=Word(label="适用范围", help="哪些店在这里办，哪些不在。", long=True),
                lead=Word(label="牵头部门", help="牵头办理这个行业的部门。", names="organs"),
                confidence=confidence(),
            ),
            group(
                "总时限",
                overall=Word(label="总承诺时限", help="所有事项办完的时间，最多45个工作日（行政许可法 42(2)）。"),
            ),
            group(
                "表和核查",
                shared_fields=Word(
                    label="共用字段", help="整个行业只问一次的字段；各事项自己的字段写在事项里。", names="fields"
                ),
                inspection=Word(label="联合核查的事项", help="一次上门一起看的事项。", names="items"),
            ),
            group(
                "清单",
                questions=Word(label="情形问题", help="按顺序问；后面的可以看前面的回答。"),
                items=Word(label="事项", help="这个行业要办的事项，什么情形要办。"),
                order=Word(label="办理先后", help="哪一项要等哪一项；没写的一起办。"),
                advice=Word(label="提醒和劝导", help="按回答给申请人的话：提醒、改走另一个行业、不用办。"),
                not_covered=Word(label="不包括的事", help="这里不办、要到别处办的事，写明到哪里（S-029）。"),
            ),
        ),
    ),
    ItemUse: Named(
        label="事项",
        title="item",
        keys=("item",),
        groups=(
            group(
                "事项",
                item=Word(label="事项", help="输入几个字，从列出的事项里选。", names="items"),
                when=when("什么时候要办", "符合下面条件的人要办；不加条件就是人人要办。"),
                why=Word(
                    label="为什么要办", help="用一句话告诉申请人，例如：给动物看病，要有动物诊疗许可证。", long=True
                ),
                basis=basis(),
            ),
        ),
    ),
    Order: Named(
        label="办理先后",
        title="then",
        keys=("first", "then"),
        groups=(
            group(
                "办理先后",
                first=Word(label="先办", help="先作决定的事项。", names="items"),
                then=Word(label="后办", help="等前一项的事项。", names="items"),
                kind=Word(label="怎么等", help="法律要求先取得的，选必须先办完。", labels=ORDER),
                why=Word(label="为什么", help="一句话说明理由。"),
                basis=basis(),
            ),
        ),
    ),
    Advice: Named(
        label="提醒和劝导",
        title="text",
        keys=("kind", "text"),
        groups=(
            group(
                "提醒和劝导",
                kind=Word(label="哪一种", help="提醒不影响办理；劝停的不再往下答。", labels=ADVICE),
                when=when("对谁说", "符合下面条件的人看到。"),
                text=Word(label="怎么说", help="给申请人看的话，写明该怎么办、到哪里去。", long=True),
                industry=Word(label="改走哪个行业", help="只有“改走另一个行业”才填。", names="industries"),
                basis=basis(),
            ),
        ),
    ),
    NotCovered: Named(
        label="不包括的事",
        title="text",
        keys=("text", "where"),
        groups=(
            group(
                "不包括的事",
                text=Word(label="什么事", help="例如：普通门头招牌。"),
                where=Word(label="到哪里办", help="部门、科室、电话。"),
                when=when("对谁说", "不加条件就是对人人说。"),
            ),
        ),
    ),
}
