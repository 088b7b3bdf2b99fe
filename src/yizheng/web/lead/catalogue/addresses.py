"""Addresses of entries in a revision: the zone has no code of its own, and what is new has none yet."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404
from django.urls import reverse

from yizheng.catalogue.editing.naming import KINDS

ALONE, NEW = "-", "+"
"""What stands in an address for the code of the zone, and for that of a new entry."""


def code_of(kind: str, code: str) -> str:
    """The code of an entry, as it stands in an address. Raises Http404 for a kind that is none."""
    if kind not in KINDS or (kind == "zone") != (code == ALONE):
        raise Http404("没有这个条目。")
    return "" if kind == "zone" else code


def entry_url(revision_id: UUID, kind: str, code: str) -> str:
    """Where an entry is shown."""
    return reverse("revised-entry", args=[revision_id, kind, code or ALONE])
