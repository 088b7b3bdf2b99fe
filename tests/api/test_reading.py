"""What the API answers: progress, an item, its clocks with every day explained; to everybody only what is theirs."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.test import Client

from tests import make
from tests.api.asking import Asking, applicant, basic, nobody, staff
from yizheng.people.trying import AT_ONE_FROM_HERE

pytestmark = pytest.mark.django_db


def test_an_applicant_reads_the_progress_of_their_case(received: UUID) -> None:
    number = make.case(received).number
    told = applicant(received).get(f"cases/{number}").json()
    assert (told["number"], told["state"], told["state_label"]) == (number, "received", "收件")
    assert {each["turn"] for each in told["items"]} == {"一业一证窗口"}
    assert {each["due"]["on"] for each in told["items"]} == {"2026-03-09"}
    assert "query_code" not in told


def test_an_item_says_whose_turn_it_is_and_what_may_be_done_and_why_not(office: make.Office, accepted: UUID) -> None:
    item = make.items(accepted)["FOOD_CATERING"]
    make.visited(office, item, moment=make.at(2026, 3, 2))
    told = staff(office.reviewers["SCJG"]).get(f"items/{item.id}").json()
    assert (told["turn"], told["due"]["lamp"]) == ("市场监管部", "green")
    choices = {each["verb"]: each for each in told["choices"]}
    assert (choices["review"]["open"], choices["review"]["paper"]) == (True, "ReviewOpinion")
    assert not choices["claim"]["paper"]
    applicants = {each["verb"]: each for each in applicant(accepted).get(f"items/{item.id}").json()["choices"]}
    assert applicants["withdraw"]["open"]
    assert not {"accept", "review", "grant"} & applicants.keys()
    windows = {each["verb"]: each for each in staff(office.window).get(f"items/{item.id}").json()["choices"]}
    assert not windows["accept"]["open"]
    assert "不能办理「受理」" in windows["accept"]["why"]


def test_every_clock_is_explained_day_by_day_with_the_article_of_each_day_that_does_not_count(accepted: UUID) -> None:
    item = make.items(accepted)["TOBACCO"]
    clocks = {each["clock"]: each for each in applicant(accepted).get(f"items/{item.id}/clocks").json()}
    assert clocks["acceptance"]["stopped_on"] == "2026-03-02"
    promised = clocks["promised"]["count"]
    assert (promised["since"], promised["term"], promised["due"]) == ("2026-03-02", "7个工作日", "2026-03-11")
    by_day = {each["day"]: each for each in promised["days"]}
    assert by_day["2026-03-07"] == {
        "day": "2026-03-07",
        "counts": False,
        "number": None,
        "why": "休息日",
        "basis": "《行政许可法》第八十二条",
    }
    assert promised["days"][-1]["number"] == 7
    assert not clocks["promised"]["pauses"]
    assert clocks["promised"]["lamp_label"] == "正常"


def test_an_organ_reads_its_own_items_and_nobody_elses(office: make.Office, accepted: UUID) -> None:
    asking, items = staff(office.deciders["SCJG"]), make.items(accepted)
    told = asking.get(f"cases/{make.case(accepted).number}").json()
    assert [each["item"] for each in told["items"]] == ["FOOD_CATERING"]
    assert told["messages"] == []
    assert asking.get(f"items/{items['FOOD_CATERING'].id}").status_code == 200
    for address in (f"items/{items['TOBACCO'].id}", f"items/{items['TOBACCO'].id}/clocks", "cases/none"):
        answer = asking.get(address)
        assert (answer.status_code, answer.json()["sentence"]) == (404, "没有查到，或者您无权查看。")
    everything = staff(office.window).get(f"cases/{make.case(accepted).number}").json()
    assert len(everything["items"]) == len(items)


def test_another_applicants_case_is_not_there(accepted: UUID) -> None:
    other = make.filed(moment=make.at(2026, 3, 2))
    item = make.items(accepted)["TOBACCO"]
    for address in (f"cases/{make.case(accepted).number}", f"items/{item.id}", f"items/{item.id}/clocks"):
        assert applicant(other).get(address).status_code == 404


def test_who_is_nobody_reads_nothing(received: UUID) -> None:
    answer = nobody().get(f"cases/{make.case(received).number}")
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"].startswith("Basic")
    assert answer["Cache-Control"] == "private, no-store"


def test_guessing_the_code_is_as_slow_as_on_the_page(received: UUID) -> None:
    number = make.case(received).number or ""
    wrong = Asking(Client(), Authorization=basic(number, "AAAA-BBBB-CCCC"))
    for _ in range(AT_ONE_FROM_HERE):
        assert wrong.get(f"cases/{number}").status_code == 401
    assert wrong.get(f"cases/{number}").status_code == 429
    assert "分钟后再试" in wrong.get(f"cases/{number}").json()["sentence"]
    assert applicant(received).get(f"cases/{number}").status_code == 429
    page = Client().post("/query", {"number": number, "code": "AAAA-BBBB-CCCC"})
    assert page.status_code == 429


def test_anybody_may_have_a_limit_explained() -> None:
    told = nobody().get("deadline", since="2021-09-17", n=20).json()
    assert (told["due"], told["provisional"]) == ("2021-10-21", False)
    assert "国庆节放假" in next(each["why"] for each in told["days"] if each["day"] == "2021-10-01")
    rolled = nobody().get("deadline", since="2026-08-31", n=6, unit="month", rolls=True).json()
    assert rolled["due"] == "2027-03-01"
    assert nobody().get("deadline", since="2026-12-25", n=10).json()["provisional"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"since": "2026-03-02", "n": "x"}, "n"),
        ({"since": "2026-03-02", "n": -1}, "n"),
        ({"n": 5}, "缺少「since」"),
        ({"since": "2030-03-02", "n": 5}, "没有2030年的工作日历"),
        ({"since": "9999-12-31", "n": 3660, "unit": "cal"}, "9999"),
        ({"since": "9999-12-31", "n": 120, "unit": "month"}, "9999"),
        ({"since": "2026-03-02", "n": 121, "unit": "month"}, "0到120"),
        ({"since": "0001-01-01", "n": 5}, "工作日历"),
        ({"since": "2026-03-02", "n": 5, "unit": "years"}, "unit"),
    ],
)
def test_a_limit_that_cannot_be_counted_is_refused_in_words(asked: dict[str, object], said: str) -> None:
    answer = nobody().get("deadline", **asked)
    assert answer.status_code == 422
    assert said in answer.json()["sentence"]


def test_anybody_may_read_the_working_days_of_a_year() -> None:
    told = nobody().get("calendar/2026").json()
    assert (told["working_days"], told["status"]) == (248, "official")
    assert {each["day"] for each in told["workdays"]} >= {"2026-02-14", "2026-02-28"}
    assert told["days_off"][0] == {"day": "2026-01-01", "festival": "元旦", "notice": "国办发明电〔2025〕7号"}
    assert [nobody().get(f"calendar/{year}").json()["working_days"] for year in (2021, 2025)] == [250, 248]
    assert nobody().get("calendar/2027").json()["status"] == "provisional"
    assert nobody().get("calendar/2040").status_code == 404


def test_the_schema_is_served_and_no_page_that_would_load_from_elsewhere() -> None:
    schema = nobody().get("openapi.json").json()
    assert schema["openapi"].startswith("3.1")
    acts = [each["post"] for each in schema["paths"].values() if "post" in each]
    assert acts
    assert all({"409", "422"} <= each["responses"].keys() for each in acts)
    assert nobody().get("docs").status_code == 404
