"""The audit trail: who did what to which fields, never a value."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.models import AuditEntry


def record_audit(
    session: Session,
    *,
    actor: str,
    action: str,
    now: datetime,
    referral_id: str | None = None,
    conversation_id: str | None = None,
    fields: Sequence[str] = (),
) -> None:
    """Adds one entry; `fields` are names of fields such as `contact.phone`."""
    session.add(
        AuditEntry(
            at=now,
            actor=actor,
            action=action,
            referral_id=referral_id,
            conversation_id=conversation_id,
            fields=sorted(fields),
        )
    )


LOOKS = ("referral viewed", "referral read", "conversation viewed", "safeguarding viewed")
"""Entries that say who has seen something; all others say that something was changed."""


def list_changes(session: Session, conversation_id: str) -> Sequence[AuditEntry]:
    """What was changed about a conversation and its referral, in order."""
    return session.scalars(
        sa.select(AuditEntry)
        .where(AuditEntry.conversation_id == conversation_id, AuditEntry.action.not_in(LOOKS))
        .order_by(AuditEntry.id)
    ).all()


def find_last_action(session: Session, conversation_id: str, *, among: Sequence[str]) -> str | None:
    """The newest of these actions on a conversation; None where none was taken."""
    return session.scalar(
        sa.select(AuditEntry.action)
        .where(AuditEntry.conversation_id == conversation_id, AuditEntry.action.in_(among))
        .order_by(AuditEntry.id.desc())
        .limit(1)
    )
