"""What changes who works where: posts, deputies, filters kept, sessions and wrong tries."""

from yizheng.people.commands.appointing import appoint, end_sessions, forget_misses, miss
from yizheng.people.commands.deputies import Asked, deputise, end_deputy
from yizheng.people.commands.filters import drop_filter, save_filter

__all__ = [
    "Asked",
    "appoint",
    "deputise",
    "drop_filter",
    "end_deputy",
    "end_sessions",
    "forget_misses",
    "miss",
    "save_filter",
]
