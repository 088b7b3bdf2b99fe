"""The words by which a case is found: an index that both databases read without any extension."""

from __future__ import annotations

from django.db import models

from yizheng.cases.models.case import Case


class SearchWord(models.Model):
    """That a case is found by a word, newest case first; the key is the index, and nothing else is read.

    Words are only ever added: by its old name a case is still found after a correction. ``since`` is the number of
    entries that the case had when the word was added.
    """

    pk = models.CompositePrimaryKey("word", "received_at", "case", "since")
    word = models.CharField(max_length=40)
    received_at = models.DateTimeField()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+", db_index=False)
    since = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.word} {self.case_id}"
