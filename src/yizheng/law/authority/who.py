"""Who acts: a person with posts, the applicant of one case, or the clock of the law."""

from __future__ import annotations

from dataclasses import dataclass, replace

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

    def signing_as(self, role: Role, organ: str = "") -> Who:
        """Who signs in such a post: a deputy with the name of whom they stand in for, 「王某（代理李某）」."""
        fit = (post for post in self.posts if post.role == role and organ in {"", post.organ})
        post = min(fit, key=lambda post: bool(post.for_id), default=None)
        return replace(self, name=f"{self.name}（代理{post.for_name}）") if post and post.for_id else self


CLOCK = Who(id="clock", name="法定期限届满", posts=(Post(Role.CLOCK, ""),))
"""The law itself, acting by mere lapse of time."""
