"""Two acts that number papers in turn can wait for each other; the one given up begins anew and nothing is lost."""

from threading import Barrier

import pytest

from tests import make
from tests.crowd import crowd
from yizheng.cases.file import opening
from yizheng.law.authority import Who
from yizheng.ledger.book import entries_of, fault_in_chain
from yizheng.ledger.command import doing
from yizheng.ledger.models import Counter

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

DAY = make.at(2026, 3, 2)


def test_two_acts_that_wait_for_each_other_both_come_through():
    make.publish_regulations()
    cases = [make.draft(moment=DAY), make.draft(moment=DAY)]
    meeting = Barrier(2)

    def crossing(case_id, first, second):
        met = []

        def step(file):
            file.act.numbers([first])
            if not met:
                met.append(True)
                meeting.wait(20)
            file.act.numbers([second])
            file.act.enter(file.case, "test.crossed", {})

        return lambda: doing(opening(case_id), step, who=Who("someone", "某人"), at=DAY)

    with crowd(2) as at_once:
        answers = at_once(crossing(cases[0], "甲", "乙"), crossing(cases[1], "乙", "甲"))
    assert [type(answer).__name__ for answer in answers] == ["Answer", "Answer"]
    assert dict(Counter.objects.filter(series__in="甲乙").values_list("series", "n")) == {"甲": 2, "乙": 2}
    for case_id in cases:
        assert fault_in_chain(entries_of(case_id)) == ""
