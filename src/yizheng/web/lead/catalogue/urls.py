"""Addresses of the workbench for the catalogue."""

from django.urls import include, path

from yizheng.web.lead.catalogue import batches, candidates, entered, impact, overview, revision, texts, trial

urlpatterns = [
    path("", overview.page, name="catalogue"),
    path("offer/<str:industry>/<slug:verb>", overview.offer, name="offer"),
    path("revise", revision.begin, name="revision-begin"),
    path("revise/open", revision.open_it, name="revision-open"),
    path("<uuid:revision_id>", revision.page, name="revision"),
    path("<uuid:revision_id>/do/<slug:verb>", revision.act, name="revision-act"),
    path("batches", batches.all_batches, name="batches"),
    path("batches/new", batches.set_up, name="batch-new"),
    path("batches/<uuid:batch_id>", batches.one_batch, name="batch"),
    path("batches/<uuid:batch_id>/industries", batches.industries, name="batch-industries"),
    path("batches/<uuid:batch_id>/tasks", batches.add_task, name="batch-tasks"),
    path("batches/<uuid:batch_id>/tasks/<uuid:task_id>", batches.change_task, name="batch-task"),
    path("batches/<uuid:batch_id>/tasks/<uuid:task_id>/report", batches.tell, name="batch-task-report"),
    path("batches/<uuid:batch_id>/<slug:verb>", batches.sign, name="batch-sign"),
    path("entered", entered.entered, name="entered"),
    path("entered/<str:organ>", entered.tell, name="entered-tell"),
    path("candidates", candidates.page, name="candidates"),
    path("candidates/report", candidates.send, name="candidates-report"),
    path("candidates/<uuid:file_id>/withdraw", candidates.withdraw, name="candidates-withdraw"),
    path("<uuid:revision_id>/impact", impact.page, name="revision-impact"),
    path("<uuid:revision_id>/impact/cases", impact.cases, name="revision-impact-cases"),
    path("<uuid:revision_id>/impact/permits", impact.granted, name="revision-impact-permits"),
    path("<uuid:revision_id>/trial", trial.page, name="revision-trial"),
    path("<uuid:revision_id>/trial/go", trial.go_on, name="revision-trial-go"),
    path("<uuid:revision_id>/texts", texts.page, name="revised-texts"),
    path("<uuid:revision_id>/texts/send", texts.send, name="revised-texts-send"),
    path("<uuid:revision_id>/texts.zip", texts.parcel, name="revised-parcel"),
    path("", include("yizheng.web.lead.catalogue.entry_urls")),
]
