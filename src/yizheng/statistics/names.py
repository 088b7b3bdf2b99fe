"""Industries, items and entries of a catalogue by their codes, each with the name that people know it by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from yizheng.catalogue.revisions.concern import Key
from yizheng.law.items import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An industry or an item by its code, with its name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Names:
    """The names in these catalogues, the first that knows a code; what none knows is called by its code."""

    catalogues: tuple[Catalogue, ...]

    def industry(self, code: str) -> Named:
        """An industry."""
        return Named(code=code, name=next(self._of("industries", code), code))

    def item(self, code: str) -> Named:
        """An item."""
        return Named(code=code, name=next(self._of("items", code), code))

    def entry(self, key: Key) -> str:
        """Any entry, in a word for people."""
        kind, code = key
        return "本区信息" if kind == "zone" else next(self._of(kind, code), code)

    def _of(self, kind: str, code: str) -> Iterator[str]:
        for catalogue in self.catalogues:
            if entry := getattr(catalogue, kind).get(code):
                yield next(str(name) for each in ("short", "label", "name") if (name := getattr(entry, each, "")))
