"""The tables of alerts: who is on duty, who was told of what, what other systems are told."""

from __future__ import annotations

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from store.base import PERSONAL, UUID_LENGTH, Base, UtcDateTime


def _colleague(*, is_key: bool = False) -> Mapped[int]:
    return mapped_column(sa.ForeignKey("staff.id"), primary_key=is_key, info=PERSONAL)


class RotaShift(Base):
    """A colleague's turn, every week. See casework/team/duty.py."""

    __tablename__ = "rota_shifts"

    duty: Mapped[str] = mapped_column(sa.String(16), primary_key=True)
    weekday: Mapped[int] = mapped_column(primary_key=True)
    period: Mapped[str] = mapped_column(sa.String(8), primary_key=True)
    staff_id: Mapped[int] = _colleague(is_key=True)


class RotaChange(Base):
    """Some days, both included, on which a colleague is away or covers a duty."""

    __tablename__ = "rota_changes"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(sa.String(8))
    duty: Mapped[str | None] = mapped_column(sa.String(16))
    first_day: Mapped[date] = mapped_column(sa.Date)
    last_day: Mapped[date] = mapped_column(sa.Date)
    staff_id: Mapped[int] = _colleague()


class RotaLastResort(Base):
    """Somebody who is told where nobody else has looked."""

    __tablename__ = "rota_last_resort"

    staff_id: Mapped[int] = _colleague(is_key=True)


class Alert(Base):
    """Something that somebody has to look at now, one a handover. See store/alerting/alerts.py.

    `step` is where the chain stands (casework/team/alerting.py), `round` counts every time that
    people were told. `next_round_at` is empty once nobody need be told any more.
    """

    __tablename__ = "alerts"
    __table_args__ = (sa.Index("ix_alerts_next_round_at", "next_round_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    handover_id: Mapped[int] = mapped_column(unique=True)
    conversation_id: Mapped[str] = mapped_column(sa.String(UUID_LENGTH), index=True)
    kind: Mapped[str] = mapped_column(sa.String(8), info=PERSONAL)
    raised_at: Mapped[datetime] = mapped_column(UtcDateTime)
    step: Mapped[int] = mapped_column(default=0)
    round: Mapped[int] = mapped_column(default=0)
    heard_again_after: Mapped[int] = mapped_column(default=0)
    """The round after which a danger was heard again: from there on nobody has been told yet."""
    next_round_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    seen_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    seen_by: Mapped[int | None]
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class AlertTelling(Base):
    """That a colleague was told of an alert in a round: once, whatever happens in between."""

    __tablename__ = "alert_tellings"

    alert_id: Mapped[int] = mapped_column(
        sa.ForeignKey("alerts.id", ondelete="CASCADE"), primary_key=True
    )
    round: Mapped[int] = mapped_column(primary_key=True)
    staff_id: Mapped[int] = _colleague(is_key=True)
    conversation_id: Mapped[str] = mapped_column(sa.String(UUID_LENGTH), index=True)
    step: Mapped[int]
    email_key: Mapped[str] = mapped_column(sa.String(120))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class Digest(Base):
    """That a colleague's digest of this moment was seen to; with nothing waiting none was sent."""

    __tablename__ = "digests"

    due_at: Mapped[datetime] = mapped_column(UtcDateTime, primary_key=True)
    staff_id: Mapped[int] = _colleague(is_key=True)
    cases: Mapped[int]


class DigestRefused(Base):
    """A colleague who wants no digest."""

    __tablename__ = "digests_refused"

    staff_id: Mapped[int] = _colleague(is_key=True)


class WebhookEvent(Base):
    """Something that another system is told of: ids only. See store/alerting/webhook_events.py."""

    __tablename__ = "webhook_events"
    __table_args__ = (
        sa.Index("ix_webhook_events_status_next", "status", "next_attempt_at"),
        sa.Index("ix_webhook_events_conversation_id", "conversation_id"),
    )

    id: Mapped[str] = mapped_column(sa.String(UUID_LENGTH), primary_key=True)
    key: Mapped[str] = mapped_column(sa.String(120), unique=True)
    type: Mapped[str] = mapped_column(sa.String(40))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    conversation_id: Mapped[str | None] = mapped_column(sa.String(UUID_LENGTH), info=PERSONAL)
    reference: Mapped[str | None] = mapped_column(sa.String(9))
    status: Mapped[str] = mapped_column(sa.String(16))
    attempts: Mapped[int] = mapped_column(default=0)
    next_attempt_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    answer: Mapped[str | None] = mapped_column(sa.String(40))
    """What the other system answered last: a status such as 200, or the name of what went wrong."""
