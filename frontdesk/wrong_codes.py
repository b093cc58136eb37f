"""How many wrong resume codes may be tried from one network, and when all together are too many.

Guessing one of 24^8 codes is hopeless at this rate. Many networks at once are told to whoever
watches the log and refused nothing: they could otherwise keep every parent out. Counted in this
process.
"""

from __future__ import annotations

import math
import time

import structlog
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from frontdesk.problems import Problem

log = structlog.get_logger()
WINDOW_MINUTES = 15
BY_NETWORK = RateLimitItemPerMinute(10, WINDOW_MINUTES, "codes by network")
BY_ALL = RateLimitItemPerMinute(300, WINDOW_MINUTES, "codes by all")
TOLD = RateLimitItemPerMinute(1, WINDOW_MINUTES, "many codes told")


class WrongCodes:
    """Counts each try before it is looked at, so that many at once are counted too."""

    def __init__(self) -> None:
        self._storage = MemoryStorage()
        self._limiter = FixedWindowRateLimiter(self._storage)

    def count(self, network: str, advice: str) -> None:
        """Counts a try. Raises Problem 429 with this advice when there were too many."""
        if not self._limiter.hit(BY_NETWORK, network):
            reset_at, _left = self._limiter.get_window_stats(BY_NETWORK, network)
            wait = max(1, math.ceil(reset_at - time.time()))
            raise Problem(429, advice, {"Retry-After": str(wait)})
        if not self._limiter.hit(BY_ALL) and self._limiter.hit(TOLD):
            log.warning("many wrong resume codes", minutes=WINDOW_MINUTES)

    def take_back(self, network: str) -> None:
        """Uncounts a try that was right."""
        self._storage.decr(BY_NETWORK.key_for(network))
        self._storage.decr(BY_ALL.key_for())
