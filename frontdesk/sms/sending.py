"""Sends texts: in order for each conversation, each at most once, again after what passes."""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import structlog
from sqlalchemy.orm import Session

from frontdesk.desk import Desk
from frontdesk.sms.messages_api import MessagesApi, NotKnown, NotSent
from frontdesk.transactions import Transactions
from frontdesk.turns import Timing
from store.conversations.opening import find_conversation
from store.handling.handovers import record_handover
from store.texts.outbox import (
    OPTED_OUT,
    GivenUp,
    TextToSend,
    give_text_up,
    has_due_texts,
    mark_sent,
    put_text_off,
    take_due_texts,
)
from store.texts.suppressions import suppress

log = structlog.get_logger()

AT_ONCE = 20
# Seconds until the next try, after each; the last one repeats.
BACKOFF = (2, 5, 15, 60, 300)
LONGEST_WAIT = 3_600.0
TRIED_FOR = timedelta(hours=24)
# How long a text in doubt is looked for, while Twilio gives no answer, until nobody can know.
LOOKED_FOR = timedelta(hours=1)
LEAST_LOOKS = 3
GOODBYE_SECONDS = 2.0
# twilio.com/docs/api/errors: what is wrong with the account or its number, and passes once somebody
# has put it right: authentication, account not active or not found, sender not ours or not able.
OUR_OWN_FAULTS = frozenset({20003, 20005, 20404, 21603, 21606, 21659, 21660, 21703, 21704, 21705})


@dataclass(frozen=True)
class Outcome:
    """What became of one try."""

    text: TextToSend
    sid: str | None = None
    again_at: datetime | None = None
    is_in_doubt: bool = False
    given_up: GivenUp | None = None
    code: int | None = None


class TextSender:
    """Takes what is due from the outbox. Any number of them may work on one database."""

    def __init__(
        self, transactions: Transactions, api: MessagesApi | None, desk: Desk, timing: Timing
    ) -> None:
        self._transactions = transactions
        self._api = api
        self._desk = desk
        self._timing = timing
        self._running: set[asyncio.Task[None]] = set()
        self._outcomes: list[Outcome] = []
        self._settling = asyncio.Lock()

    async def send_due(self) -> None:
        """Sends everything that is due. Does nothing while there is nowhere to send it."""
        if self._api is None:
            return
        while True:
            await self._take_due(self._api)
            if not self._running:
                return
            await asyncio.wait(
                self._running, timeout=self._timing.look, return_when=asyncio.FIRST_COMPLETED
            )

    async def close(self) -> None:
        """Gives requests under way a moment to end; what is left is in doubt."""
        if self._running:
            await asyncio.wait(self._running, timeout=GOODBYE_SECONDS)
        for task in list(self._running):
            task.cancel()
        if self._api is not None:
            await self._api.close()

    async def _take_due(self, api: MessagesApi) -> None:
        room = AT_ONCE - len(self._running)
        now = datetime.now(UTC)
        # Reading first: the database has one writer, and mostly nothing is due.
        if room <= 0 or not await self._transactions.read(has_due_texts, now=now):
            return
        texts = await self._transactions.write(
            take_due_texts,
            owner=self._desk.name,
            now=now,
            lease_until=now + timedelta(seconds=self._timing.text_lease),
            limit=room,
        )
        for text in texts:
            task = asyncio.create_task(self._send(api, text))
            self._running.add(task)
            task.add_done_callback(self._forget)

    async def _send(self, api: MessagesApi, text: TextToSend) -> None:
        self._outcomes.append(await try_to_send(api, text, doubt_seconds=self._timing.text_doubt))
        # Those that end while another transaction is under way share the next one.
        async with self._settling:
            outcomes, self._outcomes = self._outcomes, []
            if outcomes:
                await self._transactions.write(_settle, outcomes, self._desk.name)

    def _forget(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            # The lease runs out and the text is looked up.
            log.error("sending broke", error=type(error).__name__)


async def try_to_send(api: MessagesApi, text: TextToSend, *, doubt_seconds: float) -> Outcome:
    """One try: a text in doubt is looked up, and sent only if Twilio says it has no such text."""
    try:
        if text.is_in_doubt:
            sid = await api.find(
                number=text.number,
                body=text.body,
                since=text.sending_since,
                known_sids=text.known_sids,
            )
            if sid is not None:
                return Outcome(text, sid=sid)
            if text.is_suppressed:
                return Outcome(text, given_up="suppressed")
    except (NotSent, NotKnown) as error:
        log.warning("text not looked up", reason=str(error))
        # Each look is a try; after a long night the first may fail for a reason that passes.
        if text.attempts > LEAST_LOOKS and _now() - text.sending_since > LOOKED_FOR:
            return Outcome(text, given_up="unknown")
        return Outcome(text, again_at=_again_at(text, doubt_seconds), is_in_doubt=True)
    try:
        return Outcome(
            text,
            sid=await api.send(number=text.number, body=text.body, reference=text.reference),
        )
    except NotKnown as error:
        log.warning("text in doubt", reason=str(error))
        return Outcome(text, again_at=_again_at(text, doubt_seconds), is_in_doubt=True)
    except NotSent as error:
        return _judge(text, error)


def _judge(text: TextToSend, error: NotSent) -> Outcome:
    """What Twilio's no means: for good, or until later."""
    if error.code == OPTED_OUT:
        return Outcome(text, given_up="suppressed", code=error.code)
    passes = error.status in (None, 401, 403, 404, 408, 429) or error.code in OUR_OWN_FAULTS
    if not passes or _now() - text.created_at > TRIED_FOR:
        return Outcome(text, given_up="failed", code=error.code)
    if error.status not in (None, 429):
        log.error("texts cannot be sent", status=error.status, code=error.code)
    return Outcome(text, again_at=_again_at(text, error.wait or 0.0))


def _again_at(text: TextToSend, at_least: float) -> datetime:
    """When to try next: growing pauses, up to half as long again, so that not all come at once."""
    pause = BACKOFF[min(text.attempts, len(BACKOFF)) - 1] * random.uniform(1.0, 1.5)
    return _now() + timedelta(seconds=min(max(pause, at_least), LONGEST_WAIT))


def _settle(session: Session, outcomes: list[Outcome], owner: str) -> None:
    for outcome in outcomes:
        text = outcome.text
        if outcome.sid is not None:
            mark_sent(session, text.id, outcome.sid)
        elif outcome.again_at is not None:
            put_text_off(
                session,
                text.id,
                owner=owner,
                until=outcome.again_at,
                is_in_doubt=outcome.is_in_doubt,
            )
        elif outcome.given_up is not None:
            _give_up(session, outcome, outcome.given_up, owner)


def _give_up(session: Session, outcome: Outcome, state: GivenUp, owner: str) -> None:
    text = outcome.text
    if not give_text_up(session, text.id, owner=owner, state=state, error_code=outcome.code):
        return
    log.warning("text given up", state=state, code=outcome.code)
    if state == "suppressed":
        if outcome.code == OPTED_OUT:
            suppress(session, text.number, why="provider says opted out", now=_now())
        return
    if find_conversation(session, text.conversation_id, lock=True) is not None:
        record_handover(
            session,
            text.conversation_id,
            reason="text not sent" if state == "failed" else "text perhaps not sent",
            priority="soon",
            now=_now(),
        )


def _now() -> datetime:
    return datetime.now(UTC)
