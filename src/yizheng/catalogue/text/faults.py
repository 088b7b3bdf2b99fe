"""A fault in the texts of ``regulations/``: which file, which row, which rule, and a sentence that says what to do."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault; ``row`` is the line in the file, counted from 1, or 0 when the whole file or folder is meant.

    Where it is about one entry, ``kind``, ``code`` and the ``path`` inside it say which, for whoever has no file.
    """

    file: str
    row: int
    rule: str
    sentence: str
    kind: str = field(default="", compare=False)
    code: str = field(default="", compare=False)
    path: tuple[str | int, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        where = f"{self.file} 第{self.row}行" if self.row else self.file
        return f"{where}：{self.sentence}（{self.rule}）"


class CatalogueFaulty(ValueError):
    """The texts cannot be taken as they are; ``faults`` names every reason (domain §4.5)."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults
