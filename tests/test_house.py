"""The rules of the house, each checked on the whole house, and each shown to notice when it is broken."""

from __future__ import annotations

import inspect
import re
from collections import Counter
from fnmatch import fnmatch
from pathlib import Path, PurePath

import pytest

from tests.house import rules
from yizheng.house import stale
from yizheng.law import papers
from yizheng.law.papers import PAPERS, Paper
from yizheng.law.permit_transitions import PERMIT_TRANSITIONS
from yizheng.law.transitions import TRANSITIONS
from yizheng.law.words import (
    BatchState,
    BatchVerb,
    CaseState,
    ClockName,
    Handling,
    HearingState,
    InquiryKind,
    LicenceState,
    Offer,
    OfferVerb,
    Presence,
    RevisionState,
    RevisionVerb,
    Role,
    Service,
    Standing,
    State,
    TaskState,
    Verb,
)

HOUSE = Path(__file__).resolve().parent.parent
SRC = HOUSE / "src" / "yizheng"
WEB = SRC / "web" / "templates"
DECISIONS = HOUSE / "docs" / "decisions"

SOURCES = {file.relative_to(SRC).as_posix(): file.read_text(encoding="utf-8") for file in sorted(SRC.rglob("*.py"))}
WRITTEN = {name: text for name, text in SOURCES.items() if "/migrations/" not in name}
TEMPLATES = {file.relative_to(WEB).as_posix(): file.read_text(encoding="utf-8") for file in sorted(WEB.rglob("*.html"))}

THE_DOOR = (
    "*/commands.py", "*/commands/*.py", "*/migrations/*.py",
    "ledger/command.py", "ledger/writing.py", "ledger/book.py", "cases/timing.py", "catalogue/publishing.py",
)  # fmt: skip
"""Who may write to the database."""

TIME_ENTERS = {
    "ledger/command.py": "stamps recorded_at",
    "web/kinds.py": "the moment of a request",
    "api/asker.py": "the moment of a request to the API",
    "config/watching.py": "the moment of the watch",
    "config/running.py": "the moment of a job and of a publication",
    "cli.py": "the day on which the regulations are checked",
    "demo/hall.py": "the day the made-up past leads up to",
    "demo/city.py": "how long it takes, for the progress shown",
}
"""Where somebody looks at a clock; everywhere else the moment is an argument."""

EDGES = ("web/*", "demo/*")
"""Who may ask `web.kinds.now()`: time enters with a request."""

UNPAPERED = {Verb.CLAIM}
"""Steps without a paper."""

WORDS = (
    State, CaseState, Standing, LicenceState, Handling, HearingState, InquiryKind, Service, Verb, Role, ClockName,
    RevisionState, RevisionVerb, Offer, OfferVerb,
    BatchState, BatchVerb, TaskState, Presence,
)  # fmt: skip


def faults_in(sources: dict[str, str], rule: object) -> list[str]:
    assert callable(rule)
    return [f"{name}, {fault}" for name, text in sources.items() for fault in rule(text)]


# --- small rooms, split by subject ----------------------------------------------------------------------------------


def test_no_source_file_is_longer_than_300_lines() -> None:
    assert not [name for name, text in WRITTEN.items() if rules.is_too_long(text, rules.LONGEST_FILE)]
    assert rules.is_too_long("x\n" * 301, rules.LONGEST_FILE)
    assert not rules.is_too_long("x\n" * 300, rules.LONGEST_FILE)


def test_no_function_is_longer_than_40_lines() -> None:
    assert not faults_in(WRITTEN, rules.long_functions)
    assert rules.long_functions("def f():\n" + "    x\n" * 40) == ["f, line 1: 41 lines"]
    assert rules.long_functions("def f():\n" + "    x\n" * 39) == []


def test_no_template_is_longer_than_150_lines() -> None:
    assert not [name for name, text in TEMPLATES.items() if rules.is_too_long(text, rules.LONGEST_TEMPLATE)]


def test_no_file_is_named_after_a_technique() -> None:
    everything = [*SRC.rglob("*"), *(HOUSE / "tests").rglob("*.py"), *(HOUSE / "tools").rglob("*.py")]
    assert not [path for path in everything if rules.has_forbidden_name(path.relative_to(HOUSE))]


