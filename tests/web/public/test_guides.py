"""办事指南: every industry's guide, work specification, sample, leaflet and poster, linked from where people begin."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.published import RESTAURANT, catalogue
from yizheng.cases.commands.notices import give_notice
from yizheng.catalogue import publishing
from yizheng.web.public import guides

pytestmark = pytest.mark.django_db


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


@pytest.mark.parametrize("industry", sorted(catalogue().industries))
def test_every_industry_has_its_guide_with_the_four_blocks_and_its_chart(client: Client, industry: str) -> None:
    text = page(client, reverse("guide", args=[industry]))
    for block in ("可办事项", "咨询方式", "办理地点", "办证流程", "常见错误", "这里不办的"):
        assert block in text
    assert '<svg class="chart"' in text
    assert "办理流程图的文字版" in text


def test_the_guide_is_linked_from_the_first_page_the_industry_and_the_notice(client: Client) -> None:
    address = reverse("guide", args=["RESTAURANT"])
    notice = give_notice("RESTAURANT", RESTAURANT, timezone.now())
    for name, args in (("home", []), ("start", ["RESTAURANT"]), ("notice", [notice])):
        assert f'href="{address}"' in page(client, reverse(name, args=args))


def test_the_work_specification_shows_both_charts_and_the_version_it_is_made_from(client: Client) -> None:
    text = page(client, reverse("specification", args=["KTV"]))
    assert text.count('<svg class="chart"') == 2
    assert "内部办理流程图的文字版" in text
    assert publishing.current(timezone.now()).number in text
    assert "要填什么" in page(client, reverse("sample", args=["KTV"]))


def test_the_notice_draws_the_way_of_just_its_own_items(client: Client) -> None:
    notice = give_notice("RESTAURANT", RESTAURANT, timezone.now())
    text = page(client, reverse("notice", args=[notice]))
    assert '<svg class="chart"' in text
    assert "大型户外广告</text>" not in text
    assert "烟草零售许可</text>" in text


def test_each_is_there_as_pdf_made_once_for_a_version(client: Client) -> None:
    for name in guides.PRINTS:
        answer = client.get(reverse("guide-pdf", args=["CAFE", name]))
        assert answer["Content-Type"] == "application/pdf"
        assert answer.content.startswith(b"%PDF")
    before = guides._pdf.cache_info().misses
    client.get(reverse("guide-pdf", args=["CAFE", "poster"]))
    assert guides._pdf.cache_info().misses == before


@pytest.mark.parametrize(
    "address", ["/guide/NOPE", "/guide/NOPE/sample", "/guide/CAFE/book.pdf", "/guide/NOPE/poster.pdf"]
)
def test_what_is_not_there_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404
