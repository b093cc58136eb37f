"""Emails on their way out: queued with the data they tell of, sent afterwards, each under a key.

An email is sent at least once: a process killed between the mail server's yes and our note of it
sends it again, with the same Message-ID, which mail programs show once.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from store.tables import OutgoingEmail

LEASE = timedelta(minutes=2)
WAITS = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2))
URGENT_WAITS = (timedelta(minutes=1), timedelta(minutes=1), timedelta(minutes=2))
"""For an alert: a mail server that comes back after an hour has it two minutes later."""
TRIED_FOR = timedelta(days=2)
"""After this an email is given up: what it told is no news any more."""

Queued = Literal["now", "before", "failed"]


@dataclass(frozen=True)
class EmailToSend:
    """An email that this process may send now; `attempt` is its proof that nobody else may."""

    id: str
    attempt: int
    to: str
    subject: str
    body: str


def queue_email(
    session: Session,
    *,
    key: str,
    conversation_id: str | None,
    to: str,
    subject: str,
    body: str,
    now: datetime,
    is_urgent: bool = False,
) -> Queued:
    """Queues an email; where one of this key was queued before, nothing changes.

    What is urgent goes first, and is tried again sooner.
    """
    email = OutgoingEmail(
        id=str(uuid4()),
        key=key,
        conversation_id=conversation_id,
        to=to,
        subject=subject,
        body=body,
        status="waiting",
        attempts=0,
        next_attempt_at=now,
        created_at=now,
        is_urgent=is_urgent,
    )
    try:
        with session.begin_nested():
            session.add(email)
    except IntegrityError:
        status = session.scalar(sa.select(OutgoingEmail.status).where(OutgoingEmail.key == key))
        return "failed" if status == "failed" else "before"
    return "now"


def take_due_email(session: Session, *, now: datetime) -> EmailToSend | None:
    """Takes the email that has been due longest, so that no other process sends it meanwhile."""
    email = session.scalars(
        sa.select(OutgoingEmail)
        .where(OutgoingEmail.status == "waiting", OutgoingEmail.next_attempt_at <= now)
        .order_by(OutgoingEmail.is_urgent.desc(), OutgoingEmail.next_attempt_at)
        .limit(1)
        .with_for_update(skip_locked=True)
    ).first()
    if email is None:
        return None
    email.next_attempt_at = now + LEASE
    email.attempts += 1
    return EmailToSend(email.id, email.attempts, email.to, email.subject, email.body)


def mark_email_sent(session: Session, sent: EmailToSend, *, now: datetime) -> None:
    """Notes that the mail server took it, and forgets what it said."""
    email = _find_taken(session, sent)
    if email is not None:
        email.status, email.sent_at, email.body = "sent", now, ""


def put_email_off(session: Session, unsent: EmailToSend, *, is_final: bool, now: datetime) -> None:
    """Tries again later, longer each time; gives up on a final refusal or after two days."""
    email = _find_taken(session, unsent)
    if email is None:
        return
    if is_final or now - email.created_at > TRIED_FOR:
        email.status, email.body = "failed", ""
    else:
        waits = URGENT_WAITS if email.is_urgent else WAITS
        email.next_attempt_at = now + waits[min(email.attempts, len(waits)) - 1]


def drop_waiting_emails(session: Session, keys: Collection[str]) -> None:
    """Takes back emails that have become needless, where they are still here."""
    session.execute(
        sa.update(OutgoingEmail)
        .where(OutgoingEmail.key.in_(keys), OutgoingEmail.status == "waiting")
        .values(status="dropped", body="")
        .execution_options(synchronize_session="fetch")
    )


@dataclass(frozen=True)
class EmailState:
    """How far an email has come: waiting, sent, failed or dropped."""

    key: str
    status: str
    attempts: int
    created_at: datetime
    sent_at: datetime | None


def find_email_state(session: Session, key_begins: str) -> EmailState | None:
    """The newest email whose key begins so."""
    email = session.scalars(
        sa.select(OutgoingEmail)
        .where(OutgoingEmail.key.startswith(key_begins, autoescape=True))
        .order_by(OutgoingEmail.created_at.desc())
        .limit(1)
    ).first()
    if email is None:
        return None
    return EmailState(email.key, email.status, email.attempts, email.created_at, email.sent_at)


def _find_taken(session: Session, taken: EmailToSend) -> OutgoingEmail | None:
    """The email, unless somebody else took it after the lease had run out."""
    return session.scalars(
        sa.select(OutgoingEmail)
        .where(OutgoingEmail.id == taken.id, OutgoingEmail.attempts == taken.attempt)
        .with_for_update()
    ).first()
