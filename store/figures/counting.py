"""What managers look at, counted by the database: no row of it is about one family.

Nothing here is fit to be shown as it is: casework/team/suppression.py hides small numbers first.
What is about safety is never counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from casework.team.periods import Period, begin_of, first_day_within
from store.cases.lines import SAFETY
from store.figures.question_steps import QUIET_DAYS
from store.tables import Handover, QuestionCount, QuestionStep, ReferralFigures

NEW_REFERRAL = "new_referral"
HOUR = 3600
WAITED_UP_TO = {"1_hour": HOUR, "4_hours": 4 * HOUR, "1_day": 24 * HOUR, "3_days": 72 * HOUR}
"""Bands of how long somebody waited, by seconds; longer is "longer"."""


@dataclass(frozen=True)
class Contact:
    """How soon families were contacted. `after` counts them by working days waited."""

    after: Mapping[int, int]
    waiting: int
    overdue: int
    closed_without: int
    days_left: Mapping[int | None, int]
    """By calendar days to the earliest legal date at first contact; None where none is known."""


@dataclass(frozen=True)
class AskedQuestion:
    """How many were asked a question, went on to another, and stopped there."""

    asked: int
    went_on: int
    left: int

    @property
    def still_open(self) -> int:
        """How many were asked it lately and may still answer."""
        return self.asked - self.went_on - self.left


@dataclass(frozen=True)
class Figures:
    """The counts of one period, by code."""

    by_day: Mapping[date, int]
    by_council: Mapping[str, int]
    by_route: Mapping[str, int]
    by_channel: Mapping[str, int]
    by_language: Mapping[str, int]
    by_need: Mapping[str, int]
    contact: Contact
    outcomes: Mapping[str, int]
    handover_reasons: Mapping[str, int]
    handover_waits: Mapping[str, int]
    questions: Mapping[str, Mapping[str, AskedQuestion]]
    """By channel, then question."""


def read_figures(session: Session, period: Period, *, today: date, target: int) -> Figures:
    """Counts everything of the period. `target` is in working days to the first contact."""
    needs: Counter[str] = Counter()
    for codes, count in _count_by(session, ReferralFigures.needs, period).items():
        needs.update(dict.fromkeys(codes.split(","), count))
    reasons, waits = _count_handovers(session, period)
    return Figures(
        by_day=_count_by(session, ReferralFigures.submitted_on, period),
        by_council=_count_by(session, sa.func.coalesce(ReferralFigures.council_gss, ""), period),
        by_route=_count_by(session, ReferralFigures.route, period),
        by_channel=_count_by(session, ReferralFigures.channel, period),
        by_language=_count_by(session, ReferralFigures.language, period),
        by_need=needs,
        contact=_count_contact(session, period, first_day_within(today, target)),
        outcomes=_count_outcomes(session, period),
        handover_reasons=reasons,
        handover_waits=waits,
        questions=_count_questions(session, period, today),
    )


def _sent_in(period: Period) -> sa.ColumnElement[bool]:
    return ReferralFigures.submitted_on.between(period.first, period.last)


def _count_by(session: Session, code: Any, period: Period) -> dict[Any, int]:
    return _to_counts(
        session, sa.select(code, sa.func.count()).where(_sent_in(period)).group_by(code)
    )


def _to_counts(session: Session, query: sa.Executable) -> dict[Any, int]:
    return {row[0]: row[1] for row in session.execute(query)}


def _count_contact(session: Session, period: Period, in_time_since: date) -> Contact:
    figures = ReferralFigures
    is_contacted, is_closed = figures.contacted_on.is_not(None), figures.closed_on.is_not(None)
    after, days_left = (
        _to_counts(
            session,
            sa.select(days, sa.func.count()).where(_sent_in(period), is_contacted).group_by(days),
        )
        for days in (figures.days_to_contact, figures.days_left_at_contact)
    )
    waiting = overdue = closed_without = 0
    is_in_time = figures.submitted_on >= in_time_since
    for closed, in_time, count in session.execute(
        sa.select(is_closed, is_in_time, sa.func.count())
        .where(_sent_in(period), ~is_contacted)
        .group_by(is_closed, is_in_time)
    ):
        if closed:
            closed_without += count
        elif in_time:
            waiting += count
        else:
            overdue += count
    return Contact(after, waiting, overdue, closed_without, days_left)


def _count_outcomes(session: Session, period: Period) -> dict[str, int]:
    outcome = sa.func.coalesce(ReferralFigures.outcome, "other")
    return _to_counts(
        session,
        sa.select(outcome, sa.func.count())
        .where(ReferralFigures.closed_on.between(period.first, period.last))
        .group_by(outcome),
    )


def _count_handovers(session: Session, period: Period) -> tuple[dict[str, int], dict[str, int]]:
    """By reason, and by how long until somebody had dealt with it."""
    seconds = _seconds_between(session, Handover.created_at, Handover.closed_at)
    band = sa.case(
        (Handover.closed_at.is_(None), "open"),
        *((seconds <= most, name) for name, most in WAITED_UP_TO.items()),
        else_="longer",
    )
    rows = session.execute(
        sa.select(Handover.reason, band, sa.func.count())
        .where(
            Handover.created_at >= begin_of(period.first),
            Handover.created_at < begin_of(period.last + timedelta(days=1)),
            ~Handover.reason.startswith(SAFETY),
            # As many as there are referrals: with it, the tables of those would give away what
            # these hide.
            Handover.reason != NEW_REFERRAL,
        )
        # By place: the band's bound values would make PostgreSQL see two expressions.
        .group_by(sa.text("1"), sa.text("2"))
    )
    reasons: Counter[str] = Counter()
    waits: Counter[str] = Counter(dict.fromkeys((*WAITED_UP_TO, "longer", "open"), 0))
    for reason, waited, count in rows:
        reasons[reason] += count
        waits[waited] += count
    return reasons, waits


def _seconds_between(session: Session, begin: Any, end: Any) -> Any:
    if session.get_bind().dialect.name == "sqlite":
        return (sa.func.julianday(end) - sa.func.julianday(begin)) * 86400
    return sa.func.extract("epoch", end - begin)


def _count_questions(
    session: Session, period: Period, today: date
) -> dict[str, dict[str, AskedQuestion]]:
    steps, counts = QuestionStep, QuestionCount
    is_over = steps.asked_on < today - timedelta(days=QUIET_DAYS)
    asked: dict[tuple[str, str], AskedQuestion] = {}
    live = session.execute(
        sa.select(steps.channel, steps.question, steps.went_on, is_over, sa.func.count())
        .where(steps.asked_on.between(period.first, period.last))
        .group_by(steps.channel, steps.question, steps.went_on, sa.text("4"))
    )
    settled = session.execute(
        sa.select(
            counts.channel,
            counts.question,
            sa.func.sum(counts.asked),
            sa.func.sum(counts.went_on),
        )
        .where(counts.asked_on.between(period.first, period.last))
        .group_by(counts.channel, counts.question)
    )
    nobody = AskedQuestion(0, 0, 0)
    for channel, question, went_on, stopped, count in live:
        so_far = asked.get((channel, question), nobody)
        asked[channel, question] = AskedQuestion(
            so_far.asked + count,
            so_far.went_on + (count if went_on else 0),
            so_far.left + (count if stopped and not went_on else 0),
        )
    for channel, question, count, past in settled:
        so_far = asked.get((channel, question), nobody)
        asked[channel, question] = AskedQuestion(
            so_far.asked + count, so_far.went_on + past, so_far.left + count - past
        )
    by_channel: dict[str, dict[str, AskedQuestion]] = {}
    for (channel, question), counted in asked.items():
        by_channel.setdefault(channel, {})[question] = counted
    return by_channel
