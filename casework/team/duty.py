"""Who is on duty: a weekly pattern for each duty, with cover and absence by date.

Days and hours are those of clocks in England. A day's shift is either while the service is open
(casework/team/opening_hours.py) or the rest of that day, from midnight to midnight.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, get_args

from casework.law.deadlines import LONDON
from casework.team.opening_hours import is_open

Duty = Literal["safeguarding", "team"]
DUTIES: tuple[Duty, ...] = get_args(Duty)
Period = Literal["open", "closed"]
PERIODS: tuple[Period, ...] = get_args(Period)
Kind = Literal["away", "cover"]


@dataclass(frozen=True)
class Shift:
    """A colleague's turn, every week. `weekday` counts from 0, Monday."""

    duty: Duty
    weekday: int
    period: Period
    staff_id: int


@dataclass(frozen=True)
class Change:
    """What differs from the week on some days, both included: somebody is away, or covers.

    Who is away has no duty at all; who covers has this `duty` all day and night.
    """

    kind: Kind
    first_day: date
    last_day: date
    staff_id: int
    duty: Duty | None = None


@dataclass(frozen=True)
class Rota:
    """The week, what differs from it, and who is told where nobody else is left."""

    shifts: tuple[Shift, ...] = ()
    changes: tuple[Change, ...] = ()
    last_resort: frozenset[int] = frozenset()


def find_on_duty(rota: Rota, duty: Duty, now: datetime) -> frozenset[int]:
    """The ids of the colleagues who have this duty now; empty where nobody has."""
    day, weekday = _day_of(now), _day_of(now).weekday()
    period: Period = "open" if is_open(now) else "closed"
    planned = {
        shift.staff_id
        for shift in rota.shifts
        if (shift.duty, shift.weekday, shift.period) == (duty, weekday, period)
    }
    covering = {
        change.staff_id
        for change in rota.changes
        if change.kind == "cover" and change.duty == duty and _is_on(change, day)
    }
    return frozenset(planned | covering) - find_away(rota, now)


def find_away(rota: Rota, now: datetime) -> frozenset[int]:
    """The ids of the colleagues who are away today."""
    day = _day_of(now)
    return frozenset(
        change.staff_id for change in rota.changes if change.kind == "away" and _is_on(change, day)
    )


def _is_on(change: Change, day: date) -> bool:
    return change.first_day <= day <= change.last_day


def _day_of(now: datetime) -> date:
    return now.astimezone(LONDON).date()
