"""Drafts: saved at every step, never lost, wiped when nobody comes back; the book notes fields, not content."""

import os
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage

from tests import make, published
from yizheng.cases.commands import expire_draft, file_case, hand_in, save_draft, take_out
from yizheng.cases.models import Case, Material
from yizheng.cases.uploads import content_of, place_of
from yizheng.jobs import wipe_old_drafts, wipe_stray_files
from yizheng.law.authority import Who
from yizheng.law.words import CaseState
from yizheng.ledger.book import entries_of
from yizheng.ledger.command import NotFound, Refused

pytestmark = pytest.mark.django_db

DAY = make.at(2026, 3, 2)


@pytest.fixture
def draft():
    make.office()
    return make.draft(moment=DAY)


def save(case_id, **form):
    return save_draft(case_id, form=form, who=make.applicant_of(case_id), at=DAY)


def test_saving_one_page_keeps_what_the_others_said(draft):
    save(draft, staff_count=12)
    form = make.case(draft).form
    assert form["staff_count"] == 12
    assert form["applicant_name"]


def test_the_book_names_the_fields_and_not_their_content(draft):
    save(draft, rep_name="王小明", rep_id_number="370214188801010015")
    book = str([entry.data for entry in entries_of(draft)])
    assert "rep_id_number" in book
    assert "370214188801010015" not in book
    assert "王小明" not in book


def test_somebody_elses_draft_cannot_be_saved(draft):
    with pytest.raises(Refused, match="只有申请人本人"):
        save_draft(draft, form={"staff_count": 1}, who=Who("applicant", "申请人", applies_for="another"), at=DAY)


def test_the_window_edits_an_online_draft_only_for_whoever_gives_it_the_code(draft):
    window = make.office().window
    with pytest.raises(Refused, match="只有申请人本人"):
        save_draft(draft, form={"staff_count": 1}, who=window, at=DAY)
    with pytest.raises(Refused, match="只有申请人本人"):
        file_case(draft, who=window, at=DAY)
    save_draft(draft, form={"staff_count": 1}, who=replace(window, applies_for=str(draft)), at=DAY)
    assert make.case(draft).form["staff_count"] == 1


def test_a_draft_that_does_not_exist_is_not_found():
    with pytest.raises(NotFound):
        save_draft(Case().id, form={}, who=Who("applicant", "申请人"), at=DAY)


def test_files_can_be_added_and_taken_out_again(draft):
    hand_in(draft, "M_PLAN_BASE", [make.kept("二层.png", 30)], who=make.applicant_of(draft), at=DAY)
    added = Material.objects.get(case_id=draft, name="二层.png")
    take_out(draft, added.id, who=make.applicant_of(draft), at=DAY)
    assert Material.objects.get(id=added.id).removed_at == DAY
    with pytest.raises(Refused, match="已经不在材料里"):
        take_out(draft, added.id, who=make.applicant_of(draft), at=DAY)


def test_a_material_nobody_asked_for_is_not_taken(draft):
    with pytest.raises(Refused, match="没有要求交这份材料"):
        hand_in(draft, "M_LICENCE", [make.kept()], who=make.applicant_of(draft), at=DAY)


def test_a_draft_follows_a_new_catalogue_until_it_is_filed(draft):
    known = published.catalogue()
    photo = next(use for use in known.items["TOBACCO"].materials if use.material == "M_PREMISES")
    sewer = replace(known.items["SEWER"], materials=(photo, *known.items["SEWER"].materials))
    newer = make.changed(replace(known, items={**known.items, "SEWER": sewer}), DAY + timedelta(days=1))
    hand_in(draft, "M_PREMISES", [make.kept()], who=make.applicant_of(draft), at=DAY + timedelta(days=2))
    assert make.case(draft).catalogue_id == newer


def test_a_material_takes_fifty_files_at_most(draft):
    with pytest.raises(Refused, match="最多50个文件"):
        hand_in(draft, "M_PLAN_BASE", [make.kept()] * 50, who=make.applicant_of(draft), at=DAY)


def test_a_filed_case_is_no_longer_a_draft(draft):
    file_case(draft, who=make.applicant_of(draft), at=DAY)
    with pytest.raises(Refused, match="申请已提交，办件编号YYYZ"):
        save(draft, staff_count=13)


def test_a_draft_nobody_touches_is_wiped_and_says_so(draft):
    late = DAY + timedelta(days=91)
    assert wipe_old_drafts(DAY + timedelta(days=89)) == 0
    assert wipe_old_drafts(late) == 1
    row = make.case(draft)
    assert (row.state, row.form, row.answers) == (CaseState.EXPIRED, {}, {})
    with pytest.raises(Refused, match="超过保存期"):
        save(draft, staff_count=1)


def test_a_draft_somebody_still_writes_is_kept(draft):
    with pytest.raises(Refused, match="还在保存期内"):
        expire_draft(draft, at=DAY, untouched_since=DAY)


def test_files_that_no_case_has_are_deleted_after_a_day(draft):
    stray = make.kept("没有交成.png", 77)
    taken_out = make.kept("取出的.png", 78)
    hand_in(draft, "M_PLAN_BASE", [taken_out], who=make.applicant_of(draft), at=DAY)
    take_out(draft, Material.objects.get(name="取出的.png").id, who=make.applicant_of(draft), at=DAY)
    held = set(Material.objects.filter(case_id=draft, removed_at=None).values_list("digest", flat=True))
    for digest in {stray.digest, taken_out.digest, *held}:
        os.utime(default_storage.path(place_of(digest)), (DAY.timestamp(),) * 2)
    assert wipe_stray_files(DAY + timedelta(hours=23)) == 0
    assert wipe_stray_files(DAY + timedelta(days=2)) == 2
    for digest in (stray.digest, taken_out.digest):
        with pytest.raises(FileNotFoundError):
            content_of(digest)
    assert all(content_of(digest) for digest in held)


def test_without_any_upload_there_is_nothing_to_delete(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "nothing-yet"
    assert wipe_stray_files(DAY) == 0
