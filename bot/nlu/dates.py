"""Dates as parents write them, read day first and counted from today.

A month alone ("back in June") gives no day and so no date; a day that does not exist
(31/02/2026) gives none either. Without a year the most recent such day is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from bot.nlu.date_patterns import (
    AGO,
    ANOTHER_CHILDS,
    CORRECTED_DAY,
    DAY_SLASH_MONTH,
    DENIED_BEFORE,
    ONLY_DAY,
    RIGHT_DAY_AFTER,
)
from bot.nlu.date_readings import MAY_STAND_ALONE, NEED_A_CUE, WAYS
from bot.nlu.date_roles import (
    bears_date,
    find_role,
    is_limit,
    is_own_birth,
    is_when_it_came,
    may_be_of_decision,
    nearest_cue,
    prefer_dated,
    tells_of_an_event,
)
from bot.nlu.days import latest_day_of_month, make_day, read_today
from bot.nlu.facts import Fact, overlaps
from bot.nlu.message import ParentMessage
from bot.nlu.settling import drop_corrected

_LONG_AGO = 250  # days; a day without a year that far back may be meant to come
_WORDS_OF_AN_ANSWER = 3  # "I think about" 3 weeks ago
_HEDGE_BEFORE = re.compile(
    r"(?:\bthink\b|maybe|\babout\b|around|roughly|approx|probably|perhaps|might|"
    r"could (?:be|have been)|not sure|unsure|guess|believe|\bor\b|somewhere|circa|possibly|"
    r"sometime|between)[^.,;]{0,22}$|\b\d{1,2}(?:st|nd|rd|th)?\s*(?:and|to|or|-)\s*(?:the\s+)?$"
)
_HEDGE_AFTER = re.compile(
    r"\s*(?:ish\b|-ish|or so\b|or thereabouts|i think|i believe|maybe|probably|\?|or (?:the )?\d|"
    r"roughly|i guess|not sure)"
)
_TIME_OF_DAY = re.compile(
    r"\b(?:(?:at|on|just|only|about|around|late|early|by|dated)\b|"
    r"\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm)\b|\d{1,2}[:.]\d\d\b|teatime|tea time|lunchtime|"
    r"(?:at )?(?:midnight|noon|night)\b)"
)


class _Reading(NamedTuple):
    day: date
    start: int
    end: int
    sure: bool
    full: bool  # the year was given
    has_month: bool = True
    denied: bool = False


def read_dates(message: ParentMessage, today: date | None = None) -> list[Fact]:
    """Find dates, each with the role that the words around it give it."""
    today = today or read_today()
    readings = _lend_months(message, _without_denied(list(_readings(message, today))))
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
                    reading.sure and not is_guess and not is_when_it_came(message, span),
                )
            )
    found = sorted((fact for fact in facts if fact), key=lambda fact: fact.start)
    return prefer_dated(message, drop_corrected(message, found))


def _readings(message: ParentMessage, today: date) -> Iterator[_Reading]:
    taken: list[tuple[int, int]] = []
    plain = message.plain
    for pattern, read in WAYS:
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
            # The word before a lone day ("dated the 12th") is one of those that give its role.
            start = found.start("day") if pattern is ONLY_DAY else found.start()
            words_beside = len(message.bare.split()) - len(found[0].split())
            if (
                pattern in NEED_A_CUE
                and message.bare != found[0].strip()
                and (pattern is not AGO or words_beside > _WORDS_OF_AN_ANSWER)
                and not tells_of_an_event(message, (start, found.end()))
                and not (pattern in MAY_STAND_ALONE and _stands_alone(message, found))
            ):
                continue
            hedged = _HEDGE_BEFORE.search(
                plain, max(0, found.start() - 40), found.start()
            ) or _HEDGE_AFTER.match(plain, found.end())
            denied = DENIED_BEFORE.search(plain, max(0, found.start() - 30), found.start())
            said = _day_put_right(plain, found.end(), denied)
            if said:
                day = make_day(day.year, day.month, said) or day
                sure, denied = False, None
            elif ANOTHER_CHILDS.match(plain, found.end()):
                continue
            if pattern is DAY_SLASH_MONTH:
                sure = nearest_cue(message, *found.span()) in ("decision", "certificate")
            if not full and (today - day).days > _LONG_AGO:
                sure = False
            has_month = pattern is not ONLY_DAY or bool(found["of"])
            is_sure = sure and not hedged and denied is None
            is_denied = denied is not None
            yield _Reading(day, start, found.end(), is_sure, full, has_month, is_denied)


def _day_put_right(plain: str, end: int, denied: re.Match[str] | None) -> int | None:
    """Return the day of the month meant instead: "20th october no wait 22nd", "22nd not 20th"."""
    if denied is None:
        corrected = CORRECTED_DAY.match(plain, end)
        return int(corrected["day"] or corrected["own"]) if corrected else None
    right = RIGHT_DAY_AFTER.match(plain, end)
    day = denied["day"] or (right["day"] if right else None)
    return int(day) if day else None


def _without_denied(readings: list[_Reading]) -> list[_Reading]:
    """Leave out "not 12 October" where another day is told."""
    told = [reading for reading in readings if not reading.denied]
    return told or readings


def _stands_alone(message: ParentMessage, found: re.Match[str]) -> bool:
    """Say whether the clause is nothing but the date: "refused. Leeds. 21/10"."""
    start, end = message.clause_around(found.start())
    beside = _TIME_OF_DAY.sub(" ", message.plain[start:end].replace(found[0].strip(), " ", 1))
    return not beside.strip(" .,;!\n")


def _lend_months(message: ParentMessage, readings: list[_Reading]) -> list[_Reading]:
    """Read "dated the 12th but came on the 19th of October" as 12 October; it is not sure."""
    lender = next((reading for reading in readings if reading.has_month), None)
    if lender is None:
        return readings
    return [
        reading
        if reading.has_month or not _borrows(message, reading, lender)
        else reading._replace(
            day=latest_day_of_month(reading.day.day, lender.day, last_month=False) or reading.day
        )
        for reading in readings
    ]


def _borrows(message: ParentMessage, reading: _Reading, lender: _Reading) -> bool:
    """Say whether a lone day is told beside a whole date, and is not after it.

    A letter is dated before it comes: "it came 4th November but is dated the 30th".
    """
    if reading.start < lender.start:
        return ". " not in message.plain[reading.end : lender.start]
    came = is_when_it_came(message, (lender.start, lender.end))
    return came or (bears_date(message, (reading.start, reading.end)) and not lender.denied)


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
