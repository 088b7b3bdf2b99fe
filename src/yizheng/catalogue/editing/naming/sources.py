"""What laws, organs, figures and the zone are called."""

from __future__ import annotations

from yizheng.catalogue.editing.naming.word import Named, Word, basis, confidence, group
from yizheng.law.items import Law, Organ, Remedies, Section, Threshold, Zone

SOURCES: dict[type, Named] = {
    Law: Named(
        label="法律法规政策",
        title="title",
        keys=("short",),
        groups=(
            group(
                "法律法规政策",
                short=Word(label="简称", help="引用时写的名字，中间没有空格，例如：行政许可法。"),
                title=Word(label="全称", help="公布时的完整名称。"),
                number=Word(label="文号或者修改日期", help="例如：国务院令第722号；2019年4月23日修正。"),
                level=Word(label="级别", help="法律、行政法规、地方性法规、部门规章、规范性文件、政策等。", known=True),
                in_force_from=Word(label="施行日期", help="写成 2021-02-02 这样；不知道的留空。"),
                in_force_until=Word(label="废止日期", help="已经废止的，写最后一天；现行有效的留空。"),
                replaced_by=Word(label="由哪部代替", help="废止后由哪部法代替，写它的简称。"),
                confidence=confidence(),
            ),
        ),
    ),
    Section: Named(
        label="科室",
        title="name",
        keys=("code",),
        groups=(
            group(
                "科室",
                name=Word(label="科室名称", help="挂牌的名字。"),
                code=Word(
                    label="科室编码", help="分办时用它；留空由系统按名称的拼音取。", coined="section", from_="name"
                ),
            ),
        ),
    ),
    Remedies: Named(
        label="救济途径",
        title="reconsideration",
        keys=(),
        groups=(
            group(
                "救济途径",
                reconsideration=Word(label="行政复议机关", help="对决定不服的，向谁申请复议（行政复议法）。"),
                reconsideration_url=Word(label="复议网上入口", help="完整的网址。"),
                court=Word(label="管辖法院", help="对决定不服的，向哪个法院起诉（行政诉讼法）。"),
                confidence=confidence(),
            ),
        ),
    ),
    Organ: Named(
        label="实施机关",
        title="name",
        keys=("code",),
        groups=(
            group(
                "机关",
                name=Word(label="机关全称", help="印在文书上的名称。"),
                code=Word(
                    label="机关编码",
                    help="各处用它指这个机关；留空由系统按简称的拼音取。",
                    coined="organ",
                    from_="short",
                ),
                short=Word(label="简称", help="表格里用的短名字。"),
                credit_code=Word(label="统一社会信用代码", help="机关自己的18位代码。"),
                document_prefix=Word(label="发文字头", help="文书编号开头的字，例如：青高新市监。"),
                vertical=Word(label="垂直管理", help="归上级垂直管理的机关（例如烟草、消防）。"),
            ),
            group(
                "怎么找到",
                phone=Word(label="咨询电话", help="申请人打的电话。"),
                address=Word(label="地址", help="楼、层、房间。", known=True),
                hours=Word(label="办公时间", help="例如：工作日上午9:00—12:00。", known=True),
            ),
            group(
                "科室和救济",
                sections=Word(label="科室", help="办事项的科室，每个事项要指明一个。", inline=True),
                remedies=Word(label="救济途径", help="对这个机关的决定不服，到哪里去。"),
                confidence=confidence(),
            ),
        ),
    ),
    Threshold: Named(
        label="数值标准",
        title="meaning",
        keys=("name",),
        groups=(
            group(
                "数值标准",
                meaning=Word(label="含义", help="达到或者不足这个数，意味着什么。", long=True),
                name=Word(
                    label="标准编码", help="规则里用它；留空由系统按含义的拼音取。", coined="threshold", from_="meaning"
                ),
                value=Word(label="数值", help="只填数字。"),
                unit=Word(label="单位", help="例如：平方米、米、间、万元。", known=True),
                basis=basis(),
                confidence=confidence(),
            ),
        ),
    ),
    Zone: Named(
        label="本地信息",
        title="name",
        keys=(),
        groups=(
            group(
                "本地",
                name=Word(label="区域名称", help="这套目录在哪里用。"),
                region=Word(label="行政区划代码", help="六位数字，用在编号里。"),
                food_region=Word(label="食品许可证用的区划代码", help="六位数字，用在食品经营许可证编号里。"),
                document_head=Word(label="文书字头", help="文书编号开头的字。"),
                licence_type_code=Word(label="电子证照类型代码", help="行业综合许可证的证照类型代码。"),
                issuer=Word(label="颁证部门", help="颁发行业综合许可证的部门，也是牵头部门。", names="organs"),
                least_people=Word(
                    label="一个决定最少几个人经手", help="受理、审查、决定要分开，至少两个人（受审分离）。"
                ),
            ),
            group(
                "大厅",
                hall=Word(label="大厅名称", help="申请人去的地方。"),
                hall_address=Word(label="大厅地址", help="街道、门牌、楼层、窗口。"),
                hall_hours=Word(label="办公时间", help="几点到几点，冬夏不同的都写上。"),
                hall_phone=Word(label="大厅电话", help="咨询电话。"),
                specialist_phone=Word(label="服务专员电话", help="“一业一证”服务专员的电话。"),
                confidence=confidence(),
            ),
        ),
    ),
}
