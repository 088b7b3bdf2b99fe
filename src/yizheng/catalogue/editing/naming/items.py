"""What an item 事项 is called, field by field."""

from __future__ import annotations

from yizheng.catalogue.editing.naming.word import Named, Word, basis, confidence, group, when
from yizheng.law.items import Item

KIND = {"permit": "行政许可", "filing": "备案", "registration": "登记"}

ITEMS: dict[type, Named] = {
    Item: Named(
        label="事项",
        title="name",
        keys=("code",),
        groups=(
            group(
                "基本情况",
                name=Word(label="事项名称", help="事项目录里的全称。"),
                code=Word(
                    label="事项编码",
                    help="各处用它指这个事项；留空由系统按简称的拼音取。",
                    coined="item",
                    from_="short",
                ),
                short=Word(label="简称", help="表格和进度里用的短名字。"),
                kind=Word(label="类型", help="行政许可、备案还是登记。", labels=KIND),
                organ=Word(label="实施机关", help="哪个部门作决定。", names="organs"),
                section=Word(label="承办科室", help="这个机关的哪个科室办。", names="sections"),
                level=Word(label="审批层级", help="例如：区；设区的市。", known=True),
                power_confirmed=Word(label="审批权限已确认", help="本区有权办理，已经书面确认。"),
                supervisor=Word(label="监管部门", help="发证以后由别的部门监管的，写那个部门。", names="organs"),
                basis=basis("设定这个事项的依据。一行一条，写“简称 空格 条款”，例如：食品安全法 35。"),
                confidence=confidence(),
            ),
            group(
                "时限",
                statutory=Word(
                    label="法定时限",
                    help="法律规定的时限；情形不同的写几条，从上往下用第一条符合的，最后一条不带条件。",
                ),
                promised=Word(label="承诺时限", help="对外承诺的时限，不能超过法定时限。写法同上。"),
                extension=Word(
                    label="可以延长多久", help="经负责人批准可以延长的时间（行政许可法 42(1)）；没有的留空。"
                ),
                rectification_pauses=Word(
                    label="整改不计入时限的规定",
                    help="法律写明整改时间不算在内的，写那条规定；没有的留空（行政许可法 45）。",
                ),
            ),
            group(
                "怎么审",
                onsite=Word(label="现场核查", help="要不要上门看。"),
                conditions=Word(label="许可条件", help="取得许可要符合的条件，按场所、设备、人员、制度分开写。"),
                materials=Word(label="申请材料", help="这个事项要哪些材料、在材料里要看什么。"),
                fields=Word(label="自己的字段", help="只有这个事项要的字段；行业共用的写在行业里。"),
                review_points=Word(label="审查要点", help="审查人逐条回答的要点，至少四条。"),
                cosigners=Word(label="会签人数", help="准予之前还要几个人会签；不用的填 0。"),
                hearing=Word(label="必须听证", help="法律规定作决定前必须听证（行政许可法 46）。"),
                number_limited=Word(label="有数量限制", help="按受理先后或者别的办法分配名额的（行政许可法 57）。"),
                refusal_risks=Word(label="容易不予许可的情形", help="一行一条，事先告诉申请人。"),
            ),
            group(
                "告知承诺",
                commitment=Word(label="承诺内容", help="适用告知承诺的，写申请人承诺什么；不适用的留空。", long=True),
                committed=when("什么时候按承诺办", "符合下面条件的，凭承诺先发证、后核查。"),
                exclusions=Word(label="不能承诺的领域", help="一行一个，例如：公共安全。写了就不能告知承诺。"),
                exclusions_more=Word(label="本地增加的领域", help="一行一个，例如：人身健康。"),
            ),
            group(
                "证件",
                certificate=Word(label="法定许可证", help="发什么证、怎么编号。"),
                validity=Word(label="有效期", help="证件几年有效。"),
            ),
            group(
                "发证以后",
                renewal=Word(label="延续的说明", help="写给持证人看的话。", long=True),
                renewal_window=Word(label="延续的时间", help="届满前多久可以申请；没有专门规定的按行政许可法。"),
                change=Word(label="变更的规则", help="换名字、换人、换地方怎么办；没有专门规定的按行政许可法。"),
                post_check=Word(label="发证后的核查", help="先发证后核查的，多久之内核查。"),
                changes=Word(label="法律的变化", help="这个事项的法律从哪天起变，变严还是变松；办理中的会被告知。"),
                notes=Word(label="备注", help="一行一条，写给申请人和窗口看的话。"),
            ),
        ),
    ),
}
