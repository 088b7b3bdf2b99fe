"""Every address of the house with what no page expects: never a 500, whoever asks."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from tests import holders, make
from tests.web.applicant import walking
from tests.web.staff.desks import signed_in
from yizheng.cases.commands import add_point, issue_supplement
from yizheng.cases.models import Material, PaperRecord
from yizheng.catalogue.commands import amend, open_revision
from yizheng.catalogue.commands.batches import open_batch
from yizheng.catalogue.publishing import newest_id
from yizheng.catalogue.revisions.overlay import published_entries
from yizheng.licences.models import LicenceVersion, Permit

pytestmark = pytest.mark.django_db
LONG, EMOJI, HIDDEN = "长" * 2500, "👩‍🍳😀", "甲\x01\x1b\u202e\u200b\r\n乙"
LAST = ("sign-out", "forget", "sign-in")
"""What ends or begins a session comes after everything else."""

VERBS = {
    "nobody": "accept",
    "applicant": "accept",
    "window": "accept",
    "reviewer": "review",
    "decider": "grant",
    "lead": "supervise",
}
OWN = {
    "nobody": {"home", "start", "notice", "query", "resume", "verify", "verify-licence", "sign-in"},
    "applicant": {"draft", "section", "materials", "check", "progress", "receipt", "supplement", "licence", "paper"},
    "window": {
        "draft",
        "section",
        "materials",
        "check",
        "window-desk",
        "window-new",
        "window-case",
        "material",
        "deputies",
    },
    "reviewer": {"organ-desk", "organ-item", "deputies"},
    "decider": {"organ-desk", "organ-item", "deputies"},
    "lead": {"lead-desk", "candidates", "batch", "revised-entries", "revised-entry", "revised-form", "revision-impact"},
}
OF_A_DRAFT = {
    "draft",
    "change-answers",
    "change-draft",
    "section",
    "materials",
    "upload",
    "promise",
    "remove-file",
    "check",
}
CODES = {
    "section": {"code": "part-1"},
    "upload": {"code": "M_PLAN_BASE"},
    "promise": {"code": "M_PLAN_BASE"},
}

NAMES = {"key", "next", "number", "code", "username", "password", "answer", "reasons", "note", "do", "then"}
NAMED = re.compile(r'name="([^"]+)"')


@dataclass
class Visit:
    """Somebody before all pages, with things of theirs and of others to name in an address."""

    browser: Client
    things: dict[str, Any]
    role: str

    def addresses(self, **instead: Any) -> list[tuple[str, str]]:
        """Every address of the house, what ends a session last."""
        found = []
        for name, wants in routes():
            own = {"code": "ANIMAL_CLINIC"} if name.startswith("revised-") else CODES.get(name, {})
            known = {**self.things, **own, **instead}
            if name in OF_A_DRAFT and "case_id" not in instead:
                known["case_id"] = known["draft_id"]
            found.append((name, reverse(name, kwargs={each: known[each] for each in wants})))
        return sorted(found, key=lambda each: each[0] in LAST)


def routes(part: URLResolver | None = None) -> Iterator[tuple[str, list[str]]]:
    """Every named address with the names of the arguments it wants; the API has tests of its own."""
    for each in (part or get_resolver()).url_patterns:
        if isinstance(each, URLResolver):
            yield from () if each.namespace else routes(each)
        else:
            assert isinstance(each, URLPattern)
            yield str(each.name), list(each.pattern.converters)


def things(office: make.Office) -> dict[str, Any]:
    """A case that waits for the answer to its notice, and one that has got as far as a licence."""
    at = timezone.now()
    case_id = make.filed(moment=at)
    tobacco = make.items(case_id)["TOBACCO"]
    said = {"target": "M_PLAN_BASE", "problem": "看不清", "remedy": "重拍", "who": office.window, "at": at}
    point = add_point(case_id, tobacco.id, **said)
    issue_supplement(case_id, who=office.window, at=at)
    licensed = make.accepted(office, moment=at)
    for code in ("SEWER", "TOBACCO"):
        make.granted(office, make.items(licensed)[code], moment=at)
    proposed = make.items(make.accepted(office, moment=at))["FOOD_CATERING"]
    make.reviewed(office, proposed, moment=at)
    lead = holders.lead(office)
    revision = open_revision("宠物医院提速", "办得慢", "", who=lead, at=at).case_id
    clinic = {**published_entries(newest_id())["items"]["ANIMAL_CLINIC"], "short": "动物诊疗"}
    amend(revision, "items", "ANIMAL_CLINIC", clinic, who=lead, at=at)
    return {
        "case_id": case_id,
        "revision_id": revision,
        "batch_id": open_batch("第二批", "办件量大", who=lead, at=at).case_id,
        "task_id": UUID(int=7),
        "organ": "SCJG",
        "kind": "items",
        "field": "materials",
        "place": "0",
        "do": "up",
        "year": 2026,
        "number": make.case(case_id).number,
        "window_item": tobacco.id,
        "reviewer_item": make.items(licensed)["FOOD_CATERING"].id,
        "decider_item": proposed.id,
        "point_id": point.data["point"],
        "file_id": Material.objects.filter(case_id=case_id)[0].id,
        "material_id": Material.objects.filter(case_id=case_id)[0].id,
        "paper_id": PaperRecord.objects.filter(case_id=case_id)[0].id,
        "token": LicenceVersion.objects.all()[0].token,
        "deputy_id": UUID(int=7),
        "permit_id": Permit.objects.all()[0].id,
        "letter_id": UUID(int=7),
        "rating_id": UUID(int=7),
        "inquiry_id": UUID(int=7),
        "item": "TOBACCO",
        "bar_id": UUID(int=7),
        "version": 1,
        "filter_id": UUID(int=7),
        "industry": "RESTAURANT",
        "question": "q_area",
        "name": "leaflet",
    }


@pytest.fixture(params=VERBS)
def visit(request: pytest.FixtureRequest) -> Visit:
    """The visit of each kind of person; somebody else's draft before nobody."""
    office, role = make.office(), request.param
    staff = {
        "window": office.window,
        "reviewer": office.reviewers["SCJG"],
        "decider": office.deciders["SCJG"],
        "lead": holders.lead(office),
    }
    browser = signed_in(staff[role]) if role in staff else Client()
    known = things(office)
    mine = browser if role in {"applicant", "window"} else Client()
    notice = walking.told(mine, dict(make.RESTAURANT))
    draft = mine.post(notice)["Location"].split("/")[-1]
    if role == "applicant":
        case = make.case(known["case_id"])
        browser.post(reverse("query"), {"number": case.number, "code": case.query_code})
    browser.raise_request_exception = False
    known |= {"code": notice.split("/")[-1], "draft_id": draft, "verb": VERBS[role]}
    return Visit(browser, {**known, "item_id": known.get(f"{role}_item", known["window_item"])}, role)


