"""The audit trail: who did what to which fields, never a value."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

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
