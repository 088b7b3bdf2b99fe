"""Whether a page can be used by everyone: axe's rules for WCAG 2.2 AA, and no sideways scrolling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from playwright.sync_api import Page

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def assert_accessible(page: Page) -> None:
    """Fail with every rule that the page breaks, and where."""
    found = Axe().run(page, options=RULES).response["violations"]
    told = [
        f"{fault['id']} ({fault['impact']}): {fault['help']}\n    "
        + "\n    ".join(f"{node['target']} {node['html'][:160]}" for node in fault["nodes"][:5])
        for fault in found
    ]
    assert not told, f"{page.url}\n" + "\n".join(told)


def assert_fits(page: Page) -> None:
    """Fail if the page is wider than the screen."""
    wide, screen = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert wide <= screen, f"{page.url} is {wide} px wide on a screen of {screen} px"
