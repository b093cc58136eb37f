"""How many messages a minute: for one conversation and for one address."""

from __future__ import annotations

import math
import time

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from frontdesk.problems import Problem
from frontdesk.settings import RateLimit


class RateLimits:
    """Counts in this process; with several front desks each allows its own share."""

    def __init__(self, limit: RateLimit | None, advice: str) -> None:
        self._advice = advice
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._items = (
            {
                "conversation": RateLimitItemPerMinute(limit.per_conversation),
                "address": RateLimitItemPerMinute(limit.per_address),
            }
            if limit
            else {}
        )

    def allows(self, kind: str, key: str) -> bool:
        """Counts one message of a `conversation` or an `address`; False when it is one too many."""
        item = self._items.get(kind)
        return item is None or self._limiter.hit(item, kind, key)

    def count(self, kind: str, key: str) -> None:
        """Counts one message of a `conversation` or an `address`. Raises Problem 429."""
        if self.allows(kind, key):
            return
        item = self._items[kind]
        reset_at, _left = self._limiter.get_window_stats(item, kind, key)
        wait = max(1, math.ceil(reset_at - time.time()))
        raise Problem(429, self._advice, {"Retry-After": str(wait)})
