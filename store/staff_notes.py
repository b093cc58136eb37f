"""Notes of colleagues about a conversation, for each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.models import Staff, StaffNote


@dataclass(frozen=True)
class Note:
    """What was noted, by whom and when."""

    name: str
    text: str
    at: datetime


def add_note(
    session: Session, conversation_id: str, *, staff_id: int, form_id: str, text: str, now: datetime
) -> bool:
    """Keeps a note. False when this form's note is kept already."""
    is_kept = session.scalar(
        sa.select(StaffNote.id).where(
            StaffNote.conversation_id == conversation_id, StaffNote.form_id == form_id
        )
    )
    if is_kept is not None:
        return False
    session.add(
        StaffNote(
            conversation_id=conversation_id, staff_id=staff_id, form_id=form_id, text=text, at=now
        )
    )
    session.flush()
    return True


def list_notes(session: Session, conversation_id: str) -> Sequence[Note]:
    """The notes about a conversation, in order."""
    rows = session.execute(
        sa.select(StaffNote, Staff.name)
        .join(Staff, Staff.id == StaffNote.staff_id)
        .where(StaffNote.conversation_id == conversation_id)
        .order_by(StaffNote.at, StaffNote.id)
    )
    return [Note(name, note.text, note.at) for note, name in rows]
