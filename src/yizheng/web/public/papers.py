"""Papers 文书 on the screen and as PDF, for those whom they concern (domain §5)."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yizheng.cases.queries.papers import PaperSeen, paper_seen
from yizheng.typeset.fonts import NoGlyph
from yizheng.typeset.press import NoDay
from yizheng.typeset.sheets import paper_pdf
from yizheng.web.kinds import reads
from yizheng.web.public.access import viewer_of
from yizheng.web.public.files import as_pdf, not_set


@reads
def paper(request: HttpRequest, paper_id: UUID) -> HttpResponse:
    """A paper as it was made, to read and to print."""
    return render(request, "public/paper.html", {"paper": _seen(request, paper_id)})


@reads
def paper_as_pdf(request: HttpRequest, paper_id: UUID) -> HttpResponse:
    """The same as PDF/A; a character that the fonts lack is refused, never printed as a box."""
    seen = _seen(request, paper_id)
    try:
        return as_pdf(paper_pdf(seen.sheet), f"{seen.sheet.title}{seen.sheet.number}")
    except (NoGlyph, NoDay) as refusal:
        return not_set(request, str(refusal))


def _seen(request: HttpRequest, paper_id: UUID) -> PaperSeen:
    return paper_seen(paper_id, viewer_of(request))
