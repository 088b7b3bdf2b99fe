"""The comprehensive licence of a case for its holder 亮证, on the screen and as PDF for the wall (domain §5.12)."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from markupsafe import Markup

from yizheng.cases.queries.papers import CaseSeen, case_seen
from yizheng.licences import queries
from yizheng.typeset.fonts import NoGlyph
from yizheng.typeset.licences import NoRoom, licence_pdf, licence_svg_qr
from yizheng.typeset.press import NoDay
from yizheng.web.kinds import now, reads
from yizheng.web.public.access import viewer_of
from yizheng.web.public.files import as_pdf, not_set


@reads
def licence(request: HttpRequest, number: str) -> HttpResponse:
    """The newest version as it hangs on the wall, with a QR to be scanned and what a scan says now."""
    case, at = _case(request, number), now()
    seen = queries.licence_of(case.home, at)
    said = {"case": case, "licence": seen, "permits": queries.permits_of(case.home, at), "at": at}
    if seen.version:
        face, token = queries.face_of(case.home)
        text = address_in_qr(token)
        qr = Markup(licence_svg_qr(text))  # nosec: our own drawing of our own address
        said |= {"face": face, "qr": qr, "text": text, "scan": queries.scanned(token, at)}
    return render(request, "public/licence.html" if seen.version else "public/no_licence.html", said)


@reads
def licence_as_pdf(request: HttpRequest, number: str) -> HttpResponse:
    """The newest version as PDF/A; none is made of a licence that no longer is one."""
    case = _case(request, number)
    seen = queries.licence_of(case.home, now())
    if seen.version and seen.why_none:
        return not_set(request, seen.why_none)
    face, token = queries.face_of(case.home)
    try:
        return as_pdf(licence_pdf(face, address_in_qr(token)), f"行业综合许可证 {face.number} 第{face.version}版")
    except (NoGlyph, NoDay, NoRoom) as refusal:
        return not_set(request, str(refusal))


def address_in_qr(token: str) -> str:
    """What the QR of a licence holds: the public address of its version, by an opaque token (domain §6.2 P3)."""
    return f"{settings.PUBLIC_URL}{reverse('verify-licence', args=[token])}"


def _case(request: HttpRequest, number: str) -> CaseSeen:
    return case_seen(number, viewer_of(request))
