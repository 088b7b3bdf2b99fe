"""The form filled in by way of example, for those who have never filled one in: 「零基础」示范 (S-104)."""

from __future__ import annotations

from yizheng.law.guide.document import Document, Section
from yizheng.law.guide.fields import SampleField
from yizheng.law.guide.told import Guide
from yizheng.law.papers.sheet import Table


def sample_of(guide: Guide) -> Document:
    """The form with every field filled in by way of example, and beside it how to fill it in."""
    groups: dict[str, list[SampleField]] = {}
    for each in guide.fields:
        groups.setdefault(each.group, []).append(each)
    head = ("要填什么", "示范", "怎么填，容易错在哪", "谁填")
    sections = (
        Section(
            title=group,
            tables=(Table(title="", head=head, rows=tuple(map(_row, fields))),),
        )
        for group, fields in groups.items()
    )
    return Document(
        title=f"{guide.name}行业综合许可申请表（填写示范）",
        subtitle="照着填就行：示范里的名称、证件号和电话都是编的，请换成您自己的。网上填报时，只会问您需要的。",
        organ=guide.place.lead,
        version=guide.version,
        sections=tuple(sections),
    )


def _row(field: SampleField) -> tuple[str, ...]:
    wrong = f"容易错：{field.mistakes}" if field.mistakes else ""
    asked = field.when or "都填"
    return (
        field.label,
        field.example,
        "　".join(each for each in (field.help, wrong) if each),
        asked if field.required else f"{asked}，可以不填",
    )
