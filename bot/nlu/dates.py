"""Dates as parents write them, read day first and counted from today.

A month alone ("back in June") gives no day and so no date; a day that does not exist
(31/02/2026) gives none either. Without a year the most recent such day is meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from bot.nlu.date_patterns import (
    AGO,
    CORRECTED_DAY,
    DAY_ALONE,
    DAY_AND_MONTH_ALONE,
    DAY_MONTH,
    DAY_SLASH_MONTH,
    FEAST,
    FEASTS,
    ISO,
    LAST_WEEKDAY,
    MONTH_DAY,
    NUMERIC,
    ONLY_DAY,
    SPACED_ALONE,
    TODAY,
    WEEKDAY_ALONE,
    WEEKDAY_AND_DAY,
    WEEKDAY_LAST_WEEK,
    WEEKDAYS,
    WEEKS_BEFORE_WEEKDAY,
)
from bot.nlu.date_roles import (
    find_role,
    is_limit,
    is_own_birth,
    may_be_of_decision,
    nearest_cue,
    prefer_dated,
    tells_of_an_event,
)
from bot.nlu.days import (
    full_year,
    latest_day,
    latest_day_of_month,
    make_day,
    month_number,
    months_before,
    read_today,
    weekday_before,
)
from bot.nlu.facts import Fact, overlaps
from bot.nlu.message import ParentMessage
from bot.nlu.numbers import read_number

_LONG_AGO = 250  # days; a day without a year that far back may be meant to come
_WORDS_OF_AN_ANSWER = 3  # "I think about" 3 weeks ago
_HEDGE_BEFORE = re.compile(
    r"(?:\bthink\b|maybe|\babout\b|around|roughly|approx|probably|perhaps|might|could (?:be"
    r"|have been)"
    r"|not sure|unsure|guess|believe|\bor\b|somewhere|circa|possibly|sometime|between)[^.,;]{0,22}$"
    r"|\b\d{1,2}(?:st|nd|rd|th)?\s*(?:and|to|or|-)\s*(?:the\s+)?$"
)
_HEDGE_AFTER = re.compile(
    r"\s*(?:ish\b|-ish|or so\b|or thereabouts|i think|i believe|maybe|probably|\?|or (?:the )?\d"
    r"|roughly|i guess|not sure)"
)


class _Reading(NamedTuple):
    day: date
    start: int
    end: int
    sure: bool
    full: bool  # the year was given
    has_month: bool = True


_Found = tuple[date, bool, bool] | None  # the day, whether sure, whether with a year


def _from_numbers(found: re.Match[str], today: date) -> _Found:
    made = make_day(full_year(found["year"], today), int(found["month"]), int(found["day"]))
    return made and (made, True, True)


def _from_feast(found: re.Match[str], today: date) -> _Found:
    month, day = FEASTS[found["feast"].replace("'", "")]
    year = found["year"]
    made = make_day(full_year(year, today), month, day) if year else latest_day(month, day, today)
    return made and (made, True, year is not None)


def _from_slash(found: re.Match[str], today: date) -> _Found:
    made = (
        latest_day(int(found["month"]), int(found["day"]), today)
        if int(found["month"]) <= 12
        else None
    )
    return made and (made, False, False)


def _from_words(found: re.Match[str], today: date) -> _Found:
    month = month_number(found["month"])
    if month is None or (found["month"] in ("may", "mar") and _reads_on(found)):
        return None
    year = found["year"]
    if year is None:
        made = latest_day(month, int(found["day"]), today)
    else:
        made = make_day(full_year(year, today), month, int(found["day"]))
    return made and (made, True, year is not None)


def _reads_on(found: re.Match[str]) -> bool:
    """Say whether "may" is a verb here: "section 2 may need", "the 3 may not"."""
    return bool(
        re.match(
            r"\s+(?:be|not|have|need|help|get|also|want|even|well|take"
            r"|still)\b",
            found.string[found.end() :],
        )
    )


def _from_only_day(found: re.Match[str], today: date) -> _Found:
    made = latest_day_of_month(
        int(found["day"]), today, bool(found["of"] and "last" in found["of"])
    )
    return made and (made, bool(found["of"]), False)


def _from_today(found: re.Match[str], today: date) -> _Found:
    word = found["word"]
    back = 2 if "before" in word else 1 if word in ("yesterday", "yday", "last night") else 0
    return today - timedelta(days=back), True, False


def _from_ago(found: re.Match[str], today: date) -> _Found:
    vague = "few" in found["count"] or "couple" in found["count"]
    count = {"a": 1, "an": 1}.get(
        found["count"], 2 if "couple" in found["count"] else read_number(found["count"])
    )
    if count is None or "few" in found["count"]:
        return None
    exact = bool(found["today"])
    if found["unit"] == "month":
        day = months_before(today, count)
    else:
        day = today - timedelta(days=count * {"day": 1, "fortnight": 14}.get(found["unit"], 7))
    if exact and "yesterday" in found["today"]:
        day -= timedelta(days=1)
    return day, not vague and (exact or found["unit"] == "day"), False


def _from_weeks_before_weekday(found: re.Match[str], today: date) -> _Found:
    if found["last"] is None and not found["ago"] and " ago" not in found[0]:
        return None
    if found["last"] in ("on", "this") and " ago" not in found[0]:
        return None
    weeks = 2 if "fortnight" in found[0] else read_number(found["count"]) or 1
    return (
        weekday_before(WEEKDAYS[found["weekday"]], today) - timedelta(weeks=weeks),
        False,
        False,
    )


def _from_weekday(found: re.Match[str], today: date) -> _Found:
    day = weekday_before(WEEKDAYS[found["weekday"]], today)
    if found["last_week"]:
        monday = today - timedelta(days=today.weekday())
        return monday + timedelta(days=WEEKDAYS[found["weekday"]] - 7), True, False
    return day, False, False


# In this order: what an earlier pattern has read, a later one leaves alone.
_WAYS: list[tuple[re.Pattern[str], Callable[[re.Match[str], date], _Found]]] = [
    (ISO, _from_numbers),
    (NUMERIC, _from_numbers),
    (FEAST, _from_feast),
    (DAY_MONTH, _from_words),
    (MONTH_DAY, _from_words),
    (DAY_SLASH_MONTH, _from_slash),
    (WEEKDAY_AND_DAY, _from_only_day),
    (WEEKS_BEFORE_WEEKDAY, _from_weeks_before_weekday),
    (AGO, _from_ago),
    (WEEKDAY_LAST_WEEK, _from_weekday),
    (LAST_WEEKDAY, _from_weekday),
    (ONLY_DAY, _from_only_day),
    (TODAY, _from_today),
    (SPACED_ALONE, _from_numbers),
    (DAY_ALONE, _from_only_day),
    (WEEKDAY_ALONE, _from_weekday),
    (DAY_AND_MONTH_ALONE, _from_slash),
]
# These need a word beside them that says what happened then ("the letter came on Tuesday").
_MAY_STAND_ALONE = {DAY_SLASH_MONTH, AGO}
_NEED_A_CUE = {LAST_WEEKDAY, ONLY_DAY, TODAY, DAY_SLASH_MONTH, AGO}


def read_dates(message: ParentMessage, today: date | None = None) -> list[Fact]:
    """Find dates, each with the role that the words around it give it."""
    today = today or read_today()
    readings = _lend_months(list(_readings(message, today)))
    facts = []
    for reading in readings:
        span = (reading.start, reading.end)
        alone = len(readings) == 1
        role = find_role(message, span, reading.day, reading.full, today, alone)
        is_guess = role is None and alone and may_be_of_decision(message, span)
        if role == "date_of_birth":
            facts.append(_birth(message, reading, today))
        else:
            facts.append(
                Fact(
                    "date",
                    reading.day.isoformat(),
                    *span,
                    "decision" if is_guess else role,
                    reading.sure and not is_guess,
                )
            )
    found = sorted((fact for fact in facts if fact), key=lambda fact: fact.start)
    return prefer_dated(message, found)


def _readings(message: ParentMessage, today: date) -> Iterator[_Reading]:
    taken: list[tuple[int, int]] = []
    plain = message.plain
    for pattern, read in _WAYS:
        for found in pattern.finditer(plain):
            if is_limit(message, found.start()):
                taken.append(found.span())
            if overlaps(found.start(), found.end(), taken):
                continue
            taken.append(found.span())
            made = read(found, today)
            if not made:
                continue
            day, sure, full = made
            words_beside = len(message.bare.split()) - len(found[0].split())
            if (
                pattern in _NEED_A_CUE
                and message.bare != found[0].strip()
                and (pattern is not AGO or words_beside > _WORDS_OF_AN_ANSWER)
                and not tells_of_an_event(message, found)
                and not (pattern in _MAY_STAND_ALONE and _stands_alone(message, found))
            ):
                continue
            hedged = _HEDGE_BEFORE.search(
                plain, max(0, found.start() - 40), found.start()
            ) or _HEDGE_AFTER.match(plain, found.end())
            corrected = CORRECTED_DAY.match(plain, found.end())
            if corrected:
                day = make_day(day.year, day.month, int(corrected["day"])) or day
                sure = False
            if not full and (today - day).days > _LONG_AGO:
                sure = False
            has_month = pattern is not ONLY_DAY or bool(found["of"])
            yield _Reading(day, found.start(), found.end(), sure and not hedged, full, has_month)


def _stands_alone(message: ParentMessage, found: re.Match[str]) -> bool:
    """Say whether the clause is nothing but the date: "refused. Leeds. 21/10"."""
    start, end = message.clause_around(found.start())
    return message.plain[start:end].strip(" .,;!\n") == found[0].strip()


def _lend_months(readings: list[_Reading]) -> list[_Reading]:
    """Read "dated the 12th but came on the 19th of October" as 12 October; it is not sure."""
    lender = next((reading for reading in readings if reading.has_month), None)
    if lender is None:
        return readings
    lent = []
    for reading in readings:
        day = reading.day
        if not reading.has_month and reading.start < lender.start:
            day = latest_day_of_month(reading.day.day, lender.day, last_month=False) or day
        lent.append(reading._replace(day=day))
    return lent


def _birth(message: ParentMessage, reading: _Reading, today: date) -> Fact | None:
    if not reading.full or reading.day > today:
        return None
    said = nearest_cue(message, reading.start, reading.end) == "date_of_birth"
    role = "self" if is_own_birth(message, reading.start) else "child"
    return Fact(
        "date_of_birth",
        reading.day.isoformat(),
        reading.start,
        reading.end,
        role,
        reading.sure and said,
    )
