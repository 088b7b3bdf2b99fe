"""From the citation of a row to words as official papers write them: 消防法 15 → 《消防法》第十五条."""

from __future__ import annotations

import re

from yizheng.law.articles import ONE_PARAGRAPH, numeral

_ARTICLE = re.compile(r"(\d+)(?:\(([^)]+)\))?(?:\(([^)]+)\))?(?:\(([^)]+)\))?")


def cited(basis: str) -> str:
    """A citation in words; what has no article, or is no law, is left as it is written."""
    if not basis:
        return ""
    short, _, article = basis.rpartition(" ")
    name = short or article
    title = name if "〔" in name or name.startswith("GB") or name.endswith("方案") else f"《{name}》"
    if not short:
        return title
    found = _ARTICLE.fullmatch(article)
    if found is None:
        return f"{title}{article}"
    units = "条项" if f"{short} {found.group(1)}" in ONE_PARAGRAPH else "条款项项"
    parts = zip(found.groups(), units, strict=False)
    return title + "".join(f"第{_said(part)}{unit}" for part, unit in parts if part).replace("项第", "项、第")


def _said(part: str) -> str:
    return numeral(int(part)) if part.isdecimal() and part.isascii() else part
