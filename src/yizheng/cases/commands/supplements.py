"""The supplement 补正: points of the window and every organ, told once, answered once (行政许可法 32(1)(4))."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from yizheng.cases.assessing import assessed
from yizheng.cases.commands.filing import named_in
from yizheng.cases.commands.finding import name_anew
from yizheng.cases.commands.lapses import settle
from yizheng.cases.facts import facts_in
from yizheng.cases.file import CaseFile, opening
from yizheng.cases.models import ItemCase, Material, MaterialUse, PaperRecord, SupplementPoint
from yizheng.cases.outcome import settle_state
from yizheng.cases.papers import Due, document_number, made, moment, series_of
from yizheng.cases.timing import moved
from yizheng.law.authority import Who, why_not
from yizheng.law.form_values import field_fault, typed
from yizheng.law.no_line import no_line
from yizheng.law.papers import Fault, PaperFacts, Point, SupplementNotice, SupplementReply
from yizheng.law.transitions import LINES, T
from yizheng.law.words import Role, State, Verb
from yizheng.ledger.command import Answer, Refused, doing

MOST_WORDS = 1000
"""Characters of a problem, and of how to put it right."""


def add_point(
    case_id: UUID, item_id: UUID, *, target: str, problem: str, remedy: str, who: Who, at: datetime, key: str = ""
) -> Answer:
    """Note a point for the notice that is still to be issued: by the window, or by the organ of the item."""

    def step(file: CaseFile) -> None:
        item_case = file.item_case(item_id)
        _may_still_ask(file, item_case, who)
        targets = targets_of(file)
        if target not in targets:
            raise Refused("只能就一次告知的材料和信息提出补正。", (Fault("target", "请选择需要补正的材料或信息。"),))
        faults = tuple(
            Fault(name, f"请填写「{label}」。")
            for name, label, text in (("problem", "问题", problem), ("remedy", "怎样改", remedy))
            if not text.strip()
        ) + tuple(
            Fault(name, f"「{label}」最多{MOST_WORDS}个字，现有{len(text)}个字。")
            for name, label, text in (("problem", "问题", problem), ("remedy", "怎样改", remedy))
            if len(text) > MOST_WORDS
        )
        if faults:
            raise Refused(faults[0].sentence, faults)
        point = SupplementPoint(
            case_id=case_id,
            item=item_case.item,
            target=target,
            label=targets[target],
            problem=problem.strip(),
            remedy=remedy.strip(),
            asked_by_id=who.id,
            asked_by=_organ_name(file, item_case, who),
            asked_at=at,
        )
        file.act.add(point)
        data = {"point": str(point.id), "item": item_case.item, "target": target}
        file.act.enter(file.case, "supplement.add", data, item_id=item_id)

    asked = ("point", str(item_id), target, problem, remedy)
    return doing(opening(case_id, settle), step, who=who, at=at, key=key, asked=asked)


def remove_point(case_id: UUID, point_id: UUID, *, who: Who, at: datetime, key: str = "") -> Answer:
    """Take a point back before the notice is issued."""

    def step(file: CaseFile) -> None:
        point = SupplementPoint.objects.filter(case_id=case_id, id=point_id, removed_at=None).first()
        if point is None:
            raise Refused("这条补正内容已经撤下了。")
        if file.case.supplemented_at is not None:
            raise Refused("补正告知书已发出，不能再改。")
        if who.id != point.asked_by_id and not who.has(Role.WINDOW):
            raise Refused("只有提出人或窗口服务专员可以撤下这条补正内容。")
        file.act.change(point, removed_at=at)
        file.act.enter(file.case, "supplement.remove", {"point": str(point.id)})

    return doing(opening(case_id, settle), step, who=who, at=at, key=key, asked=("unpoint", str(point_id)))


def issue_supplement(case_id: UUID, *, who: Who, at: datetime, key: str = "", due: str = "") -> Answer:
    """Issue the one notice of the case with every point gathered; the items without points go on untouched."""

    def step(file: CaseFile) -> None:
        points = _points(file, [each for each in file.items if each.state == State.SUBMITTED])
        if not points:
            raise Refused("还没有补正内容；请先逐条写明要补正什么、怎样改。")
        concerned = [each for each in file.items if each.item in {point.item for point in points}]
        lines = [_line(file, each, Verb.SUPPLEMENT, who) for each in concerned]
        paper = SupplementNotice(points=tuple(_point(file, each) for each in points), **({"due": due} if due else {}))
        _check(paper, file)
        record = _numbered(file, paper, file.signed(lines[0], facts_in(file, concerned[0]), who))
        _doubt(file, points)
        file.act.change(file.case, supplemented_at=at)
        _move_all(file, list(zip(concerned, lines, strict=True)), record)

    return doing(opening(case_id, settle), step, who=who, at=at, key=key, asked=("supplement", str(case_id), due))


def supply(
    case_id: UUID, paper: SupplementReply, *, corrections: Mapping[str, Any], who: Who, at: datetime, key: str = ""
) -> Answer:
    """Answer the notice with corrected fields and new files; the hall must then accept (行政许可法 32(1)(5))."""

    def step(file: CaseFile) -> None:
        waiting = [each for each in file.items if each.state == State.SUPPLEMENTING]
        if not waiting:
            raise Refused("现在没有等待补正的事项。")
        lines = [_line(file, each, Verb.SUPPLY, who) for each in waiting]
        points = _points(file, waiting)
        left = _open_points(file, points, corrections)
        _check_reply(file, left, paper)
        form = {**file.case.form, **_values(file, corrections)}
        name_anew(file, form=form, supplied_at=at, **named_in(form))
        _use_corrected(file, waiting, points)
        signed = file.signed(lines[0], facts_in(file, waiting[0]), who)
        record = _numbered(file, paper, signed, received_at=moment(at), **_handed_in(file, points, corrections))
        _move_all(file, list(zip(waiting, lines, strict=True)), record, left=left, fields=sorted(corrections))

    return doing(
        opening(case_id, settle), step, who=who, at=at, key=key, asked=("supply", str(case_id), paper.note, corrections)
    )


def _points(file: CaseFile, item_cases: list[ItemCase]) -> list[SupplementPoint]:
    """The points about these item-cases, in the order in which they were made."""
    items = [each.item for each in item_cases]
    return list(
        SupplementPoint.objects.filter(case_id=file.case.id, item__in=items, removed_at=None).order_by("asked_at")
    )


def targets_of(file: CaseFile) -> dict[str, str]:
    """What a point may be about: the fields and materials that the one-time notice listed (S-044), by code."""
    assessment = assessed(file.case, file.catalogue)
    fields = {spec.code: spec.label for spec in assessment.fields}
    return fields | {each.material.code: each.material.name for each in assessment.materials}


def _may_still_ask(file: CaseFile, item_case: ItemCase, who: Who) -> None:
    _line(file, item_case, Verb.SUPPLEMENT, who, alone=False)
    ours = any(post.role == Role.REVIEWER and post.organ == item_case.organ for post in who.posts)
    if not (who.has(Role.WINDOW) or ours):
        raise Refused("补正内容由窗口服务专员或该事项的审批部门提出。")


def _line(file: CaseFile, item_case: ItemCase, verb: Verb, who: Who, *, alone: bool = True) -> T:
    line = LINES.get((State(item_case.state), verb))
    if line is None:
        why = no_line(State(item_case.state), verb, deemed=item_case.deemed)
        raise Refused(f"「{file.item(item_case).short}」：{why}")
    facts = facts_in(file, item_case)
    if alone and (reason := why_not(line, who, facts)):
        raise Refused(reason)
    if facts.supplement_issued and verb == Verb.SUPPLEMENT:
        raise Refused("本办件已一次性告知补正内容，不能再次要求补正（行政许可法第三十二条第一款第四项）。")
    return line


def _organ_name(file: CaseFile, item_case: ItemCase, who: Who) -> str:
    if any(post.role == Role.REVIEWER and post.organ == item_case.organ for post in who.posts):
        return file.catalogue.organs[item_case.organ].short
    return file.catalogue.organs[file.catalogue.zone.issuer].short


def _point(file: CaseFile, point: SupplementPoint) -> Point:
    short = file.catalogue.items[point.item].short
    return Point(
        item=short,
        target=point.target,
        label=point.label,
        problem=point.problem,
        remedy=point.remedy,
        asked_by=point.asked_by,
    )


def _check(paper: SupplementNotice, file: CaseFile) -> None:
    faults = paper.faults(PaperFacts(today=file.today, targets=tuple(targets_of(file))))
    if faults:
        raise Refused(faults[0].sentence, faults)


def _open_points(
    file: CaseFile, points: list[SupplementPoint], corrections: Mapping[str, Any]
) -> list[SupplementPoint]:
    """The points that neither a new file nor a corrected field answers. Raises Refused for others."""
    if set(corrections) - {point.target for point in points}:
        raise Refused("补正告知书没有要求更改这些信息，不能更改。")
    answered = set(corrections) | {code for code, _ in _corrected(file, points)}
    return [point for point in points if point.target not in answered]


def _check_reply(file: CaseFile, left: list[SupplementPoint], paper: SupplementReply) -> None:
    """What is left open needs at least a word why nothing changes."""
    if left and not paper.note.strip():
        named = "、".join(dict.fromkeys(point.label for point in left))
        raise Refused(
            f"还有补正内容没有处理：{named}。请上传或更改；认为无需更改的，请在「补充说明」中写明理由。",
            (Fault("note", "请处理全部补正内容，或写明无需更改的理由。"),),
        )
    if faults := paper.faults(PaperFacts(today=file.today)):
        raise Refused(faults[0].sentence, faults)


def _values(file: CaseFile, corrections: Mapping[str, Any]) -> dict[str, Any]:
    """The corrected fields as they are kept. Raises Refused with every fault."""
    values, faults = {}, []
    for code, raw in corrections.items():
        values[code], sentence = field_fault(file.catalogue.fields[code], typed(raw), file.today)
        if sentence:
            faults.append(Fault(code, sentence))
    if faults:
        raise Refused(faults[0].sentence, faults)
    return values


def _numbered(file: CaseFile, paper: SupplementNotice | SupplementReply, who: Who, **on_head: Any) -> PaperRecord:
    due = Due(paper)
    series = series_of(file, due)
    (serial,) = file.act.numbers([series])
    return made(file, due, document_number(series, serial), who=who, on_head=on_head)


def _newer(file: CaseFile, points: list[SupplementPoint]) -> list[tuple[str, int]]:
    """The files handed in since the notice, each as its material and version."""
    newer = Material.objects.filter(
        case_id=file.case.id,
        code__in={point.target for point in points},
        removed_at=None,
        handed_in_at__gt=file.case.supplemented_at,
    )
    return list(newer.order_by("handed_in_at").values_list("code", "version"))


def _corrected(file: CaseFile, points: list[SupplementPoint]) -> set[tuple[str, int]]:
    """The materials handed in since the notice, each with its new version."""
    return set(_newer(file, points))


def _handed_in(file: CaseFile, points: list[SupplementPoint], corrections: Mapping[str, Any]) -> dict[str, Any]:
    """What the receipt of an answer lists: the new files by material, and the fields corrected."""
    counted = Counter(code for code, _ in _newer(file, points))
    materials, fields = file.catalogue.materials, file.catalogue.fields
    return {
        "materials": tuple((materials[code].name, f"{count}个文件") for code, count in counted.items()),
        "corrected": tuple(fields[code].label for code in corrections),
    }


def _use_corrected(file: CaseFile, waiting: list[ItemCase], points: list[SupplementPoint]) -> None:
    """The items that doubted a material use its new version; the others keep what they have (domain §7-8)."""
    for code, version in sorted(_corrected(file, points)):
        doubting = {point.item for point in points if point.target == code}
        for item_case in waiting:
            if item_case.item in doubting:
                file.act.add(MaterialUse(item_case_id=item_case.id, code=code, version=version))


def _doubt(file: CaseFile, points: list[SupplementPoint]) -> None:
    """Mark the materials that an item doubts; what other items accepted stays as it is (domain §7-8)."""
    doubted = {(point.item, point.target) for point in points}
    ids = {each.id: each.item for each in file.items}
    for use in MaterialUse.objects.filter(item_case_id__in=ids):
        if (ids[use.item_case_id], use.code) in doubted:
            file.act.change(use, standing=MaterialUse.Standing.DOUBTED)


def _move_all(
    file: CaseFile,
    moves: list[tuple[ItemCase, T]],
    record: PaperRecord,
    left: Sequence[SupplementPoint] = (),
    fields: Sequence[str] = (),
) -> None:
    for item_case, line in moves:
        became = {
            "state": line.to,
            "open_points": len({point.target for point in left if point.item == item_case.item}),
            **moved(file, item_case, line.clocks, file.today),
        }
        file.act.change(item_case, **became)
        data = {"item": item_case.item, "from": line.from_, "to": line.to, "paper": str(record.id)}
        file.act.enter(
            file.case,
            f"item.{line.verb}",
            {**data, "number": record.number, "became": became, "fields": list(fields)},
            item_id=item_case.id,
        )
    settle_state(file)
