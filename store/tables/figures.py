"""What managers look at: codes, days and counts, never words. See docs/decisions/0015."""

from __future__ import annotations

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from store.base import PERSONAL, UUID_LENGTH, Base, UtcDateTime


class ReferralFigures(Base):
    """What is counted of a referral that was sent; store/figures/rows.py keeps it in step.

    Days are those of clocks in England. `needs` are codes in order, with commas between them.
    """

    __tablename__ = "referral_figures"
    # What is counted is in the index: a year of referrals is added up without a look at the rows.
    __table_args__ = (
        sa.Index(
            "ix_referral_figures_counted",
            "submitted_on",
            "council_gss",
            "route",
            "channel",
            "language",
            "needs",
            "contacted_on",
            "days_to_contact",
            "days_left_at_contact",
            "closed_on",
        ),
        sa.Index("ix_referral_figures_closed", "closed_on", "outcome"),
    )

    conversation_id: Mapped[str] = mapped_column(sa.String(UUID_LENGTH), primary_key=True)
    submitted_on: Mapped[date] = mapped_column(sa.Date)
    council_gss: Mapped[str | None] = mapped_column(sa.String(9))
    route: Mapped[str] = mapped_column(sa.String(24))
    channel: Mapped[str] = mapped_column(sa.String(16))
    language: Mapped[str] = mapped_column(sa.String(16), info=PERSONAL)
    needs: Mapped[str] = mapped_column(sa.Text, info=PERSONAL)
    contacted_on: Mapped[date | None] = mapped_column(sa.Date)
    days_to_contact: Mapped[int | None]
    """Working days from the day it was sent."""
    days_left_at_contact: Mapped[int | None]
    """Calendar days to the earliest legal date on that day, below 0 where it had passed."""
    closed_on: Mapped[date | None] = mapped_column(sa.Date)
    outcome: Mapped[str | None] = mapped_column(sa.String(24))


class QuestionStep(Base):
    """A question that somebody was asked: the day, and whether they went on to another.

    Kept until a conversation has been quiet for a while, then it is a count (QuestionCount).
    """

    __tablename__ = "question_steps"

    conversation_id: Mapped[str] = mapped_column(sa.String(UUID_LENGTH), primary_key=True)
    question: Mapped[str] = mapped_column(sa.String(40), primary_key=True)
    channel: Mapped[str] = mapped_column(sa.String(16))
    asked_on: Mapped[date] = mapped_column(sa.Date, index=True)
    went_on: Mapped[bool]


class QuestionCount(Base):
    """How many were asked a question on a day, and went on. Nobody can be told from it."""

    __tablename__ = "question_counts"

    asked_on: Mapped[date] = mapped_column(sa.Date, primary_key=True)
    question: Mapped[str] = mapped_column(sa.String(40), primary_key=True)
    channel: Mapped[str] = mapped_column(sa.String(16), primary_key=True)
    asked: Mapped[int]
    went_on: Mapped[int]


class MissedMessage(Base):
    """A message that the assistant could not answer, and the question it came after."""

    __tablename__ = "missed_messages"

    message_id: Mapped[str] = mapped_column(
        sa.String(UUID_LENGTH), sa.ForeignKey("messages.id", ondelete="CASCADE"), primary_key=True
    )
    conversation_id: Mapped[str] = mapped_column(sa.String(UUID_LENGTH), index=True)
    question: Mapped[str | None] = mapped_column(sa.String(40))
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
