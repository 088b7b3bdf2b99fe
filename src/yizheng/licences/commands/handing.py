"""A version of the licence is handed out at the window against the old one, free of charge (四(三); domain C12)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from yizheng.cases.commands.lapses import settle
from yizheng.cases.file import CaseFile, opening
from yizheng.law.authority import Who
from yizheng.law.papers import Fault
from yizheng.law.words import Role
from yizheng.ledger.command import Answer, NotFound, Refused, doing
from yizheng.licences.commands.lapses import settle_permits
from yizheng.licences.models import HandOut, LicenceVersion


def hand_out(
    case_id: UUID, version: int, *, to_name: str, old_returned: bool, who: Who, at: datetime, key: str = ""
) -> Answer:
    """Hand out the newest version: to whom, and whether the old paper came back. Raises Refused and NotFound."""

    def step(file: CaseFile) -> None:
        if not who.has(Role.WINDOW):
            raise Refused("综合许可证由综合窗口统一颁发（高新区一业一证方案 四(三)）。")
        found = LicenceVersion.objects.filter(licence_id=case_id, version=version).select_related("licence").first()
        if found is None:
            raise NotFound("没有这一版综合许可证。")
        _check(found, to_name)
        file.act.add(
            HandOut(
                version=found, at=at, to_name=to_name.strip(), by_id=who.id, by_name=who.name, old_returned=old_returned
            )
        )
        told = {"number": found.licence.number, "version": version, "to_name": to_name.strip(), "old": old_returned}
        file.act.enter(file.case, "licence.hand_out", told)

    asked = ("hand_out", str(case_id), version, to_name, old_returned)
    return doing(opening(case_id, settle, settle_permits), step, who=who, at=at, key=key, asked=asked)


def _check(found: LicenceVersion, to_name: str) -> None:
    if found.licence.retired_at is not None:
        raise Refused(f"综合许可证已停止使用，不能发放。{found.licence.retired_why}")
    if found.version != found.licence.version:
        raise Refused(f"第{found.version}版已被第{found.licence.version}版替代，请发放现行版本。")
    if HandOut.objects.filter(version=found).exists():
        raise Refused(f"第{found.version}版已经发放。")
    if not to_name.strip():
        sentence = "请填写领证人姓名。"
        raise Refused(sentence, (Fault("to_name", sentence),))
