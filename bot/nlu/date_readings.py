"""What day each way of writing a date means, counted from today."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from bot.nlu.date_patterns import (
    AGO,
    COUNTED,
    COUNTED_MONTH_DAY,
    DAY_ALONE,
    DAY_AND_MONTH_ALONE,
    DAY_COUNTED_MONTH,
    DAY_MONTH,
    DAY_SLASH_MONTH,
    FEAST,
    FEASTS,
    ISO,
    LAST_WEEKDAY,
    MONTH_DAY,
    MONTH_THEN_DAY,
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
from bot.nlu.days import (
    full_year,
    latest_day,
    latest_day_of_month,
    make_day,
    month_number,
    months_before,
    weekday_before,
)
from bot.nlu.numbers import read_number

_TO_COME = re.compile(r"\b(?:will|'ll|going to|due|to be|sits|meets|expect\w*|should)\b[^.;!?]*$")

_Found = tuple[date, bool, bool] | None  # the day, whether sure, whether with a year


def _from_numbers(found: re.Match[str], today: date) -> _Found:
    made = make_day(full_year(found["year"], today), int(found["month"]), int(found["day"]))
    return made and (made, True, True)


def _from_counted_month(found: re.Match[str], today: date) -> _Found:
    said, year = found["number"] or found["month"], found["year"]
    month = int(said) if said.isdigit() else COUNTED.index(said) + 1
    day = int(found["day"] or found["lone"])
    if year is None:
        made = latest_day(month, day, today) if month <= 12 else None
    else:
        made = make_day(int(year), month, day)
    return made and (made, True, year is not None)


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
            r"\s+(?:be|not|have|need|help|get|also|want|even|well|take|still)\b",
            found.string[found.end() :],
        )
    )


def _from_only_day(found: re.Match[str], today: date) -> _Found:
    made = latest_day_of_month(
        int(found["day"]), today, bool(found["of"] and "last" in found["of"])
    )
    return made and (made, bool(found["of"]), False)


def _from_weekday_and_day(found: re.Match[str], today: date) -> _Found:
    """Read "Wednesday the 11th": sure where the latest such day was that weekday."""
    made = latest_day_of_month(int(found["day"]), today, last_month=False)
    return made and (made, made.weekday() == WEEKDAYS[found["weekday"]], False)


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
    if found.groupdict().get("this_week"):
        monday = today - timedelta(days=today.weekday())
        said = monday + timedelta(days=WEEKDAYS[found["weekday"]])
        return (said, True, False) if said <= today else None
    # "Last Friday" is this week's or last week's; "on Friday" that is past is the one just gone.
    is_just_gone = found[0].startswith("on ") or found[0].endswith("gone")
    is_today = WEEKDAYS[found["weekday"]] == today.weekday()
    is_to_come = _TO_COME.search(found.string, max(0, found.start() - 40), found.start())
    return day, is_just_gone and not is_today and not is_to_come, False


# In this order: what an earlier pattern has read, a later one leaves alone.
WAYS: list[tuple[re.Pattern[str], Callable[[re.Match[str], date], _Found]]] = [
    (ISO, _from_numbers),
    (NUMERIC, _from_numbers),
    (FEAST, _from_feast),
    (DAY_COUNTED_MONTH, _from_counted_month),
    (COUNTED_MONTH_DAY, _from_counted_month),
    (DAY_MONTH, _from_words),
    (MONTH_DAY, _from_words),
    (DAY_SLASH_MONTH, _from_slash),
    (WEEKDAY_AND_DAY, _from_weekday_and_day),
    (WEEKS_BEFORE_WEEKDAY, _from_weeks_before_weekday),
    (AGO, _from_ago),
    (WEEKDAY_LAST_WEEK, _from_weekday),
    (LAST_WEEKDAY, _from_weekday),
    (MONTH_THEN_DAY, _from_only_day),
    (ONLY_DAY, _from_only_day),
    (TODAY, _from_today),
    (SPACED_ALONE, _from_numbers),
    (DAY_ALONE, _from_only_day),
    (WEEKDAY_ALONE, _from_weekday),
    (DAY_AND_MONTH_ALONE, _from_slash),
]
# These need a word beside them that says what happened then ("the letter came on Tuesday").
MAY_STAND_ALONE = {DAY_SLASH_MONTH, AGO, TODAY}
NEED_A_CUE = {LAST_WEEKDAY, ONLY_DAY, TODAY, DAY_SLASH_MONTH, AGO}
