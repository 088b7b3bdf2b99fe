"""The book as a chain: each entry is sealed to the one before with SHA-256, case by case; sealed and proved here."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC
from itertools import groupby
from typing import Any
from uuid import UUID

import orjson

from yizheng.ledger.models import Entry

FIRST_SEAL = ""
"""What the first entry of a case is sealed to."""


def seal_of(entry: Entry) -> str:
    """The seal of an entry: SHA-256 (hex) over the seal before and everything the entry says."""
    said = [
        entry.previous_seal,
        str(entry.id),
        str(entry.case_id),
        str(entry.item_id) if entry.item_id else "",
        entry.seq,
        entry.kind,
        entry.who_id,
        entry.who_name,
        entry.at.astimezone(UTC).isoformat(),
        entry.recorded_at.astimezone(UTC).isoformat(),
        entry.data,
        entry.key or "",
        str(entry.cause_id) if entry.cause_id else "",
    ]
    return hashlib.sha256(orjson.dumps(said, option=orjson.OPT_SORT_KEYS)).hexdigest()


def fault_in_chain(entries: Iterable[Entry]) -> str:
    """The first fault of a case's chain as a sentence; empty when every seal holds and no entry is missing."""
    before = FIRST_SEAL
    for place, entry in enumerate(entries, start=1):
        if entry.seq != place:
            return f"第{place}条记录缺失。"
        if entry.previous_seal != before or entry.seal != seal_of(entry):
            return f"第{place}条记录（{entry.kind}）与封存时不一致。"
        before = entry.seal
    return ""


def fault_in_every_chain() -> Iterator[tuple[UUID, str]]:
    """Every case in the book, with the first fault of its chain or nothing."""
    for case_id, entries in groupby(Entry.objects.order_by("case_id", "seq").iterator(), key=lambda e: e.case_id):
        yield case_id, fault_in_chain(entries)


def entries_of(case_id: UUID) -> list[Entry]:
    """The book of one case, in order."""
    return list(Entry.objects.filter(case_id=case_id).order_by("seq"))


def said_before(key: str) -> Entry | None:
    """The entry that a request with this idempotency key made, if it was made before."""
    return Entry.objects.filter(key=key).first() if key else None


def fingerprint(*what: Any) -> str:
    """A short digest of what a request asks for, to tell a repetition from a different request with the same key."""
    return hashlib.sha256(orjson.dumps(what, option=orjson.OPT_SORT_KEYS, default=str)).hexdigest()[:32]