@pytest.mark.parametrize("name", ["utils.py", "cases/helpers.py", "case_utils.py", "services/x.py", "steps_part2.py"])
def test_such_a_name_is_noticed(name: str) -> None:
    assert rules.has_forbidden_name(PurePath(name))
    assert not rules.has_forbidden_name(PurePath("cases/commands/steps.py"))


# --- one door -------------------------------------------------------------------------------------------------------


def test_only_those_at_the_door_write_to_the_database() -> None:
    others = {name: text for name, text in SOURCES.items() if not any(fnmatch(name, door) for door in THE_DOOR)}
    assert not faults_in(others, rules.writes)


@pytest.mark.parametrize(
    "code",
    [
        "case.save()",
        "case.save(update_fields=['state'])",
        "Case.objects.create(state='x')",
        "Case.objects.filter(id=1).update(state='x')",
        "Case.objects.all().delete()",
        "Case.objects.bulk_create(rows)",
    ],
)
def test_writing_past_the_door_is_noticed(code: str) -> None:
    assert rules.writes(code)


@pytest.mark.parametrize(
    "code",
    ["default_storage.save(place, data)", "seen.update(more)", "env.filters.update(day=day)", "Case.objects.get()"],
)
def test_what_is_no_write_is_let_be(code: str) -> None:
    assert not rules.writes(code)


def test_only_the_ledger_speaks_sql() -> None:
    others = {name: text for name, text in SOURCES.items() if not name.startswith("ledger/")}
    assert not faults_in(others, rules.raw_sql)
    assert rules.raw_sql("cursor.execute('UPDATE cases_case SET state = 1')")
    assert not rules.raw_sql("execute(sql)")


def test_time_enters_at_named_places_alone() -> None:
    others = {name: text for name, text in SOURCES.items() if name not in TIME_ENTERS}
    inner = {name: text for name, text in others.items() if not any(fnmatch(name, edge) for edge in EDGES)}
    assert not faults_in(others, rules.clock_readings)
    assert not faults_in(inner, rules.moments_asked)
    assert all(rules.clock_readings(SOURCES[name]) for name in TIME_ENTERS), "a place that needs no clock any more"


def test_the_ledger_looks_at_the_clock_once_to_stamp_what_is_recorded() -> None:
    assert len(rules.clock_readings(SOURCES["ledger/command.py"])) == 1
    assert "recorded_at=timezone.now()" in SOURCES["ledger/command.py"]


@pytest.mark.parametrize(
    "code",
    [
        "timezone.now()",
        "datetime.now(tz)",
        "date.today()",
        "time.monotonic()",
        "timezone.localtime()",
    ],
)
def test_looking_at_a_clock_is_noticed(code: str) -> None:
    assert rules.clock_readings(code)
    assert rules.moments_asked("on = now()")
    assert not rules.clock_readings("datetime.combine(day, time()); timezone.localtime(at); file.today")


# --- imports stand at the top ---------------------------------------------------------------------------------------


def test_nothing_is_imported_inside_a_function() -> None:
    assert not faults_in(SOURCES, rules.imports_inside_functions)
    assert rules.imports_inside_functions("def f():\n    import os\n")
    assert rules.imports_inside_functions("class A:\n    def f(self):\n        from os import path\n")
    assert not rules.imports_inside_functions("import os\n")


# --- the vocabulary -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("verb", Verb)
def test_every_verb_has_a_label_a_line_in_a_table_and_a_paper_that_is_its_form(verb: Verb) -> None:
    lines = [line for line in (*TRANSITIONS, *PERMIT_TRANSITIONS) if line.verb == verb]
    assert verb.label
    assert lines, "a verb that no table knows"
    assert all((line.paper is None) == (verb in UNPAPERED) for line in lines)


def test_every_paper_has_its_kind_title_and_sheet_and_is_listed() -> None:
    written = {each for _, each in inspect.getmembers(papers, inspect.isclass) if issubclass(each, Paper)} - {Paper}
    assert written == set(PAPERS.values())
    for paper in written:
        assert paper.KIND, paper
        assert paper.TITLE, paper
        assert "sheet" in vars(paper), paper


def glossary() -> list[list[str]]:
    """The rows of the glossary: official term, English word, code."""
    return rules.rows((HOUSE / "docs" / "glossary.md").read_text(encoding="utf-8"))


def test_one_english_word_for_one_official_term() -> None:
    terms, english = Counter(row[0] for row in glossary()), Counter(row[1] for row in glossary())
    assert terms, "the glossary has tables"
    assert not [term for term, times in (terms + english).items() if times > 1]
    assert all(all(row[:2]) for row in glossary())


