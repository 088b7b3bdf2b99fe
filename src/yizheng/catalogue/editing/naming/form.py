"""What questions, form fields and materials are called."""

from __future__ import annotations

from yizheng.catalogue.editing.naming.word import Named, Word, basis, confidence, group, when
from yizheng.law.items import FieldSpec, Material, Option, Question

ANSWER = {"choice": "单选", "multi": "多选", "number": "填一个数", "bool": "是或者否"}
FIELD = {
    "text": "一行文字",
    "long_text": "多行文字",
    "number": "数字",
    "date": "日期",
    "choice": "单选",
    "multi": "多选",
    "bool": "是或者否",
    "credit_code": "统一社会信用代码",
    "id_number": "身份证号",
    "phone": "手机号",
}
SOURCE = {
    "applicant": "申请人提交",
    "sharing": "数据共享，免提交",
    "generated": "系统按填写内容生成",
    "third_party": "第三方机构出具",
    "internal": "部门之间内部流转",
}

FORMS: dict[type, Named] = {
    Option: Named(
        label="选项",
        title="label",
        keys=("value",),
        groups=(
            group(
                "选项",
                label=Word(label="选项文字", help="给申请人看的话，例如：只卖有包装的食品。"),
                hint=Word(label="解释", help="选项下面的一句解释，可以不写。"),
                value=Word(
                    label="选项编码",
                    help="规则里用它；留空由系统按文字的拼音取。定了就不要改。",
                    coined="option",
                    from_="label",
                ),
                chosen_when=when(
                    "从情形回答带出", "符合下面条件时，申请表替申请人先选好这一项（在线政务服务规定 7）。"
                ),
            ),
        ),
    ),
    Question: Named(
        label="情形问题",
        title="ask",
        keys=("code",),
        groups=(
            group(
                "问题",
                ask=Word(label="问什么", help="用老百姓的话问，一次只问一件事，例如：有X光机、CT吗？"),
                hint=Word(label="提示", help="问题下面的解释：什么算、什么不算，到哪里看。", long=True),
                kind=Word(label="怎么答", help="单选、多选、填数，或者答是否。", labels=ANSWER),
                unit=Word(label="单位", help="填数的问题写单位，例如：平方米。", known=True),
                minimum=Word(label="最小数", help="填数的问题最小能填几。"),
                maximum=Word(label="最大数", help="填数的问题最大能填几。"),
                show_when=when("什么时候问", "只有符合条件的人才被问到；只能看排在它前面的问题。"),
                code=Word(
                    label="问题编码",
                    help="规则里用它；留空由系统按问题的拼音取。与别的行业同一个问题用同一个编码。",
                    coined="question",
                    from_="ask",
                ),
            ),
            group(
                "答案",
                options=Word(
                    label="选项",
                    help="单选、多选才有。每个选项都要能改变结果，否则不要列。",
                    inline=True,
                    without=("chosen_when",),
                ),
                none_label=Word(label="都没有时怎么说", help="多选可以一个都不选时写，例如：以上都没有。"),
            ),
        ),
    ),
    FieldSpec: Named(
        label="申请表字段",
        title="label",
        keys=("code",),
        groups=(
            group(
                "填什么",
                label=Word(label="字段名称", help="表上的名字，与证照、制度里的叫法一致。"),
                code=Word(
                    label="字段编码",
                    help="各处用它指这个字段；留空由系统按名称的拼音取。",
                    coined="field",
                    from_="label",
                ),
                group=Word(label="分组", help="表上排在哪一组，例如：经营场所。", known=True),
                kind=Word(label="怎么填", help="一行文字、数字、日期、单选等。", labels=FIELD),
                options=Word(label="选项", help="单选、多选才有。", inline=True),
                unit=Word(label="单位", help="数字的单位，例如：平方米。", known=True),
                required=Word(label="必填", help="不填就不能提交。"),
                minimum=Word(label="最小数", help="数字最小能填几；不限的留空。"),
                maximum=Word(label="最大数", help="数字最大能填几；不限的留空。"),
                max_length=Word(label="最多多少字", help="文字最多填多少个字。"),
                future=Word(label="不能早于今天", help="日期字段：不能填过去的日子。"),
            ),
            group(
                "怎么帮人填对",
                help=Word(label="填写说明", help="到哪里看、照什么填。", long=True),
                example=Word(label="填写示例", help="一个填好的例子，样表和空表都用它。", long=True),
                mistakes=Word(label="常见错误", help="别人常填错的地方。", long=True),
                filled_from=Word(
                    label="从哪个问题带出",
                    help="情形引导里已经问过的，写那个问题，就不再问第二遍（一数一源）。",
                    names="questions",
                ),
                show_when=when("什么时候要填", "只有符合条件的人才看到这个字段。"),
            ),
            group(
                "为什么能要",
                purpose=Word(label="用途", help="为什么要这一项；说不出用途的不能要（行政许可法 31）。", long=True),
                basis=basis(),
                personal=Word(label="个人信息", help="身份证号、手机号等，只让办这一件的人看见（个人信息保护法）。"),
            ),
        ),
    ),
    Material: Named(
        label="申请材料",
        title="name",
        keys=("code",),
        groups=(
            group(
                "是什么",
                name=Word(label="材料名称", help="写明是什么材料；不能写“其他材料”“相关证明”这样的兜底话。"),
                code=Word(
                    label="材料编码",
                    help="各处用它指这份材料；留空由系统按名称的拼音取。",
                    coined="material",
                    from_="name",
                ),
                source=Word(label="从哪里来", help="能共享、能生成的不要申请人交。", labels=SOURCE),
                gap_allowed=Word(label="可以容缺", help="缺它也能先受理，在承诺的时间里补上。"),
                on_site=Word(label="可以现场看", help="没来得及交的，上门核查时看也行。"),
                validity=Word(label="有效期要求", help="例如：登记状态为存续、租期未届满。"),
            ),
            group(
                "怎么准备",
                help=Word(label="准备说明", help="怎么准备、要盖什么章、拍几页。", long=True),
                example=Word(label="样例", help="一份合格的材料长什么样。"),
                mistakes=Word(label="常见错误", help="别人常交错的地方。", long=True),
                accepts=Word(label="文件格式", help="一行一个，例如：pdf。"),
                max_megabytes=Word(label="最大多少兆", help="一个文件最大多少兆字节。"),
            ),
            group("依据", basis=basis(), confidence=confidence()),
        ),
    ),
}
