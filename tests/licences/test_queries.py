"""What a scan says, from the permits at that moment."""

from dataclasses import asdict
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from tests import make
from yizheng.law.papers import Revocation
from yizheng.law.words import Standing
from yizheng.ledger.command import NotFound
from yizheng.licences import queries
from yizheng.licences.commands import act_on_permit
from yizheng.licences.seen import Banner

pytestmark = pytest.mark.django_db

ACCEPTED, GRANTED, REVOKED, LATER = (make.at(2026, 3, day) for day in (2, 4, 10, 11))


@pytest.fixture
def office() -> make.Office:
    return make.office()


def with_permits(office: make.Office, count: int) -> UUID:
    """A restaurant with this many of its five permits granted."""
    case_id = make.accepted(office, moment=ACCEPTED)
    for item_case in list(make.items(case_id).values())[:count]:
        make.granted(office, item_case, moment=GRANTED)
    return case_id


def revoke_last(office: make.Office, case_id: UUID) -> None:
    permit = queries.permits_of(case_id, REVOKED)[-1]
    paper = Revocation(ground="69-2", found="以欺骗手段取得许可。")
    act_on_permit(case_id, permit.id, paper, who=office.deciders[permit.organ], at=REVOKED)


def tokens(case_id: UUID) -> list[str]:
    return [each.token for each in queries.licence_of(case_id, LATER).versions]


def test_a_licence_whose_permits_all_hold_is_wholly_valid(office):
    scan = queries.scanned(tokens(with_permits(office, 3))[-1], LATER)
    assert (scan.banner, scan.version, scan.current_version, scan.replaced) == (Banner.ALL, 2, 2, False)
    assert [each.standing for each in scan.listed] == [Standing.IN_FORCE] * 3
    assert not scan.retired
    assert scan.phone


def test_an_old_version_says_that_it_was_replaced_and_what_was_added(office):
    scan = queries.scanned(tokens(with_permits(office, 3))[0], LATER)
    assert scan.replaced
    assert (scan.version, scan.current_version, len(scan.listed), len(scan.added)) == (1, 2, 2, 1)
    assert scan.banner == Banner.ALL


def test_a_revoked_permit_shows_at_once_with_its_day_and_ground(office):
    case_id = with_permits(office, 3)
    before = tokens(case_id)[-1]
    revoke_last(office, case_id)
    scan = queries.scanned(before, REVOKED + timedelta(seconds=5))
    assert (scan.banner, scan.replaced, scan.current_version) == (Banner.SOME, True, 3)
    gone = scan.listed[-1]
    assert (gone.standing, gone.ended_on, gone.holds) == (Standing.REVOKED, REVOKED.date(), False)
    assert "行政许可法第六十九条第二款" in gone.why


def test_the_version_after_a_revocation_lists_what_holds_and_what_was_dropped(office):
    case_id = with_permits(office, 3)
    revoke_last(office, case_id)
    scan = queries.scanned(tokens(case_id)[-1], LATER)
    assert (scan.banner, len(scan.listed), len(scan.dropped)) == (Banner.ALL, 2, 1)


def test_below_two_permits_the_licence_is_retired_and_says_why(office):
    case_id = with_permits(office, 2)
    revoke_last(office, case_id)
    scan = queries.scanned(tokens(case_id)[0], LATER)
    assert scan.retired
    assert scan.retired_at == REVOKED
    assert "至少载明两项" in scan.retired_why
    assert scan.banner == Banner.SOME
    assert queries.licence_of(case_id, LATER).why_none


def test_a_permit_expires_by_the_calendar_alone(office):
    scan = queries.scanned(tokens(with_permits(office, 5))[-1], make.at(2040, 1, 4))
    ended = [each for each in scan.listed if not each.holds]
    assert ended
    assert all(each.standing == Standing.EXPIRED and "届满" in each.why for each in ended)
    assert scan.banner == Banner.SOME


def test_a_forged_token_is_not_found(office):
    with_permits(office, 2)
    for token in ("", "x", "A" * 22, "' OR 1=1 --"):
        with pytest.raises(NotFound):
            queries.scanned(token, LATER)


def test_a_scan_carries_no_personal_data(office):
    case_id = with_permits(office, 2)
    case = make.case(case_id)
    said = str(asdict(queries.scanned(tokens(case_id)[0], LATER)))
    personal = {"rep_name", "rep_id_number", "rep_phone", "contact_name", "contact_phone", "delivery_address"}
    for code in personal:
        assert case.form[code] not in said, code
    assert case.query_code not in said
    assert str(case.id) not in said


def test_a_scan_takes_at_most_four_statements(office, django_assert_num_queries):
    token = tokens(with_permits(office, 5))[-1]
    queries.scanned(token, LATER)
    with django_assert_num_queries(4):
        queries.scanned(token, LATER)


def test_fewer_than_two_permits_make_no_licence_and_the_applicant_is_told_why(office):
    seen = queries.licence_of(with_permits(office, 1), LATER)
    assert (seen.version, seen.token, seen.versions) == (0, "", ())
    assert "目前有效许可1项" in seen.why_none
    assert "目前有效许可0项" in queries.licence_of(uuid4(), LATER).why_none


def test_the_face_of_any_version_can_be_shown(office):
    case_id = with_permits(office, 3)
    newest, token = queries.face_of(case_id)
    assert (newest.version, len(newest.lines), token) == (2, 3, tokens(case_id)[1])
    assert queries.face_of(case_id, 1)[0].version == 1
    with pytest.raises(NotFound):
        queries.face_of(case_id, 9)


def test_a_licence_is_found_by_identifier_number_digits_and_credit_code(office):
    case_id = with_permits(office, 3)
    face, _ = queries.face_of(case_id, 1)
    digits = face.number.rpartition("〕")[2]
    assert queries.identified(face.identifier.lower(), LATER).replaced
    for text in (face.number, face.number.replace("〔", "[").replace("〕", " ] "), digits):
        assert queries.identified(text, LATER).version == 2
    assert [scan.number for scan in queries.held_by(face.holder_code.lower(), LATER)] == [face.number]
    assert queries.held_by("91370271MA0000000X", LATER) == ()
    with pytest.raises(NotFound):
        queries.identified("3702712026999999", LATER)
