"""期限计算: anybody has any limit counted; what cannot be counted is said, and what was typed stays."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db


def asked(client: Client, **query: str) -> tuple[int, str]:
    answer = client.get(reverse("deadline"), query)
    return answer.status_code, answer.content.decode()


def test_an_empty_form_counts_nothing(client: Client) -> None:
    status, page = asked(client)
    assert (status, "逐日计算" in page) == (200, False)


def test_a_limit_is_counted_day_by_day_and_the_form_keeps_what_was_typed(client: Client) -> None:
    status, page = asked(client, since="2021-09-17", n="20", unit="wd")
    assert status == 200
    assert "2021年10月21日（周四）" in page
    assert "国庆节放假" in page
    assert 'value="2021-09-17"' in page


def test_remedies_roll_to_the_next_working_day(client: Client) -> None:
    _, page = asked(client, since="2020-12-15", n="60", unit="cal", rolls="1")
    assert "2021年2月18日（周四）" in page
    assert "《民法典》第二百零三条" in page


def test_a_day_through_a_year_without_a_notice_is_marked_with_why(client: Client) -> None:
    _, page = asked(client, since="2026-12-25", n="10", unit="wd")
    assert 'class="provisional"' in page
    assert "放假安排还没有公布" in page


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"since": "", "n": "5"}, "请选一个日期"),
        ({"since": "2026-02-30", "n": "5"}, "请选一个日期"),
        ({"since": "2026-03-02", "n": ""}, "只能是0到2500"),
        ({"since": "2026-03-02", "n": "²"}, "只能是0到2500"),
        ({"since": "2026-03-02", "n": "121", "unit": "month"}, "只能是0到120"),
        ({"since": "2040-03-02", "n": "5", "unit": "?"}, "没有2040年的工作日历"),
        ({"since": "9999-12-31", "n": "60", "unit": "cal"}, "超出了历法的范围"),
    ],
)
def test_what_cannot_be_counted_is_said_in_words(client: Client, query: dict[str, str], said: str) -> None:
    status, page = asked(client, **query)
    assert (status, said in page) == (422, True)
