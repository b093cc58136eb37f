"""The tables of the work on a case: what waits in the queue, what was done, who has looked."""

from __future__ import annotations

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from store.base import PERSONAL, UUID_LENGTH, Base, UtcDateTime
from store.encryption import EncryptedText

NO_CLOCK = date(9999, 12, 31)
"""Sorted behind every date. Not NULL: the databases differ on which end that stands at."""


class Case(Base):
    """A conversation that a person has to act on: a line of the queue. See store/cases/lines.py.

    What the queue sorts and filters by is copied here, so that a page of it is a walk along one
    index. Colleagues are named by id; their rows are never deleted.
    """

    __tablename__ = "cases"
    __table_args__ = (
        sa.Index("ix_cases_queue", "is_open", "rank", "act_by", "mediation_by", "waiting_since"),
        sa.Index("ix_cases_held_by", "held_by", "is_open"),
        sa.Index("ix_cases_asked_at", "is_open", "asked_at"),
    )

    conversation_id: Mapped[str] = mapped_column(sa.String(UUID_LENGTH), primary_key=True)
    is_open: Mapped[bool]
    rank: Mapped[int] = mapped_column(info=PERSONAL)
    """0 where somebody may be in danger, else 1."""
    is_urgent: Mapped[bool]
    count_to: Mapped[date] = mapped_column(sa.Date)
    """The earliest legal date, or what stands for it."""
    act_by: Mapped[date] = mapped_column(sa.Date)
    """The last working day up to `count_to`: as many working days left stand together."""
    mediation_by: Mapped[date] = mapped_column(sa.Date)
    """The end of the 30 days for mediation; NO_CLOCK while nothing is counted."""
    waiting_since: Mapped[datetime] = mapped_column(UtcDateTime)
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    """When a person was last asked for: what came after a page was loaded is new to it."""
    channel: Mapped[str] = mapped_column(sa.String(16))
    council_gss: Mapped[str | None] = mapped_column(sa.String(9))
    coverage: Mapped[str | None] = mapped_column(sa.String(20))
    held_by: Mapped[int | None]
    snoozed_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    merged_into: Mapped[str | None] = mapped_column(sa.String(UUID_LENGTH), index=True)
    """The conversation of the case that this one is part of now. See store/handling/merging.py."""
    status_before_merge: Mapped[str | None] = mapped_column(sa.String(16))


class CaseStep(Base):
    """Something that was done, or a note: when in the clear, the words encrypted."""

    __tablename__ = "case_steps"
    __table_args__ = (sa.Index("ix_case_steps_form", "conversation_id", "form_id", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = mapped_column(sa.String(UUID_LENGTH), index=True)
    kind: Mapped[str] = mapped_column(sa.String(24))
    done_on: Mapped[date | None] = mapped_column(sa.Date)
    outcome: Mapped[str | None] = mapped_column(sa.String(24))
    note: Mapped[str | None] = mapped_column(EncryptedText)
    by: Mapped[int]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    form_id: Mapped[str | None] = mapped_column(sa.String(UUID_LENGTH))
    """The form that it came with, so that a form sent twice counts once."""


class AnswerChange(Base):
    """An answer that changed after the referral was sent: what it was and became, encrypted.

    `by` is the colleague, None the parent; `step_id` the step that says why.
    """

    __tablename__ = "answer_changes"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = mapped_column(sa.String(UUID_LENGTH), index=True)
    field: Mapped[str] = mapped_column(sa.String(40))
    was: Mapped[str | None] = mapped_column(EncryptedText)
    now: Mapped[str | None] = mapped_column(EncryptedText)
    by: Mapped[int | None]
    step_id: Mapped[int | None]
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class Mention(Base):
    """A colleague who was named in a note about a case, the last time."""

    __tablename__ = "mentions"

    conversation_id: Mapped[str] = mapped_column(sa.String(UUID_LENGTH), primary_key=True)
    staff_id: Mapped[int] = mapped_column(primary_key=True, index=True)
    by: Mapped[int]
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class CaseView(Base):
    """When a colleague last looked at a case: what came since is unread."""

    __tablename__ = "case_views"

    conversation_id: Mapped[str] = mapped_column(sa.String(UUID_LENGTH), primary_key=True)
    staff_id: Mapped[int] = mapped_column(primary_key=True)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
