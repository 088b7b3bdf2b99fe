"""How a person walks through the applicant's pages, as steps for the tests; it does what the pages do, nothing else."""

from __future__ import annotations

import io
import re
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pypdf import PdfWriter

from tests import make
from yizheng.cases.queries import drafts
from yizheng.catalogue import publishing
from yizheng.law.form_values import typed
from yizheng.law.questions import next_question, prune
from yizheng.web.kinds import now

KEY = re.compile(r'name="key" value="([^"]+)"')


def text_of(page: HttpResponse) -> str:
    """What a page says."""
    return page.content.decode()


def key_in(page: HttpResponse) -> str:
    """The first idempotency key on a page."""
    found = KEY.search(text_of(page))
    assert found, text_of(page)[:2000]
    return found.group(1)


def answer_all(client: Client, answers: dict[str, Any], industry: str = "RESTAURANT") -> HttpResponse:
    """Answer question after question until the answers are shown once more."""
    catalogue = publishing.in_force(now())
    chosen = catalogue.industries[industry]
    said = {code: tuple(a) if isinstance(a, list) else a for code, a in answers.items()}
    page = client.get(reverse("start", args=[industry]))
    given: dict[str, Any] = {}
    while question := next_question(chosen, prune(chosen, given, catalogue), catalogue):
        given[question.code] = said[question.code]
        sent = typed(said[question.code])
        page = client.post(reverse("ask", args=[industry, question.code]), {"answer": sent or "none"})
        assert page.status_code == 302, text_of(page)
    assert page["Location"] == reverse("answers", args=[industry])
    return client.get(page["Location"])


def told(client: Client, answers: dict[str, Any], industry: str = "RESTAURANT") -> str:
    """Answer everything and be given the notice; its address."""
    answer_all(client, answers, industry)
    given = client.post(reverse("answers", args=[industry]))
    assert given.status_code == 302, text_of(given)
    return str(given["Location"])


def begun(client: Client, answers: dict[str, Any] | None = None) -> UUID:
    """Open a draft from the notice; its id."""
    address = told(client, answers or dict(make.RESTAURANT))
    opened = client.post(address, {"key": key_in(client.get(address))})
    assert opened.status_code == 302, text_of(opened)
    return UUID(str(opened["Location"]).rstrip("/").split("/")[-1])


def fill_in(client: Client, case_id: UUID, **other: Any) -> None:
    """Fill in every section with the examples of the regulations, but what ``other`` says."""
    catalogue = publishing.in_force(now())
    for section in drafts.draft(case_id, now()).sections:
        specs = [each.spec for each in section.fields if not each.fixed]
        values = {spec.code: typed(_example(spec)) for spec in specs if spec.code in catalogue.fields}
        sent = {**values, **{code: value for code, value in other.items() if code in values}}
        page = client.post(reverse("section", args=[case_id, section.code]), sent)
        assert page.status_code in {302, 422}, text_of(page)


def hand_in_everything(client: Client, case_id: UUID) -> None:
    """Upload a picture for every material that is asked for, or a PDF where pictures are not taken."""
    materials = publishing.in_force(now()).materials
    page = client.get(reverse("materials", args=[case_id]))
    for code in [material.told.code for material in drafts.draft(case_id, now()).materials]:
        made = picture() if "png" in materials[code].accepts else page_of_paper()
        address = reverse("upload", args=[case_id, code])
        sent = client.post(address, {"files": made, "key": f"{key_in(page)}-{code}"})
        assert sent.status_code == 302, text_of(sent)


def page_of_paper() -> io.BytesIO:
    """A real PDF to upload."""
    file, writer = io.BytesIO(), PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(file)
    file.seek(0)
    file.name = "报告.pdf"
    return file


def picture(name: str = "图.png", colour: int = 120) -> io.BytesIO:
    """A real picture to upload."""
    file = io.BytesIO(make.png(colour))
    file.name = name
    return file


def filed(client: Client, answers: dict[str, Any] | None = None) -> str:
    """The whole way; the number of the case."""
    case_id = begun(client, answers)
    fill_in(client, case_id)
    hand_in_everything(client, case_id)
    check = client.get(reverse("check", args=[case_id]))
    sent = {"truth": "yes", "data": "yes", "key": key_in(check)}
    done = client.post(reverse("check", args=[case_id]), sent)
    assert done.status_code == 302, text_of(done)
    return str(done["Location"]).split("/")[2]


def _example(spec: Any) -> Any:
    if spec.kind in {"choice", "multi"}:
        first = spec.options[0].value
        return [first] if spec.kind == "multi" else first
    return True if spec.kind == "bool" else spec.example
