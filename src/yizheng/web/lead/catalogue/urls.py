"""Addresses of the workbench for the catalogue."""

from django.urls import include, path

from yizheng.web.lead.catalogue import candidates

urlpatterns = [
    path("candidates", candidates.page, name="candidates"),
    path("candidates/report", candidates.send, name="candidates-report"),
    path("candidates/<uuid:file_id>/withdraw", candidates.withdraw, name="candidates-withdraw"),
    path("", include("yizheng.web.lead.catalogue.entry_urls")),
]
