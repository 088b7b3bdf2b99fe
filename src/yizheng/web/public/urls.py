"""Addresses of what anybody may verify, and of papers and licences for those whom they concern."""

from django.urls import path

from yizheng.web.public import deadline, figures, guides, licences, notices, papers, verifying

urlpatterns = [
    path("v/<str:token>", verifying.scan, name="verify-licence"),
    path("hearings", notices.hearings, name="hearings"),
    path("figures", figures.figures, name="figures"),
    path("overdue", notices.overdue, name="overdue"),
    path("verify", verifying.lookup, name="verify"),
    path("guide/<str:industry>", guides.guide, name="guide"),
    path("guide/<str:industry>/<str:name>.pdf", guides.printed, name="guide-pdf"),
    path("guide/<str:industry>/specification", guides.document, {"name": "specification"}, name="specification"),
    path("guide/<str:industry>/sample", guides.document, {"name": "sample"}, name="sample"),
    path("deadline", deadline.deadline, name="deadline"),
    path("case/<str:number>/licence", licences.licence, name="licence"),
    path("case/<str:number>/licence.pdf", licences.licence_as_pdf, name="licence-pdf"),
    path("paper/<uuid:paper_id>", papers.paper, name="paper"),
    path("paper/<uuid:paper_id>.pdf", papers.paper_as_pdf, name="paper-pdf"),
]
