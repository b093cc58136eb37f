"""Who of our team has a conversation open now, and who is writing in its box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.tables import Staff, StaffPresence

IS_THERE = timedelta(seconds=20)
NOTED_AFTER = timedelta(seconds=5)
"""A page that asks every two seconds is written down less often."""


@dataclass(frozen=True)
class Present:
    """A colleague who has the conversation open."""

    name: str
    is_replying: bool


def is_noted(
    session: Session, conversation_id: str, staff_id: int, *, is_replying: bool, now: datetime
) -> bool:
    """Whether it is written down already that this colleague is here and what they do."""
    row = session.get(StaffPresence, (conversation_id, staff_id))
    if row is None or now - row.seen_at > NOTED_AFTER:
        return False
    was_replying = row.replying_at is not None
    return was_replying == is_replying


def note_presence(
    session: Session, conversation_id: str, staff_id: int, *, is_replying: bool, now: datetime
) -> None:
    """Writes down that this colleague has the conversation open, and whether they write."""
    session.merge(
        StaffPresence(
            conversation_id=conversation_id,
            staff_id=staff_id,
            seen_at=now,
            replying_at=now if is_replying else None,
        )
    )
    session.flush()


def list_present(
    session: Session, conversation_id: str, *, but: int, now: datetime
) -> Sequence[Present]:
    """The colleagues who are here now, but for one."""
    rows = session.execute(
        sa.select(Staff.name, StaffPresence.replying_at)
        .join(StaffPresence, StaffPresence.staff_id == Staff.id)
        .where(
            StaffPresence.conversation_id == conversation_id,
            StaffPresence.staff_id != but,
            StaffPresence.seen_at > now - IS_THERE,
        )
        .order_by(Staff.id)
    )
    return [Present(row.name, row.replying_at is not None) for row in rows]
