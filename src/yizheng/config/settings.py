"""Settings: this one file and the environment.

``YIZHENG_DATA`` is the folder for the embedded database, uploads and the secret key (default ``var``), ``DATABASE_URL``
a PostgreSQL, ``YIZHENG_HOSTS`` the host names served, ``YIZHENG_PUBLIC_URL`` the address that stands in the QR of
licences, ``YIZHENG_PROXIES`` how many proxies of ours stand before it (each adds to X-Forwarded-For; default 0),
``YIZHENG_DEMO`` switches the demo's role picker on (set by ``yizheng demo`` alone).
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from csp.constants import NONCE, NONE, SELF

ROOT = Path(__file__).resolve().parents[3]
DATA = Path(os.environ.get("YIZHENG_DATA", ROOT / "var")).resolve()
REGULATIONS = Path(os.environ.get("YIZHENG_REGULATIONS", ROOT / "regulations")).resolve()
DEMO = os.environ.get("YIZHENG_DEMO") == "1"
DEBUG = os.environ.get("YIZHENG_DEBUG") == "1"


def _secret_key() -> str:
    """The key from the environment, else one made at first start and kept, readable by its owner alone."""
    if given := os.environ.get("YIZHENG_SECRET_KEY"):
        return given
    DATA.mkdir(parents=True, exist_ok=True)
    file = DATA / "secret-key"
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            out.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return file.read_text()


def _database(url: str) -> dict[str, Any]:
    """The embedded SQLite, or the PostgreSQL that ``url`` names."""
    if not url:
        DATA.mkdir(parents=True, exist_ok=True)
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA / "yizheng.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
            },
            "TEST": {"NAME": DATA / f"test-{os.getpid()}.sqlite3"},
        }
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or query.pop("port", "")),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        # an act's statements read the same at every act: from the third time on, the server keeps their plans
        "OPTIONS": {"server_side_binding": True, "prepare_threshold": 2, **query},
    }


SECRET_KEY = _secret_key()
ALLOWED_HOSTS = os.environ.get("YIZHENG_HOSTS", "127.0.0.1,localhost").split(",")
PUBLIC_URL = os.environ.get("YIZHENG_PUBLIC_URL", "http://127.0.0.1:8000")
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL] if PUBLIC_URL.startswith("https://") else []
PROXIES = int(os.environ.get("YIZHENG_PROXIES", "0"))
SECURE = PUBLIC_URL.startswith("https://")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "yizheng.ledger",
    "yizheng.people",
    "yizheng.catalogue",
    "yizheng.cases",
    "yizheng.licences",
    "yizheng.statistics",
    "yizheng.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "yizheng.web.readable.readable_only",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "yizheng.config.urls"
WSGI_APPLICATION = "yizheng.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [Path(__file__).resolve().parents[1] / "web" / "templates"],
        "OPTIONS": {"environment": "yizheng.web.jinja.environment"},
    },
]

DATABASES = {"default": _database(os.environ.get("DATABASE_URL", ""))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
REACTIONS = "yizheng.reactions.REACTIONS"
AUTH_USER_MODEL = "people.Person"
LOGIN_URL = "sign-in"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
# A signed session costs no statement; who signs out, is deactivated or has a new password is out at once all the same.
SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
CSRF_FAILURE_VIEW = "yizheng.web.faults.forbidden"
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [SELF],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # whitenoise warns of a folder that is not there
STATICFILES_DIRS = [
    folder
    for folder in (ROOT / "var" / "static-src", Path(__file__).resolve().parents[1] / "web" / "static")
    if folder.is_dir()
]
WHITENOISE_USE_FINDERS = True
MEDIA_ROOT = DATA / "uploads"
UPLOAD_MEGABYTES = 20
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DRAFT_DAYS = int(os.environ.get("YIZHENG_DRAFT_DAYS", "90"))
"""A draft nobody touches for so many days is wiped: no longer kept than needed (个人信息保护法 19)."""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"discreet": {"()": "yizheng.config.log_lines.Discreet"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "discreet"}},
    # Addresses hold case numbers and tokens: what was not found is not written down.
    "loggers": {"django.request": {"level": "ERROR"}},
    "root": {"handlers": ["console"], "level": os.environ.get("YIZHENG_LOG", "WARNING")},
}
