"""What another system is told of: kept with what it tells of, sent afterwards, each under an id.

An event says that something happened to a referral or a case, and never what: the receiver reads
the referral through the API. It is sent at least once, in no promised order.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.cases.family import CasePart
from store.tables import Handover, WebhookEvent
from store.upserts import insert_into

EventType = Literal[
    "referral.submitted",
    "referral.changed",
    "case.opened",
    "case.closed",
    "handover.opened",
    "handover.closed",
    "test",
]
LEASE = timedelta(minutes=1)
WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180, 360))
TRIED_FOR = timedelta(days=3)
"""After this an event is given up and shown; the referral can still be read through the API."""


@dataclass(frozen=True)
class EventToSend:
    """An event that this process may send now; `attempt` is its proof that nobody else may."""

    id: str
    attempt: int
    type: str
    at: datetime
    reference: str | None
    conversation_id: str | None


@dataclass(frozen=True)
class EventLine:
    """An event as the page shows it."""

    id: str
    type: str
    at: datetime
    reference: str | None
    status: str
    attempts: int
    answer: str | None


def note_event(
    session: Session,
    type: EventType,
    *,
    key: str,
    conversation_id: str | None,
    reference: str | None,
    now: datetime,
) -> bool:
    """Keeps an event to be sent. False where one of this key was kept before."""
    added = session.scalar(
        insert_into(session, WebhookEvent)
        .values(
            id=str(uuid4()),
            key=key,
            type=type,
            at=now,
            conversation_id=conversation_id,
            reference=reference,
            status="waiting",
            attempts=0,
            next_attempt_at=now,
        )
        .on_conflict_do_nothing(index_elements=["key"])
        .returning(WebhookEvent.id)
    )
    return added is not None


def note_referral_events(session: Session, family: Sequence[CasePart], *, now: datetime) -> None:
    """Keeps that referrals of a case were sent or have changed; its line in the queue is locked.

    `family` are its conversations, its own first, with their referrals. Called with every change:
    each revision is told once.
    """
    sent = {f"referral {row.referral_id} {row.revision}": row for row in family if row.submitted_at}
    if not sent:
        return
    told = session.execute(
        sa.select(WebhookEvent.key, WebhookEvent.type).where(
            WebhookEvent.conversation_id.in_([row.conversation_id for row in sent.values()]),
            sa.or_(WebhookEvent.key.in_(sent), WebhookEvent.type == "referral.submitted"),
        )
    ).all()
    submitted = {row.key.split()[1] for row in told if row.type == "referral.submitted"}
    for key in sent.keys() - {row.key for row in told}:
        is_known = sent[key].referral_id in submitted
        type: EventType = "referral.changed" if is_known else "referral.submitted"
        _note_of(session, type, key, sent[key], now)


def note_handover_events(
    session: Session,
    family: Sequence[CasePart],
    *,
    was_open: bool,
    is_open: bool,
    waiting: Collection[Handover],
    now: datetime,
) -> None:
    """Keeps what a case waits for since the last time; its line in the queue is locked.

    `waiting` are the open handovers of the `family`. Each is told once when it opens and once when
    it closes.
    """
    parts = {row.conversation_id: row for row in family}
    told = {
        row.key: row
        for row in session.execute(
            sa.select(WebhookEvent.key, WebhookEvent.type, WebhookEvent.conversation_id).where(
                WebhookEvent.conversation_id.in_(parts),
                WebhookEvent.type.in_(("handover.opened", "handover.closed")),
            )
        )
    }
    still = {f"opened {handover.id}": handover for handover in waiting}
    for key in sorted(still.keys() - told.keys()):
        _note_of(session, "handover.opened", key, parts[still[key].conversation_id], now)
    for key, row in told.items():
        closed = f"closed {key.split()[1]}"
        if row.type == "handover.opened" and key not in still and closed not in told:
            _note_of(session, "handover.closed", closed, parts[row.conversation_id], now)
    if was_open != is_open:
        type: EventType = "case.opened" if is_open else "case.closed"
        _note_of(session, type, f"case {uuid4()}", family[0], now)


def _note_of(session: Session, type: EventType, key: str, of: CasePart, now: datetime) -> None:
    note_event(
        session,
        type,
        key=key,
        conversation_id=of.conversation_id,
        reference=of.reference if of.submitted_at is not None else None,
        now=now,
    )


def is_event_due(session: Session, *, now: datetime) -> bool:
    """Whether there is anything to take: asked often, and locks nothing."""
    is_due = sa.and_(WebhookEvent.status == "waiting", WebhookEvent.next_attempt_at <= now)
    return session.scalar(sa.select(WebhookEvent.id).where(is_due).limit(1)) is not None


def take_due_event(session: Session, *, now: datetime) -> EventToSend | None:
    """Takes the event that has been due longest, so that no other process sends it meanwhile."""
    event = session.scalars(
        sa.select(WebhookEvent)
        .where(WebhookEvent.status == "waiting", WebhookEvent.next_attempt_at <= now)
        .order_by(WebhookEvent.next_attempt_at, WebhookEvent.at)
        .limit(1)
        .with_for_update(skip_locked=True)
    ).first()
    if event is None:
        return None
    event.next_attempt_at = now + LEASE
    event.attempts += 1
    return EventToSend(
        event.id, event.attempts, event.type, event.at, event.reference, event.conversation_id
    )


def mark_event_sent(session: Session, sent: EventToSend, *, answer: str, now: datetime) -> None:
    """Notes that the other system took it."""
    event = _find_taken(session, sent)
    if event is not None:
        event.status, event.ended_at, event.answer = "sent", now, answer


def put_event_off(session: Session, unsent: EventToSend, *, answer: str, now: datetime) -> None:
    """Tries again later, longer each time; gives up after three days."""
    event = _find_taken(session, unsent)
    if event is None:
        return
    event.answer = answer
    if now - event.at > TRIED_FOR:
        event.status, event.ended_at = "failed", now
    else:
        event.next_attempt_at = now + WAITS[min(event.attempts, len(WAITS)) - 1]


def end_unwanted_events(session: Session, *, before: datetime, now: datetime) -> None:
    """Ends what waited while no other system was named: whoever is named later is told of news."""
    session.execute(
        sa.update(WebhookEvent)
        .where(WebhookEvent.status == "waiting", WebhookEvent.at < before)
        .values(status="unwanted", ended_at=now)
        .execution_options(synchronize_session=False)
    )


def list_events(session: Session, *, limit: int) -> list[EventLine]:
    """The newest events; those that were given up or wait come first."""
    rows = session.scalars(
        sa.select(WebhookEvent)
        .where(WebhookEvent.status != "unwanted")
        .order_by(WebhookEvent.status == "sent", WebhookEvent.at.desc())
        .limit(limit)
    )
    return [_to_line(row) for row in rows]


def find_last_test(session: Session) -> EventLine | None:
    """The newest event that a manager sent to try it."""
    row = session.scalars(
        sa.select(WebhookEvent)
        .where(WebhookEvent.type == "test")
        .order_by(WebhookEvent.at.desc())
        .limit(1)
    ).first()
    return None if row is None else _to_line(row)


def _to_line(row: WebhookEvent) -> EventLine:
    return EventLine(row.id, row.type, row.at, row.reference, row.status, row.attempts, row.answer)


def _find_taken(session: Session, taken: EventToSend) -> WebhookEvent | None:
    """The event, unless somebody else took it after the lease had run out."""
    return session.scalars(
        sa.select(WebhookEvent)
        .where(WebhookEvent.id == taken.id, WebhookEvent.attempts == taken.attempt)
        .with_for_update()
    ).first()
