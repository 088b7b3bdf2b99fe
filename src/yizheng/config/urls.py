"""The addresses, and the pages shown when something is not to be had."""

from django.conf import settings
from django.urls import include, path

urlpatterns = [path("", include("yizheng.web.urls")), path("api/", include("yizheng.api.urls"))]
if settings.DEMO:
    urlpatterns.append(path("", include("yizheng.demo.urls")))

handler400 = "yizheng.web.faults.bad_request"
handler403 = "yizheng.web.faults.forbidden"
handler404 = "yizheng.web.faults.not_found"
handler500 = "yizheng.web.faults.broken"
