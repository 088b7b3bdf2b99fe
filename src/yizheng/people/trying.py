"""Guessing is slow: wrong tries at a password or a code are counted for all processes and machines together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from math import ceil

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from yizheng.people.commands import forget_misses, miss
from yizheng.people.queries import misses

WITHIN = timedelta(minutes=15)
AT_ONE_FROM_HERE, FROM_HERE, AT_ONE = 10, 50, 100
"""Wrong tries in a quarter of an hour: at one name or number from one address; from one address, which may be a whole
hall, at anything; at one name or number from everywhere. The last is the largest, lest a stranger lock anybody out.
"""


@dataclass(frozen=True, slots=True)
class Trying:
    """Somebody who tries to get in, and how often they may be wrong."""

    here: str
    limits: Mapping[str, int]

    def minutes_to_wait(self, at: datetime) -> int:
        """How many minutes to wait until the next try; none when there may be one now."""
        ends = [
            times[-most] + WITHIN
            for what, times in misses(self.limits, at - WITHIN).items()
            if len(times) >= (most := self.limits[what])
        ]
        return ceil((max(ends) - at) / timedelta(minutes=1)) if ends else 0

    def wrong(self, at: datetime) -> None:
        """Count a wrong try."""
        miss(self.limits.keys(), at)

    def right(self) -> None:
        """Forget the wrong tries at this; those of the address at other things stay counted."""
        forget_misses(self.limits.keys() - {self.here})


def trying(request: HttpRequest, kind: str, thing: str = "") -> Trying:
    """Somebody who tries to get in as, or into, ``thing``."""
    address = address_of(request)
    here = _digest(kind, "", address)
    if not thing:
        return Trying(here, {here: FROM_HERE})
    limits = {_digest(kind, thing, address): AT_ONE_FROM_HERE, _digest(kind, thing, ""): AT_ONE, here: FROM_HERE}
    return Trying(here, limits)


def address_of(request: HttpRequest) -> str:
    """Where a request comes from: what our own proxies say, as many as the settings name, and nobody else.

    Of an IPv6 address the network counts, as one customer has all of it.
    """
    told = str(request.META.get("REMOTE_ADDR", ""))
    passed = [each.strip() for each in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    if 0 < settings.PROXIES <= len(passed):
        told = passed[-settings.PROXIES]
    try:
        address: IPv4Address | IPv6Address = ip_address(told)
    except ValueError:
        return "unknown"
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or IPv6Network((address, 64), strict=False))
    return str(address)


def _digest(kind: str, thing: str, address: str) -> str:
    return salted_hmac("yizheng.people.trying", "\n".join((kind, thing, address)), algorithm="sha256").hexdigest()
