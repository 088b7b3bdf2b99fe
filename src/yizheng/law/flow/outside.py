"""The applicant's view: receipt, acceptance or supplement, items side by side, decision, service, licence (S-037)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from yizheng.law.flow.chart import Card, Chart, Row, Tone, Wire, wires_of
from yizheng.law.guide.told import GuideItem
from yizheng.law.terms import ACCEPTANCE_TERM, DELIVERY_TERM
from yizheng.law.transitions import TRANSITIONS, T
from yizheng.law.words import TO_SERVE, UNDER_REVIEW, Role, State, Verb

ONCE = f"{ACCEPTANCE_TERM}内答复；逾期不告知的，收到那天起就算受理"
BEFORE: Mapping[State, tuple[str, str, Tone]] = {
    State.DRAFT: ("① 您提交申请", "网上或者窗口，一张表、一套材料", "start"),
    State.SUBMITTED: ("② 窗口核对材料", ONCE, ""),
    State.SUPPLEMENTING: ("材料不齐的，您一次补齐", "", "wait"),
    State.SUPPLIED: ("补齐以后，窗口再核对", ONCE, ""),
}
"""The states before the organs begin, as the applicant meets them."""

ITEMS, DECIDED, SERVED, LICENCE = "items", "decided", "served", "licence"
TITLES = {ITEMS: "③ 各机关同时办", DECIDED: "④ 各机关分别决定", SERVED: "⑤ 送达", LICENCE: "⑥ 领证、亮证"}

AT_ANY_TIME = frozenset({Verb.WITHDRAW})
"""What the applicant may do at any time, told in words instead of drawn."""


def outside(items: Sequence[GuideItem]) -> Chart:
    """The chart of an industry's items; which of them a person needs depends on the answers."""
    before = [_card(state, *told) for state, told in BEFORE.items()]
    parallel = [_item(item) for item in _waiting_last(items)]
    decided = (line for line in TRANSITIONS if line.from_ in UNDER_REVIEW and line.to in TO_SERVE)
    after = [
        Card(DECIDED, TITLES[DECIDED], tuple(_rows(decided)), "一项不批，不影响别的项"),
        Card(SERVED, TITLES[SERVED], tuple(_rows(_serving())), f"作出决定后{DELIVERY_TERM}内"),
        Card(LICENCE, TITLES[LICENCE], note=_licence(items), tone="good"),
    ]
    fork = Card(ITEMS, TITLES[ITEMS], note=f"{len(items)}项里只办您需要的；要等别的项的，写明等谁")
    cards = (*before, fork, *parallel, *after)
    return Chart(
        "办理流程图",
        f"从提交申请到领证：收件、受理或者补正、{len(items)}项同时办、决定、送达、领证。同样的内容在文字版里。",
        cards,
        (*wires_of(cards), *_wires_of_items(items)),
    )


def steps(chart: Chart) -> tuple[tuple[str, str], ...]:
    """The numbered steps of such a chart, in few words for a leaflet or a poster."""
    numbered = [card for card in chart.cards if card.title[0] in "①②③④⑤⑥"]
    return tuple((card.title, card.note) for card in numbered)


def _card(state: State, title: str, note: str, tone: Tone) -> Card:
    lines = (line for line in TRANSITIONS if line.from_ == state and line.verb not in AT_ANY_TIME)
    return Card(state.value, title, tuple(_rows(lines)), note, tone)


def _serving() -> Iterator[T]:
    return (line for line in TRANSITIONS if line.verb == Verb.SERVE)


def _rows(lines: Iterable[T]) -> Iterator[Row]:
    """The lines as rows, each verb once."""
    same: dict[Verb, list[T]] = {}
    for line in lines:
        same.setdefault(line.verb, []).append(line)
    for verb, those in same.items():
        to = _leads_to(those[0])
        papers = "、".join(dict.fromkeys(f"《{line.paper.TITLE}》" for line in those if line.paper))
        by_time = "到期自动，" if those[0].by == (Role.CLOCK,) else ""
        yield Row(verb.label, f"{by_time}{papers}", to, _without_number(_title(to)), tuple(those))


def _leads_to(line: T) -> str:
    if line.verb == Verb.SERVE:
        return LICENCE
    if line.to in TO_SERVE:
        return SERVED
    return ITEMS if line.to in UNDER_REVIEW else line.to.value


def _title(key: str) -> str:
    return TITLES.get(key) or BEFORE[State(key)][0]


def _without_number(title: str) -> str:
    return title.partition(" ")[2] or title


def _waiting_last(items: Sequence[GuideItem]) -> list[GuideItem]:
    """In the industry's order, but whoever waits comes after all that it waits for."""
    placed: dict[str, GuideItem] = {}
    while len(placed) < len(items):
        left = [item for item in items if item.short not in placed]
        free = [item for item in left if all(first in placed for first, _ in item.waits_for)]
        placed[free[0].short] = free[0]
    return list(placed.values())


def _item(item: GuideItem) -> Card:
    rows = [Row(item.organ, f"承诺{item.promise}"), Row("", "、".join((item.kind, *item.marks)))]
    rows += [Row(f"等“{first}”办完才能决定", why) for first, why in item.waits_for]
    needed = "按您的回答，有的店要办" if item.when else "都要办"
    return Card(f"item {item.short}", item.short, tuple(rows), needed, "side")


def _licence(items: Sequence[GuideItem]) -> str:
    if len(items) == 1:
        return "只有一项许可，发法定许可证"
    return "准予两项以上的，另发一张行业综合许可证，扫码可查；法定许可证照发"


def _wires_of_items(items: Sequence[GuideItem]) -> Iterator[Wire]:
    """From the fork to every item, from every item to the decisions, from whom it waits for to whoever waits."""
    keys = tuple(f"item {item.short}" for item in items)
    yield Wire(((ITEMS, -1),), keys, left=True)
    yield Wire(tuple((key, -1) for key in keys), (DECIDED,))
    for item in items:
        if item.waits_for:
            yield Wire(tuple((f"item {first}", -1) for first, _ in item.waits_for), (f"item {item.short}",))
