"""A date of birth in figures alone or in part: "03052014", "may 2014", "born 2014"."""

from __future__ import annotations

import re
from datetime import date

_FIGURES = re.compile(r"\W*(?:d\.?o\.?b\.?\W*)?(\d\d)(\d\d)(20\d\d|\d\d)\W*", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_OR_YEAR = re.compile(
    r"\W*(?:(?:s?he|they|was|is|were|born|in|year|of|d\.?o\.?b|about|around|it'?s)\b\W*)*"
    rf"(?:(?P<month>{'|'.join(_MONTHS)})[a-z]*\W+)?(?P<year>20[0-2]\d)\W*",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b20[0-2]\d\b")


def birth_in_figures(words: str) -> date | None:
    """The third of May 2014, of "03052014" and "030514" and nothing else."""
    told = _FIGURES.fullmatch(words)
    if told is None:
        return None
    day, month, year = (int(part) for part in told.groups())
    try:
        return date(year if year > 99 else 2000 + year, month, day)
    except ValueError:
        return None


def age_by_year(words: str, today: date) -> int | None:
    """How old who was born then is by now, at the most: 12 of "may 2014" and of "2014"."""
    told = _MONTH_OR_YEAR.fullmatch(words)
    if told is None:
        return None
    is_to_come = told["month"] and _MONTHS.index(told["month"].lower()) + 1 > today.month
    return today.year - int(told["year"]) - bool(is_to_come)


def with_year_told(day: str, words: str) -> str:
    """The day in the one year that the words name: "May 3 2014" was heard as this year's.

    The day of "03/05/14, plan since 2019" tells its own year.
    """
    years = set(_YEAR.findall(words))
    has_own = re.search(rf"(?:[/.-] ?|[a-z] ){day[2:4]}\b(?!\W+20\d\d)", words, re.IGNORECASE)
    is_leap_day = day.endswith("-02-29")
    return day if has_own or is_leap_day or len(years) != 1 else f"{years.pop()}{day[4:]}"
