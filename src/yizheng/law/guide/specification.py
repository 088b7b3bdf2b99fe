"""The work specification 行业综合许可工作规范: the contract between the organs, from the data they work by (S-036).

It has the version of the catalogue; nothing stands in it that the process does not do, for it is made from the same
rows and from the table of transitions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from yizheng.law.articles import in_words, numeral
from yizheng.law.citation import cited
from yizheng.law.flow import by_whom, inside
from yizheng.law.guide.document import Document, Section
from yizheng.law.guide.making import guide_of
from yizheng.law.guide.rule_words import when
from yizheng.law.guide.told import Guide
from yizheng.law.items import Catalogue, Industry, Item
from yizheng.law.items.life import CHANGE, RENEWAL, Treatment
from yizheng.law.papers.sheet import Table
from yizheng.law.remedies import LITIGATION, RECONSIDERATION
from yizheng.law.terms import ACCEPTANCE_TERM
from yizheng.law.transitions import TRANSITIONS, T

TREATMENTS: Mapping[Treatment, str] = {
    "none": "不用变更",
    "on_spot": "当场变更",
    "review": "审查后变更",
    "reapply": "重新申请",
}


def specification_of(industry: Industry, catalogue: Catalogue) -> Document:
    """The work specification of an industry."""
    guide = guide_of(industry, catalogue)
    items = tuple(catalogue.items[each.code] for each in guide.items)
    made = (
        _scope(guide, industry),
        _duties(guide),
        _limits(guide, items),
        _conditions(guide),
        _materials(guide),
        _points(items, industry, catalogue),
        _process(guide),
        _steps(),
        _joint(guide, industry, catalogue),
        _after(items, catalogue),
        _remedies(items, catalogue),
    )
    return Document(
        title=f"{guide.name}行业综合许可工作规范",
        subtitle="由事项目录和办理流程生成，与系统里实际办理的完全一致",
        organ=guide.place.lead,
        version=guide.version,
        sections=tuple(replace(each, title=f"{numeral(number)}、{each.title}") for number, each in enumerate(made, 1)),
    )


def _scope(guide: Guide, industry: Industry) -> Section:
    said = [
        f"本规范适用于{guide.zone}内的{guide.name}：{guide.scope}",
        f"国民经济行业分类：{'、'.join(industry.gbt4754)}。牵头部门：{guide.place.lead}。",
        "各项许可的实施机关、法律效力和法律关系不变；准予两项以上的，发行业综合许可证（高新区一业一证方案）。",
    ]
    if guide.sample:
        said.append("本规范含合理示例，尚未由主管部门核定；标明的时限、电话和地址以核定的为准。")
    return Section(title="适用范围", paragraphs=tuple(said))


def _duties(guide: Guide) -> Section:
    rows = tuple((each.name, each.kind, each.organ, each.section, "；".join(each.basis)) for each in guide.items)
    who = tuple((each.short, each.when or "都要办", each.why) for each in guide.items)
    return Section(
        title="事项和实施机关",
        tables=(
            Table(title="谁办什么", head=("事项", "种类", "实施机关", "科室", "依据"), rows=rows),
            Table(title="谁要办", head=("事项", "什么情形要办", "为什么"), rows=who),
        ),
    )


def _limits(guide: Guide, items: Iterable[Item]) -> Section:
    extension = {item.code: str(item.extension) if item.extension else "不延长" for item in items}
    rows = tuple(
        (each.short, "；".join(each.promised), "；".join(each.statutory), extension[each.code], "、".join(each.marks))
        for each in guide.items
    )
    return Section(
        title="办理时限",
        paragraphs=(
            f"整体承诺：{guide.overall}。",
            f"收到材料后{ACCEPTANCE_TERM}内一次性告知是否需要补正；逾期不告知的，自收到材料之日起即为受理（行政许可法第三十二条）。",
        ),
        tables=(Table(title="各事项时限", head=("事项", "承诺", "法定", "可延长", "办理方式"), rows=rows),),
    )


def _conditions(guide: Guide) -> Section:
    def rows(subject: str) -> Iterator[tuple[str, ...]]:
        for each in guide.of(subject):
            yield (each.text, "、".join(each.items), each.when or "都适用", each.tested_by, "；".join(each.basis))

    head = ("条件", "事项", "适用情形", "怎么核", "依据")
    tables = (Table(title=subject, head=head, rows=tuple(rows(subject))) for subject in guide.subjects)
    return Section(title="许可条件（按主题合并）", tables=tuple(tables))


def _materials(guide: Guide) -> Section:
    def used(each: tuple[str, ...]) -> str:
        return "：".join(word for word in each if word)

    rows = tuple(
        (
            each.name,
            each.how,
            "；".join(used((items, use.requirement)) for items, use in each.used),
            "；".join(dict.fromkeys(use.when for _, use in each.used if use.when)) or "都要",
            "可以" if each.later and each.by_hand else "不可以" if each.by_hand else "不用交",
        )
        for each in guide.materials
    )
    return Section(
        title="申请材料",
        paragraphs=("每份材料只收一次，几个机关共用；除下列材料外，任何机关不得另要（行政许可法第三十一条）。",),
        tables=(Table(title="材料清单", head=("材料", "怎么来", "哪项用、看什么", "什么情形", "容缺"), rows=rows),),
    )


def _points(items: Iterable[Item], industry: Industry, catalogue: Catalogue) -> Section:
    def rows(item: Item) -> Iterator[tuple[str, ...]]:
        for each in item.review_points:
            only = when(each.when, industry, catalogue)
            if only is not None:
                yield (each.code, each.text, only or "都审", "；".join(cited(basis) for basis in each.basis))

    tables = (Table(title=item.short, head=("编号", "要点", "情形", "依据"), rows=tuple(rows(item))) for item in items)
    return Section(title="审查要点", tables=tuple(tables))


def _process(guide: Guide) -> Section:
    order = tuple(
        f"“{then}”要等“{first}”办完才能决定：{why}。" if kind == "hard" else f"“{first}”的结果告诉“{then}”：{why}。"
        for first, then, kind, why in guide.order
    )
    return Section(
        title="办理流程",
        paragraphs=order or ("各事项同时办，谁也不等谁。",),
        chart="outside",
    )


def _steps() -> Section:
    rows = tuple(
        (
            card.title,
            row.text,
            by_whom(line),
            line.paper.TITLE if line.paper else "—",
            row.then or "不变",
            _written(line),
        )
        for card in inside(TRANSITIONS).cards
        for row in card.rows
        for line in row.lines[:1]
    )
    return Section(
        title="每一步由谁办、用什么文书",
        paragraphs=("没有文书，就没有这一步。图和表都由同一张转换表生成，系统里的按钮也是。",),
        tables=(Table(title="每一步", head=("在哪一步", "做什么", "谁做", "文书", "做完到", "依据"), rows=rows),),
        chart="inside",
    )


def _written(line: T) -> str:
    return in_words(line.written_in)


def _joint(guide: Guide, industry: Industry, catalogue: Catalogue) -> Section:
    together = [catalogue.items[code].short for code in industry.inspection]
    said = (
        f"需要上门看的，一次看完：{'、'.join(together)}由各机关同一天上门；整改意见一次说清，整改完一次复审。"
        if together
        else "本行业没有要几个机关一起上门看的事项。"
    )
    rows = tuple((each.short, each.visit, each.organ) for each in guide.items)
    return Section(
        title="联合核查",
        paragraphs=(said,),
        tables=(Table(title="上不上门", head=("事项", "核查", "机关"), rows=rows),),
    )


def _after(items: Iterable[Item], catalogue: Catalogue) -> Section:
    def row(item: Item) -> tuple[str, ...]:
        change, window, check = item.change or CHANGE, item.renewal_window or RENEWAL, item.post_check
        changed = f"名称：{TREATMENTS[change.holder]}；负责人：{TREATMENTS[change.representative]}；"
        return (
            item.short,
            catalogue.organs[item.supervisor or item.organ].short,
            f"{'按承诺' if check.commitment else ''}准予后{check.within}内核查" if check else "日常监管",
            f"{changed}地址：{TREATMENTS[change.premises]}",
            f"届满{window.closes}前申请" if item.validity.years else "长期有效",
        )

    rows = tuple(map(row, items))
    head = ("事项", "监管机关", "核查", "变更", "延续")
    return Section(
        title="证后监管、变更和延续",
        paragraphs=("单项许可变更、延续、失效、撤销、注销的，实施机关及时通报牵头部门，免费换发综合许可证。",),
        tables=(Table(title="各事项证后", head=head, rows=rows),),
    )


def _remedies(items: Iterable[Item], catalogue: Catalogue) -> Section:
    organs = (catalogue.organs[code] for code in dict.fromkeys(item.organ for item in items))
    rows = tuple((each.name, each.remedies.reconsideration, each.remedies.court) for each in organs)
    return Section(
        title="救济",
        paragraphs=(f"对决定不服的，收到之日起{RECONSIDERATION}内可以申请行政复议，{LITIGATION}内可以提起行政诉讼。",),
        tables=(Table(title="向谁提出", head=("实施机关", "行政复议机关", "法院"), rows=rows),),
    )
