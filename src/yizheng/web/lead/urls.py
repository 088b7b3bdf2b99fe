"""Addresses of the lead department."""

from django.urls import path

from yizheng.web.lead import pages

urlpatterns = [
    path("", pages.desk, name="lead-desk"),
    path("credit/<uuid:bar_id>", pages.repair, name="credit-repair"),
]
