"""Pages over 100,000 item-cases, four in five of them open: the piles and the search of an organ's desk, and the page
behind the QR; statements and time in the server.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import date
from statistics import median
from time import perf_counter
from typing import Any

from django.db import connection
from django.test import Client

from bench.office import Work
from bench.statements import told
from yizheng.cases.models import Case, ItemCase, SearchWord
from yizheng.law.words import CaseState, State
from yizheng.licences.models import LicenceVersion
from yizheng.people.models import Person

DONE_ONE_IN = 5
"""One case in five was granted long ago; the others are open: half of them claimed by others, one in forty by the
reviewer who looks, one in ten proposed, one in fifty paused, one in two hundred urged.
"""
SEARCHED = "hwx"
"""Initials of the holder, of which every hundredth case has its own."""

DESKS = {
    "desk of an organ": "",
    "desk, mine": "?pile=mine",
    "desk, to decide": "?pile=decide",
    "desk, paused": "?pile=paused",
    "desk, urged": "?pile=urged",
    "desk, all open": "?pile=open",
    "desk, nearly due": "?pile=open&lamp=orange",
    "desk, done": "?pile=done",
    "search, rare": f"?q={SEARCHED}",
    "search, common": "?q=海味轩餐饮",
    "search, nothing": "?q=崂山海味",
}


@dataclass(frozen=True)
class Page:
    """What a page costs; ``why_not`` says why it was not measured."""

    name: str
    statements: int = 0
    p50_ms: float = 0.0
    why_not: str = ""


def pages(work: Work, cases: int, times: int) -> list[Page]:
    """Fill the tables and ask for each page."""
    reviewer = Person.objects.get(pk=work.people.reviewers["SCJG"].id)
    _fill(cases, str(reviewer.pk))
    token = LicenceVersion.objects.order_by("-issued_at").values_list("token", flat=True).first()
    return [
        *(_page(name, f"/organ/{query}", times, reviewer) for name, query in DESKS.items()),
        _page("page behind the QR", f"/v/{token}", times),
    ]


def _page(name: str, url: str, times: int, person: Person | None = None) -> Page:
    client = Client(SERVER_NAME="127.0.0.1")
    if person:
        client.force_login(person)
    if why_not := _why_not(client, url):
        return Page(name, why_not=why_not)
    with told() as sent:
        client.get(url)
    seconds = []
    for _ in range(times):
        begun = perf_counter()
        client.get(url)
        seconds.append(perf_counter() - begun)
    return Page(name, len(sent), 1000 * median(seconds))


def _why_not(client: Client, url: str) -> str:
    """Why a page cannot be measured: one that is not there or broken is a line of the report, not a traceback."""
    logging.disable()
    try:
        status = client.get(url).status_code
        return "" if status == 200 else f"{url} answers {status}"
    except Exception as broken:
        return f"{url} raises {type(broken).__name__}"
    finally:
        logging.disable(logging.NOTSET)


def _fill(cases: int, me: str) -> None:
    """Copies of one granted case, each with five item-cases and the words it is found by; due within a year."""
    of = Case.objects.filter(state=CaseState.ALL_GRANTED).values_list("pk", flat=True)[0]
    is_open = f"(series.n %% {DONE_ONE_IN} > 0)"
    reviewer = f"CASE WHEN series.n %% 40 = 1 THEN '{me}' WHEN series.n %% 2 = 0 THEN 'another' ELSE '' END"
    proposed, paused = f"THEN '{State.PROPOSED}'", f"THEN '{State.PAUSED}' ELSE '{State.REVIEWING}' END"
    state = f"CASE WHEN series.n %% 10 = 2 {proposed} WHEN series.n %% 50 = 3 {paused}"
    _copy(Case, "t.id", of, cases, {
        "id": _key("series.n"),
        "number": "'B-' || series.n",
        "query_code": "'B-' || series.n",
        "state": f"CASE WHEN {is_open} THEN '{CaseState.ACCEPTED}' ELSE t.state END",
    })  # fmt: skip
    _copy(ItemCase, "t.case_id", of, cases, {
        "id": _key(f"{2**40} + series.n * 10 + t.place"),
        "case_id": _key("series.n"),
        "state": f"CASE WHEN {is_open} THEN {state} ELSE t.state END",
        "due_on": f"CASE WHEN {is_open} THEN {_day('series.n %% 365')} ELSE NULL END",
        "half_on": f"CASE WHEN {is_open} THEN {_day('series.n %% 365 - 10')} ELSE NULL END",
        "near_on": f"CASE WHEN {is_open} THEN {_day('series.n %% 365 - 4')} ELSE NULL END",
        "decided_at": f"CASE WHEN {is_open} THEN NULL ELSE t.decided_at END",
        "runs": f"CASE WHEN {is_open} THEN {_running()} ELSE t.runs END",
        "reviewer_id": f"CASE WHEN {is_open} THEN {reviewer} ELSE t.reviewer_id END",
        "reviewer_name": f"CASE WHEN {is_open} THEN '' ELSE t.reviewer_name END",
        "proposal": f"CASE WHEN {is_open} THEN '' ELSE t.proposal END",
        "urged": "CASE WHEN series.n %% 200 = 7 THEN 1 ELSE 0 END",
    })  # fmt: skip
    own = f"t.word = '{SEARCHED.upper()}' AND series.n %% 100 > 0"
    words = {"case_id": _key("series.n"), "word": f"CASE WHEN {own} THEN '-' || series.n ELSE t.word END"}
    _copy(SearchWord, "t.case_id", of, cases, words)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def _copy(model: Any, by: str, of: Any, cases: int, changed: dict[str, str]) -> None:
    names = [each.column for each in model._meta.concrete_fields]
    table, taken = model._meta.db_table, ", ".join(changed.get(name, f't."{name}"') for name in names)
    columns = ", ".join(f'"{name}"' for name in names)
    series = f"WITH RECURSIVE series(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM series WHERE n < {cases})"
    key = Case._meta.pk.get_db_prep_value(of, connection)
    select = f"SELECT {taken} FROM {table} t, series WHERE {by} = %s"
    with connection.cursor() as cursor:
        cursor.execute(f"{series} INSERT INTO {table} ({columns}) {select}", [key])


def _key(n: str) -> str:
    return f"lpad(to_hex({n}), 32, '0')::uuid" if connection.vendor == "postgresql" else f"printf('%%032x', {n})"


def _day(n: str) -> str:
    first = date(2026, 3, 5).isoformat()
    on_postgres = connection.vendor == "postgresql"
    return f"(date '{first}' + ({n})::int)" if on_postgres else f"date('{first}', ({n}) || ' days')"


def _running() -> str:
    """The clocks of an item with nothing stopped, as JSON."""
    text = 'replace(t.runs::text, \'"stopped_on": "2026\', \'"was": "2026\')::jsonb'
    return text if connection.vendor == "postgresql" else 'replace(t.runs, \'"stopped_on": "2026\', \'"was": "2026\')'
