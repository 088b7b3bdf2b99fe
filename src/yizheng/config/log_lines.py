"""What is written into the log: where something broke and what kind of thing it was, never what somebody entered."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from types import TracebackType

from django.db import Error

Told = (
    tuple[type[BaseException], BaseException, TracebackType | None]
    | tuple[None, None, None]
)  # fmt: skip


class Discreet(logging.Formatter):
    """A database quotes the values it did not like; of its errors only the kind and the constraint are written."""

    def formatException(self, ei: Told) -> str:  # the name is logging's
        """The chain of errors, the first one first."""
        chain = reversed(list(_chain(ei[1])))
        return "\n".join("".join([*traceback.format_tb(each.__traceback__), _kind(each)]) for each in chain)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _kind(error: BaseException) -> str:
    if isinstance(error, Error) or hasattr(error, "sqlstate"):
        named = getattr(getattr(error, "diag", None), "constraint_name", None) or ""
        return f"{type(error).__qualname__} {getattr(error, 'sqlstate', None) or ''} {named}".strip()
    return "".join(traceback.format_exception_only(error)).strip()
