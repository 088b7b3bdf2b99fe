"""Addresses of the demo; included only in a process that `yizheng demo` started."""

from django.urls import path

from yizheng.demo import pages

urlpatterns = [
    path("demo", pages.picker, name="demo"),
    path("demo/as/<uuid:person_id>", pages.become, name="demo-become"),
    path("demo/open/<uuid:case_id>", pages.open_case, name="demo-open"),
]
