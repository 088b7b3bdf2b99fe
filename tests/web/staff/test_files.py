"""Files handed in: for those who may see them, and harmless in the browser."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.test import Client

from tests import make
from tests.web.staff.desks import signed_in
from yizheng.cases.models import Material

pytestmark = pytest.mark.django_db


def address(case_id: UUID, code: str) -> str:
    return f"/material/{Material.objects.get(case_id=case_id, code=code).id}"


def test_a_picture_is_shown_and_can_run_nothing(window: Client, received: UUID) -> None:
    answer = window.get(address(received, "M_PLAN_BASE"))
    assert answer.content == make.png()
    assert answer["Content-Type"] == "image/png"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].startswith("default-src 'none'")
    assert answer["Content-Security-Policy"].endswith("; sandbox")
    assert answer["Content-Disposition"].startswith("inline")


def test_a_file_to_keep_has_its_name(window: Client, received: UUID) -> None:
    answer = window.get(address(received, "M_PLAN_BASE") + "?download")
    assert answer["Content-Disposition"] == 'attachment; filename="M_PLAN_BASE.png"'


def test_an_organ_opens_only_what_its_item_uses(reviewer: Client, accepted: UUID) -> None:
    assert reviewer.get(address(accepted, "M_STAFF_HEALTH")).status_code == 200
    assert reviewer.get(address(accepted, "M_SIGN_DESIGN")).status_code == 404


def test_the_applicant_opens_the_files_of_an_opened_case_and_a_stranger_none(client: Client, received: UUID) -> None:
    assert client.get(address(received, "M_PLAN_BASE")).status_code == 404
    case = make.case(received)
    client.post("/query", {"number": case.number, "code": case.query_code})
    assert client.get(address(received, "M_PLAN_BASE")).status_code == 200


def test_the_files_of_an_applicants_draft_are_the_applicants_alone(office: make.Office) -> None:
    draft = make.draft(moment=make.at(2026, 3, 2))
    assert signed_in(office.reviewers["SCJG"]).get(address(draft, "M_PLAN_BASE")).status_code == 404
    assert signed_in(office.window).get(address(draft, "M_PLAN_BASE")).status_code == 404
