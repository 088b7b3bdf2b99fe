"""Papers and licences: for the applicant who opened the case and the staff concerned; for others they do not exist."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from tests import make
from yizheng.cases.models import PaperRecord
from yizheng.cases.queries.papers import Viewer, paper_seen, papers_of
from yizheng.law.authority import Post, Who
from yizheng.law.papers import Revocation
from yizheng.law.words import Role
from yizheng.ledger.command import NotFound
from yizheng.licences import queries
from yizheng.licences.commands import act_on_permit
from yizheng.people.queries import everybody
from yizheng.web.kinds import now
from yizheng.web.public.licences import address_in_qr

pytestmark = pytest.mark.django_db

LEAD = Viewer(who=Who(id="lead", name="牵头", posts=(Post(Role.LEAD, "XZSP"),)))


@pytest.fixture
def office() -> make.Office:
    return make.office(whole=True)


@pytest.fixture
def case_id(office: make.Office) -> UUID:
    return make_granted(office, 2)


def make_granted(office: make.Office, count: int, **more) -> UUID:
    filed = now() - timedelta(days=9)
    case_id = make.accepted(office, moment=filed, **more)
    for item_case in list(make.items(case_id).values())[:count]:
        make.granted(office, item_case, moment=filed + timedelta(days=2))
    return case_id


def applicant(case_id: UUID) -> Client:
    """A browser in which this case was opened."""
    client = Client()
    session = client.session
    session["cases"] = [str(case_id)]
    session.save()
    client.cookies["sessionid"] = session.session_key
    return client


def staff(role: Role, organ: str) -> Client:
    """A browser in which somebody with this post is signed in."""
    client = Client()
    who = next(each for each in everybody(now().date()) if any((p.role, p.organ) == (role, organ) for p in each.posts))
    client.force_login(get_user_model().objects.get(id=who.id))
    return client


def paper(case_id: UUID, kind: str) -> str:
    found = next(each for each in papers_of(case_id, LEAD) if each.kind == kind)
    return reverse("paper", args=[found.id])


def test_the_applicant_reads_the_papers_served_and_not_the_opinions(case_id):
    client = applicant(case_id)
    page = client.get(paper(case_id, "grant"))
    assert page.status_code == 200
    assert "准予行政许可决定书" in page.content.decode()
    assert page["Cache-Control"] == "private, no-store"
    assert client.get(paper(case_id, "review_opinion")).status_code == 404
    mine = papers_of(case_id, Viewer(frozenset({str(case_id)})))
    assert {each.kind for each in mine} >= {"receipt", "acceptance", "grant"}
    assert "review_opinion" not in {each.kind for each in mine}


def test_nobody_else_sees_a_paper_or_a_licence(case_id, office):
    other = applicant(make.filed(moment=now()))
    number = make.case(case_id).number
    for client in (Client(), other, applicant(uuid4())):
        assert client.get(paper(case_id, "grant")).status_code == 404
        assert client.get(paper(case_id, "receipt") + ".pdf").status_code == 404
        assert client.get(reverse("licence", args=[number])).status_code == 404
        assert client.get(reverse("licence-pdf", args=[number])).status_code == 404


def test_the_staff_of_window_and_organs_of_the_case_see_it_and_an_organ_without_an_item_does_not(case_id):
    number = make.case(case_id).number
    assert staff(Role.WINDOW, "XZSP").get(reverse("licence", args=[number])).status_code == 200
    assert staff(Role.DECIDER, "SCJG").get(paper(case_id, "grant")).status_code == 200
    assert staff(Role.DECIDER, "WLTY").get(reverse("licence", args=[number])).status_code == 404
    assert staff(Role.DECIDER, "WLTY").get(paper(case_id, "grant")).status_code == 404


def test_an_opinion_is_read_in_its_own_organ_only(case_id):
    item_case = next(iter(make.items(case_id).values()))
    opinion = next(p for p in papers_of(case_id, LEAD) if p.kind == "review_opinion")
    address = reverse("paper", args=[opinion.id])
    assert staff(Role.REVIEWER, item_case.organ).get(address).status_code == 200
    assert staff(Role.WINDOW, "XZSP").get(address).status_code == 404
    assert staff(Role.REVIEWER, "YCZM").get(address).status_code == 404


def test_paper_and_licence_are_pdf_files(case_id):
    client = applicant(case_id)
    for address in (paper(case_id, "grant") + ".pdf", reverse("licence-pdf", args=[make.case(case_id).number])):
        answer = client.get(address)
        assert (answer.status_code, answer["Content-Type"], answer.content[:5]) == (200, "application/pdf", b"%PDF-")


def test_a_character_the_fonts_lack_is_refused_with_its_sentence(office):
    case_id = make_granted(office, 2, form={"rep_name": "张𠮷"})
    answer = applicant(case_id).get(reverse("licence-pdf", args=[make.case(case_id).number]))
    assert answer.status_code == 409
    assert "「𠮷」" in answer.content.decode()


def test_rare_name_characters_are_printed(office):
    case_id = make_granted(office, 2, form={"rep_name": "张喆堃䶮"})
    number = make.case(case_id).number
    assert applicant(case_id).get(reverse("licence-pdf", args=[number])).status_code == 200
    assert "张喆堃䶮" in applicant(case_id).get(reverse("licence", args=[number])).content.decode()


def test_the_holder_shows_the_licence_with_a_code_that_holds_its_public_address(case_id, settings):
    settings.PUBLIC_URL = "https://yizheng.example"
    page = applicant(case_id).get(reverse("licence", args=[make.case(case_id).number])).content.decode()
    address = address_in_qr(queries.licence_of(case_id, now()).token)
    assert address.startswith("https://yizheng.example/v/")
    assert address in page
    assert "<svg" in page
    assert "全部有效" in page
    assert "style=" not in page


def test_with_one_permit_there_is_no_licence_and_the_page_says_why(office):
    case_id = make_granted(office, 1)
    client, number = applicant(case_id), make.case(case_id).number
    page = client.get(reverse("licence", args=[number]))
    assert page.status_code == 200
    assert "至少载明两项有效许可" in page.content.decode()
    assert client.get(reverse("licence-pdf", args=[number])).status_code == 404


def test_a_retired_licence_is_shown_as_such_and_printed_no_more(office, case_id):
    permit = queries.permits_of(case_id, now())[-1]
    act_on_permit(
        case_id, permit.id, Revocation(ground="69-2", found="骗取。"), who=office.deciders[permit.organ], at=now()
    )
    client, number = applicant(case_id), make.case(case_id).number
    assert "已停止使用" in client.get(reverse("licence", args=[number])).content.decode()
    answer = client.get(reverse("licence-pdf", args=[number]))
    assert answer.status_code == 409
    assert "至少载明两项有效许可" in answer.content.decode()


def test_an_organ_reads_neither_the_receipt_with_its_query_code_nor_the_papers_of_other_organs():
    office = make.office()
    case_id = make.accepted(office, moment=make.at(2026, 3, 2))
    tobacco = Viewer(who=office.reviewers["YCZM"])
    read = {(each.kind, each.item) for each in papers_of(case_id, tobacco)}
    assert read == {("acceptance", "烟草专卖零售许可证核发")}
    receipt = PaperRecord.objects.get(kind="receipt")
    with pytest.raises(NotFound):
        paper_seen(receipt.id, tobacco)
    assert paper_seen(receipt.id, Viewer(who=office.window)).kind == "receipt"
