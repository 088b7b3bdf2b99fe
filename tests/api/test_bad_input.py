"""Every address of the API with what nobody expects: never a 500, always a sentence."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import orjson
import pytest
from django.test import Client

from tests import make
from tests.api.asking import Asking, applicant, basic, nobody, staff
from yizheng.api.interface import V1

pytestmark = pytest.mark.django_db

LONG, EMOJI, HIDDEN = "长" * 2500, "👩‍🍳😀", "甲\x01\x1b\u202e\u200b\r\n乙"
BODIES = (
    b"", b"{", b"null", b"[]", b"5", b'"x"', b'{"note": "\\ud800"}', b"\xff\xfe", b'{"note": NaN}', b"[" * 2000,
    b'{"a": ' * 2000,
)  # fmt: skip
VALUES = ("甲\0乙", LONG * 9, EMOJI, HIDDEN, 10**15, -1, 1.5, True, None, [], {}, [{}], [{"code": 1}], {"a": "b"})


def addresses(item_id: object, number: object) -> list[tuple[str, str]]:
    """Every address with its method, as the schema lists them."""
    paths = V1.get_openapi_schema(path_prefix="")["paths"]
    known = {"{item_id}": str(item_id), "{number}": str(number), "{year}": "2026"}
    found = []
    for path, methods in paths.items():
        for name, value in known.items():
            path = path.replace(name, value)
        found += [(method, path.lstrip("/")) for method in methods]
    return found


def fields() -> set[str]:
    """The names of all fields of all papers."""
    schemas = V1.get_openapi_schema(path_prefix="")["components"]["schemas"].values()
    return {name for each in schemas for name in each.get("properties", ())}


@pytest.fixture(params=["nobody", "applicant", "window", "reviewer", "decider"])
def asking(request: pytest.FixtureRequest, office: make.Office, accepted: UUID) -> Asking:
    """Everybody in turn, before an item of theirs."""
    found = {
        "nobody": nobody,
        "applicant": lambda: applicant(accepted),
        "window": lambda: staff(office.window),
        "reviewer": lambda: staff(office.reviewers["SCJG"]),
        "decider": lambda: staff(office.deciders["SCJG"]),
    }[request.param]()
    found.browser.raise_request_exception = False
    return found


def assert_in_words(answer: Any, what: str) -> None:
    assert answer.status_code < 500, what
    if answer.status_code >= 400 and answer["Content-Type"] == "application/json":
        assert answer.json()["sentence"], what


def test_no_address_is_broken_by_what_it_names_or_is_asked(asking: Asking, accepted: UUID) -> None:
    for item_id, number in (
        (uuid4(), EMOJI),
        (uuid4(), "N\0"),
        (uuid4(), LONG[:300]),
        ("x", HIDDEN),
        ("9" * 40, "%00"),
    ):
        for method, path in addresses(item_id, number):
            assert_in_words(getattr(asking, method)(path), f"{method} {path}")
    for year in ("0", "10000", "-1", "9" * 30, "x"):
        assert_in_words(asking.get(f"calendar/{year}"), year)
    for value in ("\0", EMOJI, LONG, "9" * 400, "NaN", ""):
        assert_in_words(asking.get("deadline", since=value, n=value, unit=value, rolls=value), value[:9])


def test_no_act_is_broken_by_what_is_sent(asking: Asking, accepted: UUID) -> None:
    item, number = make.items(accepted)["FOOD_CATERING"], make.case(accepted).number
    names = fields()
    posts = [path for method, path in addresses(item.id, number) if method == "post"]
    assert posts
    for place, path in enumerate(posts):
        for body in _some(BODIES, place):
            assert_in_words(asking.post(path, body), f"{path} {body[:12]!r}")
        for value in _some(VALUES, place):
            for body in ({name: value for name in names}, {name: value for name in ("checks", "found", "note")}):
                assert_in_words(asking.post(path, body), f"{path} {value!r:.20}")
    assert_in_words(asking.post(path, orjson.dumps({"note": "x" * 6_000_000})), f"{path} too large")


@pytest.mark.parametrize("key", ["x" * 81, "甲", "a b", "\x7f", "\t", "a" * 9000])
def test_a_strange_key_is_refused(office: make.Office, accepted: UUID, key: str) -> None:
    asking = staff(office.window)
    asking.headers["Idempotency-Key"] = key
    answer = asking.post(f"items/{make.items(accepted)['TOBACCO'].id}/withdraw", {})
    assert answer.status_code == 422


@pytest.mark.parametrize(
    "told",
    ["Basic", "Basic x", "Basic " + "x" * 9000, "Bearer x", basic("", ""), basic("甲", "乙"), basic("N\0", "C\0"),
     basic(EMOJI, LONG), "Basic 4pyT", "Basic //8=", ""],
)  # fmt: skip
def test_a_strange_authorization_lets_nobody_in(received: UUID, told: str) -> None:
    answer = Asking(Client(raise_request_exception=False), Authorization=told).get(
        f"cases/{make.case(received).number}"
    )
    assert answer.status_code == 401


def _some(several: tuple[Any, ...], place: int) -> list[Any]:
    """Three of several, others for each address: over all of them everything is sent, many times."""
    return [several[(place + step * 5) % len(several)] for step in range(3)]
