"""What is written into the log is no place to look for what people entered."""

from __future__ import annotations

import logging
import sys

from django.db import DataError

from yizheng.config.log_lines import Discreet


class FromTheDatabase(Exception):
    """What a database driver raises."""

    sqlstate = "22001"


def written(error: Exception, cause: Exception | None = None) -> str:
    try:
        raise error from cause
    except Exception:
        record = logging.LogRecord("x", logging.ERROR, __file__, 1, "it broke", None, sys.exc_info())
    return Discreet().format(record)


def test_an_error_of_the_database_is_logged_without_the_values_it_quotes() -> None:
    line = written(DataError("invalid: 张三 370214"), FromTheDatabase("invalid: 张三 370214"))
    assert "张三" not in line
    assert "370214" not in line
    assert "FromTheDatabase 22001" in line
    assert "DataError" in line
    assert "test_log_lines.py" in line


def test_an_error_of_ours_is_logged_with_what_it_says() -> None:
    assert written(ValueError("no such organ")).endswith("ValueError: no such organ")
