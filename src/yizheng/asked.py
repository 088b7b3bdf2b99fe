"""What is asked on the command line: words become days and numbers, mistakes become sentences."""

from __future__ import annotations

import argparse
import re
from datetime import date, datetime
from typing import NoReturn
from zoneinfo import ZoneInfo

CHINA = ZoneInfo("Asia/Shanghai")
MOST = 3660
"""Ten years: longer limits are typing errors."""

SAID_IN_CHINESE = (
    (r"the following arguments are required: (.*)", r"缺少参数：\1"),
    (r"one of the arguments (.*) is required", r"要给出其中一个参数：\1"),
    (r"argument (.*): not allowed with argument (.*)", r"参数 \1 和 \2 只能用一个"),
    (r"argument (.*): expected one argument", r"参数 \1 后面要跟一个值"),
    (r"argument command: invalid choice: '(.*?)' .*", r"没有“\1”这个命令"),
    (r"unrecognized arguments: (.*)", r"不认识的参数：\1"),
    (r"argument (.*?): invalid choice: '(.*?)' .*", r"参数 \1 没有“\2”这个选择"),
    (r"argument (.*?): ([^a-z].*)", r"参数 \1：\2"),
)


class Parser(argparse.ArgumentParser):
    """Says what was wrong in a sentence, and where the examples are."""

    def error(self, message: str) -> NoReturn:
        """Exit 2 with the sentence."""
        for english, chinese in SAID_IN_CHINESE:
            if found := re.fullmatch(english, message, re.DOTALL):
                message = found.expand(chinese)
                break
        self.exit(2, f"{message}。\n例子见 examples: {self.prog} --help\n")


def day(text: str) -> date:
    """A day, as 2026-03-20."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}”不是日期，请写成 2026-03-20 这样") from None


def moment(text: str) -> datetime:
    """A moment in China, as 2027-01-01 or 2027-01-01T08:00."""
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}”不是时间，请写成 2027-01-01 或者 2027-01-01T08:00 这样") from None
    return read if read.tzinfo else read.replace(tzinfo=CHINA)


def whole(text: str, least: int, most: int) -> int:
    """A whole number between two others, both included."""
    if not (text.isascii() and text.isdecimal() and least <= int(text) <= most):
        raise argparse.ArgumentTypeError(f"“{text}”不对，应是{least}到{most}的整数")
    return int(text)


def length(text: str) -> int:
    """How long a limit is."""
    return whole(text, 0, MOST)


def port(text: str) -> int:
    """A port to listen on."""
    return whole(text, 1, 65535)


def count(text: str) -> int:
    """How many processes."""
    return whole(text, 1, 64)
