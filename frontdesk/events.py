"""Tells open streams that a conversation has moved on.

What this process stores is told at once. What another front desk stores is seen by one query a
second over all conversations that are being watched.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from frontdesk.transactions import Transactions
from store.conversations.opening import read_last_seqs


class Events:
    """One `asyncio.Event` for each watcher, by conversation."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions
        self._watchers: dict[str, set[asyncio.Event]] = {}
        self._seen: dict[str, int] = {}

    @contextmanager
    def watch(self, conversation_id: str) -> Iterator[asyncio.Event]:
        """An event that is set whenever the conversation may have new messages."""
        event = asyncio.Event()
        watchers = self._watchers.setdefault(conversation_id, set())
        watchers.add(event)
        try:
            yield event
        finally:
            watchers.discard(event)
            if not watchers:
                self._watchers.pop(conversation_id, None)
                self._seen.pop(conversation_id, None)

    def publish(self, conversation_id: str) -> None:
        """Wakes everybody who watches this conversation."""
        for event in self._watchers.get(conversation_id, ()):
            event.set()

    async def look(self) -> None:
        """Wakes the watchers of conversations that moved on, whoever moved them."""
        if not self._watchers:
            return
        watched = list(self._watchers)
        last_seqs = await self._transactions.read(read_last_seqs, watched)
        for conversation_id in watched:
            # A conversation that was erased wakes its watchers too: they end.
            last_seq = last_seqs.get(conversation_id, -1)
            if self._seen.get(conversation_id) != last_seq:
                self._seen[conversation_id] = last_seq
                self.publish(conversation_id)
