"""The blank form 空白申请表 for one situation: only what is asked of it, to fill in by hand (S-104; domain §5.1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from yizheng.law.guide.document import Document, Section
from yizheng.law.intake import Assessment
from yizheng.law.items import Catalogue, FieldSpec
from yizheng.law.papers.sheet import Table

HEAD = ("要填什么", "填在这里", "怎么填，容易错在哪")
LINE = "＿" * 14
DATE = "＿＿＿＿年＿＿月＿＿日"
DECLARED = (
    "□ 所填内容和提交的材料真实；隐瞒情况或者提供虚假材料的，承担法律责任（行政许可法第三十一条、第七十八条）。",
    "□ 已阅读个人信息处理说明（个人信息保护法第十七条）。",
    f"申请人（签名或者盖章）：{LINE}　{DATE}",
    f"委托他人办理的，代理人姓名：{LINE}　电话：{LINE}",
)


def blank_of(assessment: Assessment, catalogue: Catalogue, known: Mapping[str, str], notice: str) -> Document:
    """The form of exactly these answers; ``known`` is what the answers already say, by field, in words."""
    groups: dict[str, list[FieldSpec]] = {}
    for spec in assessment.shared_fields:
        groups.setdefault(spec.group, []).append(spec)
    own = {f"{each.item.short}（只有这一项要填）": each.asks for each in assessment.items if each.asks}
    asked = [Section(title=title, tables=(_fields(specs, known),)) for title, specs in (*groups.items(), *own.items())]
    return Document(
        title=f"{assessment.industry.name}行业综合许可申请表",
        subtitle=f"按一次告知单 {notice} 印制：只有您要填的，答过的已经印好。填好带到窗口，由服务专员录入。",
        organ=catalogue.organs[assessment.industry.lead].name,
        version=catalogue.version,
        sections=(*asked, _materials(assessment), Section(title="声明和签名", paragraphs=DECLARED)),
    )


def _fields(specs: Iterable[FieldSpec], known: Mapping[str, str]) -> Table:
    return Table(title="", head=HEAD, rows=tuple(_row(spec, known.get(spec.code, "")) for spec in specs))


def _row(spec: FieldSpec, known: str) -> tuple[str, str, str]:
    wrong = f"容易错：{spec.mistakes}" if spec.mistakes else ""
    like = f"例如：{spec.example}" if spec.example and not spec.options else ""
    label = spec.label if spec.required else f"{spec.label}（可以不填）"
    return (label, known or _room(spec), "　".join(each for each in (spec.help, like, wrong) if each))


def _room(spec: FieldSpec) -> str:
    """Where to write, by the kind of the field."""
    if spec.options:
        return "　".join(f"□ {each.label or each.value}" for each in spec.options)
    written = {"bool": "□ 是　□ 否", "date": DATE, "long_text": LINE * 3, "number": f"＿＿＿＿＿＿{spec.unit}"}
    return written.get(spec.kind, LINE)


def _materials(assessment: Assessment) -> Section:
    shorts = {each.item.code: each.item.short for each in assessment.items}
    rows = tuple(
        (f"□ {each.material.name}", "、".join(shorts[use.item] for use in each.uses), each.material.help)
        for each in assessment.materials
        if each.asked
    )
    return Section(title="随表交的材料", tables=(Table(title="", head=("材料", "哪项用", "怎么准备"), rows=rows),))
