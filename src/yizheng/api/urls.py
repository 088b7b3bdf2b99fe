"""Addresses of the API, by version."""

from django.urls import path

from yizheng.api.interface import V1

urlpatterns = [path("v1/", V1.urls)]
