"""Addresses of the entries of a revision, below its own."""

from django.urls import path

from yizheng.web.lead.catalogue import editing, entries

ENTRY = "<uuid:revision_id>/<slug:kind>/<str:code>"

urlpatterns = [
    path("<uuid:revision_id>/<slug:kind>/", entries.entries, name="revised-entries"),
    path(f"{ENTRY}/", entries.entry, name="revised-entry"),
    path(f"{ENTRY}/edit", editing.edit, name="revised-form"),
    path(f"{ENTRY}/save", editing.save, name="revised-form-save"),
    path(f"{ENTRY}/remove", entries.remove, name="revised-remove"),
    path(f"{ENTRY}/undo", entries.undo, name="revised-undo"),
    path(f"{ENTRY}/<slug:field>/<slug:place>", editing.edit_row, name="revised-row"),
    path(f"{ENTRY}/<slug:field>/<slug:place>/save", editing.save_row, name="revised-row-save"),
    path(f"{ENTRY}/<slug:field>/<int:place>/<slug:do>", entries.move, name="revised-move"),
]
