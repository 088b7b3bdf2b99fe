"""A computer in the hall: what one person opened there, the next one does not find."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests import make
from tests.web.applicant import walking

pytestmark = pytest.mark.django_db
WAY_OUT = "结束，清除本机记录"


@pytest.fixture
def number(client: Client) -> str:
    """A case opened in this browser."""
    make.office()
    case = make.case(make.filed(moment=make.at(2026, 3, 2)))
    client.post(reverse("query"), {"number": case.number, "code": case.query_code})
    return str(case.number)


def test_whoever_has_opened_a_case_finds_a_way_out_that_forgets_it(client: Client, number: str) -> None:
    walking.begun(client)
    assert WAY_OUT in walking.text_of(client.get(reverse("progress", args=[number])))
    left = client.post(reverse("forget"), follow=True)
    assert "本机不再保留" in walking.text_of(left)
    assert WAY_OUT not in walking.text_of(left)
    assert number not in walking.text_of(left)
    assert client.get(reverse("progress", args=[number])).status_code == 404
    assert not client.session.keys() & {"cases", "answers", "changing"}


def test_whoever_has_opened_nothing_needs_no_way_out(client: Client) -> None:
    make.publish_regulations()
    assert WAY_OUT not in walking.text_of(client.get(reverse("home")))
    assert client.get(reverse("forget")).status_code == 405


def test_no_page_that_shows_what_somebody_entered_is_kept_on_the_way(client: Client, number: str) -> None:
    draft = walking.begun(client)
    pages = [reverse("home"), reverse("progress", args=[number]), reverse("receipt", args=[number])]
    pages += [reverse(name, args=[draft]) for name in ("draft", "materials", "check")]
    pages += [reverse("section", args=[draft, "part-1"]), reverse("sign-in"), reverse("query")]
    for page in pages:
        assert client.get(page)["Cache-Control"] == "private, no-store", page
