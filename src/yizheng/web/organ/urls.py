"""Addresses of the organs."""

from django.urls import path

from yizheng.web.organ import acts, pages

urlpatterns = [
    path("", pages.desk, name="organ-desk"),
    path("item/<uuid:item_id>", pages.item, name="organ-item"),
    path("item/<uuid:item_id>/point", acts.add, name="organ-point"),
    path("item/<uuid:item_id>/point/<uuid:point_id>/remove", acts.remove, name="organ-point-remove"),
    path("item/<uuid:item_id>/revoke", acts.revoke_permit, name="organ-revoke"),
    path("item/<uuid:item_id>/<slug:verb>", acts.act, name="organ-act"),
]
