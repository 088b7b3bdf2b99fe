"""Which documents are made from the code, and whether the ones in the folder still say what the code says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from yizheng.api.interface import openapi
from yizheng.catalogue.text.reading import read_folder
from yizheng.house import authority, figures, laws, papers, states, terms
from yizheng.law.items import Catalogue

HEAD = "<!-- Made from the code by `yizheng docs`. Change the code, not this file. -->\n\n"

DOCUMENTS: Mapping[str, Callable[[Catalogue], str]] = {
    "authority.md": authority.page,
    "figures.md": figures.page,
    "laws.md": laws.page,
    "papers.md": papers.page,
    "states.md": states.page,
    "terms.md": terms.page,
}
"""What is written from the catalogue and the tables of the law, by the name of its file."""

OPENAPI = "openapi.json"
"""What the API is; JSON knows no comments, so nothing stands at its head."""


def write(folder: Path, regulations: Path) -> list[Path]:
    """Write every document into ``folder``; gives the files that changed. Raises CatalogueFaulty."""
    folder.mkdir(parents=True, exist_ok=True)
    changed = []
    for name, text in _made(regulations).items():
        file = folder / name
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")
            changed.append(file)
    return changed


def stale(folder: Path, regulations: Path) -> list[str]:
    """What in ``folder`` is missing, no longer fits the code, or is made by nothing. Raises CatalogueFaulty."""
    made = _made(regulations)
    there = {file.name: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.*"))}
    return sorted(name for name in made.keys() | there.keys() if made.get(name) != there.get(name))


def _made(regulations: Path) -> dict[str, str]:
    catalogue = read_folder(regulations).catalogue()
    pages = {name: HEAD + page(catalogue) for name, page in DOCUMENTS.items()}
    return {**pages, OPENAPI: openapi()}
