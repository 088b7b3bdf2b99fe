"""What changes who works where: posts, deputies, sessions and wrong tries."""

from yizheng.people.commands.appointing import appoint, end_sessions, forget_misses, miss
from yizheng.people.commands.deputies import Asked, deputise, end_deputy

__all__ = ["Asked", "appoint", "deputise", "end_deputy", "end_sessions", "forget_misses", "miss"]
