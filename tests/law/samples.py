"""Small samples of what the catalogue is made of."""

from __future__ import annotations

from typing import Any

from yizheng.law.clocks import Term, Unit
from yizheng.law.items import Certificate, Item, Limit, Onsite, Remedies, Threshold, Validity, Zone

TWENTY_DAYS = Limit(term=Term(20, Unit.WORKING_DAY), start="accept", basis=("行政许可法 42",))

REMEDIES = Remedies(
    reconsideration="青岛市人民政府",
    reconsideration_url="https://example.cn/fy",
    court="青岛市城阳区人民法院",
    confidence="unconfirmed",
)


def item(**how: Any) -> Item:
    """An item with nothing special about it."""
    plain: dict[str, Any] = {
        "code": "FIRE",
        "name": "公众聚集场所投入使用、营业前消防安全检查",
        "short": "消防安全检查",
        "kind": "permit",
        "organ": "XFJY",
        "section": "XF",
        "level": "区",
        "basis": ("消防法 15",),
        "statutory": (TWENTY_DAYS,),
        "promised": (TWENTY_DAYS,),
        "validity": Validity(years=None),
        "onsite": Onsite(needed=True),
        "certificate": Certificate(name="意见书", scheme="plain", pattern="青高新消〔{year}〕{serial}"),
        "conditions": (),
        "materials": (),
        "review_points": (),
    }
    return Item(**(plain | how))


def zone() -> Zone:
    """A zone."""
    return Zone(
        name="青岛高新技术产业开发区",
        region="370271",
        food_region="370214",
        document_head="青高新",
        licence_type_code="1",
        issuer="SPFW",
        hall="政务服务大厅",
        hall_address="",
        hall_hours="",
        hall_phone="",
        specialist_phone="",
    )


def threshold(name: str, value: float) -> Threshold:
    """A local figure."""
    return Threshold(name=name, value=value, unit="平方米", meaning="示例", basis=(), confidence="plausible")
