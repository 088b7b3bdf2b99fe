"""The machines that the tests stand on: a PostgreSQL and a Chromium without root, triggers that step aside."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import psycopg
import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection

from tests.machines import postgres, triggers
from tests.machines.accessible import assert_accessible, assert_fits

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def test_a_postgres_of_our_own_is_durable_and_listens_on_no_network() -> None:
    wanted = {"fsync": "on", "full_page_writes": "on", "synchronous_commit": "on", "listen_addresses": ""}
    with postgres.own() as url, psycopg.connect(url) as session:
        told = session.execute("SELECT name, setting FROM pg_settings WHERE name = ANY(%s)", [list(wanted)])
        assert dict(told.fetchall()) == wanted
    folder = url.split("host=")[1].replace("%2F", "/")
    assert not os.path.exists(folder)


def test_without_any_postgres_one_line_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "folders", lambda: iter(()))
    with pytest.raises(postgres.NoPostgres, match="set DATABASE_URL") as sorry, postgres.own():
        pass
    assert "\n" not in str(sorry.value)


def test_a_given_database_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://somebody@somewhere/something")
    with postgres.postgres() as url:
        assert url == "postgresql://somebody@somewhere/something"


REFUSING = {
    "sqlite": ("CREATE TRIGGER {0}_refuses BEFORE DELETE ON {0} BEGIN SELECT RAISE(ABORT, 'refused'); END",),
    "postgresql": (
        "CREATE OR REPLACE FUNCTION refuse_in_trial() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE 'refused'; END $$",
        "CREATE TRIGGER {0}_refuses BEFORE DELETE OR TRUNCATE ON {0} EXECUTE FUNCTION refuse_in_trial()",
    ),
}


def refuse_deletes(table: str) -> None:
    """Let the database refuse to empty the table."""
    with connection.cursor() as cursor:
        for sql in REFUSING[connection.vendor]:
            cursor.execute(sql.format(table))


@pytest.mark.django_db
def test_triggers_step_aside_and_come_back() -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE trial (id integer)")
        refuse_deletes("trial")
        cursor.execute("INSERT INTO trial VALUES (1)")
        with triggers.aside():
            cursor.execute("DELETE FROM trial")
        cursor.execute("INSERT INTO trial VALUES (2)")
        with pytest.raises(DatabaseError, match="refused"):
            cursor.execute("DELETE FROM trial")


@pytest.mark.django_db(transaction=True)
def test_a_flush_empties_a_table_that_refuses_it() -> None:
    from django.contrib.contenttypes.models import ContentType

    ContentType.objects.create(app_label="trial", model="trial")
    refuse_deletes("django_content_type")
    try:
        with pytest.raises(DatabaseError, match="refused"):
            ContentType.objects.filter(app_label="trial")._raw_delete(connection.alias)
        call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)
        assert not ContentType.objects.exists()
    finally:
        on_table = " ON django_content_type" if connection.vendor == "postgresql" else ""
        with connection.cursor() as cursor:
            cursor.execute(f"DROP TRIGGER django_content_type_refuses{on_table}")
        call_command("flush", verbosity=0, interactive=False)  # makes the content types again


PAGE = """<!doctype html><html lang="zh-CN"><head><title>一证</title></head>
<body><main><h1>行业综合许可证</h1><p id="known">证</p><p id="rare">鿿</p>{more}</main></body></html>"""


def test_chromium_starts_and_axe_finds_no_fault_in_a_plain_page(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 780})
    page.set_content(PAGE.format(more=""))
    assert_accessible(page)
    assert_fits(page)
    page.close()


def test_axe_and_the_ruler_find_faults_where_there_are_some(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 780})
    page.set_content(PAGE.format(more='<input><div style="width:900px">宽</div>'))
    with pytest.raises(AssertionError, match="label"):
        assert_accessible(page)
    with pytest.raises(AssertionError, match="px wide"):
        assert_fits(page)
    page.close()
