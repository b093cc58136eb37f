"""Messages a page at a time: which there are, without their words, and then those of one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.tables import Message


@dataclass(frozen=True)
class MessageKey:
    """A message without its words: nothing of it has to be decrypted."""

    id: str
    conversation_id: str
    seq: int
    at: datetime


def list_message_keys(session: Session, conversation_ids: Sequence[str]) -> list[MessageKey]:
    """The messages of these conversations, each conversation in order."""
    rows = session.execute(
        sa.select(Message.id, Message.conversation_id, Message.seq, Message.at)
        .where(Message.conversation_id.in_(conversation_ids))
        .order_by(Message.conversation_id, Message.seq)
    )
    return [MessageKey(row.id, row.conversation_id, row.seq, row.at) for row in rows]


def read_messages(session: Session, ids: Sequence[str]) -> dict[str, Message]:
    """These messages by their id."""
    if not ids:
        return {}
    rows = session.scalars(sa.select(Message).where(Message.id.in_(ids)))
    return {row.id: row for row in rows}
