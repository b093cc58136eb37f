"""The durable turn: a message that was kept is answered once, in order, whatever breaks."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from weakref import WeakValueDictionary

import structlog
from sqlalchemy.orm import Session

from casework.safety.screen import SafetyFlag
from frontdesk.desk import Desk
from frontdesk.events import Events
from frontdesk.inbox import Received
from frontdesk.rasa import Assistant, AssistantUnavailable, Reply, Turn
from frontdesk.settling import begin_turn, fail_turn, settle_turn, tell_waiting
from frontdesk.transactions import Transactions
from frontdesk.wire import to_wire
from store.conversations.opening import extend_leases, find_conversation
from store.messages.record import find_message, list_replies

log = structlog.get_logger()
GOODBYE_SECONDS = 2.0


@dataclass(frozen=True)
class Timing:
    """How long things take, in seconds."""

    # A second less than the 20 s that the contract lets a request wait.
    answer: float = 19.0
    told: float = 15.0
    # How long a message that may speak of danger waits for the assistant to say that it does not.
    doubt: float = 3.0
    lease: float = 10.0
    turn: float = 45.0
    sweep: float = 1.0
    ping: float = 15.0
    look: float = 1.0
    mail: float = 5.0
    alerts: float = 1.0
    digests: float = 20.0
    texts: float = 1.0
    # Four times what a request may take: a text found after it is in nobody's hands.
    text_lease: float = 60.0
    text_request: float = 15.0
    # Until a text in doubt is looked up: what arrived at Twilio is in its list by then.
    text_doubt: float = 20.0
    # In fewer nobody has a text of ours, reads it and has answered it.
    text_read: float = 5.0


@dataclass(frozen=True)
class Answer:
    """The replies to a message so far, and whether there will be more."""

    replies: list[dict[str, Any]]
    is_complete: bool


class Turns:
    """Takes turns to the assistant, one at a time for each conversation."""

    def __init__(
        self,
        transactions: Transactions,
        assistant: Assistant,
        events: Events,
        desk: Desk,
        timing: Timing,
    ) -> None:
        self._transactions = transactions
        self._assistant = assistant
        self._events = events
        self._desk = desk
        self._timing = timing
        self._running: dict[asyncio.Task[None], str] = {}
        # An entry lives as long as somebody waits for it.
        self._awaited: WeakValueDictionary[str, asyncio.Future[Answer]] = WeakValueDictionary()
        self.has_failed = False

    def begin(self, turn: Turn) -> None:
        """Takes a turn whose lease this desk holds, and those behind it, in the background."""
        task = asyncio.create_task(self._take_turns(turn))
        self._running[task] = turn.conversation_id
        task.add_done_callback(self._forget)

    async def take_up(self, conversation_id: str) -> None:
        """Takes up a conversation that a message waits in, unless somebody else holds it."""
        turn = await self._transactions.write(_begin_if_free, conversation_id, self._desk)
        if turn is not None:
            self.begin(turn)

    async def wait_for_answer(self, received: Received) -> Answer:
        """Starts the turn of a message just received, and waits for its replies.

        After `timing.answer` seconds the parent is told that the message is kept, if they were
        not before; the answer is then not complete.
        """
        message = received.message
        self._events.publish(message.conversation_id)
        if message.status != "waiting":
            if received.turn is not None:
                self.begin(received.turn)
            return Answer([to_wire(reply) for reply in received.replies], True)
        future = self._awaited.get(message.id)
        if future is None:
            future = asyncio.get_running_loop().create_future()
            self._awaited[message.id] = future
        if received.turn is not None:
            self.begin(received.turn)
        deadline = asyncio.get_running_loop().time() + self._timing.answer
        while (left := deadline - asyncio.get_running_loop().time()) > 0:
            if received.is_new:
                await asyncio.wait({future}, timeout=min(left, self._timing.look))
                if future.done():
                    return future.result()
            answer = await self._transactions.read(_read_answer, message.id)
            if answer.is_complete:
                return answer
            if not received.is_new:
                await asyncio.wait({future}, timeout=min(left, self._timing.look))
        await self.tell(message.conversation_id, message.id)
        return await self._transactions.read(_read_answer, message.id)

    async def tell(self, conversation_id: str, message_id: str) -> None:
        """Tells the parent once that a message is kept."""
        if await self._transactions.write(tell_waiting, self._desk, conversation_id, message_id):
            self._events.publish(conversation_id)

    async def keep_leases(self) -> None:
        """Holds the leases of turns under way; their end frees them, a crash lets them run out."""
        held = set(self._running.values())
        if held:
            await self._transactions.write(
                extend_leases,
                held,
                owner=self._desk.name,
                until=datetime.now(UTC) + self._desk.lease,
            )

    async def close(self) -> None:
        """Gives turns under way a moment to end; the next front desk takes up the others."""
        if self._running:
            await asyncio.wait(self._running, timeout=GOODBYE_SECONDS)
        left = dict(self._running)
        for task in left:
            task.cancel()
        if left:
            await asyncio.wait(left)
            await self._transactions.write(
                extend_leases,
                set(left.values()),
                owner=self._desk.name,
                until=datetime.now(UTC) - timedelta(seconds=1),
            )

    async def _take_turns(self, turn: Turn | None) -> None:
        tried: set[str] = set()
        while turn is not None:
            taken = turn
            tried.add(taken.message_id)
            try:
                answer = await self._ask_assistant(taken)
            except AssistantUnavailable as error:
                self.has_failed = True
                log.warning("turn failed", message=taken.message_id, reason=str(error))
                turn = await self._transactions.write(fail_turn, self._desk, taken, tried)
            else:
                stored, turn = await self._transactions.write(
                    settle_turn, self._desk, taken, answer, tried
                )
                future = self._awaited.get(taken.message_id)
                if stored and future is not None and not future.done():
                    future.set_result(Answer([to_wire(reply) for reply in stored], True))
            self._events.publish(taken.conversation_id)

    async def _ask_assistant(self, turn: Turn) -> Sequence[Reply] | SafetyFlag:
        """The assistant's answer; a suspected danger that it does not clear in time is one.

        Raises AssistantUnavailable where no danger is suspected.
        """
        answer = self._assistant.take_turn(turn)
        if turn.suspected is None:
            return await answer
        try:
            return await asyncio.wait_for(answer, self._timing.doubt)
        except (AssistantUnavailable, TimeoutError) as error:
            self.has_failed = True
            log.warning("doubt not cleared", message=turn.message_id, reason=str(error))
            return turn.suspected

    def _forget(self, task: asyncio.Task[None]) -> None:
        self._running.pop(task, None)
        if not task.cancelled() and (error := task.exception()) is not None:
            # The lease runs out and the sweep takes the message up again.
            log.error("turn broke", error=type(error).__name__)


def _begin_if_free(session: Session, conversation_id: str, desk: Desk) -> Turn | None:
    conversation = find_conversation(session, conversation_id, lock=True)
    return None if conversation is None else begin_turn(session, conversation, desk)


def _read_answer(session: Session, message_id: str) -> Answer:
    message = find_message(session, message_id)
    replies: Sequence[Any] = list_replies(session, message_id)
    return Answer(
        [to_wire(reply) for reply in replies],
        is_complete=message is None or message.status != "waiting",
    )
