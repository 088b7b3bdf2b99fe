"""A new version of the catalogue brings a change of law: open item-cases keep it, applicants are told (§7-5)."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from yizheng.cases.commands.lapses import settle
from yizheng.cases.file import CaseFile, opening
from yizheng.cases.law_in_force import untold
from yizheng.cases.models import ItemCase
from yizheng.catalogue import publishing
from yizheng.law.authority import CLOCK
from yizheng.law.items import Catalogue
from yizheng.law.words import State
from yizheng.ledger.command import Answer, Refused, doing

KIND = "law.change"


class NothingChanged(Refused):
    """No law of this case has changed."""


def tell_law_changes(case_id: UUID, *, at: datetime) -> Answer | None:
    """Keep with every open item-case how its law has changed since the filing; None when nothing is new."""
    try:
        return doing(opening(case_id, settle), _something_changed, who=CLOCK, at=at)
    except NothingChanged:
        return None


def _something_changed(file: CaseFile) -> None:
    if not learn_of_changes(file):
        raise NothingChanged("本办件各事项的法律没有新的变化。")


def learn_of_changes(file: CaseFile) -> bool:
    """Keep what the newest version says of the law of open item-cases; whether anything was new.

    The door does so before an opinion or a decision: the law in force decides, whether anybody has told of it or not.
    """
    newest = file.newest_version_id
    catalogue = publishing.version(newest)
    told = False
    for item_case in file.items:
        new = _new(file, item_case, catalogue, newest) if State(item_case.state).is_open else []
        if not new:
            continue
        told = True
        became = {"law": [*item_case.law, *new]}
        file.act.change(item_case, **became)
        said = {"item": item_case.item, "changes": new, "became": became}
        file.act.enter(file.case, KIND, said, item_id=item_case.id, who=CLOCK)
    return told


def _new(file: CaseFile, item_case: ItemCase, catalogue: Catalogue, version: UUID) -> list[dict[str, Any]]:
    return [
        {
            "on": change.on.isoformat(),
            "bearing": change.bearing,
            "text": change.text,
            "basis": list(change.basis),
            "version": str(version),
            "told_at": file.act.at.isoformat(),
        }
        for change in untold(catalogue.items.get(item_case.item), item_case.law, file.case.received_at)
    ]
