"""A trial 试算 of an industry as it is kept between two requests, and by which content it is known (domain §4.5(6))."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from typing import Any

from yizheng.catalogue.text.faults import Fault
from yizheng.catalogue.text.reading import Reading, dump
from yizheng.catalogue.trying.figures import Comparison, burdens, industry_figures
from yizheng.catalogue.trying.simulation import Simulated
from yizheng.catalogue.walking import fields_of
from yizheng.law.items import Catalogue, Industry

Data = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """What is tried: industries of a proposed catalogue, beside the same ones in the version it changes."""

    base: Catalogue
    reading: Reading
    proposed: Catalogue
    codes: tuple[str, ...]

    @cached_property
    def before(self) -> dict[str, str]:
        """The digests of the industries there are already, by code."""
        return {code: digest_of(self.base, code) for code in self.codes if code in self.base.industries}

    @cached_property
    def after(self) -> dict[str, str]:
        """The digests of the industries as proposed, by code."""
        return {code: digest_of(self.proposed, code) for code in self.codes if code in self.proposed.industries}


def digest_of(catalogue: Catalogue, code: str) -> str:
    """What everything is known by on which the trial of an industry rests: the same content is tried once."""
    industry = catalogue.industries[code]
    items = {use.item: catalogue.items[use.item] for use in industry.items}
    materials = {use.material for item in items.values() for use in item.materials}
    part = replace(
        catalogue,
        laws={},
        organs={},
        fields={each: catalogue.fields[each] for each in fields_of(industry, catalogue)},
        materials={each: catalogue.materials[each] for each in sorted(materials)},
        items=items,
        industries={code: industry},
        thresholds=dict(catalogue.thresholds),
    )
    return hashlib.sha256(dump(part).encode()).hexdigest()


def as_data(found: Simulated) -> dict[str, Any]:
    """What was found so far, to be kept."""
    return {
        "number": found.number,
        "applying": found.applying,
        "stopped": found.stopped,
        "spans": {name: list(span) for name, span in found.spans.items()},
        "items": dict(found.items),
        "materials": dict(found.materials),
        "faults": [[list(key), asdict(fault)] for key, fault in found.faults.items()],
    }


def from_data(data: Data, industry: Industry, of: int, tried: int) -> Simulated:
    """What was found so far, to go on from."""
    found = Simulated(industry, data["number"], of, tried, data["applying"], data["stopped"])
    found.spans = {name: (low, high) for name, (low, high) in data["spans"].items()}
    found.items, found.materials = Counter(data["items"]), Counter(data["materials"])
    found.faults = {tuple(key): _fault(said) for key, said in data["faults"]}
    return found


def figures_told(catalogue: Catalogue, code: str) -> dict[str, Any]:
    """The figures of who needs most in an industry, with which item asks most; empty where nobody may apply."""
    found = industry_figures(catalogue.industries[code], catalogue)
    return _told(found.fullest) if found else {}


def _told(found: Comparison) -> dict[str, Any]:
    weighed = burdens(found.assessment)
    most, slowest = weighed[0], max(weighed, key=lambda each: each.days)
    return {
        "apart": asdict(found.apart),
        "together": asdict(found.together),
        "most": [most.needed.item.short, most.materials, most.fields],
        "slowest": [slowest.needed.item.short, slowest.days],
    }


def _fault(said: dict[str, Any]) -> Fault:
    return Fault(**{**said, "path": tuple(said["path"])})
