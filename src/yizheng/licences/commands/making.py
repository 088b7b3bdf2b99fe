"""A grant makes its permit at once, with number, term, what it states, and the check to follow (行政许可法 39; C10)."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from yizheng.cases.file import CaseFile, day_of
from yizheng.law.items import Item
from yizheng.law.post_check import Checking, check_run
from yizheng.law.words import Handling, Standing
from yizheng.ledger.models import Entry
from yizheng.licences.commands.lapses import settle_permits
from yizheng.licences.facts import supervisor_of
from yizheng.licences.models import Licence, Permit
from yizheng.licences.shelf import Shelf, shelf_of
from yizheng.licences.standing import stand


def make_permit(file: CaseFile, entry: Entry) -> None:
    """A grant makes its permit at once (行政许可法 39); first the clock speaks for those there are (50(2), 70(1))."""
    settle_permits(file)
    shelf, said = shelf_of(file), entry.data["permit"]
    assert entry.item_id is not None  # a grant is of an item
    item_case = file.item_case(entry.item_id)
    item, organ = file.item(item_case), file.catalogue.organs[item_case.organ]
    stated = {
        "holder": file.case.holder,
        "representative": str(file.case.form.get("rep_name", "")),
        "premises": file.case.premises,
    }
    permit = Permit(
        id=uuid.uuid4(),
        licence=_licence(file, shelf, stated),
        item_case_id=item_case.id,
        item=item.code,
        name=item.name,
        certificate=item.certificate.name,
        number=said["number"],
        organ=organ.code,
        organ_name=organ.name,
        section=item_case.section,
        supervisor=supervisor_of(item),
        scope=said["scope"],
        granted_on=day_of(entry.at),
        from_on=date.fromisoformat(said["from_on"]),
        until_on=date.fromisoformat(said["until_on"]) if said["until_on"] else None,
        place=item_case.place,
        **stated,
        **_check_to_follow(item, day_of(entry.at), committed=item_case.handling == Handling.COMMITMENT),
    )
    file.act.add(permit)
    shelf.permits.append(permit)
    made = {"permit": str(permit.id), "number": permit.number, "by_commitment": permit.by_commitment}
    made_entry = file.act.enter(file.case, "permit.make", made, item_id=item_case.id, at=entry.at)
    stand(file, permit, made_entry, entry.data.get("number", ""), standing=Standing.IN_FORCE)


def _licence(file: CaseFile, shelf: Shelf, stated: dict[str, str]) -> Licence:
    if shelf.licence is None:
        shelf.licence = Licence(case_id=file.case.home, **stated)
        file.act.add(shelf.licence)
    return shelf.licence


def _check_to_follow(item: Item, on: date, *, committed: bool) -> dict[str, Any]:
    """The clock of the check, from the grant; only what was granted on commitment is marked so (青岛市条例 27(1))."""
    rule = item.post_check
    if rule is None or (rule.commitment and not committed):
        return {"by_commitment": committed}
    run = check_run(rule, Checking.DUE, on)
    assert run is not None  # a check that is due has its term
    return {"by_commitment": committed, "checking": Checking.DUE, "check_run": run.as_data()}
