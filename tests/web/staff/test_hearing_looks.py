"""Hearings, inquiries and what is late can be read and done by everyone, on a phone, too."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from tests import make
from tests.machines.accessible import assert_accessible, assert_fits
from tests.web.staff.desks import FOOD, MONDAY, food, signed_in
from tests.web.staff.test_hearings_and_inquiries import ANNOUNCED, RIGHT, applicant_of, do, progress
from yizheng.cases.file import day_of
from yizheng.cases.models import Inquiry
from yizheng.law.papers import (
    APPLICANT_AS_PARTY,
    DefenceNotice,
    OpinionRequest,
    OverdueExplanation,
    SupervisionOrder,
    UrgingNote,
)
from yizheng.law.words import InquiryKind, Role, Verb

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.browser
def test_the_pages_of_hearings_inquiries_and_delay_are_accessible_and_fit(live_server: Any, phone: Page) -> None:
    office, now = make.office(), MONDAY
    soon, later = day_of(now) + timedelta(days=3), day_of(now) + timedelta(days=30)
    told, late = make.accepted(office, moment=now), make.accepted(office, moment=make.at(2026, 1, 5))
    reviewer, lead = office.reviewers["SCJG"], make.person("乔牵头", Role.LEAD, "XZSP")
    do(told, Verb.TELL_HEARING, RIGHT, reviewer, now)
    do(told, Verb.TELL_PARTY, DefenceNotice(party=APPLICANT_AS_PARTY, interest="拟不予许可。"), reviewer, now)
    do(told, Verb.CONSULT, OpinionRequest(organ="XFJY", question="是否影响疏散？", until_on=soon), reviewer, now)
    do(told, Verb.URGE, UrgingNote(words="请抓紧。"), office.window, now)
    do(told, Verb.SUPERVISE, SupervisionOrder(words="为什么慢？", until_on=soon), lead, now)
    make.granted(office, make.items(late)["SEWER"], moment=make.at(2026, 1, 6))
    do(late, Verb.ANNOUNCE_HEARING, replace(ANNOUNCED, until_on=later), reviewer, now)
    do(late, Verb.EXPLAIN, OverdueExplanation(reasons="系统迁移。", expected_on=later), office.deciders["SCJG"], now)
    question = Inquiry.objects.get(kind=InquiryKind.OPINION).id
    statement = Inquiry.objects.get(kind=InquiryKind.STATEMENT).id
    here, item = progress(told), make.items(told)[FOOD].id
    seats = (
        (signed_in(reviewer), (food(told),)),
        (signed_in(office.reviewers["XFJY"]), (f"/organ/asked/{question}",)),
        (signed_in(office.window), (f"/window/case/{told}",)),
        (signed_in(lead), ("/lead/late", "/lead/late?kind=delivery", f"/lead/item/{item}", "/lead/caps")),
        (signed_in(make.person("万政府", Role.GOVERNOR, "XZSP")), ("/lead/caps",)),
        (applicant_of(told), (here, f"{here}/hearing/{item}", f"{here}/statement/{statement}", "/hearings")),
        (Client(), ("/overdue",)),
    )
    for browser, pages in seats:
        for kept in browser.cookies.values():
            phone.context.add_cookies([{"name": kept.key, "value": kept.value, "url": live_server.url}])
        for address in pages:
            answer = phone.goto(f"{live_server.url}{address}")
            assert answer is not None
            assert (answer.status, phone.url) == (200, f"{live_server.url}{address}")
            assert_accessible(phone)
            assert_fits(phone)
