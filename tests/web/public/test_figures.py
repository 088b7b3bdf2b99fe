"""减了多少: what is drawn is what the table says, and both are what the data says."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from tests.published import catalogue
from yizheng.catalogue.trying.figures import NAMES, figures_of

pytestmark = pytest.mark.django_db


def page(client: Client, **query: str) -> str:
    answer = client.get(reverse("figures"), query)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("measure", NAMES)
def test_every_industry_is_drawn_with_the_figures_of_the_table(client: Client, measure: str) -> None:
    shown = page(client, measure=measure, who="fullest")
    drawn = [int(number) for number in re.findall(r'class="figures__number"[^>]*>(\d+)<', shown)]
    wanted = [number for each in figures_of(catalogue()) for number in each.fullest.of(measure)]
    assert drawn == wanted
    wide = [int(number) for number in re.findall(r'<rect [^>]*width="(\d+)"', shown)]
    assert max(wide) == 276
    assert all((bar == 0) <= (number * 276 < max(wanted)) for bar, number in zip(wide, drawn, strict=True))
    for apart, together in zip(wanted[::2], wanted[1::2], strict=True):
        assert f'<td class="govuk-table__cell">{apart} → {together}</td>' in shown


def test_the_drawing_has_a_name_and_says_where_its_figures_are(client: Client) -> None:
    shown = page(client)
    assert 'role="img" aria-labelledby="drawn drawn-more"' in shown
    assert "各行业的工作日，逐项办和一起办" in shown


def test_the_one_in_the_middle_can_be_looked_at_and_nonsense_is_let_be(client: Client) -> None:
    assert page(client, who="middle") != page(client, who="fullest")
    assert page(client, who="x", measure="<b>") == page(client)


def test_before_anything_is_published_that_is_said(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yizheng.web.public.figures.now", lambda: datetime(2001, 1, 1, tzinfo=UTC))
    answer = client.get(reverse("figures"))
    assert (answer.status_code, "还没有公布事项目录" in answer.content.decode()) == (503, True)


def test_the_page_sets_itself_beside_pudong_with_its_own_figures(client: Client) -> None:
    store = next(each.fullest for each in figures_of(catalogue()) if each.industry.code == "CONVENIENCE")
    shown = page(client)
    assert "95 → 5" in shown
    assert "{} → {}".format(*store.of("fields")) in shown
