"""The catalogue as a revision wants it: the version it is based on, with what the revision changes laid over it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any
from uuid import UUID

import orjson

from yizheng.catalogue import publishing
from yizheng.catalogue.models import RevisedEntry, Revision
from yizheng.catalogue.text.reading import Reading, plain_entries, read_entries
from yizheng.law.items import Catalogue

Key = tuple[str, str]
"""Kind and code of an entry."""

Raw = Mapping[str, Any]
"""An entry as it stands in ``regulations/``, defaults left out."""


@cache
def published_entries(version_id: UUID) -> Mapping[str, Mapping[str, Raw]]:
    """The entries of a published version, by kind and code."""
    return plain_entries(publishing.version(version_id))


def digest_of(data: Raw | None) -> str:
    """What the content of an entry is known by; "" for none."""
    return "" if data is None else hashlib.sha256(orjson.dumps(data, option=orjson.OPT_SORT_KEYS)).hexdigest()


@dataclass(frozen=True)
class Overlay:
    """What a revision changes, over the version it is based on."""

    base_id: UUID
    changed: Mapping[Key, Raw | None]

    def was(self, key: Key) -> Raw | None:
        """An entry in the version that the revision is based on."""
        return published_entries(self.base_id).get(key[0], {}).get(key[1])

    def wanted(self, key: Key) -> Raw | None:
        """An entry as the revision wants it."""
        return self.changed[key] if key in self.changed else self.was(key)

    @cached_property
    def entries(self) -> dict[str, dict[str, Raw]]:
        """Every entry as the revision wants it, by kind and code."""
        found = {kind: dict(there) for kind, there in published_entries(self.base_id).items()}
        for (kind, code), data in self.changed.items():
            if data is None:
                found[kind].pop(code, None)
            else:
                found[kind][code] = data
        return found

    @cached_property
    def reading(self) -> Reading:
        """The same, read as from ``regulations/``, with every fault met."""
        return read_entries(self.entries)

    @property
    def base(self) -> Catalogue:
        """The version that the revision is based on."""
        return publishing.version(self.base_id)

    @property
    def digest(self) -> str:
        """What the whole of what is changed is known by, to say what a signature was given for."""
        told = [[str(self.base_id), *key, data] for key, data in sorted(self.changed.items())]
        return hashlib.sha256(orjson.dumps(told, option=orjson.OPT_SORT_KEYS)).hexdigest()


def overlay_of(revision: Revision, rows: Iterable[RevisedEntry] | None = None) -> Overlay:
    """The overlay of a revision, as its rows are now."""
    there = revision.revised.all() if rows is None else rows
    return Overlay(revision.base_id, {(row.kind, row.code): row.data for row in there})
