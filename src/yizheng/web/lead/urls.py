"""Addresses of the lead department."""

from django.urls import include, path

from yizheng.web.lead import caps, late, pages

urlpatterns = [
    path("caps", caps.caps, name="caps"),
    path("caps/<uuid:case_id>", caps.extend, name="cap-extend"),
    path("catalogue/", include("yizheng.web.lead.catalogue.urls")),
    path("", pages.desk, name="lead-desk"),
    path("letter/<uuid:letter_id>", pages.receipt, name="lead-receipt"),
    path("credit/<uuid:bar_id>", pages.repair, name="credit-repair"),
    path("late", late.desk, name="lead-late"),
    path("item/<uuid:item_id>", late.item, name="lead-item"),
    path("item/<uuid:item_id>/<slug:verb>", late.act, name="lead-act"),
]
