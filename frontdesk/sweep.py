"""The sweep: takes up what was kept and not answered, and deletes what is too old."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import structlog
from sqlalchemy.orm import Session

from frontdesk.rasa import Assistant
from frontdesk.transactions import Transactions
from frontdesk.turns import Timing, Turns
from store.erasing.retention import load_retention, purge
from store.messages.record import list_conversations_to_take_up, list_untold, make_waiting_due

log = structlog.get_logger()


class Sweep:
    """Looks once a second; what it finds nothing to do for costs one small query."""

    def __init__(
        self, transactions: Transactions, turns: Turns, assistant: Assistant, timing: Timing
    ) -> None:
        self._transactions = transactions
        self._turns = turns
        self._assistant = assistant
        self._timing = timing
        self._assistant_is_down = True

    async def sweep_once(self) -> None:
        """Tells parents who wait that their message is kept, and takes up what is due."""
        if await self._assistant_came_back():
            await self._transactions.write(make_waiting_due, now=datetime.now(UTC))
        due, untold = await self._transactions.read(
            _find_work, datetime.now(UTC), self._timing.told
        )
        for conversation_id, message_id in untold:
            await self._turns.tell(conversation_id, message_id)
        for conversation_id in due:
            await self._turns.take_up(conversation_id)

    async def purge_old(self) -> None:
        """Deletes what is older than data/knowledge/retention.yml allows.

        Rasa has to be there, since its trackers go first; the next round tries again.
        """
        if not await self._assistant.is_ready():
            return
        purged = await asyncio.to_thread(
            purge,
            self._transactions.database,
            load_retention(),
            now=datetime.now(UTC),
            erase_tracker=self._assistant.erase_tracker,
        )
        log.info("purged", **{name.replace(" ", "_"): n for name, n in purged.items()})

    async def _assistant_came_back(self) -> bool:
        """After a failure, and after our own start, the assistant is asked whether it is there.

        Planned tries need not wait then. Only the step from down to ready counts, so a message that
        a healthy assistant fails on keeps its growing pauses.
        """
        if not (self._turns.has_failed or self._assistant_is_down):
            return False
        was_down, is_ready = self._assistant_is_down, await self._assistant.is_ready()
        self._assistant_is_down = not is_ready
        if is_ready:
            self._turns.has_failed = False
        return was_down and is_ready


def _find_work(
    session: Session, now: datetime, told: float
) -> tuple[Sequence[str], Sequence[tuple[str, str]]]:
    return (
        list_conversations_to_take_up(session, now=now),
        list_untold(session, stored_before=now - timedelta(seconds=told)),
    )
