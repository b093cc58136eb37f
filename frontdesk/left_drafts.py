"""Looks for drafts that were left by people who may be rung, and puts each in the queue once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from frontdesk.transactions import Transactions
from store.referrals.abandoned import ask_to_ring, list_left_drafts


class LeftDrafts:
    """Each is looked at in a transaction of its own, so that nobody waits for the whole list."""

    def __init__(self, transactions: Transactions, *, after: timedelta) -> None:
        self._transactions = transactions
        self._after = after

    async def ask_to_ring_due(self) -> None:
        """Asks a person to ring whoever left a draft so long ago and said that they may."""
        now = datetime.now(UTC)
        before = now - self._after
        for conversation_id in await self._transactions.read(list_left_drafts, before=before):
            await self._transactions.write(ask_to_ring, conversation_id, before=before, now=now)
