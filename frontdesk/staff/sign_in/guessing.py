"""How many wrong tries to sign in are let through, so that guessing is slow and nobody is shut out.

A browser that somebody has signed in with carries a mark of that account (the idea of OWASP's
device cookies): its tries are counted by themselves. So whoever guesses at a colleague's password
from elsewhere slows strange browsers down, not the colleague's own. Every count ends after a
quarter of an hour. They are kept in the database, so a guesser gains nothing where several front
desks run, or by a restart.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session

from frontdesk.problems import Problem
from frontdesk.transactions import Transactions
from store.accounts.sign_in_challenges import forget_old_challenges
from store.accounts.sign_in_tries import Count, count_try, forget_old_tries, take_try_back

WINDOW = timedelta(minutes=15)
BY_BROWSER = 10
BY_ADDRESS_AND_ACCOUNT = 5
BY_ADDRESS = 30
BY_ACCOUNT = 100
BEGUN_BY_ADDRESS = 120
"""Challenges given out, right or wrong: each is a row until it is old."""


class SignInLimits:
    """Counts each try before it is looked at, so that many at once are counted too."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    async def count(
        self, *, account: str, address: str, known_browser: str | None, advice: str
    ) -> Sequence[Count]:
        """Counts a try and returns what to take back if it was right.

        `account` is the same for every way of writing an address, and need not exist. Raises
        Problem 429 with this advice, in which `{minutes}` is how long to wait.
        """
        counts = _counts(account, address, known_browser)
        await self._count(counts, advice)
        return counts

    async def count_begun(self, *, address: str, advice: str) -> None:
        """Counts something to bring back that is handed out. Raises Problem 429 as `count`."""
        await self._count([Count(f"begun {address}", BEGUN_BY_ADDRESS)], advice)

    async def take_back(self, counts: Sequence[Count]) -> None:
        """Uncounts a try that was right."""
        await self._transactions.write(take_try_back, counts)

    async def forget_old(self) -> None:
        """Deletes counts that are over and challenges that nobody brought back."""
        await self._transactions.write(_forget_old, datetime.now(UTC))

    async def _count(self, counts: Sequence[Count], advice: str) -> None:
        wait = await self._transactions.write(
            count_try, counts, window=WINDOW, now=datetime.now(UTC)
        )
        if wait is not None:
            seconds = max(1, math.ceil(wait.total_seconds()))
            told = advice.format(minutes=math.ceil(seconds / 60))
            raise Problem(429, told, {"Retry-After": str(seconds)})


def _forget_old(session: Session, now: datetime) -> None:
    forget_old_tries(session, now=now)
    forget_old_challenges(session, now=now)


def _counts(account: str, address: str, known_browser: str | None) -> Sequence[Count]:
    """The narrow count first: what it refuses is not counted against anybody else."""
    if known_browser is not None:
        return [Count(f"browser {account} {known_browser}", BY_BROWSER)]
    return [
        Count(f"pair {address} {account}", BY_ADDRESS_AND_ACCOUNT),
        Count(f"address {address}", BY_ADDRESS),
        Count(f"account {account}", BY_ACCOUNT),
    ]
