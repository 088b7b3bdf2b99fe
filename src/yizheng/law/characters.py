"""Which characters may stand in what people write: everything that prints, rare characters of names included."""

from __future__ import annotations

import unicodedata

UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Kinds of characters that print as nothing, or turn what is printed around.

Unassigned characters are none of them: names use characters that are newer than the tables of this Python.
"""


def has_unseen(text: str, *, but: str = "") -> bool:
    """Whether a text has characters that nobody sees, other than those in ``but``."""
    return any(unicodedata.category(each) in UNSEEN and each not in but for each in text)
