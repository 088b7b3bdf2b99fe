"""Who holds which post on which day."""

from datetime import date

import pytest
from django.db import IntegrityError

from yizheng.law.words import Role
from yizheng.people.commands import appoint
from yizheng.people.models import Post
from yizheng.people.queries import everybody, person, who

pytestmark = pytest.mark.django_db

JANUARY, MARCH = date(2026, 1, 5), date(2026, 3, 2)


@pytest.fixture
def li():
    return appoint(username="li", name="李审查", role=Role.REVIEWER, organ="SCJG", section="SPJY", from_on=MARCH)


def test_a_post_counts_from_its_first_day(li):
    assert who(li, JANUARY).posts == ()
    assert [post.role for post in who(li, MARCH).posts] == [Role.REVIEWER]


def test_a_post_that_has_ended_counts_no_more(li):
    Post.objects.update(until_on=date(2026, 3, 31))
    assert who(li, date(2026, 3, 31)).has(Role.REVIEWER)
    assert not who(li, date(2026, 4, 1)).has(Role.REVIEWER)


def test_a_post_cannot_end_before_it_begins(li):
    with pytest.raises(IntegrityError):
        Post.objects.update(until_on=JANUARY)


def test_somebody_who_left_holds_no_post(li):
    li.is_active = False
    li.save()
    assert everybody(MARCH) == []


def test_the_same_person_may_hold_several_posts(li):
    appoint(username="li", name="李审查", role=Role.DECIDER, organ="XFJY", from_on=MARCH)
    (found,) = everybody(MARCH)
    assert {post.organ for post in found.posts} == {"SCJG", "XFJY"}
    assert {post.role for post in found.posts} == {Role.REVIEWER, Role.DECIDER}


def test_without_a_password_nobody_can_sign_in(li):
    assert not person(li.pk).check_password("")
    assert not person(li.pk).has_usable_password()
