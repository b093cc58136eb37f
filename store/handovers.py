"""Handovers: a person is asked to look at a conversation."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.models import Conversation, Handover, Referral

PRIORITIES = ("immediate", "urgent", "soon", "routine")


def record_handover(
    session: Session,
    conversation_id: str,
    *,
    reason: str,
    priority: str,
    now: datetime,
    note: str | None = None,
) -> bool:
    """Asks a person to look. True when nobody had been asked for this reason yet.

    While an open handover has this reason, a second call at most raises its priority (immediate,
    urgent, soon, routine) and adds its note. A conversation that the assistant alone held is then
    `waiting`.
    """
    if priority not in PRIORITIES:
        raise ValueError("not a priority of a handover")
    already = session.scalars(
        sa.select(Handover).where(
            Handover.conversation_id == conversation_id,
            Handover.reason == reason,
            Handover.status == "open",
        )
    ).first()
    if already is not None:
        already.priority = min(already.priority, priority, key=PRIORITIES.index)
        already.note = _joined(already.note, note)
        session.flush()
        return False
    session.add(
        Handover(
            conversation_id=conversation_id,
            referral_id=session.scalar(
                sa.select(Referral.id).where(Referral.conversation_id == conversation_id)
            ),
            reason=reason,
            priority=priority,
            status="open",
            created_at=now,
            note=note,
        )
    )
    session.flush()
    session.execute(
        sa.update(Conversation)
        .where(Conversation.id == conversation_id, Conversation.mode == "assistant")
        .values(mode="waiting")
    )
    return True


def _joined(held: str | None, note: str | None) -> str | None:
    """Both notes, each once: a language that is told later must not cost what was told before."""
    if held is None or note is None:
        return held or note
    return held if note in held else f"{held}. {note}"
