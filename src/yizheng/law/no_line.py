"""Why the table of transitions has no line for a verb in a state, in a sentence fit for the citizen."""

from __future__ import annotations

from yizheng.law.words import State, Verb


def no_line(state: State, verb: Verb, *, deemed: bool = False) -> str:
    """Why ``verb`` cannot be done in ``state``: a sentence fit for the citizen."""
    if deemed and verb in {Verb.SUPPLEMENT, Verb.NOT_ACCEPT, Verb.ACCEPT, Verb.GAP_ACCEPT}:
        return (
            f"逾期未一次告知，本事项自收到申请材料之日起即为受理，不能再办理「{verb.label}」"
            "（行政许可法第三十二条第一款第四项）。"
        )
    if verb == Verb.SUPPLEMENT and state == State.SUPPLIED:
        return "补正只能一次性告知；申请人已按要求全部补正，应当受理（行政许可法第三十二条第一款第五项）。"
    if not state.is_open:
        return f"本事项已办结，结果为「{state.label}」；决定作出后不得更改，不能再办理「{verb.label}」。"
    return f"本事项现为「{state.label}」，这一步不能办理「{verb.label}」。"
