"""What must hold before a catalogue may be published (domain §4.5), each fault with file, row and rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from yizheng.catalogue.checks.completeness import completeness_faults
from yizheng.catalogue.checks.effects import effect_faults
from yizheng.catalogue.checks.references import reference_faults
from yizheng.catalogue.checks.rules import rule_faults
from yizheng.catalogue.checks.situations import situation_faults
from yizheng.catalogue.text.faults import Fault
from yizheng.catalogue.text.reading import Reading

__all__ = ["faults_of", "text_faults"]


def faults_of(reading: Reading) -> list[Fault]:
    """Every fault, in steps: what could not be read, then what does not fit together, then what does not work out."""
    return text_faults(reading) or _found(reading, (effect_faults, situation_faults))


def text_faults(reading: Reading) -> list[Fault]:
    """What stands in the texts themselves, and has to be right before anything can be worked out from them."""
    return sorted({*reading.faults}) or _found(reading, (completeness_faults, reference_faults, rule_faults))


def _found(reading: Reading, checks: Iterable[Callable[[Reading], Iterable[Fault]]]) -> list[Fault]:
    return sorted({fault for check in checks for fault in check(reading)})
