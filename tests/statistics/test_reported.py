"""Figures that organs report: read as a whole or refused line by line; nobody can be read from what is kept."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests import make
from tests.published import PET_HOSPITAL, catalogue
from yizheng.law.authority import Who
from yizheng.law.words import Role
from yizheng.ledger.command import NotFound, Refused
from yizheng.statistics.commands import forget_reported, report, take_back
from yizheng.statistics.commands.reports import Reported
from yizheng.statistics.models import ReportedApplication, ReportedFile
from yizheng.statistics.queries.candidates import candidates
from yizheng.statistics.reported import MOST_BYTES, MOST_ROWS, Read, Row, read

TODAY = make.at(2026, 3, 10)
HEAD = "事项编码或名称,申请人统一社会信用代码,申请日期,国民经济行业代码\n"
SHOP = "91370212MA3C8R4X5T"


def text(*rows: str, head: str = HEAD) -> bytes:
    return (head + "\n".join(rows)).encode()


def found(*rows: str, **how: Any) -> Read:
    return read(text(*rows, **how), catalogue(), TODAY.date())


# --- reading --------------------------------------------------------------------------------------------------------


def test_an_item_is_known_by_code_name_or_short_name_and_kept_as_it_is_written_when_it_is_none_of_ours() -> None:
    item = catalogue().items["TOBACCO"]
    rows = found(*(f"{name},{SHOP},2026-03-02,5227" for name in ("TOBACCO", item.name, item.short, "彩票代销"))).rows
    assert rows == (Row("TOBACCO", SHOP, date(2026, 3, 2), "5227"), Row("彩票代销", SHOP, date(2026, 3, 2), "5227"))


def test_an_item_with_brackets_in_its_name_is_known_however_wide_they_are_written() -> None:
    for name in ("娱乐场所经营活动审批（歌舞）", "娱乐场所经营活动审批(歌舞)"):
        assert found(f"{name},{SHOP},2026-03-02,").rows[0].item == "ENTERTAIN"


@pytest.mark.parametrize(
    "day", ["2026-03-02", "2026/3/2", "20260302", "2026年3月2日", "2026.3.2", "２０２６-03-02", "2026-03-02 10:15:00"]
)
def test_days_are_read_as_people_write_them(day: str) -> None:
    assert found(f"TOBACCO,{SHOP},{day},").rows[0].on == date(2026, 3, 2)


def test_spreadsheets_in_chinese_are_read_whatever_they_save() -> None:
    in_words = HEAD + f"烟草专卖零售,{SHOP},2026-03-02,"
    for encoding in ("utf-8", "utf-8-sig", "gb18030"):
        assert read(in_words.encode(encoding), catalogue(), TODAY.date()).rows, encoding


def test_columns_may_stand_in_any_order_and_others_beside_them() -> None:
    head = "申请时间,备注,事项名称,统一社会信用代码\n"
    (row,) = found(f"2026-03-02,无,TOBACCO, {SHOP.lower()} ", head=head).rows
    assert row == Row("TOBACCO", SHOP, date(2026, 3, 2), "")


def test_every_bad_row_is_named_by_its_line_and_no_applicant_is_shown() -> None:
    faults = found(
        f"TOBACCO,{SHOP},2026-03-02,5227",
        f",{SHOP},2026-03-02,",
        "TOBACCO,,不知道,",
        f"TOBACCO,{SHOP},2026-13-40,",
        f"TOBACCO,{SHOP},2026-03-11,ABC",
        f"{'长' * 61},{'9' * 65},,",
        "TOBACCO",
    ).faults
    assert [fault.partition("行：")[0] for fault in faults] == [f"第{n}" for n in range(3, 9)]
    assert faults[0] == "第3行：没有填事项。"
    assert "申请日期还没有到" in faults[3]
    assert "国民经济行业代码" in faults[3]
    assert SHOP not in "".join(faults)


@pytest.mark.parametrize("number", ["91350100M000100Y43", "11010519491231002X", "13800138000"])
def test_a_number_of_somebody_where_the_item_should_stand_is_not_kept(number: str) -> None:
    (fault,) = found(f"{number},TOBACCO,2026-03-02,").faults
    assert "核对列名" in fault
    assert number not in fault


def test_a_line_is_named_by_its_number_in_the_file_though_a_cell_has_several() -> None:
    assert found(f'"烟草\n专卖",{SHOP},2026-03-02,', "TOBACCO,,2026-03-02,").faults == ("第4行：没有填申请人标识。",)


def test_of_very_many_bad_rows_the_first_are_shown_and_the_others_counted() -> None:
    faults = found(*["TOBACCO,,2026-03-02,"] * 50).faults
    assert len(faults) == 21
    assert faults[-1] == "还有30行有同类问题。"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "空"),
        (b"x" * (MOST_BYTES + 1), "超过5兆"),
        (b"\xff\xfe\x00\x01", "CSV（UTF-8）"),
        (b"PK\x03\x04" + bytes(range(256)), "CSV（UTF-8）"),
        (text('"TOBACCO'), "引号"),
        (text("x" * 200_000), "格子太长"),
        (text(*["TOBACCO,x,2026-03-02,"] * (MOST_ROWS + 1)), "超过50000行"),
        ("事项,申请日期\n".encode(), "申请人统一社会信用代码"),
        (HEAD.encode(), "没有近3年的申请"),
        (text(f"TOBACCO,{SHOP},2020-01-02,"), "没有近3年的申请"),
    ],
    ids=["nothing", "much", "no text", "no CSV", "open quote", "long cell", "many rows", "no column", "no row", "old"],
)
def test_a_file_that_cannot_be_taken_is_refused_with_what_to_do(data: bytes, says: str) -> None:
    assert says in "".join(read(data, catalogue(), TODAY.date()).faults)


def test_what_is_said_twice_counts_once_and_what_is_old_is_not_kept() -> None:
    row = f"TOBACCO,{SHOP},2026-03-02,"
    read_ = found(row, "", row, f"TOBACCO,{SHOP},2022-03-02,")
    assert (len(read_.rows), read_.twice, read_.too_old) == (1, 1, 1)


# --- keeping --------------------------------------------------------------------------------------------------------


@pytest.fixture
def lead(db: None) -> Who:
    return make.person("乔牵头", Role.LEAD, "XZSP")


def vets(number: int, *, first: int = 0) -> bytes:
    """So many animal hospitals that ask for three things, of which no industry has them all."""
    items = ("ANIMAL_CLINIC", "ROAD_FREIGHT", "动物美容")
    return text(*(f"{item},VET{first + n},2026-02-{n + 1:02},8222" for n in range(number) for item in items))


def file(data: bytes, organ: str = "XZSP") -> Reported:
    return Reported(organ, "二月.csv", data)


def test_what_the_organs_reported_becomes_candidates_and_nobody_can_be_read_from_what_is_kept(lead: Who) -> None:
    report(file(vets(4)), who=lead, at=TODAY)
    (vet,) = candidates(lead, TODAY, 180).rows
    assert (vet.found.applicants, vet.found.gbt) == (4, "8222")
    assert {each.name for each in vet.items} >= {"动物美容", catalogue().items["ANIMAL_CLINIC"].short}
    assert not ReportedApplication.objects.filter(applicant__contains="VET").exists()
    assert {len(each.applicant) for each in ReportedApplication.objects.all()} == {64}


def test_our_own_cases_count_and_what_an_organ_reports_of_them_does_not_count_twice(lead: Who) -> None:
    make.office()
    for _ in range(3):
        case = make.case(make.filed(PET_HOSPITAL, industry="PET_HOSPITAL", moment=TODAY - timedelta(days=3)))
    found = candidates(lead, TODAY, 180).ranking
    assert found.applicants == 1, "the same shop three times"
    report(file(text(f"ANIMAL_CLINIC,{case.holder_code},2026-03-07,8222")), who=lead, at=TODAY)
    assert candidates(lead, TODAY, 180).ranking.applications == found.applications


def test_a_file_with_a_bad_row_is_not_kept_at_all(lead: Who) -> None:
    with pytest.raises(Refused, match="一行也没有计入") as refused:
        report(file(vets(3) + b"\nTOBACCO,,2026-03-02,"), who=lead, at=TODAY)
    assert [fault.sentence for fault in refused.value.faults] == ["第11行：没有填申请人标识。"]
    assert not ReportedFile.objects.exists()
    assert not ReportedApplication.objects.exists()


def test_the_same_file_again_is_noticed_and_after_it_was_taken_back_it_may_come_again(lead: Who) -> None:
    report(file(vets(4)), who=lead, at=TODAY)
    with pytest.raises(Refused, match="已于2026年3月10日由乔牵头报送过"):
        report(file(vets(4), "SCJG"), who=lead, at=TODAY)
    kept = ReportedFile.objects.get()
    take_back(kept.id, who=lead, at=TODAY)
    page = candidates(lead, TODAY, 180)
    assert (page.rows, ReportedApplication.objects.count()) == ((), 0)
    assert page.files[0].taken_back_by == "乔牵头"
    with pytest.raises(NotFound):
        take_back(kept.id, who=lead, at=TODAY)
    report(file(vets(4)), who=lead, at=TODAY)


def test_only_the_lead_department_keeps_and_sees_them(lead: Who) -> None:
    other = make.person("王窗口", Role.WINDOW, "XZSP")
    with pytest.raises(Refused, match="牵头部门"):
        report(file(vets(4)), who=other, at=TODAY)
    report(file(vets(4)), who=lead, at=TODAY)
    with pytest.raises(Refused, match="牵头部门"):
        take_back(ReportedFile.objects.get().id, who=other, at=TODAY)
    with pytest.raises(NotFound):
        candidates(other, TODAY, 180)
    with pytest.raises(Refused, match="哪个机关"):
        report(file(vets(4, first=9), "NOBODY"), who=lead, at=TODAY)


def test_what_is_older_than_three_years_is_forgotten(lead: Who) -> None:
    report(file(vets(4)), who=lead, at=TODAY)
    assert forget_reported(TODAY) == 0
    assert forget_reported(make.at(2029, 3, 10)) == 12
