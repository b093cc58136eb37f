"""The tables of the queue beside the cases: names to search by, saved views, colleagues' habits."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from store.base import PERSONAL, UUID_LENGTH, Base, UtcDateTime
from store.encryption import EncryptedText

TOKEN_LENGTH = 32


class ReferralName(Base):
    """A part of a name in a draft or referral, as a keyed hash. See store/cases/name_index.py."""

    __tablename__ = "referral_names"
    __table_args__ = (sa.Index("ix_referral_names_token", "token", "begun_at", "conversation_id"),)

    conversation_id: Mapped[str] = mapped_column(sa.String(UUID_LENGTH), primary_key=True)
    token: Mapped[str] = mapped_column(sa.String(TOKEN_LENGTH), primary_key=True, info=PERSONAL)
    begun_at: Mapped[datetime] = mapped_column(UtcDateTime)
    """When the referral was begun: what is found is the newest first without looking it up."""


class SavedView(Base):
    """Filters of the queue that a colleague has given a name; shared ones are the team's."""

    __tablename__ = "saved_views"

    id: Mapped[int] = mapped_column(primary_key=True)
    staff_id: Mapped[int] = mapped_column(sa.ForeignKey("staff.id"), index=True)
    name: Mapped[str] = mapped_column(EncryptedText)
    filters: Mapped[dict[str, str]] = mapped_column(sa.JSON)
    is_shared: Mapped[bool] = mapped_column(index=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class QueueHabits(Base):
    """How a colleague likes the queue; who has no row has all as it comes."""

    __tablename__ = "queue_habits"

    staff_id: Mapped[int] = mapped_column(
        sa.ForeignKey("staff.id"), primary_key=True, autoincrement=False
    )
    first_view: Mapped[int | None] = mapped_column(
        sa.ForeignKey("saved_views.id", ondelete="SET NULL")
    )
    has_shortcuts: Mapped[bool] = mapped_column(info=PERSONAL)
