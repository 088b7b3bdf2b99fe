"""Addresses of the window."""

from django.urls import path

from yizheng.web.window import acts, desks, licences, notices, pages

urlpatterns = [
    path("licences", licences.licences, name="window-licences"),
    path("licences/<uuid:case_id>/<int:version>", licences.give, name="licence-hand-out"),
    path("", desks.desk, name="window-desk"),
    path("many", desks.many, name="window-many"),
    path("new", pages.new, name="window-new"),
    path("notice", notices.go_on, name="window-notice"),
    path("case/<uuid:case_id>", pages.case, name="window-case"),
    path("case/<uuid:case_id>/accept", acts.accept_all, name="window-accept"),
    path("case/<uuid:case_id>/supplement", acts.issue, name="window-supplement"),
    path("case/<uuid:case_id>/point/<uuid:point_id>/remove", acts.remove, name="window-point-remove"),
    path("item/<uuid:item_id>/point", acts.add, name="window-point"),
    path("item/<uuid:item_id>/<slug:verb>", acts.act, name="window-act"),
]
