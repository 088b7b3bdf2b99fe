"""备选行业 in the workbench: a file in, candidates out; a refused file says why and changes nothing."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests import make
from tests.statistics.test_reported import vets
from tests.web.staff.desks import signed_in
from yizheng.law.words import Role
from yizheng.statistics.models import ReportedFile

pytestmark = pytest.mark.django_db
PAGE = "/lead/catalogue/candidates"


@pytest.fixture
def lead(office: make.Office) -> Client:
    return signed_in(make.person("乔牵头", Role.LEAD, "XZSP"))


def send(lead: Client, data: bytes, **more: str) -> Any:
    return lead.post(f"{PAGE}/report", {"organ": "XZSP", "file": SimpleUploadedFile("二月.csv", data), **more})


def text_of(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status, answer.content.decode()
    return str(answer.content.decode())


def test_from_a_file_of_an_organ_to_a_candidate_in_plain_words(lead: Client) -> None:
    assert "还没有数据" in text_of(lead.get(PAGE))
    assert send(lead, vets(4)).status_code == 302
    page = text_of(lead.get(PAGE))
    assert "有4家申请人在180天之内把这3项都申请了" in page
    assert "每年约少申请8次" in page
    assert "8222类" in page
    assert "VET" not in page
    begin = unescape(page.split('href="/lead/catalogue/revise?')[1].split('"')[0])
    form = text_of(lead.get(f"/lead/catalogue/revise?{begin}"))
    assert "新增行业：" in form
    assert "有4家申请人在180天之内把这3项都申请了" in form
    assert "没有找到" not in text_of(lead.get(f"{PAGE}?window=90"))


def test_a_refused_file_says_each_line_and_keeps_the_organ_that_was_chosen(lead: Client) -> None:
    page = text_of(send(lead, vets(4) + b"\nTOBACCO,,2026-02-01,"), 422)
    assert "一行也没有计入" in page
    assert "第14行：没有填申请人标识。" in page
    assert '<option value="XZSP" selected>' in page
    assert "文件是空的" in text_of(lead.post(f"{PAGE}/report", {"organ": "XZSP"}), 422)
    assert 'id="organ-fault"' in text_of(send(lead, vets(4), organ="NOBODY"), 422)


def test_a_file_is_taken_back(lead: Client) -> None:
    send(lead, vets(4))
    address = f"{PAGE}/{ReportedFile.objects.get().id}/withdraw"
    assert lead.post(address).status_code == 302
    page = text_of(lead.get(PAGE))
    assert "已由乔牵头于" in page
    assert "4家申请人" not in page
    assert lead.post(address).status_code == 404


def test_nobody_else_finds_the_page(window: Client, reviewer: Client) -> None:
    assert window.get(PAGE).status_code == reviewer.get(PAGE).status_code == 404


def test_the_page_takes_seven_statements_and_five_while_nothing_changes(
    lead: Client, django_assert_num_queries: Any
) -> None:
    send(lead, vets(5))
    lead.get("/lead/")
    with django_assert_num_queries(7):  # person, posts, version, files, how many cases; then cases, applications
        lead.get(PAGE)
    with django_assert_num_queries(5):
        lead.get(PAGE)
