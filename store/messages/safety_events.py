"""Messages that said somebody may be in danger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.alerting.alerts import raise_again
from store.handling.handovers import record_handover
from store.tables import Conversation, SafetyEvent


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


@dataclass(frozen=True)
class SafetyRecord:
    """What was heard in which message, and how soon somebody has to act."""

    category: str
    priority: str
    message_id: str
    at: datetime


def list_safety_records(session: Session, conversation_id: str) -> Sequence[SafetyRecord]:
    """The dangers heard in a conversation, in order. For the safeguarding lead's eyes."""
    rows = session.scalars(
        sa.select(SafetyEvent)
        .where(SafetyEvent.conversation_id == conversation_id)
        .order_by(SafetyEvent.at, SafetyEvent.id)
    )
    return [SafetyRecord(row.category, row.priority, row.message_id, row.at) for row in rows]
