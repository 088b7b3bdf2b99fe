"""What decides nothing may be done to many at once; what examines or decides may not."""

from __future__ import annotations

import pytest

from yizheng.law.bulk import IN_BULK, why_not_in_bulk
from yizheng.law.words import Verb


@pytest.mark.parametrize("verb", sorted(IN_BULK))
def test_taking_up_work_and_handing_it_on_may_be_done_to_many(verb: Verb) -> None:
    assert why_not_in_bulk(verb) == ""


@pytest.mark.parametrize("verb", [Verb.REVIEW, Verb.RETURN, Verb.GRANT, Verb.REFUSE, Verb.NOT_ACCEPT])
def test_each_application_is_examined_and_decided_on_its_own(verb: Verb) -> None:
    assert f"「{verb.label}」不能批量办理" in why_not_in_bulk(verb)
    assert "行政许可法第三十四条、第三十七条" in why_not_in_bulk(verb)
