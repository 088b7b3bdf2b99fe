"""Guessing is slow, whoever asks and from wherever."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.http import HttpRequest
from django.test import RequestFactory

from tests import make
from yizheng.people.models import Miss
from yizheng.people.trying import AT_ONE, AT_ONE_FROM_HERE, FROM_HERE, address_of, trying

NOON = make.at(2026, 3, 2, 12)


def asked(address: str = "10.0.0.1", told: str = "") -> HttpRequest:
    return RequestFactory().get("/", REMOTE_ADDR=address, **({"HTTP_X_FORWARDED_FOR": told} if told else {}))


@pytest.mark.django_db
def test_one_waits_until_the_first_of_the_wrong_tries_is_a_quarter_of_an_hour_old() -> None:
    guess = trying(asked(), "query", "A")
    for minute in range(AT_ONE_FROM_HERE):
        assert guess.minutes_to_wait(NOON + timedelta(minutes=minute)) == 0
        guess.wrong(NOON + timedelta(minutes=minute))
    assert guess.minutes_to_wait(NOON + timedelta(minutes=10)) == 5
    assert guess.minutes_to_wait(NOON + timedelta(minutes=15)) == 0


@pytest.mark.django_db
def test_an_address_that_tries_everything_waits_and_success_at_one_thing_does_not_help_it() -> None:
    for number in range(FROM_HERE):
        trying(asked(), "query", str(number)).wrong(NOON)
    trying(asked(), "query", "own").right()
    assert trying(asked(), "query", "another").minutes_to_wait(NOON) == 15
    assert trying(asked("10.0.0.2"), "query", "another").minutes_to_wait(NOON) == 0
    assert trying(asked(), "sign-in", "another").minutes_to_wait(NOON) == 0


@pytest.mark.django_db
def test_one_name_tried_from_everywhere_is_closed_at_last() -> None:
    for number in range(AT_ONE):
        trying(asked(f"10.0.{number}.1"), "sign-in", "wang").wrong(NOON)
    assert trying(asked("10.1.0.1"), "sign-in", "wang").minutes_to_wait(NOON) == 15


@pytest.mark.django_db
def test_no_name_and_no_address_is_kept_and_nothing_for_longer_than_a_day() -> None:
    trying(asked(), "sign-in", "wang").wrong(NOON)
    assert {len(each.what) for each in Miss.objects.all()} == {64}
    assert all(str(each).endswith("04:00") for each in Miss.objects.all())
    trying(asked(), "resume").wrong(NOON + timedelta(days=2))
    assert Miss.objects.count() == 1


@pytest.mark.parametrize(
    ("proxies", "told", "address"),
    [
        (0, "1.1.1.1", "10.0.0.1"),
        (1, "9.9.9.9, 1.1.1.1", "1.1.1.1"),
        (2, "9.9.9.9, 1.1.1.1, 10.0.0.7", "1.1.1.1"),
        (2, "1.1.1.1", "10.0.0.1"),
        (1, "nonsense", "unknown"),
    ],
)
def test_only_our_own_proxies_are_believed(settings: Any, proxies: int, told: str, address: str) -> None:
    settings.PROXIES = proxies
    assert address_of(asked(told=told)) == address


def test_of_an_address_of_the_sixth_version_its_network_counts() -> None:
    assert address_of(asked("2001:db8::1")) == address_of(asked("2001:db8::ffff")) != address_of(asked("2001:db9::1"))
    assert address_of(asked("::ffff:10.0.0.1")) == "10.0.0.1"
