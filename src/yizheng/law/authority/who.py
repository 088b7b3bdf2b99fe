"""Who acts: a person with posts, the applicant of one case, or the clock of the law."""

from __future__ import annotations

from dataclasses import dataclass

from yizheng.law.words import Role


@dataclass(frozen=True, slots=True)
class Post:
    """That a person holds ``role`` in a section 科室 of an organ."""

    role: Role
    organ: str
    section: str = ""
    for_id: str = ""
    for_name: str = ""
    """Whose post it is, when this person stands in for another (代理); empty for a post of one's own."""


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody who acts: a person with posts, the applicant of one case, or the clock of the law."""

    id: str
    name: str
    posts: tuple[Post, ...] = ()
    applies_for: str = ""
    """The id of the case whose applicant this is, if it is one."""

    def has(self, role: Role) -> bool:
        """Whether this person holds a post with ``role``."""
        return any(post.role == role for post in self.posts)


CLOCK = Who(id="clock", name="法定期限届满", posts=(Post(Role.CLOCK, ""),))
"""The law itself, acting by mere lapse of time."""
