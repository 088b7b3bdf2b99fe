"""The addresses as they are in the demo."""

from django.urls import include, path

urlpatterns = [path("", include("yizheng.web.urls")), path("", include("yizheng.demo.urls"))]

handler404 = "yizheng.web.faults.not_found"
