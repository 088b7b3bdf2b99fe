"""Addresses of the lead department."""

from django.urls import path

from yizheng.web.lead import late, pages

urlpatterns = [
    path("", pages.desk, name="lead-desk"),
    path("credit/<uuid:bar_id>", pages.repair, name="credit-repair"),
    path("late", late.desk, name="lead-late"),
    path("item/<uuid:item_id>", late.item, name="lead-item"),
    path("item/<uuid:item_id>/<slug:verb>", late.act, name="lead-act"),
]
