"""What a case is found by is written in the act that names it: at filing, and when a correction names it anew."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from yizheng.cases.file import CaseFile
from yizheng.cases.models import SearchWord
from yizheng.cases.search_words import Named, words_of


def _words_now(file: CaseFile) -> set[str]:
    """The words by which a filed case is found, as it is named at this moment of the act."""
    case = file.case
    return words_of(
        Named(
            number=case.number or "",
            holder=case.holder,
            holder_code=case.holder_code,
            premises=case.premises,
            industry=case.industry,
            items=tuple(each.item for each in file.items),
        )
    )


def let_be_found(file: CaseFile, besides: Collection[str] = ()) -> None:
    """Enter the words that are not entered yet."""
    assert file.case.received_at is not None  # only what was received is looked for
    for word in sorted(_words_now(file).difference(besides)):
        file.act.add(
            SearchWord(word=word, received_at=file.case.received_at, case_id=file.case.id, since=file.case.entries)
        )


def name_anew(file: CaseFile, **columns: Any) -> None:
    """Change columns of the case that it may be found by; by what it was named before it is found as well."""
    before = _words_now(file)
    file.act.change(file.case, **columns)
    let_be_found(file, besides=before)
