"""Messages that said somebody may be in danger."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from store.handovers import record_handover
from store.models import Conversation, SafetyEvent


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
    record_handover(
        session, conversation.id, reason=f"safety:{category}", priority=priority, now=now
    )
