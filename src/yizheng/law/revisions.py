"""The table of the life of a revision 修订 of the catalogue: drafted, signed by the organs, published, in force.

Three gated acts with a day and a signer each: the organs sign what is theirs, the lead department publishes, the head
of the lead organ brings into force (高新区一业一证方案 一(三)3, 三(一); domain S-017, S-019, S-028).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from yizheng.law.articles import in_words
from yizheng.law.authority import Who
from yizheng.law.words import Offer, OfferVerb, RevisionState, RevisionVerb, Role

S, V = RevisionState, RevisionVerb


@dataclass(frozen=True, slots=True)
class RevisionLine:
    """One line of the life of a revision."""

    from_: RevisionState
    verb: RevisionVerb
    to: RevisionState
    by: Role
    written_in: str


SORTED_OUT, IN_BATCHES = "高新区一业一证方案 三(一)", "高新区一业一证方案 一(三)3"

REVISIONS = (
    RevisionLine(S.DRAFTING, V.AMEND, S.DRAFTING, Role.LEAD, SORTED_OUT),
    RevisionLine(S.DRAFTING, V.CATCH_UP, S.DRAFTING, Role.LEAD, SORTED_OUT),
    RevisionLine(S.DRAFTING, V.SUBMIT, S.SIGNING, Role.LEAD, SORTED_OUT),
    RevisionLine(S.SIGNING, V.SIGN, S.SIGNING, Role.HEAD, SORTED_OUT),
    RevisionLine(S.SIGNING, V.OBJECT, S.DRAFTING, Role.HEAD, SORTED_OUT),
    RevisionLine(S.SIGNING, V.RECALL, S.DRAFTING, Role.LEAD, SORTED_OUT),
    RevisionLine(S.SIGNING, V.PUBLISH, S.PUBLISHED, Role.LEAD, IN_BATCHES),
    RevisionLine(S.PUBLISHED, V.COMMENCE, S.IN_FORCE, Role.HEAD, IN_BATCHES),
    RevisionLine(S.DRAFTING, V.DROP, S.DROPPED, Role.LEAD, SORTED_OUT),
    RevisionLine(S.SIGNING, V.DROP, S.DROPPED, Role.LEAD, SORTED_OUT),
)
"""A published version is never taken back: what is wrong in it is put right by the next one (行政许可法 30)."""

REVISION_LINES = {(line.from_, line.verb): line for line in REVISIONS}
"""The table by its key; a test proves that no two lines begin alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionFacts:
    """What is to be known of a revision: whose it is to sign, and whether it is fit to be signed and published.

    ``waiting`` and ``organs`` give the names of the organs that have still to sign, and of all whose matter it is;
    ``followed_by`` is a version that was published after this one and is signed to be in force.
    """

    state: RevisionState
    lead_organ: str
    lead_name: str
    organs: Mapping[str, str]
    waiting: Mapping[str, str]
    changed: int
    newest: bool
    overtaken: tuple[str, ...] = ()
    published_by: str = ""
    followed_by: str = ""


def why_not(verb: RevisionVerb, who: Who, facts: RevisionFacts) -> str:
    """Why ``who`` may not do ``verb``: a sentence with its article; empty when nothing stands against it."""
    line = REVISION_LINES.get((facts.state, verb))
    if line is None:
        return f"本次修订现为「{facts.state.label}」，不能「{verb.label}」。"
    return _not_theirs(line, who, facts) or _not_ready(verb, who, facts)


def _not_theirs(line: RevisionLine, who: Who, facts: RevisionFacts) -> str:
    """In which role, and of which organ (高新区一业一证方案 三(一))."""
    cited = in_words(line.written_in)
    if line.verb == V.COMMENCE:
        ours = _heads(who) & {facts.lead_organ}
        return "" if ours else f"施行由{facts.lead_name}（牵头部门）负责人签发（{cited}）。"
    if line.by == Role.HEAD:
        mine = _heads(who)
        if not mine & set(facts.organs):
            return f"只有事项涉及的机关的负责人可以「{line.verb.label}」（{cited}）。"
        if not mine & set(facts.waiting):
            return "您的机关已经会签。"
        return ""
    return "" if who.has(line.by) else f"「{line.verb.label}」由{line.by.label}办理（{cited}）。"


def _heads(who: Who) -> set[str]:
    return {post.organ for post in who.posts if post.role == Role.HEAD}


def _not_ready(verb: RevisionVerb, who: Who, facts: RevisionFacts) -> str:
    """What has to be so first; whether the content is fit is for the checks to say."""
    if verb in {V.SUBMIT, V.PUBLISH} and not facts.changed:
        return "还没有修改任何条目。"
    if verb in {V.SUBMIT, V.PUBLISH} and not facts.newest:
        return "起草以后又公布了新版本：请先「更新到最新版本」，核对后再办理。"
    if verb == V.SUBMIT and facts.overtaken:
        return f"新版本也改了这些条目，请逐条核对后重新保存：{'、'.join(facts.overtaken)}。"
    if verb == V.CATCH_UP and facts.newest:
        return "本次修订已经以最新版本为底稿。"
    if verb == V.PUBLISH and facts.waiting:
        return f"还没有会签：{'、'.join(facts.waiting.values())}（{in_words(SORTED_OUT)}）。"
    return _not_to_commence(who, facts) if verb == V.COMMENCE else ""


def _not_to_commence(who: Who, facts: RevisionFacts) -> str:
    """What a later version in force already holds stays there; nobody brings into force what they published."""
    cited = in_words(IN_BATCHES)
    if later := facts.followed_by:
        return f"在其后公布的版本{later}已经签发施行，本次修订的内容都在里面，不再单独施行（{cited}）。"
    if facts.published_by == who.id:
        return f"公布和施行由不同的人签发，您已经签发了公布（{cited}）。"
    return ""


OFFERS: Mapping[tuple[Offer, OfferVerb], Offer] = {
    (Offer.OPEN, OfferVerb.SUSPEND): Offer.SUSPENDED,
    (Offer.SUSPENDED, OfferVerb.REOPEN): Offer.OPEN,
    (Offer.OPEN, OfferVerb.RETIRE): Offer.RETIRED,
    (Offer.SUSPENDED, OfferVerb.RETIRE): Offer.RETIRED,
    (Offer.RETIRED, OfferVerb.REOPEN): Offer.OPEN,
}
"""What an act makes of the offer of an industry 行业 (高新区一业一证方案 一(三)3: 动态管理)."""


def why_not_offered(verb: OfferVerb, offer: Offer, who: Who, lead_organ: str) -> str:
    """Why ``who`` may not do ``verb`` to an industry that stands so; empty when nothing stands against it."""
    if lead_organ not in _heads(who):
        return f"「{verb.label}」由牵头部门负责人签发（{in_words(IN_BATCHES)}）。"
    if (offer, verb) not in OFFERS:
        return f"这个行业现为「{offer.label}」，不能「{verb.label}」。"
    return ""
