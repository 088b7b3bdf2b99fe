"""What every test stands on: the database, a clean folder for uploads, and a browser against a live server."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.machines import chromium, triggers

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SCREENS = Path(__file__).resolve().parent.parent / "var" / "test-screens"
FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what needs a browser by the fixtures it asks for; skip what needs PostgreSQL where there is none.

    What asks no database is proved once, with SQLite.
    """
    on_postgres = os.environ.get("DATABASE_URL", "").startswith("postgres")
    if on_postgres and (elsewhere := [item for item in items if not _asks_a_database(item)]):
        items[:] = [item for item in items if _asks_a_database(item)]
        config.hook.pytest_deselected(items=elsewhere)
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
        if item.get_closest_marker("postgres") and not on_postgres:
            item.add_marker(pytest.mark.skip(reason="needs PostgreSQL: make test-postgres"))


def _asks_a_database(item: pytest.Item) -> bool:
    fixtures = {"db", "transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    return bool(fixtures or item.get_closest_marker("django_db") or item.get_closest_marker("postgres"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Remember a failure, so that the page's fixture can keep a picture of it."""
    report = yield
    if report.failed:
        item.stash[FAILED] = True
    return report


# --- the database ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Test on a real SQLite file, WAL and locks included, or on a PostgreSQL database of this worker."""
    from django.db import connections

    told = connections["default"].settings_dict
    told["CONN_MAX_AGE"] = 0
    if told["ENGINE"].endswith("sqlite3"):
        told["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(scope="session", autouse=True)
def flush_despite_triggers() -> Iterator[None]:
    """Let Django empty the tables between transactional tests, though the book refuses UPDATE and DELETE."""
    with triggers.stepping_aside_for_flush():
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Publish the regulations once for all tests that roll back."""
    from tests import make

    with django_db_blocker.unblock():
        make.publish_regulations()


@pytest.fixture(autouse=True)
def own_uploads(settings: Any, tmp_path: Path) -> None:
    """Uploads of a test go to a folder of its own; passwords are kept in a way that costs no time."""
    settings.MEDIA_ROOT = tmp_path / "uploads"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


# --- the browser ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for all journeys."""
    from playwright.sync_api import sync_playwright

    # playwright's event loop runs in this thread, which Django would otherwise take for async code
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        try:
            opened = chromium.launch(playwright)
        except chromium.NoChromium as sorry:
            pytest.fail(str(sorry), pytrace=False)
        yield opened
        opened.close()


@pytest.fixture
def phone(browser: Browser, live_server: Any, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page as on a phone, 360 × 780, on the live server: `phone.goto("/")`."""
    with _page(browser, live_server.url, request, width=360, height=780, has_touch=True) as page:
        yield page


@pytest.fixture
def desk(browser: Browser, live_server: Any, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page as on a clerk's desk, 1280 × 900, on the live server."""
    with _page(browser, live_server.url, request, width=1280, height=900) as page:
        yield page


@pytest.fixture
def another_desk(browser: Browser, live_server: Any, request: pytest.FixtureRequest) -> Iterator[Callable[[], Page]]:
    """Further desks with sign-ins of their own: `zhou = another_desk()`."""
    from contextlib import ExitStack

    with ExitStack() as opened:
        yield lambda: opened.enter_context(_page(browser, live_server.url, request, width=1280, height=900))


@contextmanager
def _page(
    browser: Browser, base_url: str, request: pytest.FixtureRequest, *, width: int, height: int, has_touch: bool = False
) -> Iterator[Page]:
    """A fresh browser profile with one page; a script error or a breach of the content policy fails the test."""
    faults: list[str] = []
    context = browser.new_context(
        base_url=base_url,
        viewport={"width": width, "height": height},
        has_touch=has_touch,
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
    )
    context.set_default_timeout(10_000)
    context.on("weberror", lambda error: faults.append(str(error.error)))
    context.on("console", lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None)
    page = context.new_page()
    try:
        yield page
        assert not faults, "the page has faults:\n" + "\n".join(faults)
    finally:
        if request.node.stash.get(FAILED, False):
            SCREENS.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=SCREENS / (re.sub(r"[^\w-]+", "-", request.node.name) + ".png"), full_page=True)
        context.close()
