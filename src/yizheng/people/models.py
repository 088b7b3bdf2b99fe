"""Person and post: who works where, in which role, from when until when."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac

from yizheng.law.authority import Post as LawPost
from yizheng.law.authority import Who
from yizheng.law.words import Role


class Person(AbstractBaseUser):
    """A member of staff. Applicants need no account: they open their case with its number and query code."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    username = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=60)
    is_active = models.BooleanField(default=True)
    session_epoch = models.PositiveIntegerField(default=0)
    """Raised at every signing out: no session begun before is taken any more, though its cookie is well signed."""

    objects = BaseUserManager["Person"]()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_session_auth_hash(self) -> str:
        """What a session must bear to be taken: another after a new password, and after signing out."""
        said = f"{self.session_epoch}:{self.password}"
        return salted_hmac("yizheng.people.session", said, algorithm="sha256").hexdigest()

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """No older secret key is taken."""
        return iter(())


class Post(models.Model):
    """That a person holds a role in a section 科室 of an organ, from one day until another."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="posts")
    role = models.CharField(max_length=20)
    organ = models.CharField(max_length=40)
    section = models.CharField(max_length=40, blank=True)
    from_on = models.DateField()
    until_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(until_on__isnull=True) | models.Q(until_on__gte=models.F("from_on")),
                name="post_ends_after_it_begins",
                violation_error_message="任职的结束日不能早于开始日。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.organ} {self.section} {self.role}"

    def facts(self, holder: Person | None = None) -> LawPost:
        """The post as the law sees it; with the ``holder``, as somebody else has it who stands in for them."""
        for_whom = (str(holder.pk), holder.name) if holder else ("", "")
        return LawPost(Role(self.role), self.organ, self.section, *for_whom)


class Deputy(models.Model):
    """That a person stands in for the holder of a post 代理, from one day until another; both days count."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="deputies")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="deputises")
    from_on = models.DateField()
    until_on = models.DateField()
    appointed_by = models.CharField(max_length=60)
    appointed_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    """When it was ended before its last day; from this day on it counts no more."""

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(until_on__gte=models.F("from_on")),
                name="deputy_ends_after_it_begins",
                violation_error_message="代理的结束日不能早于开始日。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} 代理 {self.post_id} {self.from_on}—{self.until_on}"


class SavedFilter(models.Model):
    """A way of looking at a desk that a person has kept under a name: the fields of its address."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="saved_filters")
    name = models.CharField(max_length=20)
    fields = models.JSONField()
    saved_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "name"],
                name="saved_filter_once",
                violation_error_message="同名的常用筛选只有一个。",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Miss(models.Model):
    """One wrong try at a password or a code. ``what`` is a keyed digest: neither a name nor an address is kept."""

    what = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["what", "at"], name="miss_of_what"),
            models.Index(fields=["at"], name="miss_at"),
        ]

    def __str__(self) -> str:
        return f"{self.what[:8]} {self.at:%H:%M}"


def who_is(person: Person, posts: list[Post]) -> Who:
    """The person as the law sees them, with their own posts and those in which they stand in for others."""
    ours_first = sorted(posts, key=lambda post: post.person_id != person.pk)
    held = tuple(post.facts(None if post.person_id == person.pk else post.person) for post in ours_first)
    return Who(id=str(person.pk), name=person.name, posts=held)
