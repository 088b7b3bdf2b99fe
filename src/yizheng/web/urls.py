"""Every address of the house, by audience."""

from django.urls import include, path

urlpatterns = [
    path("", include("yizheng.web.applicant.urls")),
    path("", include("yizheng.web.public.urls")),
    path("window/", include("yizheng.web.window.urls")),
    path("organ/", include("yizheng.web.organ.urls")),
    path("lead/", include("yizheng.web.lead.urls")),
    path("", include("yizheng.web.staff.urls")),
]
