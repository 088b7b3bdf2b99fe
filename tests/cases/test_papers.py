"""Papers as they are made: numbered, titled and founded by what kind of item they are about."""

import pytest

from tests import make
from yizheng.cases.models import Decision, PaperRecord
from yizheng.cases.papers import read
from yizheng.cases.queries.papers import Viewer, papers_of

pytestmark = pytest.mark.django_db

DAY = make.at(2026, 3, 2)
PREPACKED = {**make.RESTAURANT, "q_type": "prepack", "q_area": 100.0}
SMALL = {**make.RESTAURANT, "q_dishes": ["hot"], "q_area": 80.0}


@pytest.fixture
def office():
    return make.office()


def served(case_id, item):
    """The papers of acceptance and decision of an item as title and series."""
    listed = papers_of(case_id, Viewer(frozenset({str(case_id)})))
    name = next(each.head["item"] for each in PaperRecord.objects.filter(item_case__item=item))
    of_item = [each for each in listed if each.item == name and each.kind in {"acceptance", "grant", "refusal"}]
    return [(each.title, each.number.partition("〕")[2].partition("第")[0]) for each in of_item]


@pytest.mark.parametrize(
    ("answers", "item", "titles"),
    [
        (PREPACKED, "FOOD_PREPACK", [("备案材料接收通知书", "受字"), ("予以备案告知书", "备字")]),
        (SMALL, "FOOD_SMALL", [("受理通知书", "受字"), ("准予登记决定书", "登字")]),
        (SMALL, "TOBACCO", [("受理通知书", "受字"), ("准予行政许可决定书", "准字")]),
    ],
)
def test_a_paper_is_listed_and_numbered_by_the_kind_of_its_item(office, answers, item, titles):
    case_id = make.accepted(office, moment=DAY, answers=answers)
    make.granted(office, make.items(case_id)[item], moment=DAY)
    assert set(served(case_id, item)) == set(titles)


def test_a_filing_refused_tells_its_reasons_and_remedies_and_no_permit_law(office):
    case_id = make.accepted(office, moment=DAY, answers=PREPACKED)
    make.refused(office, make.items(case_id)["FOOD_PREPACK"], moment=DAY)
    sheet = read(PaperRecord.objects.get(kind="refusal"))
    assert (sheet.title, "〔2026〕不备字" in sheet.number) == ("不予备案告知书", True)
    assert "行政许可" not in "".join(sheet.paragraphs)
    assert "自收到本告知书之日起" in sheet.remedies[0]
    assert Decision.objects.get().remedies == sheet.remedies[0]


def test_what_is_done_at_once_says_so_once(office):
    make.accepted(office, moment=DAY, answers=PREPACKED)
    facts = dict(read(PaperRecord.objects.get(kind="acceptance", item_case__item="FOOD_PREPACK")).facts)
    assert (facts["法定办结时限"], facts["承诺办结时限"]) == ("材料齐全当场备案", "一般当场办结")


def test_the_receipt_says_that_filings_and_registrations_go_likewise(office):
    told = {}
    for answers in (PREPACKED, SMALL, make.RESTAURANT):
        case_id = make.filed(moment=DAY, answers=answers)
        told[answers["q_area"]] = "".join(read(PaperRecord.objects.get(case_id=case_id, kind="receipt")).paragraphs)
    assert "备案事项参照办理。" in told[100.0]
    assert "登记事项参照办理。" in told[80.0]
    assert "参照" not in told[320.0]
