"""The people of the hall and of every organ, and a Monday in March on which all of this happens."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from tests import make
from tests.web.staff.desks import MONDAY, clock_at


@pytest.fixture(autouse=True)
def monday(monkeypatch: Any) -> None:
    clock_at(monkeypatch, MONDAY)


@pytest.fixture
def office() -> make.Office:
    return make.office()


@pytest.fixture
def received(office: make.Office) -> UUID:
    """A case received on this Monday."""
    return make.filed(moment=MONDAY)


@pytest.fixture
def accepted(office: make.Office) -> UUID:
    """A case received and accepted on this Monday."""
    return make.accepted(office, moment=MONDAY)
