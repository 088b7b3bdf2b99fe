"""Where it is written: every article cited in the law of this house is known, and so is its law."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from yizheng.law import articles
from yizheng.law.articles import ARTICLES, PROCEDURE, in_words

HOUSE = Path(__file__).resolve().parents[2]
LAW = Path(articles.__file__).parent
LAWS = [law for law in PROCEDURE if not law.endswith("方案")]

SHORT = re.compile(rf"({'|'.join(LAWS)})[ \n]+((?:\d+(?:\(\d+\))*(?:[、,–] ?)?)+)")
"""行政许可法 32(1)(4), 82."""
FULL = re.compile(rf"(?:{'|'.join(LAWS)})(?:第[一二三四五六七八九十百零]+[条款项])+")
"""行政许可法第三十二条第一款第四项."""
CITED = re.compile(r"[\u4e00-\u9fff]+(?:法|条例|规定|办法|典)(?= \d|第[一二三四五六七八九十百零]+条)")


def short_citations(text: str) -> set[str]:
    """Every article cited the short way, ranges by both ends, 32(1)(1)(2) as its two items."""
    found = set()
    for law, numbers in SHORT.findall(text):
        for number in re.split(r"[、,–] ?", numbers.strip("、,– ")):
            base, *items = re.match(r"(\d+(?:\(\d+\))?)((?:\(\d+\))*)", number).groups()  # type: ignore[union-attr]
            parts = re.findall(r"\(\d+\)", items[0])
            found |= {f"{law} {base}{part}" for part in parts} or {f"{law} {base}"}
    return found


def unknown(text: str) -> set[str]:
    """The articles that a text cites and nobody knows."""
    in_full = {in_words(cited) for cited in ARTICLES}
    return (short_citations(text) - ARTICLES.keys()) | (set(FULL.findall(text)) - in_full)


@pytest.mark.parametrize("path", sorted(LAW.rglob("*.py")), ids=lambda path: path.relative_to(LAW).as_posix())
def test_every_article_cited_in_the_law_is_known(path: Path) -> None:
    assert not unknown(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", sorted(LAW.rglob("*.py")), ids=lambda path: path.relative_to(LAW).as_posix())
def test_a_law_is_cited_by_one_name_alone(path: Path) -> None:
    cited = CITED.findall(path.read_text(encoding="utf-8"))
    assert not [name for name in cited if not name.endswith(tuple(PROCEDURE))]


def test_every_law_is_one_that_the_regulations_name() -> None:
    laws = yaml.safe_load((HOUSE / "regulations" / "laws.yaml").read_text(encoding="utf-8"))
    assert set(PROCEDURE) <= {law["short"] for law in laws}


def test_an_unknown_article_is_found() -> None:
    assert unknown("(行政许可法 38(7))") == {"行政许可法 38(7)"}
    assert unknown("（行政许可法第九百条）") == {"行政许可法第九百条"}
    assert unknown("行政许可法 32(1)(1)(2), 82") == set()
    assert short_citations("行政许可法 32(1)(1)(2)") == {"行政许可法 32(1)(1)", "行政许可法 32(1)(2)"}


@pytest.mark.parametrize(
    ("cited", "words"),
    [
        ("行政许可法 22", "行政许可法第二十二条"),
        ("行政许可法 32(1)(4)", "行政许可法第三十二条第一款第四项"),
        ("行政许可法 32(1)(1)(2)", "行政许可法第三十二条第一款第一项、第二项"),
        ("行政许可法 69(2)", "行政许可法第六十九条第二款"),
        ("行政许可法 70(1)", "行政许可法第七十条第一项"),
        ("消防法 15", "消防法第十五条"),
        ("消防法 10", "消防法第十条"),
        ("民法典 200", "民法典第二百条"),
        ("民法典 203", "民法典第二百零三条"),
        ("民法典 110", "民法典第一百一十条"),
        ("高新区一业一证方案 四", "高新区一业一证方案 四"),
    ],
)
def test_an_article_is_written_as_on_official_papers(cited: str, words: str) -> None:
    assert in_words(cited) == words
