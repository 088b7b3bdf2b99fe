"""Files handed in, opened by those who may see them and by nobody else."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from yizheng.cases.queries.handed_in import handed_in
from yizheng.web.applicant.who import opened_here
from yizheng.web.kinds import reads
from yizheng.web.staff.guard import who_of

NOTHING_RUNS = (
    "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'"
)
"""What a stranger's file may do in the browser: be looked at."""


@reads
def material(request: HttpRequest, material_id: UUID) -> HttpResponse:
    """A file to look at (or with ?download to keep); it is told what it is, and can run nothing.

    Pictures are sandboxed as well; PDFs are not, because browsers refuse to show a sandboxed PDF at all.
    """
    file = handed_in(material_id, who_of(request), {str(case_id) for case_id in opened_here(request)})
    sandbox = "" if file.media_type == "application/pdf" else "; sandbox"
    return HttpResponse(
        file.content,
        content_type=file.media_type,
        headers={
            "Content-Disposition": content_disposition_header("download" in request.GET, file.name) or "inline",
            "Content-Security-Policy": NOTHING_RUNS + sandbox,
            "X-Content-Type-Options": "nosniff",
        },
    )