def field_names(visit: Visit) -> set[str]:
    """The names of all fields on all pages this person can see, and some that are always tried."""
    pages = [visit.browser.get(address) for _, address in visit.addresses()]
    return NAMES.union(*(NAMED.findall(each.content.decode(errors="replace")) for each in pages))


def assert_no_fault(answer: Any, name: str, what: str) -> None:
    assert answer.status_code < 500, f"{name} with {what}"


def test_everybody_reaches_pages_of_their_own(visit: Visit) -> None:
    reached = {name for name, address in visit.addresses() if visit.browser.get(address).status_code == 200}
    assert reached >= OWN[visit.role]


def test_no_get_of_any_address_is_broken_by_what_it_is_asked(visit: Visit) -> None:
    for name, address in visit.addresses():
        for what, query in {
            "a NUL": {"q": "\0", "after": "\0", "next": "\0"},
            "nonsense": {"after": f"2026-13-40~{uuid4()}", "q": HIDDEN, "tray": "?", "pile": "?", "seat": "a.b.c"},
            "a moment in a column of days": {"after": f"2026-01-01T00:00:00~{uuid4()}", "q": ""},
            "the end of time": {"after": f"0001-01-01T00:00:00+14:00~{uuid4()}", "pile": "done", "number": LONG},
            "emoji": {"q": EMOJI, "number": EMOJI, "next": EMOJI, "seat": EMOJI},
        }.items():
            answer = visit.browser.get(address, query)
            assert_no_fault(answer, name, what)
            assert what != "a NUL" or answer.status_code == 400


