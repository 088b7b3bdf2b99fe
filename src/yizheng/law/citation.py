"""From the citation of a row to words for a citizen: 行政许可法 32(1)(4) → 《行政许可法》第32条第1款第4项."""

from __future__ import annotations

import re

_ARTICLE = re.compile(r"(\d+)(?:\(([^)]+)\))?(?:\(([^)]+)\))?")


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
    number, paragraph, point = found.groups()
    return f"{title}第{number}条" + (f"第{paragraph}款" if paragraph else "") + (f"第{point}项" if point else "")
