"""Where it is written: every article that the law in this house rests on, and what it says in one line.

An article is cited as ``行政许可法 32(1)(4)``: the law's short name (as in ``regulations/laws.yaml``), article 条,
paragraph 款, item 项.
"""

from __future__ import annotations

import re

PROCEDURE = {
    "行政许可法": {
        "22": "行政许可由具有行政许可权的行政机关在其法定职权范围内实施",
        "29": "依法需要取得许可的应当提出申请，可以委托代理人；申请可以撤回",
        "30": "公示事项、依据、条件、数量、程序、期限、材料目录和示范文本，并说明解释",
        "31": "申请人对材料真实性负责；不得要求提交与事项无关的材料",
        "32": "申请的受理、不予受理和补正",
        "32(1)(1)": "依法不需要取得行政许可的，即时告知申请人不受理",
        "32(1)(2)": "不属于本机关职权范围的，即时作出不予受理的决定，并告知向有关机关申请",
        "32(1)(3)": "材料存在可以当场更正的错误的，允许当场更正",
        "32(1)(4)": "材料不齐全的，当场或者五日内一次告知全部补正内容；逾期不告知的，自收到材料之日起即为受理",
        "32(1)(5)": "材料齐全、符合法定形式，或者按要求全部补正的，应当受理",
        "34": "对申请材料的审查，当场决定和实地核查",
        "34(1)": "行政机关应当对申请材料进行审查",
        "37": "审查后在法定期限内按照规定程序作出许可决定",
        "38(1)": "符合法定条件、标准的，作出准予许可的书面决定",
        "38(2)": "不予许可的，说明理由，并告知复议、诉讼的权利",
        "39": "需要颁发许可证件的，颁发加盖印章的证件",
        "40": "准予许可的决定予以公开，公众有权查阅",
        "42": "自受理之日起二十日内作出决定；不能作出的，经负责人批准延长十日并告知理由",
        "45": "听证、检验、检测、检疫、鉴定和专家评审的时间不计算在期限内，所需时间书面告知",
        "57": "有数量限制、两个以上申请人均符合条件的，按照受理的先后顺序决定",
        "69": "可以撤销、应当撤销行政许可的情形",
        "69(1)(1)": "滥用职权、玩忽职守作出准予决定的，可以撤销",
        "69(1)(2)": "超越法定职权作出准予决定的，可以撤销",
        "69(1)(3)": "违反法定程序作出准予决定的，可以撤销",
        "69(1)(4)": "对不具备申请资格或者不符合法定条件的申请人准予许可的，可以撤销",
        "69(2)": "以欺骗、贿赂等不正当手段取得许可的，应当撤销",
        "70": "应当办理注销手续的情形",
        "70(1)": "有效期届满未延续的，办理注销手续",
        "78": "隐瞒情况或者提供虚假材料的，不予受理或者不予许可，并给予警告",
        "82": "期限以工作日计算，不含法定节假日",
    },
    "民法典": {
        "201": "按照日、月、年计算期间的，开始的当日不计入，自下一日开始计算",
        "202": "按照年、月计算的，到期月的对应日为最后一日；没有对应日的，月末日为最后一日",
        "203": "最后一日是法定休假日的，以休假日结束的次日为最后一日；最后一日的截止时间为二十四时",
    },
    "行政复议法": {
        "20": "自知道行政行为之日起六十日内申请行政复议",
        "22": "通过互联网渠道送达决定的，应当同时提供提交复议申请书的互联网渠道",
    },
    "行政诉讼法": {"46": "直接起诉的，自知道行政行为之日起六个月内提出"},
    "优化营商环境条例": {
        "36": "依法取得许可的时限向社会公开承诺；补正、勘验等在规定时限内办结，逾期公开说明",
        "37": "政务服务渠道由申请人自主选择，不得限定",
    },
    "在线政务服务规定": {
        "7": "能够通过共享取得的材料，不得要求申请人重复提供",
        "9": "国家统一的电子印章系统制发的电子印章与实物印章具有同等法律效力",
    },
    "个人信息保护法": {
        "6": "收集个人信息限于实现处理目的的最小范围",
        "19": "个人信息的保存期限为实现处理目的所必要的最短时间",
        "25": "未经单独同意，不得公开所处理的个人信息",
    },
    "消防法": {"15": "公众聚集场所营业前申请消防安全检查；可以作出承诺，材料齐全即予许可，之后核查"},
    "高新区一业一证方案": {
        "一(三)2": "不改变各项许可的实施主体、法律效力和法律关系",
        "四": "受理与审查、审查与决定由不同人员办理（受审分离）",
    },
}
"""The articles by law. Limits and conditions of single items cite theirs in ``regulations/items``."""

ARTICLES = {f"{law} {number}": says for law, articles in PROCEDURE.items() for number, says in articles.items()}
"""What each article says, by how it is cited."""

_STATUTE = re.compile(r"(\S+) (\d+)(?:\((\d+)\))?(?:\((\d+)\))?")
_DIGITS = "零一二三四五六七八九"


def in_words(cited: str) -> str:
    """An article as official papers write it: 行政许可法 32(1)(4) is 行政许可法第三十二条第一款第四项."""
    parts = _STATUTE.fullmatch(cited)
    if parts is None:
        return cited
    law, *numbers = parts.groups()
    counted = zip(numbers, ("条", "款", "项"), strict=True)
    return law + "".join(f"第{numeral(int(number))}{unit}" for number, unit in counted if number)


def numeral(n: int) -> str:
    """A number below 1000 in Chinese numerals, as articles are counted: 203 is 二百零三."""
    hundreds, rest = divmod(n, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += "十" if tens == 1 and not hundreds else f"{_DIGITS[tens]}十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones else "")
