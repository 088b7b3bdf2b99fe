"""Signing in and out, one's own desk, and files handed in."""

from django.urls import path

from yizheng.web.staff import files, signing_in

urlpatterns = [
    path("sign-in", signing_in.sign_in, name="sign-in"),
    path("sign-out", signing_in.sign_out, name="sign-out"),
    path("desk", signing_in.desk, name="desk"),
    path("material/<uuid:material_id>", files.material, name="material"),
]
