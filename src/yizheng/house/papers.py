"""Papers 文书: which step each does, who makes it, and what is filled in."""

from __future__ import annotations

from yizheng.house.tables import first_line, table
from yizheng.law.items import Catalogue
from yizheng.law.papers import PAPERS, Ask, Paper, asked
from yizheng.law.papers.kinds import KINDS
from yizheng.law.permit_transitions import PERMIT_TRANSITIONS, PermitLine
from yizheng.law.transitions import TRANSITIONS, T


def page(_: Catalogue) -> str:
    """papers.md"""
    parts = [
        "# Papers 文书\n",
        table(("paper", "kind", "step", "by", "series", "written in"), map(_paper, PAPERS.values())),
    ]
    for paper in PAPERS.values():
        parts += [f"## {paper.TITLE} `{paper.__name__}`\n", f"{first_line(paper.__doc__)}\n"]
        if others := _for_other_kinds(paper):
            parts.append(f"{others}\n")
        if fields := asked(paper):
            rows = (_field(name, how) for name, how in fields.items())
            parts.append(table(("field", "label", "asked as", "required", "longest", "help"), rows))
        else:
            parts.append("Nothing is filled in; everything on it is known.\n")
    return "\n".join(parts)


def _paper(paper: type[Paper]) -> tuple[str, ...]:
    lines = _lines(paper)
    verbs = dict.fromkeys(line.verb.label for line in lines)
    roles = dict.fromkeys(role.label for line in lines for role in line.by)
    articles = dict.fromkeys(line.written_in for line in lines)
    series = paper.SERIES or "— (internal)"
    return (paper.TITLE, f"`{paper.KIND}`", "、".join(verbs), "、".join(roles), series, "、".join(articles))


def _for_other_kinds(paper: type[Paper]) -> str:
    """What the paper is called where the item is no permit."""
    series = {kind: f" ({word}字)" for kind, word in paper.SERIES_OF.items()}
    titled = (f"{KINDS[kind].what} {title}{series.get(kind, '')}" for kind, title in paper.TITLES.items())
    return f"{'; '.join(titled)}." if paper.TITLES else ""


def _lines(paper: type[Paper]) -> list[T | PermitLine]:
    lines: tuple[T | PermitLine, ...] = (*TRANSITIONS, *PERMIT_TRANSITIONS)
    return [line for line in lines if line.paper is paper]


def _field(name: str, how: Ask) -> tuple[str, ...]:
    choices = "：" + "、".join(label for _, label in how.options) if how.options else ""
    longest = str(how.max_length) if how.widget in {"text", "long_text"} else "—"
    required = "yes" if how.required else "no"
    return (f"`{name}`", how.label, f"{how.widget}{choices}", required, longest, how.help)
