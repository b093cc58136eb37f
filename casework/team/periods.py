"""Periods to look at: days from and to, and the ones that are asked for most."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal, get_args

from casework.law.deadlines import LONDON, add_months, count_working_days

Preset = Literal["this_month", "last_month", "this_year", "last_12_weeks"]
PRESETS: tuple[Preset, ...] = get_args(Preset)
LONGEST_DAYS = 1100
"""Three years and a little: three financial years beside each other."""


class NotAPeriod(ValueError):
    """The days do not make a period."""


@dataclass(frozen=True)
class Period:
    """From the first day to the last, both in it."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if not 0 <= (self.last - self.first).days <= LONGEST_DAYS:
            raise NotAPeriod

    @property
    def weeks(self) -> list[date]:
        """The Mondays of the weeks that the period touches."""
        monday = _monday_of(self.first)
        return [
            monday + timedelta(weeks=week)
            for week in range((_monday_of(self.last) - monday).days // 7 + 1)
        ]


def period_of(preset: Preset, today: date) -> Period:
    """The period of this name. The financial year begins on 1 April, weeks on Monday.

    The last twelve weeks are the eleven before this one and this one so far.
    """
    month = today.replace(day=1)
    if preset == "this_month":
        return Period(month, today)
    if preset == "last_month":
        return Period(add_months(month, -1), month - timedelta(days=1))
    if preset == "this_year":
        begins = date(today.year if today.month >= 4 else today.year - 1, 4, 1)
        return Period(begins, today)
    return Period(_monday_of(today) - timedelta(weeks=11), today)


def count_by_week(period: Period, by_day: dict[date, int]) -> dict[date, int]:
    """The counts of the days by the Monday of their week, 0 for weeks without any."""
    weeks = dict.fromkeys(period.weeks, 0)
    for day, count in by_day.items():
        weeks[_monday_of(day)] += count
    return weeks


def begin_of(day: date) -> datetime:
    """Midnight in England at the start of this day."""
    return datetime.combine(day, time(), LONDON)


def first_day_within(today: date, working_days: int) -> date:
    """The first day from which to today is no more than so many working days."""
    day = today
    while count_working_days(day - timedelta(days=1), today) <= working_days:
        day -= timedelta(days=1)
    return day


def _monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())
