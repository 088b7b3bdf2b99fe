"""The book, the rows and the papers say the same: the chain holds, the rows follow, no step is without its paper."""

from __future__ import annotations

from collections.abc import Iterator

from yizheng.cases.fold import differences, fold
from yizheng.cases.papers import digest_of
from yizheng.cases.queries.watch.finding import Batch, Finding, Watched
from yizheng.law.transitions import LINES
from yizheng.law.words import State, Verb
from yizheng.ledger.book import fault_in_chain
from yizheng.ledger.models import Entry

FROM_BACKUP = "yizheng book，与备份核对；记录和文书不能更改，有人直接动过数据库"
DECISIONS = frozenset({f"item.{Verb.GRANT}", f"item.{Verb.REFUSE}"})


def chain_holds(batch: Batch) -> Iterator[Finding]:
    """Every entry is sealed to the one before, and the case knows the last."""
    for watched in batch.cases:
        case, last = watched.case, watched.entries[-1].seal if watched.entries else ""
        sentence = fault_in_chain(watched.entries)
        if not sentence and (case.entries, case.seal) != (len(watched.entries), last):
            sentence = "办件上记的条数或者封条与记录不符。"
        if sentence:
            yield watched.finding("chain", sentence, FROM_BACKUP)


def rows_as_the_book_says(batch: Batch) -> Iterator[Finding]:
    """Rows are nothing but the book folded."""
    for watched in batch.cases:
        for sentence in differences(fold(watched.entries), watched.case, watched.items):
            yield watched.finding("fold", sentence, FROM_BACKUP)


def papers_are_there(batch: Batch) -> Iterator[Finding]:
    """No paper, no step; and a paper says what it said when it was made."""
    for watched in batch.cases:
        for entry in watched.entries:
            if sentence := _without_paper(watched, entry):
                yield watched.finding("paper", f"第{entry.seq}条记录（{entry.kind}）{sentence}", FROM_BACKUP)
        for record in watched.papers.values():
            if record.digest != digest_of(record):
                yield watched.finding("paper", f"文书{record.number or record.kind}与制作时的摘要不符。", FROM_BACKUP)


def _without_paper(watched: Watched, entry: Entry) -> str:
    named = entry.data.get("paper")
    if named is not None and named not in watched.papers:
        return "提到的文书不存在。"
    if named is None and _wants_paper(entry):
        return "没有文书。"
    if entry.kind in DECISIONS and entry.item_id not in watched.decided:
        return "没有决定的记载。"
    return ""


def _wants_paper(entry: Entry) -> bool:
    """Whether the table of transitions asks for a paper at this step."""
    if entry.kind == "case.file":
        return True
    verb = entry.kind.removeprefix("item.")
    if verb not in set(Verb) or "from" not in entry.data:
        return False
    line = LINES.get((State(entry.data["from"]), Verb(verb)))
    return line is not None and line.paper is not None
