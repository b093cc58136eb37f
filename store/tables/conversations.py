"""The tables of a conversation: what is said, the referral it becomes, why a person is asked."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from store.base import PERSONAL, UUID_LENGTH, Base, UtcDateTime
from store.encryption import EncryptedJSON, EncryptedText


def _now() -> datetime:
    return datetime.now(UTC)


class Conversation(Base):
    """One parent's conversation with the service on one channel."""

    __tablename__ = "conversations"

    id: Mapped[str] = mapped_column(sa.String(UUID_LENGTH), primary_key=True)
    channel: Mapped[str] = mapped_column(sa.String(16))
    locale: Mapped[str] = mapped_column(sa.String(16))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_message_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    mode: Mapped[str] = mapped_column(sa.String(16), default="assistant")
    last_seq: Mapped[int] = mapped_column(default=0)
    lease_owner: Mapped[str | None] = mapped_column(sa.String(64))
    lease_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    safety_categories: Mapped[list[str]] = mapped_column(sa.JSON, default=list, info=PERSONAL)


class ConversationToken(Base):
    """A secret that opens a conversation. A browser's has an end; without one it is an API's."""

    __tablename__ = "conversation_tokens"

    token_hash: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(
        sa.String(UUID_LENGTH), sa.ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    open_until: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ResumeCode(Base):
    """What a parent may come back with, and the code that was used last."""

    __tablename__ = "resume_codes"

    conversation_id: Mapped[str] = mapped_column(
        sa.String(UUID_LENGTH),
        sa.ForeignKey("conversations.id", ondelete="CASCADE"),
        primary_key=True,
    )
    code_hash: Mapped[str] = mapped_column(sa.String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    used_code_hash: Mapped[str | None] = mapped_column(sa.String(64), unique=True)
    used_with_hash: Mapped[str | None] = mapped_column(sa.String(64))
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Message(Base):
    """One message in or out. A parent's message is also the inbox entry that asks for an answer."""

    __tablename__ = "messages"
    __table_args__ = (
        sa.UniqueConstraint("conversation_id", "seq"),
        sa.UniqueConstraint("conversation_id", "client_message_id"),
        sa.Index("ix_messages_status_next_attempt_at", "status", "next_attempt_at"),
        sa.Index("ix_messages_conversation_id_status", "conversation_id", "status"),
        sa.Index("ix_messages_reply_to", "reply_to"),
    )

    id: Mapped[str] = mapped_column(sa.String(UUID_LENGTH), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(
        sa.String(UUID_LENGTH), sa.ForeignKey("conversations.id", ondelete="CASCADE")
    )
    seq: Mapped[int]
    sender: Mapped[str] = mapped_column(sa.String(16))
    by: Mapped[str | None] = mapped_column(EncryptedText)
    text: Mapped[str] = mapped_column(EncryptedText)
    more: Mapped[str | None] = mapped_column(EncryptedText)
    channel: Mapped[str] = mapped_column(sa.String(16))
    choices: Mapped[list[dict[str, str]] | None] = mapped_column(EncryptedJSON)
    asks: Mapped[str | None] = mapped_column(sa.String(40))
    topic: Mapped[str | None] = mapped_column(sa.String(80))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    client_message_id: Mapped[str | None] = mapped_column(sa.String(64))
    reply_to: Mapped[str | None] = mapped_column(sa.String(UUID_LENGTH))
    status: Mapped[str | None] = mapped_column(sa.String(16))
    attempts: Mapped[int] = mapped_column(default=0)
    next_attempt_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    told_waiting_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Referral(Base):
    """A draft or a referral: one encrypted document, and beside it what the queue sorts by."""

    __tablename__ = "referrals"
    __table_args__ = (sa.Index("ix_referrals_changed_at", "changed_at", "reference"),)

    id: Mapped[str] = mapped_column(sa.String(UUID_LENGTH), primary_key=True)
    conversation_id: Mapped[str | None] = mapped_column(sa.String(UUID_LENGTH), unique=True)
    reference: Mapped[str] = mapped_column(sa.String(9), unique=True)
    status: Mapped[str] = mapped_column(sa.String(16), index=True)
    channel: Mapped[str] = mapped_column(sa.String(16))
    document: Mapped[dict[str, Any]] = mapped_column(EncryptedJSON)
    progress: Mapped[dict[str, Any]] = mapped_column(EncryptedJSON)
    revision: Mapped[int] = mapped_column()
    last_turn_id: Mapped[str | None] = mapped_column(sa.String(64))
    last_outcome: Mapped[dict[str, Any] | None] = mapped_column(EncryptedJSON)
    council_gss: Mapped[str | None] = mapped_column(sa.String(9))
    coverage: Mapped[str | None] = mapped_column(sa.String(20))
    contact_by: Mapped[date | None] = mapped_column(sa.Date)
    appeal_by: Mapped[date | None] = mapped_column(sa.Date)
    days_counted_to: Mapped[date | None] = mapped_column(sa.Date, index=True)
    urgency: Mapped[str | None] = mapped_column(sa.String(16))
    phone_index: Mapped[str | None] = mapped_column(sa.String(64), index=True, info=PERSONAL)
    email_index: Mapped[str | None] = mapped_column(sa.String(64), index=True, info=PERSONAL)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime, default=_now, onupdate=_now)
    """When anything of the row was written last, its status too: what programs ask for."""
    submitted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    left_alone_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When it was last found that whoever left this draft is not to be rung."""

    # SQLAlchemy declares this an instance variable, so it cannot be marked as ClassVar.
    __mapper_args__ = {"version_id_col": revision}  # noqa: RUF012


class Consent(Base):
    """A log of what was agreed or refused, to which wording; rows are added, never changed."""

    __tablename__ = "consents"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = mapped_column(sa.String(UUID_LENGTH), index=True)
    referral_id: Mapped[str | None] = mapped_column(sa.String(UUID_LENGTH))
    kind: Mapped[str] = mapped_column(sa.String(24))
    given: Mapped[bool]
    notice_version: Mapped[str] = mapped_column(sa.String(40))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    channel: Mapped[str] = mapped_column(sa.String(16))
    by: Mapped[str | None] = mapped_column(sa.String(24))


class Handover(Base):
    """Why a person has to look at a conversation, and whether one has."""

    __tablename__ = "handovers"
    __table_args__ = (
        sa.Index("ix_handovers_open", "status", "reason", "conversation_id"),
        sa.Index("ix_handovers_counted", "created_at", "reason", "closed_at"),
        sa.Index(
            "ix_handovers_asked_once",
            "conversation_id",
            "reason",
            unique=True,
            sqlite_where=sa.text("status = 'open'"),
            postgresql_where=sa.text("status = 'open'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = mapped_column(sa.String(UUID_LENGTH), index=True)
    referral_id: Mapped[str | None] = mapped_column(sa.String(UUID_LENGTH))
    reason: Mapped[str] = mapped_column(sa.String(80))
    priority: Mapped[str] = mapped_column(sa.String(16))
    status: Mapped[str] = mapped_column(sa.String(16), index=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    note: Mapped[str | None] = mapped_column(EncryptedText)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closed_by: Mapped[int | None]
    outcome: Mapped[str | None] = mapped_column(sa.String(24))
    closing_note: Mapped[str | None] = mapped_column(EncryptedText)


class SafetyEvent(Base):
    """A message that said somebody may be in danger."""

    __tablename__ = "safety_events"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = mapped_column(sa.String(UUID_LENGTH), index=True)
    category: Mapped[str] = mapped_column(sa.String(40), info=PERSONAL)
    priority: Mapped[str] = mapped_column(sa.String(16))
    message_id: Mapped[str] = mapped_column(sa.String(UUID_LENGTH))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class OutgoingEmail(Base):
    """An email on its way out; sent ones keep no text."""

    __tablename__ = "outgoing_emails"
    __table_args__ = (sa.Index("ix_outgoing_emails_status_next", "status", "next_attempt_at"),)

    id: Mapped[str] = mapped_column(sa.String(UUID_LENGTH), primary_key=True)
    key: Mapped[str] = mapped_column(sa.String(120), unique=True)
    conversation_id: Mapped[str | None] = mapped_column(sa.String(UUID_LENGTH), index=True)
    to: Mapped[str] = mapped_column(EncryptedText)
    subject: Mapped[str] = mapped_column(sa.String(200))
    body: Mapped[str] = mapped_column(EncryptedText)
    status: Mapped[str] = mapped_column(sa.String(16))
    attempts: Mapped[int] = mapped_column(default=0)
    next_attempt_at: Mapped[datetime] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    is_urgent: Mapped[bool] = mapped_column(default=False)
