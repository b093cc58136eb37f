"""Which conversation a phone number texts in: the number encrypted, found again by its index."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.encryption import blind_index
from store.tables import Conversation, Message, PhoneNumber


def lock_number(session: Session, number: str) -> None:
    """Lets nobody else open a conversation for this number until the transaction ends.

    On SQLite a transaction that writes is alone anyway.
    """
    index = blind_index(number)
    if index is not None and session.get_bind().dialect.name == "postgresql":
        # 60 of the 64 bits of PostgreSQL's key: always positive.
        session.execute(sa.select(sa.func.pg_advisory_xact_lock(int(index[:15], 16))))


def add_phone_number(
    session: Session, conversation_id: str, number: str, *, now: datetime
) -> PhoneNumber:
    """Makes a number (E.164) the one that texts in this conversation, in place of any other."""
    added = session.merge(
        PhoneNumber(
            conversation_id=conversation_id,
            number=number,
            number_index=blind_index(number),
            added_at=now,
        )
    )
    session.flush()
    return added


def find_conversation_of_number(session: Session, number: str) -> Conversation | None:
    """The open conversation that this number came to last, locked for a change."""
    return session.scalars(
        sa.select(Conversation)
        .join(PhoneNumber, PhoneNumber.conversation_id == Conversation.id)
        .where(
            PhoneNumber.number_index == blind_index(number),
            Conversation.mode != "closed",
        )
        .order_by(PhoneNumber.added_at.desc())
        .limit(1)
        .with_for_update(of=Conversation)
    ).first()


def has_text_arrived(session: Session, number: str, message_sid: str) -> bool:
    """Whether a text with this provider's id is kept already, in any conversation of the number."""
    return (
        session.scalar(
            sa.select(Message.id)
            .join(PhoneNumber, PhoneNumber.conversation_id == Message.conversation_id)
            .where(
                PhoneNumber.number_index == blind_index(number),
                Message.client_message_id == message_sid,
            )
            .limit(1)
        )
        is not None
    )


def find_number(session: Session, conversation_id: str) -> str | None:
    """The number (E.164) that texts in this conversation; None where none does."""
    phone = session.get(PhoneNumber, conversation_id)
    return None if phone is None else phone.number
