"""What the tests of the demo share: a process that runs it, and checks of the catalogue that take no seconds."""

from __future__ import annotations

import pytest
from django.template import engines

from yizheng.catalogue.checks import text_faults


@pytest.fixture
def in_demo(settings):
    """As in a process that `yizheng demo` started."""
    engines.all()  # the templates' environment is made once and keeps what the settings said then
    settings.DEMO = True
    settings.ROOT_URLCONF = "tests.demo.urls"


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """What everybody could answer is tried in tests of the checks, and once here, for all revisions together."""
    monkeypatch.setattr("yizheng.catalogue.commands.revisions.faults_of", text_faults)
