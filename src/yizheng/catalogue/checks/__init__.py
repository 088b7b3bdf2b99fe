"""What must hold before a catalogue may be published (domain §4.5), each fault with file, row and rule."""

from __future__ import annotations

from yizheng.catalogue.checks.completeness import completeness_faults
from yizheng.catalogue.checks.effects import effect_faults
from yizheng.catalogue.checks.references import reference_faults
from yizheng.catalogue.checks.rules import rule_faults
from yizheng.catalogue.checks.situations import situation_faults
from yizheng.catalogue.faults import Fault
from yizheng.catalogue.reading import Reading

__all__ = ["faults_of"]


def faults_of(reading: Reading) -> list[Fault]:
    """Every fault, in steps: what could not be read, then what does not fit together, then what does not work out."""
    for step in ((), (completeness_faults, reference_faults, rule_faults), (effect_faults, situation_faults)):
        faults = {*reading.faults, *(fault for check in step for fault in check(reading))}
        if faults:
            return sorted(faults)
    return []
