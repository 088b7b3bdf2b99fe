"""好差评: a bad grade is answered within fifteen working days, the others ask for nothing (domain §2.12)."""

from datetime import date

import pytest

from tests.published import calendar
from yizheng.law.clocks import due
from yizheng.law.ratings import BAD, GRADES, answer_run


@pytest.mark.parametrize("grade", GRADES)
def test_only_a_bad_rating_must_be_answered(grade):
    run = answer_run(grade, date(2026, 3, 2))
    assert (run is not None) == (grade in BAD)
    if run:
        assert due(run, calendar()).on == date(2026, 3, 23), "fifteen working days"
