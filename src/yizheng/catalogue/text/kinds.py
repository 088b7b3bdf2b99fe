"""The kinds of entries of a catalogue: what each is made of, what its code is, and in which file it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from pydantic import TypeAdapter

from yizheng.law.items import FieldSpec, Industry, Item, Law, Material, Organ, Threshold, Zone


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind; ``code`` names the field an entry is known by, ``place`` a file with all of them or a folder."""

    name: str
    place: str
    shape: TypeAdapter[Any]
    code: str

    @property
    def alone(self) -> bool:
        """Whether every entry has a file of its own, named after its code."""
        return not self.place.endswith(".yaml")

    def file(self, code: str) -> str:
        """The file in which the entry stands."""
        return f"{self.place}/{code.lower()}.yaml" if self.alone else self.place

    def code_of(self, entry: Any) -> str:
        """What the entry is known by; the zone, of which there is one, by nothing."""
        return str(getattr(entry, self.code)) if self.code else ""

    def plain(self, entry: Any) -> dict[str, Any]:
        """The entry as plain data: in the order of the law's own fields, without what goes unsaid."""
        data: dict[str, Any] = self.shape.dump_python(entry, mode="json", exclude_defaults=True)
        return data


ZONE = Kind("zone", "zone.yaml", TypeAdapter(Zone), "")
KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        ZONE,
        Kind("laws", "laws.yaml", TypeAdapter(Law), "short"),
        Kind("organs", "organs.yaml", TypeAdapter(Organ), "code"),
        Kind("thresholds", "thresholds.yaml", TypeAdapter(Threshold), "name"),
        Kind("fields", "fields.yaml", TypeAdapter(FieldSpec), "code"),
        Kind("materials", "materials.yaml", TypeAdapter(Material), "code"),
        Kind("items", "items", TypeAdapter(Item), "code"),
        Kind("industries", "industries", TypeAdapter(Industry), "code"),
    )
}
CODE = re.compile(r"\w[^\s/\\+?#%]{0,39}")
"""A code that may stand in an address."""
FILE_CODE = re.compile(r"[A-Z][A-Z0-9_]{0,39}")
"""A code that may name a file."""


def kind_of(file: str) -> Kind | None:
    """Of which kind the entries in a file are; None for a file that has no place in a catalogue."""
    path = PurePosixPath(file)
    place = str(path.parent) if len(path.parts) == 2 and path.suffix == ".yaml" else file
    return next((kind for kind in KINDS.values() if kind.place == place and kind.alone == (place != file)), None)
