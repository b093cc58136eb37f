"""Days told beside a letter that are not its date: when it came, was opened or was read.

The time to appeal runs from the date that the letter bears (law L21), so that no such day may move
it. Where no date is known yet, such a day may at most be asked about.
"""

from __future__ import annotations

import re
from dataclasses import replace

from casework.message import Entity, Message

_CAME = (
    r"(?:opened|read|saw|seen|found|noticed|came|come|arrived|landed|received|recieved|got|get|"
    r"turned up|picked (?:it )?up|collected|(?:came|come|dropped) through|got (?:round|around) to)"
)
_SAYS_ITS_DATE = re.compile(r"\b(?:dated?|says?|said|printed|written|issued)\b", re.IGNORECASE)
_BEFORE = re.compile(
    rf"\b(?:i|we|he|she|they|it|letter|email|that|only|actually|just|finally|my \w+)"
    rf"(?:'ve|'d| have| had| was| only| just| actually| finally| first| never| didn'?t)* {_CAME}\b"
    r"(?: (?!and\b|but\b)[\w']+){0,6}\s*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\W*(?:(?:is|was|that'?s|thats|being) )?(?:only )?(?:the (?:day|date) |when )"
    r"(?:that |when )?(?:[\w']+ ){0,4}?"
    rf"{_CAME}\b",
    re.IGNORECASE,
)
_OF_A_MEETING = re.compile(
    r"\b(?:meeting|review|appointment|panel|hearing|visit|assessment)"
    r"(?: (?:was|is|were|happened|took place|held|on|back|in))*\s*$",
    re.IGNORECASE,
)
_ROUGHLY = re.compile(
    r"\b(?:about|around|roughly|approx\w*|maybe|nearly|almost|over|more than|probably|some ?time|"
    r"like) (?:(?:an?|one|two|three|four|five|six|\d+|few|couple|of|or|so) ){0,4}"
    r"(?:weeks?|wks?|months?|mths?|fortnight)\b|"
    r"\b(?:a|one|two|three|four|five|six|\d+|few|couple of|couple) (?:months?|mths?)(?: or so)? "
    r"(?:ago|back|now)\b|\b(?:a )?(?:few|couple(?: of)?) (?:weeks?|wks?) (?:ago|back)\b|"
    r"\b(?:a|an?other) (?:month|week) or (?:so|two) (?:ago|back)\b|"
    r"\b(?:last|this) (?:month|spring|summer|autumn|winter|year|term)\W*$|"
    r"^\W*(?:weeks|months) (?:ago|back)\W*$|\ba (?:while|long time) (?:ago|back)\b",
    re.IGNORECASE,
)
_LAST_SENTENCE = re.compile(r"[^.;!?\n,]*$")


def is_when_it_came(message: Message, day: Entity) -> bool:
    """True for the date of "13 October was when I actually opened it" and "it came on the 3rd"."""
    if day.end <= day.start:
        return False
    before = _words_before(message, day)
    if _SAYS_ITS_DATE.search(before):
        return False
    after = message.text[day.end :].replace("\u2019", "'")
    return _BEFORE.search(before) is not None or _AFTER.match(after) is not None


def tells_when_it_came(message: Message) -> bool:
    """True where a day in the message is that of a paper's coming, worth keeping as it was said."""
    return any(is_when_it_came(message, day) for day in message.all_of("date"))


def tells_rough_day(text: str) -> bool:
    """True for "about a month ago": no day that a letter could bear."""
    return _ROUGHLY.search(text) is not None


def without_days_of_meetings(message: Message) -> Message:
    """The message without the date of "they sent nothing, the meeting was 12 March"."""
    kept = tuple(
        found
        for found in message.entities
        if found.name != "date"
        or found.role is not None
        or not _OF_A_MEETING.search(_words_before(message, found))
    )
    return replace(message, entities=kept)


def _words_before(message: Message, day: Entity) -> str:
    """What stands before the date in its own clause."""
    found = _LAST_SENTENCE.search(message.text[: day.start].replace("\u2019", "'"))
    return found[0] if found else ""
