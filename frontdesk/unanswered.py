"""Looks for conversations whose colleague has left the parent waiting, and gives them back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from frontdesk.desk import Desk
from frontdesk.events import Events
from frontdesk.takeover import return_unanswered
from frontdesk.transactions import Transactions
from store.takeover.claims import list_run_out


class UnansweredClaims:
    """Part of what is looked at with every sweep; with nothing to do it costs one small query."""

    def __init__(
        self, transactions: Transactions, desk: Desk, events: Events, *, after: timedelta
    ) -> None:
        self._transactions = transactions
        self._desk = desk
        self._events = events
        self._after = after

    async def return_due(self) -> None:
        """Gives back what was left unanswered for so long, and wakes the parents' pages."""
        run_out = datetime.now(UTC) - self._after
        if not await self._transactions.read(list_run_out, waits_since=run_out):
            return
        returned = await self._transactions.write(return_unanswered, self._desk, after=self._after)
        for conversation_id in returned:
            self._events.publish(conversation_id)
