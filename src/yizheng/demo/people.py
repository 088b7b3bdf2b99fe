"""The made-up staff of the demo: nobody of them has a password, so that only the role picker lets one be them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.contrib.auth import get_user_model

from yizheng.law.authority import Who
from yizheng.law.items import Catalogue
from yizheng.law.words import Role
from yizheng.people.commands import appoint
from yizheng.people.queries import who

APPOINTED_ON = date(2020, 1, 2)

WINDOW = ("王晓喆", "苗春雨")
LEAD = "乔远山"
GOVERNOR = "万承平"
OPERATOR = "左知行"
HEADS = {
    "XZSP": "费国栋", "SCJG": "庄敬亭", "XFJY": "雷振声", "YCZM": "柯正", "GAFJ": "严守正", "WSJK": "葛怀仁",
    "JSGL": "石磊", "WLTY": "颜如晦", "QDSC": "顾行之",
    "RSSB": "韦立言", "JYTB": "田知春", "NYNC": "谷守田", "STHJ": "沐清", "JTYS": "程万里",
    "QDYJ": "平定一", "QDSW": "钱益民", "QDXC": "闻道",
}  # fmt: skip
REVIEWERS = {
    "XZSP": ("于海波", "温如玉"),
    "SCJG": ("李堃", "褚文静"),
    "XFJY": ("邢志强", "柏松涛"),
    "YCZM": ("纪云舒", "牟小满"),
    "GAFJ": ("段立平", "辛雨桐"),
    "WSJK": ("吕青禾", "申若兰"),
    "JSGL": ("滕大川", "蓝䶮"),
    "WLTY": ("阮书白", "尹知夏"),
    "QDSC": ("施安澜", "盛和"),
    "RSSB": ("江维宁", "陶静姝"),
    "JYTB": ("程启明", "俞书瑶"),
    "NYNC": ("麦秋实", "苗青禾"),
    "STHJ": ("林碧波", "沙鸣"),
    "JTYS": ("路平", "车安宁"),
    "QDYJ": ("安思危", "方微"),
    "QDSW": ("商启航", "贾通达"),
    "QDXC": ("文墨", "舒香"),
}
DECIDERS = {
    "XZSP": ("赵明远",),
    "SCJG": ("周启航", "郎素心"),
    "XFJY": ("关铁军", "岳峰"),
    "YCZM": ("丁守诚",),
    "GAFJ": ("高振邦",),
    "WSJK": ("何清源",),
    "JSGL": ("沈固",),
    "WLTY": ("宋弘文",),
    "QDSC": ("汪正平",),
    "RSSB": ("许定远",),
    "JYTB": ("罗育才",),
    "NYNC": ("丰年",),
    "STHJ": ("蓝天远",),
    "JTYS": ("乔立",),
    "QDYJ": ("康宁",),
    "QDSW": ("金信诚",),
    "QDXC": ("尹光明",),
}
SUPERVISORS = {
    "XZSP": "崔立业",
    "SCJG": "韩监平",
    "XFJY": "石卫东",
    "YCZM": "路宽",
    "GAFJ": "雷鸣",
    "WSJK": "江一苇",
    "JSGL": "柳长青",
    "WLTY": "苏晚晴",
    "QDSC": "方正清",
    "RSSB": "毕长空",
    "JYTB": "严学勤",
    "NYNC": "温可心",
    "STHJ": "白云生",
    "JTYS": "马行空",
    "QDYJ": "常备",
    "QDSW": "施长青",
    "QDXC": "严秋",
}


class NotADemo(RuntimeError):
    """The database holds people who are not of the demo; its text is the sentence to show."""


@dataclass
class Staff:
    """The people by what they do; of two, the first by default."""

    lead: Who
    window: list[Who] = field(default_factory=list)
    reviewers: dict[str, list[Who]] = field(default_factory=dict)
    deciders: dict[str, list[Who]] = field(default_factory=dict)
    heads: dict[str, Who] = field(default_factory=dict)
    supervisors: dict[str, Who] = field(default_factory=dict)

    def reviewer(self, organ: str, section: str, place: int) -> Who:
        """The ``place``-th reviewer, counted round, who may review in this section."""
        able = [each for each in self.reviewers[organ] if any(p.section in {"", section} for p in each.posts)]
        return able[place % len(able)]

    def decider(self, organ: str, place: int) -> Who:
        """The ``place``-th decider, counted round."""
        return self.deciders[organ][place % len(self.deciders[organ])]


def username(role: Role, organ: str, place: int) -> str:
    """The name one would sign in with, if there were a password: scjg-reviewer-1."""
    return f"{organ}-{role}-{place}".lower()


def appoint_staff(catalogue: Catalogue, today: date) -> Staff:
    """Appoint everybody who is not there yet: the hall; in every organ reviewers, deciders, supervisor and head."""
    issuer = catalogue.zone.issuer
    (lead,) = _held(Role.LEAD, issuer, (LEAD,), today)
    staff = Staff(window=_held(Role.WINDOW, issuer, WINDOW, today), lead=lead)
    for role, name in ((Role.GOVERNOR, GOVERNOR), (Role.OPERATOR, OPERATOR)):
        _held(role, issuer, (name,), today)
    for code, organ in catalogue.organs.items():
        second = organ.sections[0].code
        staff.reviewers[code] = _held(Role.REVIEWER, code, REVIEWERS.get(code, ("审一", "审二")), today, second)
        staff.deciders[code] = _held(Role.DECIDER, code, DECIDERS.get(code, ("决一",)), today)
        (staff.supervisors[code],) = _held(Role.SUPERVISOR, code, (SUPERVISORS.get(code, "监一"),), today)
        (staff.heads[code],) = _held(Role.HEAD, code, (HEADS.get(code, "机关长"),), today)
    return staff


def _held(role: Role, organ: str, names: Iterable[str], today: date, second_in: str = "") -> list[Who]:
    """Their posts; from the second person on in one section only, where one is named."""
    held = []
    for place, name in enumerate(names, start=1):
        section = second_in if place > 1 else ""
        person = appoint(
            username=username(role, organ, place),
            name=name,
            role=role,
            organ=organ,
            section=section,
            from_on=APPOINTED_ON,
        )
        held.append(who(person, today))
    return held


def usernames(catalogue: Catalogue) -> frozenset[str]:
    """Everybody of the demo: nobody else can be picked."""
    issuer = catalogue.zone.issuer
    names = [username(Role.WINDOW, issuer, place) for place in range(1, len(WINDOW) + 1)]
    names += [username(role, issuer, 1) for role in (Role.LEAD, Role.GOVERNOR, Role.OPERATOR)]
    for code in catalogue.organs:
        names += [username(Role.REVIEWER, code, place) for place in (1, 2)]
        names += [username(Role.DECIDER, code, place) for place in (1, 2)]
        names += [username(role, code, 1) for role in (Role.HEAD, Role.SUPERVISOR)]
    return frozenset(names)


def refuse_real_people(catalogue: Catalogue) -> None:
    """Raises NotADemo when somebody in the database is not of the demo, or can sign in with a password."""
    for person in get_user_model().objects.all():
        if person.get_username() not in usernames(catalogue) or person.has_usable_password():
            raise NotADemo(
                "这个数据库里有真实的工作人员，演示不能在这里运行。"
                "请换一个数据目录（YIZHENG_DATA）或者数据库（DATABASE_URL）。This database is not a demo's."
            )
