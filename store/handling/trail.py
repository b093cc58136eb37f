"""Entries of the trail about a case: what a colleague did to which fields of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.accounts.staff import actor_of
from store.audit import record_audit
from store.tables import Referral


def record_case_audit(
    session: Session,
    conversation_id: str,
    staff_id: int,
    action: str,
    fields: Sequence[str],
    *,
    now: datetime,
) -> None:
    """An entry about a case: what a colleague did to which fields."""
    record_audit(
        session,
        actor=actor_of(staff_id),
        action=action,
        now=now,
        referral_id=session.scalar(
            sa.select(Referral.id).where(Referral.conversation_id == conversation_id)
        ),
        conversation_id=conversation_id,
        fields=fields,
    )
