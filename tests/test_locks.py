"""Lock files and committed text name no package host and no machine's folders, so that they work anywhere."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parent.parent
THIS = Path(__file__).relative_to(HOUSE).as_posix()

HOSTS = re.compile(
    r'"resolved":\s*"http|--(?:extra-)?index-url|--find-links|--trusted-host|^\s*registry\s*=|file:///'
    r"|files\.pythonhosted\.org|pypi\.org/simple|registry\.npmjs\.org|registry\.npmmirror\.com|deb\.debian\.org",
    re.MULTILINE,
)
FOLDERS = re.compile(r"(?<![\w.~-])/(?:root|home|Users)/\w|(?<![\w.~-])/work/(?:main|shared)\b")
LOCKS = ("requirements.txt", "requirements-dev.txt", "package-lock.json")


def committed() -> list[str]:
    """Every file of the house that is text, by its path."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=HOUSE, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [name for name in listed.stdout.split("\0") if name and name != THIS and (HOUSE / name).is_file()]


def text_of(name: str) -> str:
    """The file's text; nothing if it is not text."""
    try:
        return (HOUSE / name).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def test_committed_text_names_no_package_host_and_no_folder_of_a_machine() -> None:
    found = [
        f"{name}: {match.group(0).strip()}"
        for name in {*committed(), *LOCKS}
        for text in [text_of(name)]
        for match in (HOSTS.search(text), FOLDERS.search(text))
        if match
    ]
    assert not found, "\n".join(sorted(found))


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_python_package_is_pinned_with_its_hashes(name: str) -> None:
    entries = re.split(r"\n(?=\S)", (HOUSE / name).read_text(encoding="utf-8"))
    loose = [
        entry.splitlines()[0]
        for entry in entries
        if not entry.startswith("#") and not ("==" in entry and "--hash=sha256:" in entry)
    ]
    assert not loose


def test_every_npm_package_is_pinned_with_its_hash() -> None:
    import json

    packages = json.loads((HOUSE / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert not [name for name, told in packages.items() if name and "integrity" not in told]


def test_the_test_lock_agrees_with_the_run_lock() -> None:
    pins = [
        dict(re.findall(r"^([\w.-]+)==(\S+)", (HOUSE / name).read_text(encoding="utf-8"), re.MULTILINE))
        for name in ("requirements.txt", "requirements-dev.txt")
    ]
    assert not {name for name, version in pins[0].items() if pins[1].get(name, version) != version}
