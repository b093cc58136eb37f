"""The tables of texts: whose number is whose, what is on its way, which numbers want none."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from store.base import PERSONAL, UUID_LENGTH, Base, UtcDateTime
from store.encryption import EncryptedText


class NumberConfirmation(Base):
    """A number that has to prove itself before it texts in a conversation begun elsewhere."""

    __tablename__ = "number_confirmations"

    number_index: Mapped[str] = mapped_column(sa.String(64), primary_key=True, info=PERSONAL)
    conversation_id: Mapped[str] = mapped_column(
        sa.String(UUID_LENGTH), sa.ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    code_hash: Mapped[str] = mapped_column(sa.String(64))
    tries_left: Mapped[int]
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    times_sent: Mapped[int]
    counted_until: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


class PhoneNumber(Base):
    """The number that texts in a conversation."""

    __tablename__ = "phone_numbers"

    conversation_id: Mapped[str] = mapped_column(
        sa.String(UUID_LENGTH),
        sa.ForeignKey("conversations.id", ondelete="CASCADE"),
        primary_key=True,
    )
    number: Mapped[str] = mapped_column(EncryptedText)
    number_index: Mapped[str] = mapped_column(sa.String(64), index=True, info=PERSONAL)
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)


class OutgoingText(Base):
    """A message on its way to a phone. See store/texts/outbox.py.

    Its words stay in `messages`; one with a code has `words` of its own until it has gone out.
    """

    __tablename__ = "texts"
    __table_args__ = (
        sa.UniqueConstraint("message_id", "part"),
        sa.Index("ix_texts_state_conversation_id", "state", "conversation_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    message_id: Mapped[str] = mapped_column(
        sa.String(UUID_LENGTH), sa.ForeignKey("messages.id", ondelete="CASCADE")
    )
    part: Mapped[int]
    conversation_id: Mapped[str] = mapped_column(sa.String(UUID_LENGTH), index=True)
    segments: Mapped[int]
    words: Mapped[str | None] = mapped_column(EncryptedText)
    is_urgent: Mapped[bool] = mapped_column(default=False)
    is_let_through: Mapped[bool] = mapped_column(default=False)
    state: Mapped[str] = mapped_column(sa.String(16))
    provider_sid: Mapped[str | None] = mapped_column(sa.String(64), unique=True, info=PERSONAL)
    receipt: Mapped[str | None] = mapped_column(sa.String(24))
    error_code: Mapped[int | None]
    attempts: Mapped[int] = mapped_column(default=0)
    next_attempt_at: Mapped[datetime] = mapped_column(UtcDateTime)
    lease_owner: Mapped[str | None] = mapped_column(sa.String(64))
    sending_since: Mapped[datetime | None] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class SuppressedNumber(Base):
    """A number that gets no text. It outlives conversations (store/erasing/kept_on_purpose.py)."""

    __tablename__ = "suppressed_numbers"

    number_index: Mapped[str] = mapped_column(sa.String(64), primary_key=True, info=PERSONAL)
    since: Mapped[datetime] = mapped_column(UtcDateTime)
    why: Mapped[str] = mapped_column(sa.String(40))
