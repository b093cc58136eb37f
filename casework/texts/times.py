"""When a text may go out: to whom it is safe, how late, and how many a day (DP-22).

A text that answers one of theirs goes at once, at any hour: the person is there, with the phone in
their hand. A text that we start may be read by somebody else, or wake a house.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
QUIET_FROM, QUIET_UNTIL = time(21), time(8)
MOST_A_DAY = 3
"""Texts a number gets from us in a day that it did not ask for by writing."""
ANSWERED_WITHIN = timedelta(hours=1)
"""What our team writes later than this after their last text counts as started by us."""


@dataclass(frozen=True)
class Texted:
    """What is known of the number that a text is for."""

    is_safe_to_text: bool | None
    """The answer to `safe_contact`; None where it was not asked or not answered."""
    has_opted_out: bool = False


@dataclass(frozen=True)
class Verdict:
    """What to do with a text; `until` is when a text that waits may be looked at again."""

    may: Literal["send", "wait_until", "never"]
    until: datetime | None = None


SEND = Verdict("send")
NEVER = Verdict("never")


def may_text(now: datetime, *, started_by_us: bool, contact: Texted, sent_today: int) -> Verdict:
    """Whether a text may go out now. `now` has a time zone; `sent_today` counts those we started.

    Today is London's. Raises ValueError for a time without a zone.
    """
    if now.tzinfo is None:
        raise ValueError("a time without a zone says nothing about the hour in London")
    if contact.has_opted_out:
        return NEVER
    if not started_by_us:
        return SEND
    if contact.is_safe_to_text is not True:
        return NEVER
    here = now.astimezone(LONDON)
    if is_quiet(now):
        return Verdict("wait_until", _next_morning(here))
    if sent_today >= MOST_A_DAY:
        return Verdict("wait_until", _morning_of(here + timedelta(days=1)))
    return SEND


def is_answer(now: datetime, *, asked_at: datetime | None) -> bool:
    """Whether what our team writes now still answers theirs of `asked_at`; None: they wrote none.

    The assistant's replies to a text are answers however late they come.
    """
    return asked_at is not None and now - asked_at <= ANSWERED_WITHIN


def is_quiet(now: datetime) -> bool:
    """Whether it is between 21:00 and 8:00 in London."""
    hour = now.astimezone(LONDON).time()
    return hour >= QUIET_FROM or hour < QUIET_UNTIL


def start_of_day(now: datetime) -> datetime:
    """Midnight in London before `now`: what counts as today."""
    here = now.astimezone(LONDON)
    return datetime.combine(here.date(), time(), LONDON)


def _next_morning(here: datetime) -> datetime:
    day = here if here.time() < QUIET_UNTIL else here + timedelta(days=1)
    return _morning_of(day)


def _morning_of(day: datetime) -> datetime:
    return datetime.combine(day.date(), QUIET_UNTIL, LONDON)
