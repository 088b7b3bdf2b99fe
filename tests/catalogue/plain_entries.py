"""The entries of the regulations as plain data, for tests that change some of them."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from pathlib import Path

from yizheng.catalogue.editing.anatomy import Raw, plain
from yizheng.catalogue.text.reading import read_folder

REGULATIONS = Path("regulations")


@cache
def _read() -> dict[str, dict[str, Raw]]:
    return {
        kind: {code: plain(each) for code, each in known.items()}
        for kind, known in read_folder(REGULATIONS).entries.items()
    }


def entries() -> dict[str, dict[str, Raw]]:
    """All of them, to be changed at will."""
    return deepcopy(_read())
