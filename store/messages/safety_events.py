"""Messages that said somebody may be in danger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.alerting.alerts import raise_again
from store.handling.handovers import is_about_safety, list_handovers, record_handover
from store.tables import Conversation, Message, SafetyEvent

TAKEN_BACK = "taken_back"
"""What a message is recorded as in which somebody says that there is no danger."""
_NOTE = "They said since that nobody is in danger. Their words are in the record."


def record_safety_event(
    session: Session,
    conversation: Conversation,
    *,
    category: str,
    priority: str,
    message_id: str,
    now: datetime,
) -> None:
    """Keeps the event, marks the conversation and asks a person to look.

    `priority` is one of the handover's: immediate, urgent, soon, routine.
    """
    session.add(
        SafetyEvent(
            conversation_id=conversation.id,
            category=category,
            priority=priority,
            message_id=message_id,
            at=now,
        )
    )
    if category not in conversation.safety_categories:
        conversation.safety_categories = [*conversation.safety_categories, category]
    is_first = record_handover(
        session, conversation.id, reason=f"safety:{category}", priority=priority, now=now
    )
    if not is_first:
        raise_again(session, conversation.id, f"safety:{category}", now=now)


def record_taken_back(
    session: Session, conversation: Conversation, *, message_id: str, now: datetime
) -> None:
    """Keeps that an alarm was taken back, and notes it with what a person was asked to look at.

    What was heard stays on record, and as urgent as it was: a person decides.
    """
    session.add(
        SafetyEvent(
            conversation_id=conversation.id,
            category=TAKEN_BACK,
            priority="routine",
            message_id=message_id,
            at=now,
        )
    )
    for handover in list_handovers(session, conversation.id):
        if handover.status == "open" and is_about_safety(handover):
            record_handover(
                session,
                conversation.id,
                reason=handover.reason,
                priority=handover.priority,
                now=now,
                note=_NOTE,
                is_awaited=False,
            )


@dataclass(frozen=True)
class WordsTakenBack:
    """The message in which a danger of that type was heard that was taken back since."""

    text: str
    category: str


def find_words_taken_back(
    session: Session, conversation_id: str, *, since: datetime
) -> WordsTakenBack | None:
    """What the family took back last, if it was told since then and no danger was heard after."""
    newest = session.execute(
        sa.select(SafetyEvent.category, Message.text, SafetyEvent.at)
        .join(Message, Message.id == SafetyEvent.message_id)
        .where(SafetyEvent.conversation_id == conversation_id)
        .order_by(SafetyEvent.id.desc())
        .limit(2)
    ).all()
    if len(newest) < 2:
        return None
    (last, _, _), (category, text, at) = newest
    if last != TAKEN_BACK or category == TAKEN_BACK or at < since:
        return None
    return WordsTakenBack(text, category)


@dataclass(frozen=True)
class SafetyRecord:
    """What was heard in which message, and how soon somebody has to act."""

    category: str
    priority: str
    message_id: str
    at: datetime

    @property
    def is_taken_back(self) -> bool:
        """Whether the message says that nobody is in danger."""
        return self.category == TAKEN_BACK


def list_safety_records(session: Session, conversation_id: str) -> Sequence[SafetyRecord]:
    """The dangers heard in a conversation, in order. For the safeguarding lead's eyes."""
    rows = session.scalars(
        sa.select(SafetyEvent)
        .where(SafetyEvent.conversation_id == conversation_id)
        .order_by(SafetyEvent.at, SafetyEvent.id)
    )
    return [SafetyRecord(row.category, row.priority, row.message_id, row.at) for row in rows]
