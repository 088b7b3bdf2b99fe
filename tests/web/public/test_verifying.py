"""Verifying a licence: open to everybody, true now, nothing personal, never green by default."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError
from django.test import Client
from django.urls import reverse

from tests import make
from yizheng.law.papers import Revocation
from yizheng.licences import queries
from yizheng.licences.commands import act_on_permit
from yizheng.web.kinds import now

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> make.Office:
    return make.office()


@pytest.fixture
def case_id(office: make.Office) -> UUID:
    """A restaurant with three permits, granted last week."""
    return make_granted(office, 3)


def make_granted(office: make.Office, count: int) -> UUID:
    filed = now() - timedelta(days=9)
    case_id = make.accepted(office, moment=filed)
    for item_case in list(make.items(case_id).values())[:count]:
        make.granted(office, item_case, moment=filed + timedelta(days=2))
    return case_id


def scan(client: Client, case_id: UUID, version: int = -1):
    token = queries.licence_of(case_id, now()).versions[version].token
    return client.get(reverse("verify-licence", args=[token]))


def revoke_last(office: make.Office, case_id: UUID) -> None:
    permit = [each for each in queries.permits_of(case_id, now()) if each.holds][-1]
    paper = Revocation(ground="69-2", found="以欺骗手段取得许可。")
    act_on_permit(case_id, permit.id, paper, who=office.deciders[permit.organ], at=now())


def text(answer) -> str:
    return answer.content.decode()


def test_a_valid_licence_says_so_as_of_this_second(client, case_id):
    page = scan(client, case_id)
    assert page.status_code == 200
    assert "全部有效" in text(page)
    assert re.search(r"截至 \d{4}年\d+月\d+日 \d\d:\d\d:\d\d", text(page))
    assert "0532-" in text(page)


def test_a_scan_needs_and_leaves_no_cookie_and_is_kept_by_nobody(client, case_id):
    page = scan(client, case_id)
    assert not page.cookies
    assert page["Cache-Control"] == "no-store"
    assert "Cookie" not in page.get("Vary", "")


def test_a_revoked_permit_shows_at_once_on_the_old_paper(client, office, case_id):
    before = queries.licence_of(case_id, now()).token
    revoke_last(office, case_id)
    page = text(client.get(reverse("verify-licence", args=[before])))
    assert "部分有效" in page
    assert "已撤销" in page
    assert "本纸质版本已被第 3 版替代" in page


def test_an_old_version_says_which_one_replaced_it(client, case_id):
    assert "本纸质版本已被第 2 版替代" in text(scan(client, case_id, 0))
    assert "替代" not in text(scan(client, case_id, 1))


def test_a_retired_licence_says_why(client, office):
    case_id = make_granted(office, 2)
    revoke_last(office, case_id)
    page = text(scan(client, case_id))
    assert "综合许可证已停止使用" in page
    assert "至少载明两项有效许可" in page
    assert "照常有效，可单独使用" in page


def test_the_page_shows_no_personal_data(client, case_id):
    case = make.case(case_id)
    shown = text(scan(client, case_id))
    for code in ("rep_name", "rep_id_number", "rep_phone", "contact_name", "contact_phone"):
        assert case.form[code] not in shown, code
    for kept in (case.query_code, str(case_id), case.number, "/material/", "/paper/"):
        assert kept not in shown
    assert case.holder in shown


@pytest.mark.parametrize("token", ["x", "A" * 22, "..%2F..%2Fetc", "'%20OR%201=1"])
def test_a_forged_token_is_told_so_plainly(client, case_id, token):
    page = client.get(f"/v/{token}")
    assert page.status_code == 404
    assert "有效</p>" not in text(page)


def test_a_failing_database_is_never_green(client, case_id, monkeypatch):
    def broken(*_):
        raise DatabaseError("gone")

    page = None
    address = reverse("verify-licence", args=[queries.licence_of(case_id, now()).token])
    monkeypatch.setattr(queries, "scanned", broken)
    page = client.get(address)
    assert page.status_code == 503
    assert "未能实时核验" in text(page)
    assert "全部有效" not in text(page)
    assert page["Cache-Control"] == "no-store"


def test_the_whole_page_takes_at_most_four_statements(client, case_id, django_assert_max_num_queries):
    address = reverse("verify-licence", args=[queries.licence_of(case_id, now()).token])
    with django_assert_max_num_queries(4):
        client.get(address)


def verify(client: Client, number: str) -> str:
    answer = client.get(reverse("verify"), {"number": number})
    assert answer.status_code == 200
    return text(answer)


def test_a_licence_is_verified_by_number_by_identifier_and_by_credit_code(client, case_id):
    face, _ = queries.face_of(case_id)
    for number in (face.number, face.identifier, face.holder_code, f" {face.holder_code.lower()} "):
        assert "全部有效" in verify(client, number), number
    assert "本纸质版本已被第 2 版替代" in verify(client, queries.face_of(case_id, 1)[0].identifier)


def test_a_mistyped_number_is_told_what_is_wrong_with_it(client, case_id):
    face, _ = queries.face_of(case_id)
    assert "校验位不符" in verify(client, face.identifier[:-1] + ("0" if face.identifier[-1] != "0" else "1"))
    assert "18位" in verify(client, "91370271MADE") or "无法识别" in verify(client, "91370271MADE")
    assert "没有登记这份综合许可证" in verify(client, "3702712020999999")


def test_an_identity_number_is_neither_looked_up_nor_shown_again(client, case_id):
    page = verify(client, make.case(case_id).form["rep_id_number"])
    assert "不需要身份证号码" in page
    assert make.case(case_id).form["rep_id_number"] not in page


def test_a_case_number_opens_nothing(client, case_id):
    page = verify(client, make.case(case_id).number)
    assert "校验正确" in page
    assert make.case(case_id).holder not in page


def test_what_is_typed_is_shown_as_text(client, case_id):
    assert "<script>" not in verify(client, "<script>alert(1)</script>").replace("<script ", "")
