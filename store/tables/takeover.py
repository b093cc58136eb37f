"""The tables of a live takeover: who answers, who looks."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from store.base import UUID_LENGTH, Base, UtcDateTime
from store.encryption import EncryptedJSON


def _conversation() -> sa.ForeignKey:
    return sa.ForeignKey("conversations.id", ondelete="CASCADE")


class Claim(Base):
    """The colleague who answers a conversation now; there is at most one.

    `waits_since` is since when the parent waits for a colleague's words, None while nobody waits.
    `question` is what the assistant was about to ask when it fell silent.
    """

    __tablename__ = "claims"

    conversation_id: Mapped[str] = mapped_column(
        sa.String(UUID_LENGTH), _conversation(), primary_key=True
    )
    staff_id: Mapped[int] = mapped_column(sa.ForeignKey("staff.id"))
    claimed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    waits_since: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    question: Mapped[dict[str, Any] | None] = mapped_column(EncryptedJSON)


class StaffPresence(Base):
    """When a colleague last had a conversation open, and when they last wrote in its box."""

    __tablename__ = "staff_presence"

    conversation_id: Mapped[str] = mapped_column(
        sa.String(UUID_LENGTH), _conversation(), primary_key=True
    )
    staff_id: Mapped[int] = mapped_column(sa.ForeignKey("staff.id"), primary_key=True)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    replying_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
