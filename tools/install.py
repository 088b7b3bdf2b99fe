"""Set Yizheng up in this folder: a virtual environment, hashed packages, styles and fonts. Needs Python, pip, no root.

    python3 tools/install.py        what is needed to run
    python3 tools/install.py dev    what is needed to test and check, too

Each step leaves a stamp of what it was made from, so that a second start does only what has changed.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
VENV = HOUSE / ".venv"
PYTHON = VENV / "bin" / "python"
STAMPS = HOUSE / "var" / "stamps"
NODE_NEEDED = 22


class Failed(Exception):
    """A step did not work; the message says which and what it printed."""


def run(*command: str | Path) -> None:
    """Run a command quietly; if it fails, show the end of what it printed."""
    done = subprocess.run([str(part) for part in command], cwd=HOUSE, capture_output=True, text=True, check=False)
    if done.returncode:
        told = "\n".join((done.stdout + done.stderr).strip().splitlines()[-15:])
        raise Failed(f"{Path(command[0]).name} {' '.join(str(part) for part in command[1:])}\n{told}")


def digest(*names: str) -> str:
    """One fingerprint of files of the house and of the Python in use."""
    seal = hashlib.sha256(f"{sys.version_info[:2]}{VENV}".encode())
    for name in names:
        seal.update((HOUSE / name).read_bytes())
    return seal.hexdigest()


def done_before(stamp: str, made_from: str) -> bool:
    """Whether the step was done with the very same files."""
    with contextlib.suppress(FileNotFoundError):
        return (STAMPS / stamp).read_text() == made_from
    return False


def step(stamp: str, title: str, made_from: str, work: Callable[[], None]) -> bool:
    """Do one step unless it is done; returns whether there was something to do."""
    if done_before(stamp, made_from):
        return False
    print(f"  {title} …", end="", flush=True)
    began = time.monotonic()
    work()
    STAMPS.mkdir(parents=True, exist_ok=True)
    (STAMPS / stamp).write_text(made_from)
    print(f" {time.monotonic() - began:.0f} s", flush=True)
    return True


def make_venv() -> None:
    """Make .venv; on a Debian without ensurepip, without pip of its own."""
    shutil.rmtree(VENV, ignore_errors=True)
    shutil.rmtree(STAMPS, ignore_errors=True)
    try:
        run(sys.executable, "-m", "venv", VENV)
    except Failed:
        shutil.rmtree(VENV, ignore_errors=True)
        run(sys.executable, "-m", "venv", "--without-pip", VENV)


def pip(*arguments: str) -> None:
    """Run pip for .venv: its own, or else the pip of the Python that runs this."""
    quiet = ("--quiet", "--disable-pip-version-check", "--no-input")
    if any(VENV.glob("lib/python*/site-packages/pip")):
        run(PYTHON, "-m", "pip", "install", *quiet, *arguments)
    else:
        run(sys.executable, "-m", "pip", "--python", PYTHON, "install", *quiet, *arguments)


def pip_locked(lock: str) -> None:
    """Install what a lock file says and nothing else: it names everything, so nothing is worked out anew.

    (pip 23 takes a newer `coverage` for pytest-cov's `coverage[toml]` than the one locked, where a constraint is set.)
    """
    pip("--no-deps", "--require-hashes", "-r", lock)


def npm() -> Path:
    """The npm of a new enough Node on this machine, or the one that the Python packages brought."""
    node, own = shutil.which("node"), shutil.which("npm")
    if node and own:
        with contextlib.suppress(OSError, ValueError):
            told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
            if int(told.strip().lstrip("v").split(".")[0]) >= NODE_NEEDED:
                return Path(own)
    return VENV / "bin" / "npm"


def npm_ci(*flags: str) -> None:
    """Install what package-lock.json says, running no script of any package."""
    run(npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", *flags)


def lay_out_assets() -> None:
    """Copy styles and scripts to where they are served from."""
    run(PYTHON, HOUSE / "tools" / "assets.py")


def install(dev: bool) -> None:
    """Do every step that is not done yet."""
    if not PYTHON.exists() or subprocess.run([PYTHON, "-c", ""], check=False).returncode:
        step("venv", "Python environment", "", make_venv)
    locked = "requirements.txt"
    step("pip", "Python packages", digest(locked), lambda: pip_locked(locked))
    if dev:
        locked_dev = "requirements-dev.txt"
        step(
            "pip-dev",
            "Python packages for testing",
            digest(locked, locked_dev),
            lambda: pip_locked(locked_dev),
        )
    step(
        "yizheng",
        "Yizheng itself",
        digest(locked, "pyproject.toml"),
        lambda: pip("--no-deps", "--no-build-isolation", "--no-index", "--editable", "."),
    )
    node_files = digest("package.json", "package-lock.json")
    if dev:
        step("npm-dev", "styles, fonts and a browser for testing", node_files, npm_ci)
    elif not done_before("npm-dev", node_files):
        step("npm", "styles and fonts", node_files, lambda: npm_ci("--omit=dev"))
    step("assets", "laying the styles out", digest("package-lock.json", "tools/assets.py"), lay_out_assets)


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Hold a lock, so that two set-ups in one folder wait for each other."""
    (HOUSE / "var").mkdir(exist_ok=True)
    with (HOUSE / "var" / "install.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def main() -> int:
    """Set up; says in one line what did not work."""
    if sys.version_info < (3, 11):  # noqa: UP036 (whoever starts this may have an older one)
        print(f"Yizheng needs Python 3.11 or newer; this is {sys.version.split()[0]}. Try: make PYTHON=python3.11 demo")
        return 1
    os.environ.pop("PYTHONPATH", None)
    began = time.monotonic()
    print("Setting up:", flush=True)
    try:
        with alone():
            install(dev="dev" in sys.argv[1:])
    except Failed as failed:
        print(f"\nThis step of the set-up did not work:\n{failed}")
        return 1
    print(f"Set up ({time.monotonic() - began:.0f} s).", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