def test_no_address_is_broken_by_what_it_names(visit: Visit) -> None:
    ids = {each: uuid4() for each in visit.things if each.endswith("_id")}
    for what, strange in {"other ids": ids, "emoji": {"number": EMOJI, "code": EMOJI, "token": EMOJI}}.items():
        words = {"industry": LONG[:300], "question": HIDDEN, "verb": "no-such-verb"}
        for name, address in visit.addresses(**{**strange, **words}):
            assert_no_fault(visit.browser.get(address), name, what)
            assert_no_fault(visit.browser.post(address), name, what)
    for name, address in visit.addresses(number="N\0", code="C\0", token="T\0", industry="I\0", question="Q\0"):
        assert_no_fault(visit.browser.get(address), name, "a NUL in the path")


def test_no_form_is_broken_by_what_is_sent(visit: Visit) -> None:
    names = field_names(visit) - {"csrfmiddlewaretoken"}
    values = {"a NUL": "甲\0乙", "hidden signs": HIDDEN, "emoji": EMOJI, "long text": LONG}
    for place, (name, address) in enumerate(visit.addresses()):
        # Two of the four for each address, others for the next: over all of them everything is sent, many times.
        for what in (("a NUL", "emoji"), ("hidden signs", "long text"))[place % 2]:
            answer = visit.browser.post(address, dict.fromkeys(names, values[what]))
            assert_no_fault(answer, name, what)
            assert what != "a NUL" or answer.status_code == 400
        files = {each: _file() for each in ("files", "file-M_PLAN_BASE", "note")}
        assert_no_fault(visit.browser.post(address, files), name, "files")
        assert_no_fault(visit.browser.post(address), name, "nothing, not even a key")
    assert not connection.needs_rollback


def _file() -> io.BytesIO:
    file = io.BytesIO(make.png())
    file.name = f"😀\x01\x7f{'长' * 300}.png"
    return file


@pytest.mark.parametrize(
    ("sent", "status", "said"),
    [
        ({"HTTP_HOST": "evil.example"}, 400, "访问的网址不对"),
        ({"QUERY_STRING": "q=%00"}, 400, "读不出来"),
        ({"CONTENT_TYPE": "text/plain; charset=unicode_escape", "QUERY_STRING": "q=%41"}, 400, "读不出来"),
    ],
)
def test_a_request_stopped_at_the_entrance_gets_a_page_in_plain_words(
    client: Client, sent: dict[str, str], status: int, said: str
) -> None:
    answer = client.get("/", **sent)  # type: ignore[arg-type]  # headers, not a query
    assert answer.status_code == status
    assert said in answer.content.decode()


def test_a_form_that_is_too_large_gets_a_page_in_plain_words(client: Client) -> None:
    answer = client.post(reverse("query"), {"number": "x" * 6_000_000})
    assert answer.status_code == 413
    assert "提交的内容太大" in answer.content.decode()


def test_a_form_not_sent_from_this_site_gets_a_page_in_plain_words() -> None:
    answer = Client(enforce_csrf_checks=True).post(reverse("query"), {"number": "x"})
    assert answer.status_code == 403
    assert "请返回上一页刷新后重试" in answer.content.decode()
