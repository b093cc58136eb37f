"""Days counted from today, which INTAKE_TODAY can freeze."""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from rapidfuzz import fuzz, process

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_SHORT_MONTHS = {name[:3]: number for number, name in enumerate(_MONTHS, 1)}
_SHORT_MONTHS["sept"] = 9
_CLOSEST_MONTH = 75  # "novmber" and "febuary" score above, "marks" and "decent" below


def read_today() -> date:
    """Return INTAKE_TODAY (ISO date) when it is set, else today's date in London."""
    frozen = os.environ.get("INTAKE_TODAY", "").strip()
    if frozen:
        return date.fromisoformat(frozen)
    return datetime.now(ZoneInfo("Europe/London")).date()


def full_year(digits: str, today: date) -> int:
    """Return the year of two or four digits; two digits are never years ahead."""
    year = int(digits.lstrip("'"))
    if year >= 100:
        return year
    return year + (2000 if year <= today.year % 100 + 1 else 1900)


def make_day(year: int, month: int, day: int) -> date | None:
    """Return the day, or None when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def latest_day(month: int, day: int, today: date) -> date | None:
    """Return the most recent such day, today included (29 February may be years back)."""
    for year in range(today.year, today.year - 5, -1):
        made = make_day(year, month, day)
        if made is not None and made <= today:
            return made
    return None


def latest_day_of_month(day: int, today: date, last_month: bool) -> date | None:
    """Return the most recent day with this number, or the one in last month."""
    first = today.replace(day=1)
    if last_month:
        first = (first - timedelta(days=1)).replace(day=1)
    for _ in range(12):
        made = make_day(first.year, first.month, day)
        if made is not None and made <= today:
            return made
        first = (first - timedelta(days=1)).replace(day=1)
    return None


def months_before(today: date, months: int) -> date:
    """Count whole months back; a day that the month lacks becomes its last day."""
    index = today.year * 12 + today.month - 1 - months
    year, month = divmod(index, 12)
    for day in range(today.day, 0, -1):
        made = make_day(year, month + 1, day)
        if made is not None:
            return made
    raise AssertionError("every month has a first day")


def weekday_before(weekday: int, today: date) -> date:
    """Return the last such weekday before today (0 is Monday)."""
    return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)


@lru_cache(maxsize=512)
def month_number(word: str) -> int | None:
    """Return 1 to 12 for a month as typed: in full, short or misspelt; else None."""
    word = word.rstrip(".")
    if word in _SHORT_MONTHS:
        return _SHORT_MONTHS[word]
    close = process.extractOne(word, _MONTHS, scorer=fuzz.ratio, score_cutoff=_CLOSEST_MONTH)
    return None if close is None else _MONTHS.index(close[0]) + 1
