"""Signing in and out, one's own desk, one's deputies, and files handed in."""

from django.urls import path

from yizheng.web.staff import deputies, files, signing_in, watching

urlpatterns = [
    path("sign-in", signing_in.sign_in, name="sign-in"),
    path("sign-out", signing_in.sign_out, name="sign-out"),
    path("deputies", deputies.page, name="deputies"),
    path("deputies/appoint", deputies.appoint, name="deputy-appoint"),
    path("deputies/<uuid:deputy_id>/end", deputies.end, name="deputy-end"),
    path("watch/", watching.page, name="watch"),
    path("desk", signing_in.desk, name="desk"),
    path("material/<uuid:material_id>", files.material, name="material"),
]
