"""A paper on A4: everything on it can be read, nothing runs over its edge, no page bears a signature alone."""

from dataclasses import replace

import pytest

from tests.typeset import reading
from tests.typeset.samples import GRANT, LONG_NAME, LONG_NOTICE
from yizheng.law.papers.sheet import Table
from yizheng.typeset import press
from yizheng.typeset.fonts import NoGlyph
from yizheng.typeset.lines import lines_of, seal_lines, width
from yizheng.typeset.sheets import TEMPLATE, paper_pdf, sheet_data


def test_everything_on_the_sheet_is_in_the_text() -> None:
    text = reading.text(paper_pdf(GRANT))
    values = [GRANT.title, GRANT.number, GRANT.organ, *GRANT.paragraphs, *GRANT.remedies, *GRANT.notes]
    values += [GRANT.handler, GRANT.contact, GRANT.code, GRANT.made_on, "演示印章", "第1页/共1页"]
    values += [word for fact in GRANT.facts for word in fact]
    assert [value for value in values if value.replace(" ", "") not in text] == []


def test_rare_characters_are_drawn_not_only_named() -> None:
    names = "喆堃䶮𬭚"
    pdf = paper_pdf(replace(GRANT, organ=names, title=names, facts=((names, names),), paragraphs=(names,)))
    assert set(names) <= reading.drawn(pdf)
    for page in reading.reader(pdf).pages:
        assert all("/FontFile2" in font["/DescendantFonts"][0]["/FontDescriptor"] for font in reading.fonts(page))


def test_a_name_that_cannot_be_printed_is_refused_wherever_it_stands() -> None:
    for sheet in (replace(GRANT, addressee="𠮷野家"), replace(GRANT, facts=(("申请人", "𠮷野家"),))):
        with pytest.raises(NoGlyph, match="𠮷"):
            paper_pdf(sheet)


def test_a_long_sheet_breaks_pages_with_its_heads_and_page_numbers_repeated() -> None:
    pages = reading.reader(paper_pdf(LONG_NOTICE)).pages
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        text = page.extract_text().replace(" ", "").replace("\n", "")
        assert f"第{number}页/共{len(pages)}页" in text
        assert LONG_NOTICE.title in text
    assert all("存在的问题" in page.extract_text() for page in pages[:-1])


@pytest.mark.parametrize("rows", range(8, 20))
def test_no_page_bears_a_signature_alone(rows: int) -> None:
    table = replace(LONG_NOTICE.tables[0], rows=LONG_NOTICE.tables[0].rows[:rows])
    last = reading.reader(paper_pdf(replace(LONG_NOTICE, tables=(table,)))).pages[-1].extract_text()
    assert f"第{rows}点" in last
    assert "演示印章" in last


def test_long_names_numbers_and_addresses_stay_on_the_page() -> None:
    address = "https://yizheng.example.gov.cn/" + "a1-" * 60
    sheet = replace(
        GRANT,
        organ=LONG_NAME,
        addressee=LONG_NAME,
        facts=(("网址", address), ("统一社会信用代码及登记机关", address), ("单位", LONG_NAME)),
        paragraphs=(address,),
        contact=address,
    )
    for page in press.pngs(TEMPLATE, sheet_data(sheet), sheet.made_on):
        reading.assert_margins_are_empty(page, left=20, right=20, top=8, bottom=8)


def test_markup_in_the_data_stays_text() -> None:
    wild = '#panic("x") *粗* $x$ <b> \\u{41} // 注'
    assert wild.replace(" ", "") in reading.text(paper_pdf(replace(GRANT, paragraphs=(wild,))))


def test_a_sheet_may_be_nearly_empty() -> None:
    bare = replace(GRANT, number="", addressee="", paragraphs=(), facts=(), remedies=(), notes=(), handler="", code="")
    assert len(reading.reader(paper_pdf(replace(bare, contact=""))).pages) == 1


def test_short_facts_stand_two_in_a_row_and_long_ones_alone() -> None:
    facts = (("甲", "一"), ("乙", "二"), ("丙", "三"), ("丁", "很长的内容" * 9), ("戊", "五"))
    rows = sheet_data(replace(GRANT, facts=facts))["facts"]
    assert [[name for name, _ in row] for row in rows] == [["甲", "乙"], ["丙"], ["丁"], ["戊"]]


def test_a_table_of_short_cells_still_fills_the_width() -> None:
    table = Table(title="收到的材料", head=("材料", "份数"), rows=(("营业执照", "1"),))
    columns = sheet_data(replace(GRANT, tables=(table,)))["tables"][0]["columns"]
    assert [column["unit"] for column in columns] == ["fr", "fr"]


def test_names_break_where_a_reader_would() -> None:
    assert lines_of("青岛高新区行政审批服务部") == ["青岛高新区行政审批服务部"]
    assert lines_of("青岛高新技术产业开发区管理委员会（行政审批服务部）") == [
        "青岛高新技术产业开发区管理委员会",
        "（行政审批服务部）",
    ]
    assert seal_lines(GRANT.seal) == ["演示印章", "未接入国家", "电子印章系统"]
    assert width("年A1") == pytest.approx(2.21)
