"""What the address of a page may hold besides words: the number of a row, a day."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import Path

from frontdesk.problems import Problem
from frontdesk.staff.texts import load_staff_texts

RowId = Annotated[int, Path(ge=1, le=2**31 - 1)]
"""The number of a row, no larger than PostgreSQL's integer; any other is 422."""
FIRST_YEAR, LAST_YEAR = 1900, 2200
"""The years that days are counted in; the calendar's own ends have no day after or before them."""


def read_day(given: str) -> date | None:
    """The day, None for what is none. Raises Problem 422 for one that nobody can mean."""
    try:
        day = date.fromisoformat(given)
    except ValueError:
        return None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Problem(422, load_staff_texts("layout")["day_too_far"])
    return day
