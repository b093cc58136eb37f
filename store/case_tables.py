"""The tables of the work on a case: what waits in the queue, what was done, who has looked."""

from __future__ import annotations

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from store.base import PERSONAL, Base, UtcDateTime
from store.encryption import EncryptedText

UUID_LENGTH = 36


class Case(Base):
    """A conversation that a person has to act on: a line of the queue. See store/cases.py.

    What the queue sorts and filters by is copied here, so that a page of it is a walk along one
    index. Colleagues are named by id; their rows are never deleted.
    """

    __tablename__ = "cases"
    __table_args__ = (
        sa.Index("ix_cases_queue", "is_open", "rank", "count_to", "waiting_since"),
        sa.Index("ix_cases_held_by", "held_by", "is_open"),
    )

    conversation_id: Mapped[str] = mapped_column(sa.String(UUID_LENGTH), primary_key=True)
    is_open: Mapped[bool]
    rank: Mapped[int] = mapped_column(info=PERSONAL)
    """0 where somebody may be in danger, else 1."""
    is_urgent: Mapped[bool]
    count_to: Mapped[date] = mapped_column(sa.Date)
    waiting_since: Mapped[datetime] = mapped_column(UtcDateTime)
    channel: Mapped[str] = mapped_column(sa.String(16))
    council_gss: Mapped[str | None] = mapped_column(sa.String(9))
    coverage: Mapped[str | None] = mapped_column(sa.String(20))
    held_by: Mapped[int | None]
    snoozed_until: Mapped[datetime | None] = mapped_column(UtcDateTime)


class CaseStep(Base):
    """Something that was done, or a note: when in the clear, the words encrypted."""

    __tablename__ = "case_steps"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = mapped_column(sa.String(UUID_LENGTH), index=True)
    kind: Mapped[str] = mapped_column(sa.String(24))
    done_on: Mapped[date | None] = mapped_column(sa.Date)
    outcome: Mapped[str | None] = mapped_column(sa.String(24))
    note: Mapped[str | None] = mapped_column(EncryptedText)
    by: Mapped[int]
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class CaseView(Base):
    """When a colleague last looked at a case: what came since is unread."""

    __tablename__ = "case_views"

    conversation_id: Mapped[str] = mapped_column(sa.String(UUID_LENGTH), primary_key=True)
    staff_id: Mapped[int] = mapped_column(primary_key=True)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
