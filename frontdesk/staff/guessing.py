"""How many wrong tries to sign in are let through, so that guessing is slow and nobody is shut out.

A browser that somebody has signed in with carries a mark of that account (the idea of OWASP's
device cookies): its tries are counted by themselves. So whoever guesses at a colleague's password
from elsewhere slows strange browsers down, not the colleague's own. Every count ends after a
quarter of an hour. Counted in this process.
"""

from __future__ import annotations

import math
import time

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from frontdesk.problems import Problem

WINDOW_MINUTES = 15
BY_BROWSER = RateLimitItemPerMinute(10, WINDOW_MINUTES, "sign-ins by known browser")
BY_ADDRESS_AND_ACCOUNT = RateLimitItemPerMinute(5, WINDOW_MINUTES, "sign-ins by pair")
BY_ADDRESS = RateLimitItemPerMinute(30, WINDOW_MINUTES, "sign-ins by address")
BY_ACCOUNT = RateLimitItemPerMinute(100, WINDOW_MINUTES, "sign-ins by account")

Count = tuple[RateLimitItemPerMinute, tuple[str, ...]]


class SignInLimits:
    """Counts each try before it is looked at, so that many at once are counted too."""

    def __init__(self) -> None:
        self._storage = MemoryStorage()
        self._limiter = FixedWindowRateLimiter(self._storage)

    def count(
        self, *, account: str, address: str, known_browser: str | None, advice: str
    ) -> list[Count]:
        """Counts a try and returns what to take back if it was right.

        `account` is the same for every way of writing an address, and need not exist. Raises
        Problem 429 with this advice, in which `{minutes}` is how long to wait.
        """
        counted: list[Count] = []
        for item, keys in _counts(account, address, known_browser):
            if not self._limiter.hit(item, *keys):
                reset_at, _left = self._limiter.get_window_stats(item, *keys)
                wait = max(1, math.ceil(reset_at - time.time()))
                told = advice.format(minutes=math.ceil(wait / 60))
                raise Problem(429, told, {"Retry-After": str(wait)})
            counted.append((item, keys))
        return counted

    def take_back(self, counted: list[Count]) -> None:
        """Uncounts a try that was right."""
        for item, keys in counted:
            self._storage.decr(item.key_for(*keys))


def _counts(account: str, address: str, known_browser: str | None) -> list[Count]:
    """The narrow count first: what it refuses is not counted against anybody else."""
    if known_browser is not None:
        return [(BY_BROWSER, (account, known_browser))]
    return [
        (BY_ADDRESS_AND_ACCOUNT, (address, account)),
        (BY_ADDRESS, (address,)),
        (BY_ACCOUNT, (account,)),
    ]
