"""Handovers: a person is asked to look at a conversation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.cases.lines import SAFETY, list_open
from store.conversations.opening import find_conversation
from store.handling.snoozing import wake_case
from store.handling.trail import record_case_audit
from store.handling.upkeep import refresh_case
from store.tables import Conversation, Handover, Referral

PRIORITIES = ("immediate", "urgent", "soon", "routine")


def record_handover(
    session: Session,
    conversation_id: str,
    *,
    reason: str,
    priority: str,
    now: datetime,
    note: str | None = None,
    is_awaited: bool = True,
) -> bool:
    """Asks a person to look. True when nobody had been asked for this reason yet.

    While an open handover has this reason, a second call at most raises its priority (immediate,
    urgent, soon, routine) and adds its note. A conversation that the assistant alone held is then
    `waiting`, unless nobody in it waits for a person (`is_awaited`).
    """
    if priority not in PRIORITIES:
        raise ValueError("not a priority of a handover")
    # Before anything of the case, as in docs/decisions/0011; whoever sends a receipt has not.
    find_conversation(session, conversation_id, lock=True)
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
        if is_awaited:
            wake_case(session, conversation_id)  # Whoever asks again was promised a person again.
        refresh_case(session, conversation_id)
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
    if is_awaited:
        session.execute(
            sa.update(Conversation)
            .where(Conversation.id == conversation_id, Conversation.mode == "assistant")
            .values(mode="waiting")
        )
    wake_case(session, conversation_id)
    refresh_case(session, conversation_id)
    return True


def close_handover(
    session: Session,
    handover_id: int,
    conversation_id: str,
    *,
    outcome: str,
    note: str | None,
    by: int,
    now: datetime,
) -> bool:
    """Closes what a person was asked to look at. False where it is closed or there is none."""
    row = session.scalars(
        sa.select(Handover)
        .where(Handover.id == handover_id, Handover.conversation_id == conversation_id)
        .with_for_update()
    ).first()
    if row is None or row.status != "open":
        return False
    row.status, row.outcome, row.closing_note = "closed", outcome, note
    row.closed_at, row.closed_by = now, by
    fields = ["handover.status", "handover.outcome"] + ["handover.note"] * (note is not None)
    record_case_audit(session, conversation_id, by, "handover closed", fields, now=now)
    session.flush()
    if not list_open(session, conversation_id):
        session.execute(
            sa.update(Conversation)
            .where(Conversation.id == conversation_id, Conversation.mode == "waiting")
            .values(mode="assistant")
        )
    refresh_case(session, conversation_id)
    return True


def list_handovers(session: Session, conversation_id: str) -> Sequence[Handover]:
    """Everything that a person was asked to look at, open or closed, in order."""
    return session.scalars(
        sa.select(Handover).where(Handover.conversation_id == conversation_id).order_by(Handover.id)
    ).all()


def is_about_safety(handover: Handover) -> bool:
    """Whether a danger was heard: then it is the safeguarding lead's."""
    return handover.reason.startswith(SAFETY)


def _joined(held: str | None, note: str | None) -> str | None:
    """Both notes, each once: a language that is told later must not cost what was told before."""
    if held is None or note is None:
        return held or note
    return held if note in held else f"{held}. {note}"
