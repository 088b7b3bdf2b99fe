"""The house describes itself: the documents in ``docs/generated`` are made from the tables of the law, never by hand.

``write`` makes them, ``stale`` names those that no longer fit the code; ``yizheng docs`` and a test call them.
"""

from yizheng.house.documents import stale, write

__all__ = ["stale", "write"]
