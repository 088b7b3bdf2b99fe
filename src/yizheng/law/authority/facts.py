"""What the rules look at: an item-case as it stands, and the line of the table that somebody wants to take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from yizheng.law.words import Handling, HearingState, Role, State, Verb

Pair = Literal["receive-review", "receive-decide", "review-decide"]
"""Two things that one person does not do in one item-case (受审分离)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the rules look at in an item-case."""

    case_id: str
    item_name: str
    organ: str
    organ_name: str
    section: str
    state: State
    handling: Handling = Handling.GENERAL
    receivers: frozenset[str] = frozenset()
    """Who received the case or accepted any of its items."""
    reviewer: str = ""
    """Who works on it now; empty while nobody has claimed it."""
    reviewer_name: str = ""
    reviewed_by: frozenset[str] = frozenset()
    """Everybody who examined: gave an opinion, made a visit; they stay examiners after a transfer."""
    excepted: frozenset[tuple[str, str]] = frozenset()
    """Who may do both of a pair in this item-case, by an exception of the organ's head."""
    least_people: int = 2
    """How many different people must have a hand in a decision, whatever is excepted (data of the zone)."""
    supplement_issued: bool = False
    deemed: bool = False
    open_points: int = 0
    """Points of the supplement that the applicant's answer left open."""
    gap: tuple[str, ...] = ()
    """What an acceptance with a gap left open, by name."""
    gap_over: bool = False
    """Whether the time to hand it in has passed."""
    promised: tuple[str, ...] = ()
    """What the applicant promised to hand in later and has not yet, by name."""
    no_gap_because: str = ""
    """Why this item cannot be accepted with a gap; empty where it can."""
    proposal: str = ""
    """What the reviewer's opinion proposes: grant or refuse; empty while there is none."""
    cosigners: int = 0
    """How many second signatures the item's data asks for."""
    cosigned_by: frozenset[str] = frozenset()
    disagreed: bool = False
    """Whether a second signature was refused under the present opinion."""
    visited: bool = False
    rectified: bool = False
    """Whether something had to be put right after a visit: it is told once."""
    rectification_over: bool = False
    """Whether the time to put it right has passed."""
    extended: bool = False
    no_extension_because: str = ""
    """Why the limit of this item cannot be extended; empty where it can."""
    limit_over: bool = False
    """Whether the statutory limit has passed."""
    promise_over: bool = False
    """Whether the promised limit has passed."""
    missed: bool = False
    """Whether the applicant has been told that the limit passed without a decision."""
    hearing: HearingState = HearingState.NONE
    chair: str = ""
    """Who chairs the hearing that was called; empty while none is."""
    chair_name: str = ""
    asked_organs: frozenset[str] = frozenset()
    """Organs whose opinion was asked for and has not come yet."""
    urged: int = 0
    """How many times somebody urged the organ and has no answer yet."""
    unheard: tuple[str, ...] = ()
    """Third parties who have been told and may still state their view (行政许可法 36)."""
    committed: bool = False
    """Whether the applicant signed the commitment of this item."""
    waits_for: tuple[str, ...] = ()
    failed_firsts: tuple[str, ...] = ()
    """Items that had to be granted first and were refused."""
    outdated_by: tuple[str, ...] = ()
    """Items that had to come first and ended otherwise since the opinion was given."""
    no_longer_needed: str = ""
    """The change of law by which this item needs no permit any more; empty while it does."""
    law_moved: tuple[str, ...] = ()
    """Changes of law that decide now and came after the opinion was given."""
    served: bool = False
    archived: bool = False


class Line(Protocol):
    """What a rule needs to know of a line of a table of transitions."""

    @property
    def verb(self) -> Verb: ...
    @property
    def by(self) -> tuple[Role, ...]: ...
    @property
    def written_in(self) -> str: ...
