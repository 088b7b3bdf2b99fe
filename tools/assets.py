"""Lay out the styles and scripts that npm brought, to be served. Nothing of it is committed.

The fonts stay in node_modules: only typst reads them (and Chromium in tests); pages use those of the reader's machine.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
MODULES = HOUSE / "node_modules"
VENDOR = HOUSE / "var" / "static-src" / "vendor"  # served under /static/vendor/

FONT_STACK = '"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif'

SERVED = {
    "govuk/govuk-frontend.min.css": "govuk-frontend/dist/govuk/govuk-frontend.min.css",
    "govuk/govuk-frontend.min.js": "govuk-frontend/dist/govuk/govuk-frontend.min.js",
    "tabler/tabler.min.css": "@tabler/core/dist/css/tabler.min.css",
    "tabler/tabler.min.js": "@tabler/core/dist/js/tabler.min.js",
}


def without_crown(css: str) -> str:
    """Return GOV.UK Frontend's style without its licensed font, its crest and its links to other files."""
    css = re.sub(r"@font-face\s*\{[^}]*\}", "", css)
    css = re.sub(r"font-family:\s*GDS Transport,\s*arial,\s*sans-serif", f"font-family:{FONT_STACK}", css)
    return re.sub(r"url\(/assets/[^)]*\)", "none", css)


def without_map(text: str) -> str:
    """Return the text without the comment that names its source map, which is not served."""
    return re.sub(r"(/\*|//)# sourceMappingURL=\S+(\s*\*/)?\s*$", "", text)


def lay_out() -> int:
    """Write every file afresh; returns how many there are."""
    shutil.rmtree(VENDOR, ignore_errors=True)
    for to, source in SERVED.items():
        target = VENDOR / to
        target.parent.mkdir(parents=True, exist_ok=True)
        text = without_map((MODULES / source).read_text(encoding="utf-8"))
        target.write_text(without_crown(text) if to.startswith("govuk/") else text, encoding="utf-8")
    return len(SERVED)


if __name__ == "__main__":
    print(f"{lay_out()} files laid out")
