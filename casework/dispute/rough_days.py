"""Days told roughly or in pieces: "end of September", "weeks ago", "it was August, the 18th".

The earliest day that such a letter may bear is never its date: it only shows in time that the time
to appeal may be short or over.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from casework.dispute.field_words import MONTH, MONTHS, SURE_MONTH
from casework.dispute.result import dispute_of
from casework.law.deadlines import add_months, limits
from casework.law.routes import assess
from casework.message import Message
from casework.referral.draft import Draft

LONGEST = 12
"""Words; what is longer tells a story, in which a month may be of anything."""
_PART = (
    r"(?P<part>early|start|beginning|first week|mid|middle|half ?way through|late|end|last week|"
    r"back end|some ?time|around|about)(?: (?:of|in|the)|-)* ?"
)
_MONTH = re.compile(
    rf"\b(?:{_PART})?\b(?:(?P<sure>{SURE_MONTH})|(?<=in )(?P<led>march|may)|"
    rf"(?<=of )(?P<of>march|may)|(?P<march>march))\b(?: (?P<year>20\d\d|last year))?",
    re.IGNORECASE,
)
_BEGINS = dict.fromkeys(("mid", "middle", "halfway through", "half way through"), 11)
_BEGINS |= dict.fromkeys(("late", "end", "last week", "back end"), 21)
_NUMBERS = ("an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNTS = {number: max(at, 1) for at, number in enumerate(_NUMBERS)}
_COUNTS |= {"a": 1, "couple": 2, "few": 4}
_AGO = re.compile(
    rf"\b(?P<count>\d{{1,2}}|{'|'.join(_COUNTS)})(?: of)?(?: or \w+)? "
    r"(?P<unit>weeks?|wks?|months?|mths?)(?: or so| or more)? (?:ago|back|since)\b",
    re.IGNORECASE,
)
_LAST_MONTH = re.compile(r"\blast month\b", re.IGNORECASE)
_ROUGHLY = re.compile(
    r"\b(?:about|around|roughly|approx\w*|maybe|nearly|almost|over|more than|probably|some ?time|"
    r"like) (?:(?:an?|one|two|three|four|five|six|\d+|few|couple|of|or|so) ){0,4}"
    r"(?:weeks?|wks?|months?|mths?|fortnight)\b|"
    r"\b(?:a|one|two|three|four|five|six|\d+|few|couple of|couple) (?:months?|mths?)(?: or so)? "
    r"(?:ago|back|now)\b|\b(?:a )?(?:few|couple(?: of)?) (?:weeks?|wks?) (?:ago|back)\b|"
    r"\b(?:last|this) (?:month|spring|summer|autumn|winter|year|term)\W*$|"
    r"\ba (?:while|long time) (?:ago|back)\b",
    re.IGNORECASE,
)
_NAMED_MONTH = re.compile(
    rf"\b(?:(?:it|in|was|is|of|about|around|early|late|mid|end|start|beginning|middle|some ?time|"
    rf"maybe|think|last) )+(?P<month>{MONTH})\b|^\W*(?P<first>{MONTH})\b(?! be\b)",
    re.IGNORECASE,
)
_SURE_MONTH = re.compile(rf"\b{SURE_MONTH}\b", re.IGNORECASE)
_LONE_DAY = re.compile(r"\b(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)\b", re.IGNORECASE)
_LONG_AGO = re.compile(
    r"\b(?:ages|months|years|long time|while) (?:ago|back)\b|\b(?:last|a) year(?: ago)?\W*$|"
    r"\b(?:over|during|in|before) (?:the )?summer\b",
    re.IGNORECASE,
)
_LONG = 6
"""Months taken for "ages ago": more than any time to appeal."""
_OF_ANOTHER_TIME = re.compile(
    r"\?|\bnot (?!sure\b|certain\b)|\b(?:start\w*|since|school|meeting|review|birthday|born|next|"
    r"will|until|till|by|help|plan|certificate|hearing|tribunal|draft)\b",
    re.IGNORECASE,
)


def tells_rough_day(text: str) -> bool:
    """True for "about a month ago": no day that a letter could bear."""
    return _ROUGHLY.search(text) is not None


def tells_part_of_a_month(text: str) -> bool:
    """True for "end of September", where no day is told beside it."""
    return any(found["part"] for found in _MONTH.finditer(text))


def day_in_pieces(text: str, today: date) -> date | None:
    """The last 18 August of "it was August, maybe the 18th"; None where it takes more guessing."""
    months, days = list(_NAMED_MONTH.finditer(text)), list(_LONE_DAY.finditer(text))
    if len(months) != 1 or len(days) != 1 or len(_SURE_MONTH.findall(text)) > 1:
        return None
    named = (months[0]["month"] or months[0]["first"]).lower()
    month = MONTHS.index(named[:3]) + 1
    try:
        day = date(today.year, month, int(days[0]["day"]))
        return day if day <= today else day.replace(year=today.year - 1)
    except ValueError:
        return None


def earliest_day(message: Message, today: date) -> date | None:
    """The first day of the period told; None where a day is told, or no period."""
    text = message.plain
    is_day = any(day.is_sure for day in message.all_of("date"))
    if is_day or len(text.split()) > LONGEST or _OF_ANOTHER_TIME.search(text):
        return None
    ago, month = _AGO.search(text), _MONTH.search(text)
    if ago is not None:
        count = _COUNTS.get(ago["count"].lower()) or int(ago["count"])
        is_weeks = ago["unit"].lower().startswith("w")
        before = today - timedelta(weeks=count) if is_weeks else add_months(today, -count)
        return before - timedelta(weeks=1)
    if month is not None:
        return _first_of(month, today)
    if _LAST_MONTH.search(text):
        return add_months(today.replace(day=1), -1)
    return add_months(today, -_LONG) if _LONG_AGO.search(text) else None


def may_be_short_of_time(draft: Draft, letter: date, today: date) -> bool:
    """True where a letter of that day would leave 14 days or less, or none."""
    told = dispute_of(draft)
    counted = max(letter, limits().earliest_letter)
    supposed = replace(told, letter_date=counted, unsure=told.unsure - {"decision_date"})
    return assess(supposed, today).deadlines.urgency in ("urgent", "passed")


def _first_of(month: re.Match[str], today: date) -> date:
    named = month["sure"] or month["led"] or month["of"] or month["march"]
    year = month["year"] or ""
    begins = _BEGINS.get((month["part"] or "").lower(), 1)
    day = date(today.year, MONTHS.index(named[:3].lower()) + 1, begins)
    if year.isdigit():
        return day.replace(year=int(year))
    return day.replace(year=today.year - 1) if year or day > today else day
