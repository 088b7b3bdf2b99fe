"""The rules of the house as functions: source text in, what is wrong with it out, each with its line."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import PurePath

LONGEST_FILE, LONGEST_FUNCTION, LONGEST_TEMPLATE = 300, 40, 150

FORBIDDEN_NAMES = re.compile(r"(?:^|_)(utils?|helpers?|common|services?|managers?|misc|part_?\d+)(?:_|$)")

ALWAYS_WRITES = {"create", "get_or_create", "update_or_create", "bulk_create", "bulk_update"}
WRITES_WITHOUT_ARGUMENT = {"save", "delete", "update"}
"""What a model or a queryset does; files, images and dictionaries of the same name take an argument."""

RAW_SQL = {"execute", "executemany", "raw", "extra"}

CLOCK_WORDS = {"now", "today", "utcnow", "localdate"}

INLINE = (
    re.compile(r"""[\s"']style\s*=\s*["']""", re.IGNORECASE),
    re.compile(r"""["']style["']\s*:""", re.IGNORECASE),
    re.compile(r"""[\s"']on[a-z]{3,}\s*=\s*["']""", re.IGNORECASE),
    re.compile(r"""["']on[a-z]{3,}["']\s*:""", re.IGNORECASE),
    re.compile(r"<style\b", re.IGNORECASE),
    re.compile(r"""<script\b(?![^>]*\b(?:src=|type="application/json"))""", re.IGNORECASE),
    re.compile(r"javascript:", re.IGNORECASE),
)


def is_too_long(text: str, most: int) -> bool:
    """Whether a file has more lines than it may."""
    return len(text.splitlines()) > most


def has_forbidden_name(path: PurePath) -> bool:
    """Whether a file or a folder is named after a technique, or is a second helping of another."""
    return any(FORBIDDEN_NAMES.search(PurePath(part).stem.lower()) for part in path.parts)


def long_functions(source: str) -> list[str]:
    """Functions longer than they may be, with their length."""
    return [
        f"{each.name}, line {each.lineno}: {length} lines"
        for each in ast.walk(ast.parse(source))
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (each.end_lineno or 0) - each.lineno + 1) > LONGEST_FUNCTION
    ]


def writes(source: str) -> list[str]:
    """Calls that write to the database past the one door."""
    return [f"line {call.lineno}: {ast.unparse(call.func)}" for call in _calls(source) if _is_write(call)]


def _is_write(call: ast.Call) -> bool:
    if not isinstance(call.func, ast.Attribute):
        return False
    name, receiver = call.func.attr, ast.unparse(call.func.value)
    if name in ALWAYS_WRITES:
        return True
    return name in WRITES_WITHOUT_ARGUMENT and not call.args and not receiver.startswith("env.")


def raw_sql(source: str) -> list[str]:
    """Statements written by hand."""
    return [
        f"line {call.lineno}: {ast.unparse(call.func)}"
        for call in _calls(source)
        if isinstance(call.func, ast.Attribute) and call.func.attr in RAW_SQL
    ]


def moments_asked(source: str) -> list[str]:
    """Places that ask for the moment by name: the edge's own `now()`, or one imported under its bare name."""
    return [
        f"line {call.lineno}: {ast.unparse(call)}"
        for call in _calls(source)
        if isinstance(call.func, ast.Name) and call.func.id in CLOCK_WORDS
    ]


def clock_readings(source: str) -> list[str]:
    """Places where somebody looks at a clock."""
    return [f"line {call.lineno}: {ast.unparse(call)}" for call in _calls(source) if _reads_clock(call)]


def _reads_clock(call: ast.Call) -> bool:
    if not isinstance(call.func, ast.Attribute):
        return False
    if call.func.attr == "localtime":
        return not call.args
    return call.func.attr in CLOCK_WORDS or ast.unparse(call.func).startswith("time.")


def imports_inside_functions(source: str) -> list[str]:
    """Imports that do not stand at the top."""
    return [
        f"line {inner.lineno}: {ast.unparse(inner)}"
        for outer in ast.walk(ast.parse(source))
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(outer)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]


def inline_code(template: str) -> list[str]:
    """Styles and scripts that stand in a template itself: the content policy forbids them."""
    return [
        f"line {number}: {line.strip()}"
        for number, line in enumerate(template.splitlines(), start=1)
        if any(pattern.search(line) for pattern in INLINE)
    ]


def unused(templates: set[str], texts: list[str]) -> set[str]:
    """Templates whose name stands in no text."""
    said = "\n".join(texts)
    return {name for name in templates if f'"{name}"' not in said and f"'{name}'" not in said}


def rows(markdown: str) -> list[list[str]]:
    """The rows of every table of a document, without heads."""
    found: list[list[str]] = []
    for table in re.findall(r"(?:^\|.*\n)+", markdown, re.MULTILINE):
        cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.strip().splitlines()]
        found += cells[2:]
    return found


def _calls(source: str) -> Iterator[ast.Call]:
    return (each for each in ast.walk(ast.parse(source)) if isinstance(each, ast.Call))
