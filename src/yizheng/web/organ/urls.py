"""Addresses of the organs."""

from django.urls import path

from yizheng.web.organ import acts, asked, desks, pages, permits, ratings

urlpatterns = [
    path("", desks.desk, name="organ-desk"),
    path("filters", desks.keep, name="filter-keep"),
    path("filters/<uuid:filter_id>/drop", desks.drop, name="filter-drop"),
    path("many", desks.many, name="organ-many"),
    path("asked/<uuid:inquiry_id>", asked.inquiry, name="organ-asked"),
    path("asked/<uuid:inquiry_id>/reply", asked.reply, name="organ-reply"),
    path("ratings", ratings.ratings, name="ratings"),
    path("ratings/<uuid:rating_id>/answer", ratings.answer, name="rating-answer"),
    path("item/<uuid:item_id>", pages.item, name="organ-item"),
    path("item/<uuid:item_id>/point", acts.add, name="organ-point"),
    path("item/<uuid:item_id>/point/<uuid:point_id>/remove", acts.remove, name="organ-point-remove"),
    path("permits", permits.permits, name="permits"),
    path("permit/<uuid:permit_id>", permits.permit, name="permit"),
    path("permit/<uuid:permit_id>/<slug:verb>", permits.act, name="permit-act"),
    path("letter/<uuid:letter_id>", permits.receipt, name="letter-receipt"),
    path("item/<uuid:item_id>/<slug:verb>", acts.act, name="organ-act"),
]
