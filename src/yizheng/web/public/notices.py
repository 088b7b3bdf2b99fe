"""What everybody may read: hearings announced or called (行政许可法 46, 48), limits that were not kept, and why."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yizheng.cases.file import day_of
from yizheng.cases.queries.hearings import public_hearings
from yizheng.cases.queries.overdue import explained
from yizheng.web.kinds import now, reads


@reads
def hearings(request: HttpRequest) -> HttpResponse:
    """The hearings under way."""
    return render(request, "public/hearings.html", {"hearings": public_hearings()})


@reads
def overdue(request: HttpRequest) -> HttpResponse:
    """The explanations of organs that were late (优化营商环境条例 36)."""
    page = explained(day_of(now()), request.GET.get("after", ""))
    return render(request, "public/overdue.html", {"page": page})