@pytest.mark.parametrize("word", [word for kind in WORDS for word in kind], ids=repr)
def test_every_word_of_the_code_stands_in_the_glossary_beside_its_official_term(word: State) -> None:
    name = f"`{type(word).__name__}.{word.name}`"
    assert [row[0] for row in glossary() if name in row[2]] == [word.label]


@pytest.mark.parametrize("paper", PAPERS.values(), ids=lambda paper: paper.KIND)
def test_every_paper_stands_in_the_glossary_under_its_title(paper: type[Paper]) -> None:
    assert [row[0] for row in glossary() if f"`{paper.__name__}`" in row[2]] == [paper.TITLE]


def test_every_table_of_the_database_stands_in_the_glossary() -> None:
    named = {code for row in glossary() for code in re.findall(r"`([\w.]+)`", row[2])}
    models = {
        name
        for file, text in WRITTEN.items()
        if fnmatch(file, "*/models.py") or fnmatch(file, "*/models/*.py")
        for name in re.findall(r"^class (\w+)\((?:models\.Model|AbstractBaseUser)\)", text, re.MULTILINE)
    }
    assert models
    assert not models - named


# --- templates ------------------------------------------------------------------------------------------------------


def test_no_template_is_unused() -> None:
    assert not rules.unused(set(TEMPLATES), [*SOURCES.values(), *TEMPLATES.values()])
    assert rules.unused({"a.html", "b.html"}, ['{% extends "a.html" %}']) == {"b.html"}


def test_no_template_carries_style_or_script_in_itself() -> None:
    assert not faults_in(TEMPLATES, rules.inline_code)


@pytest.mark.parametrize(
    "line",
    [
        '<p style="color: red">',
        '<button onclick="go()">',
        "{'attributes': {'onclick': 'go()'}}",
        "<style>",
        "<script>go()</script>",
        '<a href="javascript:go()">',
    ],
)
def test_style_or_script_in_a_template_is_noticed(line: str) -> None:
    assert rules.inline_code(line)
    assert not rules.inline_code('<script src="x.js" defer></script> <p class="on-time" data-style="x">')


# --- documents ------------------------------------------------------------------------------------------------------


def test_the_generated_documents_are_fresh() -> None:
    assert not stale(HOUSE / "docs" / "generated", HOUSE / "regulations"), "run: make docs"


def test_every_decision_has_a_number_of_its_own_and_a_title() -> None:
    files = sorted(DECISIONS.glob("*.md"))
    assert [int(file.name[:4]) for file in files] == list(range(1, len(files) + 1))
    for file in files:
        title, *rest = file.read_text(encoding="utf-8").splitlines()
        assert re.fullmatch(rf"# {file.name[:4]} \S.*", title), file.name
        assert len(rest) > 5, f"{file.name} says nothing"


@pytest.mark.parametrize("list_", ["requirements.in", "requirements-dev.in"])
def test_every_dependency_stands_in_a_decision(list_: str) -> None:
    lines = (HOUSE / list_).read_text(encoding="utf-8").splitlines()
    names = [re.split(r"[\[~=<> ]", line)[0] for line in lines if line and line[0] not in "#-"]
    decided = "\n".join(file.read_text(encoding="utf-8") for file in DECISIONS.glob("*.md"))
    assert names
    assert not [name for name in names if f"`{name}`" not in decided]


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md", "CHANGELOG.md", "docs/tour.md", "docs/style.md"])
def test_what_a_document_points_to_is_there(name: str) -> None:
    text = (HOUSE / name).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", text)
    here = (HOUSE / name).parent
    assert not [link for link in links if not (here / link).exists() and not link.startswith("docs/images/")]


def test_the_tour_names_functions_that_are_there() -> None:
    text = (HOUSE / "docs" / "tour.md").read_text(encoding="utf-8")
    named = re.findall(r"`([\w/]+\.py)`(?: `(\w+)`)?", text)
    assert named, "the tour names no file"
    for file, function in named:
        place = SRC / file if file in SOURCES else HOUSE / file
        assert place.is_file(), file
        defined = rf"^\s*(?:def|class) {function}\b|^{function}\b.* = "
        assert not function or re.search(defined, place.read_text(encoding="utf-8"), re.MULTILINE), (file, function)
