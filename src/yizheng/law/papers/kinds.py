"""What an item is in law and in what words its papers are written: permit 许可, filing 备案 or registration 登记.

The 行政许可法 is the basis of permits alone. A filing and a registration rest on the law of
their sector; where the zone promises the same procedure for them, their papers say 参照 (高新区一业一证方案 一(三)2).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from yizheng.law.citation import cited
from yizheng.law.items import ItemKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one kind of item."""

    what: str
    handed_in: str
    accepted: str
    will_accept: str
    will_not_accept: str
    not_needed: str
    granted: str
    made: str
    refused: str
    scope: str
    certificate: str
    number: str
    published: str


KINDS: dict[ItemKind, Words] = {
    "permit": Words(
        what="行政许可",
        handed_in="申请材料",
        accepted="受理",
        will_accept="决定予以受理",
        will_not_accept="决定不予受理",
        not_needed="依法不需要取得行政许可",
        granted="决定准予行政许可",
        made="作出准予行政许可决定",
        refused="决定不予行政许可",
        scope="许可范围",
        certificate="证件名称",
        number="证件编号",
        published=f"本决定依法公开，公众有权查阅（{cited('行政许可法 40')}）。",
    ),
    "filing": Words(
        what="备案",
        handed_in="备案材料",
        accepted="接收",
        will_accept="予以接收",
        will_not_accept="不予接收",
        not_needed="依法不需要备案",
        granted="予以备案",
        made="予以备案",
        refused="不予备案",
        scope="备案内容",
        certificate="备案凭证",
        number="备案编号",
        published="备案信息依法公开。",
    ),
    "registration": Words(
        what="登记",
        handed_in="登记材料",
        accepted="受理",
        will_accept="决定予以受理",
        will_not_accept="决定不予受理",
        not_needed="依法不需要登记",
        granted="决定准予登记",
        made="作出准予登记决定",
        refused="决定不予登记",
        scope="登记内容",
        certificate="登记证件",
        number="登记证编号",
        published="登记信息依法公开。",
    ),
}
"""The words by kind."""


def sector(basis: Iterable[str]) -> str:
    """The law of the sector that an item rests on, as official papers write it."""
    return "、".join(map(cited, basis))


def by_article(kind: ItemKind, article: str, basis: Iterable[str] = ()) -> str:
    """On what a paper about acceptance rests: a permit on ``article``, the others on their sector and after its model.

    ``article`` is of the 行政许可法, which a filing or registration follows only because the zone promises so.
    """
    if kind == "permit":
        return f"依据{cited(article)}"
    own = sector(basis)
    return f"依据{own}，参照{cited(article)}" if own else f"参照{cited(article)}"


def likewise(kinds: Iterable[ItemKind]) -> str:
    """That what is told of permits goes for the filings and registrations of the case too; empty without any."""
    others = "、".join(KINDS[kind].what for kind in kinds if kind != "permit")
    return f"{others}事项参照办理。" if others else ""
