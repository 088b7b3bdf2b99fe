"""The press: same data, same bytes; from many threads; as a file that an archive keeps."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from tests.typeset import reading
from tests.typeset.samples import GRANT
from yizheng.typeset import press
from yizheng.typeset.sheets import paper_pdf


def test_the_same_data_give_the_same_bytes() -> None:
    assert paper_pdf(GRANT) == paper_pdf(GRANT)


def test_many_threads_each_get_their_own_paper() -> None:
    sheets = [replace(GRANT, number=f"青高新审〔2026〕食许准字第{i:05d}号") for i in range(24)]
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(paper_pdf, sheets))
    assert all(sheet.number in reading.text(pdf) for sheet, pdf in zip(sheets, made, strict=True))


def test_the_file_is_pdf_a_2b_and_says_who_made_it_and_when() -> None:
    pdf = reading.reader(paper_pdf(GRANT))
    packet = pdf.trailer["/Root"]["/Metadata"].get_data().decode()  # type: ignore[index]
    assert "<pdfaid:part>2</pdfaid:part>" in packet
    assert "<pdfaid:conformance>B</pdfaid:conformance>" in packet
    assert pdf.metadata is not None
    assert pdf.metadata.title == GRANT.title
    assert pdf.metadata.author == GRANT.organ
    assert pdf.metadata.creation_date is not None
    assert pdf.metadata.creation_date.date().isoformat() == "2026-03-20"


@pytest.mark.parametrize("written", ["2026-03-20", "2026年3月20日", "2026-03-20 09:41:07"])
def test_a_day_is_read_however_it_is_written(written: str) -> None:
    assert press.day_in(written).isoformat() == "2026-03-20T00:00:00+08:00"


@pytest.mark.parametrize("written", ["", "今日", "2026年13月40日"])
def test_a_paper_without_a_day_is_refused(written: str) -> None:
    with pytest.raises(press.NoDay, match="制作日期"):
        paper_pdf(replace(GRANT, made_on=written))
