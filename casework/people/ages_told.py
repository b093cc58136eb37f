"""Whose age a message tells where the words alone do not say it, and births told in part."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from casework.message import Entity, Message
from casework.referral.draft import Draft

_BIRTHDAY = re.compile(
    r"\b(?:turns?|turning|will be|she|he|they|she'?s|he'?s|they'?re|is|,)\W*(?:be |turns? |is "
    r")?\d{1,2} (?:on|in|next|this|at) (?:the )?(?:\d{1,2}\w* )?(?:of )?(?:jan|feb|mar|apr|may|jun|"
    r"jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|week|month|christmas)\w*|"
    r"\b(?:\d{1,2}(?:st|nd|rd|th)? )?birthday (?:is|on|in)\b",
    re.IGNORECASE,
)
_HOUR = re.compile(r"\d{1,2}(?:[.:][0-5]\d\b| ?(?:pm|o'?clock)\b)", re.IGNORECASE)
_LINE = re.compile(
    r"\d{1,2}[\s,.:]+(?:i (?:say|said|speak|told|meant|never|didn'?t)|"
    r"(?:is |it'?s |thats )?wrong)\b",
    re.IGNORECASE,
)
_PAPER = (
    r"\b(?:plans?|ehcp?s?|reports?|letters?|assessments?|statements?|sections?|targets?|outcomes?|"
    r"diagnosis|review|advice|evidence|info\w*|it|which|that)"
)
_OF_A_PAPER = re.compile(
    rf"{_PAPER}(?:'?s| is| are| was| were)(?: (?:now|about|over|nearly|almost|already|at least|"
    r"more than|all|from|like|only))* $",
    re.IGNORECASE,
)
_BELONGS_TO = re.compile(r"\b(?:with|has|have|got|without|no|on)(?: \w+){0,2} $", re.IGNORECASE)
"""Before a paper: "my son with a plan is 9 years old" tells the age of its owner."""
_OLD = re.compile(r"\W*(?:\d{1,2}|[a-z]+)\b\W*(?:years?|yrs?|months?)\b", re.IGNORECASE)
"""What is so many years old, of "his plan is 3 years old": the paper before it, not the child."""
OLDEST = 26
"""The oldest age that the referral takes; older birthdays are somebody else's."""
YOUNGEST_WRITER = 14
"""Nobody younger is likely to write about a plan of their own."""


def writers_age(message: Message, draft: Draft) -> Entity | None:
    """The age of who may be a young person writing: nobody has said who they are. It is asked."""
    knows_who = message.first("referrer_role") or draft.referral.referrer.role is not None
    age = message.first("age", "self")
    if knows_who or age is None or not YOUNGEST_WRITER <= int(age.value) < OLDEST:
        return None
    return replace(age, is_sure=False)


def stands_for_a_thing(age: Entity, message: Message, draft: Draft) -> bool:
    """True for "one", which where an age is known hardly ever is a new one: "yes, she has one".

    Nor is the hour of "7.30" an age, the line of "16 i say twi" at the review, or how old the plan
    is.
    """
    rest = message.text[age.start :]
    is_at_review = draft.progress.pending in ("summary", "change_what")
    is_line = is_at_review and not message.text[: age.start].strip() and _LINE.match(rest)
    if age.end > age.start and (_HOUR.match(rest) or is_line):
        return True
    if _is_of_a_paper(age, message.text) or _is_of_several(message, draft):
        return True
    is_one = message.text[age.start : age.end].casefold() == "one"
    return is_one and draft.referral.child.age is not None


def _is_of_several(message: Message, draft: Draft) -> bool:
    """True for "I have 3 kids aged 7, 9 and 12" where we know how old the child is."""
    is_known = draft.referral.child.age is not None and draft.progress.pending != "child_age"
    return is_known and message.first("several_children") is not None


def _is_of_a_paper(age: Entity, text: str) -> bool:
    """True for "his plan is 3 years old", wherever in it the age was found."""
    number = re.search(rf"\b{re.escape(str(age.value))}\b", text[age.start :])
    start = age.start + (number.start() if number is not None else 0)
    paper = _OF_A_PAPER.search(text[:start])
    if paper is None or _OLD.match(text[start:]) is None:
        return False
    return _BELONGS_TO.search(text[: paper.start()]) is None


def years_reached(age: int, text: str) -> int:
    """12, of the 13 that was heard in "12 nearly 13"."""
    is_next = re.search(rf"\b{age - 1},? (?:nearly|almost|going on|coming up) {age}\b", text, re.I)
    return age if is_next is None else age - 1


def tells_birthday(text: str) -> bool:
    """True for "9, she's 10 on January 4": a second age that is no second child's."""
    return _BIRTHDAY.search(text) is not None


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
