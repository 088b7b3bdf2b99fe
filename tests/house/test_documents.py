"""The documents made from the code: they say what the tables say, and staleness is noticed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from yizheng import cli
from yizheng.catalogue.text.reading import read_folder
from yizheng.house import authority, documents, papers, states, terms
from yizheng.house.documents import DOCUMENTS, OPENAPI, stale, write
from yizheng.house.tables import first_line, table
from yizheng.law.authority import RULES
from yizheng.law.items import Catalogue
from yizheng.law.papers import PAPERS
from yizheng.law.permit_transitions import PERMIT_TRANSITIONS
from yizheng.law.rules import ALWAYS, NEVER, Rule
from yizheng.law.transitions import GROUP_OF, TRANSITIONS
from yizheng.law.words import ClockName, Handling

HOUSE = Path(__file__).resolve().parents[2]
REGULATIONS = HOUSE / "regulations"
FIGURES = "figures.md"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_folder(REGULATIONS).catalogue()


@pytest.fixture
def without_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    """The figures take seconds; that they are fresh is proved once, in tests/test_house.py."""
    monkeypatch.setattr(documents, "DOCUMENTS", {name: page for name, page in DOCUMENTS.items() if name != FIGURES})


@pytest.mark.usefixtures("without_figures")
def test_what_is_written_is_fresh_until_somebody_touches_it(tmp_path: Path) -> None:
    folder = tmp_path / "generated"
    assert sorted(file.name for file in write(folder, REGULATIONS)) == sorted([*documents.DOCUMENTS, OPENAPI])
    assert write(folder, REGULATIONS) == []
    assert stale(folder, REGULATIONS) == []

    (folder / "states.md").write_text("by hand", encoding="utf-8")
    (folder / "papers.md").unlink()
    (folder / "made_by_nothing.md").touch()
    assert stale(folder, REGULATIONS) == ["made_by_nothing.md", "papers.md", "states.md"]
    assert [file.name for file in write(folder, REGULATIONS)] == ["papers.md", "states.md"]


@pytest.mark.usefixtures("without_figures")
def test_the_command_line_writes_them_and_says_what_is_stale(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(tmp_path)
    assert cli.main(["docs", folder, "--check"]) == 1
    assert "terms.md 已过时" in capsys.readouterr().out
    assert cli.main(["docs", folder]) == 0
    assert "terms.md 已更新" in capsys.readouterr().out
    assert cli.main(["docs", folder, "--check"]) == 0
    assert capsys.readouterr().out == ""


def test_the_diagram_has_every_line_that_moves_something_on(catalogue: Catalogue) -> None:
    page = states.page(catalogue)
    for line in (*TRANSITIONS, *PERMIT_TRANSITIONS):
        drawn = f"    {line.from_.value} --> {line.to.value} : {line.verb.label}\n" in page
        assert drawn == (line.from_ != line.to)


def test_every_line_of_the_table_stands_there_with_the_items_it_is_for(catalogue: Catalogue) -> None:
    rows = [row for row in states.page(catalogue).splitlines() if row.startswith("| ")]
    for line in TRANSITIONS:
        (row,) = [
            row for row in rows if row.startswith(f"| {line.from_.label} | {line.verb.label} | {line.to.label} |")
        ]
        assert all((each.label in row) == (each in line.of) for each in Handling) or line.of == frozenset(Handling)


def test_every_clock_of_an_item_case_stands_with_its_term_and_what_follows(catalogue: Catalogue) -> None:
    assert {clock for clock, *_ in terms.CLOCKS} == set(GROUP_OF)
    page = terms.page(catalogue)
    assert all(f"| {clock.label} | " in page for clock in (*GROUP_OF, ClockName.JOINT))


def test_a_changed_line_changes_the_document(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    before = states.page(catalogue)
    other = (*TRANSITIONS[:-1], replace(TRANSITIONS[-1], written_in="行政许可法 31"))
    monkeypatch.setattr(states, "TRANSITIONS", other)
    assert states.page(catalogue) != before


def test_every_limit_stands_with_its_basis_and_confidence(catalogue: Catalogue) -> None:
    page = terms.page(catalogue)
    for item in catalogue.items.values():
        limits = len(item.statutory) + len(item.promised)
        rows = [row for row in page.splitlines() if f"`{item.code}`" in row]
        assert len(rows) == limits + 1
    assert "| `note` |" not in page
    assert "示例数据" in page


def test_every_rule_says_something(catalogue: Catalogue) -> None:
    page = authority.page(catalogue)
    for rule in RULES:
        assert authority.sentences(rule)
        assert f"### {rule.__name__}\n" in page


def test_every_paper_is_listed_with_its_step(catalogue: Catalogue) -> None:
    page = papers.page(catalogue)
    assert all(f"## {paper.TITLE} `{paper.__name__}`" in page for paper in PAPERS.values())


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (ALWAYS, "always"),
        (NEVER, "never"),
        (Rule(item="FIRE_OPEN"), "FIRE_OPEN"),
        (Rule(question="q_area", at_least="FIRE_MIN_AREA"), "q_area ≥ FIRE_MIN_AREA"),
        (Rule(question="q_area", at_least=50.0, less_than=300.0), "q_area ≥ 50 and < 300"),
        (Rule(question="q_sewer", equals=False), "q_sewer = no"),
        (Rule(unless=Rule(question="q_type", one_of=("a", "b"))), "not (q_type one of a, b)"),
        (Rule(any=(Rule(item="A"), Rule(question="q", includes="x"))), "A or q includes x"),
        (Rule(all=(Rule(item="A"), Rule(question="q", only=("x",)))), "A and q only x"),
        (Rule(question="q", includes_any=("x", "y")), "q includes any of x, y"),
    ],
)
def test_a_rule_is_said_on_one_line(rule: Rule, words: str) -> None:
    assert terms.in_short(rule) == words


def test_a_cell_keeps_to_its_row() -> None:
    assert table(("a",), [("x\n | y",)]) == "| a |\n| --- |\n| x \\| y |\n"
    assert first_line(None) == ""
