"""A Chromium for the journeys: CHROME_PATH, or one on the machine, or playwright's own, or the one from npm."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tarfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

HOUSE = Path(__file__).resolve().parent.parent.parent
PACKED = HOUSE / "node_modules" / "@sparticuz" / "chromium" / "bin"
FONTS = HOUSE / "node_modules" / "@expo-google-fonts"
KEPT = HOUSE / "var" / "chromium"
NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
NONE_FOUND = (
    "No Chromium here: set CHROME_PATH, or install one (Debian: apt-get install chromium), "
    "or run `make setup-dev` for the one that comes as an npm package."
)
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--font-render-hinting=none",
    "--no-first-run",
    "--no-pings",
)


class NoChromium(Exception):
    """No Chromium can be had on this machine; the message says what to do."""


def _unpacked() -> Path | None:
    """The program from npm's package, unpacked once into var/ under the fingerprint of its archive."""
    archive = PACKED / "chromium.br"
    if not archive.exists():
        return None
    seal = hashlib.sha256(archive.read_bytes()).hexdigest()[:12]
    program = KEPT / seal / "chromium"
    if not program.exists():
        shutil.rmtree(KEPT, ignore_errors=True)
        program.parent.mkdir(parents=True)
        _unbrotli(PACKED / "al2023.tar.br", program.parent / "libraries.tar")
        with tarfile.open(program.parent / "libraries.tar") as libraries:
            # Debian 12's Python 3.11.2 has no filters yet; the archive is the one whose hash is in the lock
            filtered = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
            libraries.extractall(program.parent / "libraries", **filtered)  # type: ignore[arg-type]
        (program.parent / "libraries.tar").unlink()
        half = program.with_name("chromium.part")
        _unbrotli(archive, half)
        half.chmod(0o755)
        half.rename(program)
    return program


def _unbrotli(source: Path, target: Path) -> None:
    """Unpack one Brotli file."""
    import brotli

    unpack = brotli.Decompressor()
    with source.open("rb") as packed, target.open("wb") as plain:
        while part := packed.read(1 << 20):
            plain.write(unpack.process(part))


def find(playwright: Playwright) -> Path:
    """The program to start; raises NoChromium."""
    if named := os.environ.get("CHROME_PATH"):
        if not os.access(named, os.X_OK):
            raise NoChromium(f"CHROME_PATH names {named}, which cannot be run.")
        return Path(named)
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    own = Path(playwright.chromium.executable_path)
    if own.exists():
        return own
    if program := _unpacked():
        return program
    raise NoChromium(NONE_FOUND)


def _lacks_libraries(program: Path) -> bool:
    """Whether the machine lacks shared libraries that the program needs."""
    told = subprocess.run(["ldd", str(program)], capture_output=True, text=True, check=False)
    return "not found" in told.stdout


@cache
def _has_chinese_font() -> bool:
    """Whether fontconfig knows a font with Chinese characters on this machine."""
    lister = shutil.which("fc-list")
    if not lister:
        return False
    told = subprocess.run([lister, ":lang=zh-cn", "family"], capture_output=True, text=True, check=False)
    return bool(told.stdout.strip())


def _fonts_conf() -> Path:
    """Write a fontconfig file that leads to npm's Noto fonts, next to the machine's own."""
    folder = HOUSE / "var" / "fontconfig"
    (folder / "cache").mkdir(parents=True, exist_ok=True)
    conf = folder / "fonts.conf"
    families = [FONTS / "noto-sans-sc", FONTS / "noto-serif-sc"]
    faces = [family / weight for family in families for weight in ("400Regular", "700Bold")]
    dirs = "".join(f"<dir>{escape(str(place))}</dir>" for place in (*faces, Path("/usr/share/fonts")))
    prefer = "".join(
        f"<alias><family>{generic}</family><prefer><family>{font}</family></prefer></alias>"
        for generic, font in (("sans-serif", "Noto Sans SC"), ("serif", "Noto Serif SC"))
    )
    text = (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig>{dirs}<cachedir>{escape(str(folder / 'cache'))}</cachedir>{prefer}</fontconfig>"
    )
    if not conf.exists() or conf.read_text(encoding="utf-8") != text:
        conf.write_text(text, encoding="utf-8")
    return conf


def environment(program: Path) -> dict[str, str]:
    """The environment to start the program in: fonts and libraries that the machine lacks come from npm."""
    env = dict(os.environ)
    if not _has_chinese_font() and FONTS.exists():
        env["FONTCONFIG_FILE"] = str(_fonts_conf())
    libraries = program.parent / "libraries"
    if libraries.exists() and _lacks_libraries(program):
        found = sorted({str(path.parent) for path in libraries.rglob("*.so*")})
        env["LD_LIBRARY_PATH"] = os.pathsep.join([*found, *filter(None, [env.get("LD_LIBRARY_PATH")])])
    return env


def launch(playwright: Playwright) -> Browser:
    """Start a headless Chromium; raises NoChromium with one clear line."""
    from playwright.sync_api import Error

    program = find(playwright)
    flags = [*FLAGS, *(("--no-sandbox",) if os.geteuid() == 0 or program.is_relative_to(KEPT) else ())]
    try:
        return playwright.chromium.launch(
            executable_path=program, args=flags, env=dict(environment(program)), headless=True
        )
    except Error as error:
        raise NoChromium(f"{program} does not start: {error.message.splitlines()[0]}. {NONE_FOUND}") from error
