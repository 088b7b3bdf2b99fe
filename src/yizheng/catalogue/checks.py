"""What must hold before a catalogue may be published (domain §4.5), each fault with file, row and rule."""

from __future__ import annotations

from pathlib import Path

from yizheng.catalogue.faults import Fault
from yizheng.catalogue.reading import Reading, read_folder


def check_folder(folder: Path) -> list[Fault]:
    """Every fault of the folder; an empty list when it may be published."""
    return faults_of(read_folder(folder))


def faults_of(reading: Reading) -> list[Fault]:
    """The faults met while reading or, when there are none, those of the whole."""
    return sorted(reading.faults)
