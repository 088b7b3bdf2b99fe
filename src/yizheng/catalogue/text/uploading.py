"""Texts handed in → the entries of a revision that become different, or every fault by file and row and nothing."""

from __future__ import annotations

from collections.abc import Mapping

from yizheng.catalogue.text.faults import CatalogueFaulty
from yizheng.catalogue.text.kinds import KINDS
from yizheng.catalogue.text.reading import Raw, read_texts

Key = tuple[str, str]


def changes_in(
    texts: Mapping[str, bytes], entries: Mapping[str, Mapping[str, Raw]], *, whole: bool
) -> dict[Key, Raw | None]:
    """What the texts make different in the entries of a catalogue; None for what they take out.

    A file takes the place of the one of its name; with ``whole`` the texts are everything, and what is not among them
    is taken out, too. Raises CatalogueFaulty with every fault of the texts.
    """
    reading = read_texts(texts, whole=whole)
    if reading.faults:
        raise CatalogueFaulty(sorted(reading.faults))
    found: dict[Key, Raw | None] = {}
    for name, kind in KINDS.items():
        known = entries.get(name, {})
        read = {code: kind.plain(entry) for code, entry in reading.entries[name].items()}
        if whole or (not kind.alone and kind.place in texts):
            found |= {(name, code): None for code in known.keys() - read.keys()}
        found |= {(name, code): data for code, data in read.items() if data != known.get(code)}
    return found
