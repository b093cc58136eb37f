"""When a parent must not be called, or only after something: "not on Fridays", "at work till 4"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.nlu.facts import Fact
from bot.nlu.message import ParentMessage

EXCEPT = r"(?:not|except|bar|apart from|other than|but not)(?:\s+(?:for|on|at|in the))?(?:\s+an?)?"
"""Between a time and the one taken out of it: "mornings, not on a Monday"."""
_DENIED = re.compile(
    r"\b(?:(?:do not|don'?t|never|not|can'?t|cannot|can not|won'?t|avoid|except|apart from"
    r"|other than|anything but|but not|no (?:phone |voice )?(?:calls?|ringing|phoning|contact"
    r"|texts?))\b"
    r"(?:\s+(?:ever|be|ring|rung|ringing|call|called|calls|calling|phone|phoned|phoning|text|email"
    r"|contact|reach|get|me|us|safe|ok|good|to|do|talk|speak|answer|take|make|on|at|in|for|over|the"
    r"|a|an|any|free|available|around|home|here|early|late))*)\s+$"
)
_BEGINS_DENIED = re.compile(
    r"(?:do not|don'?t|never|not|can'?t|cannot|won'?t|avoid|except|apart from|other than"
    r"|anything but|but not|no)\b"
)
_DENIED_AFTER = re.compile(
    r"\s+(?:no good|no use|a no|a no go)\b|"
    r"\s+(?:is|are|'s)\s+(?:out|no good|no use|not good|not ok|not possible|impossible|bad"
    r"|difficult|a no|a no go)\b|\s+(?:won'?t|don'?t|doesn'?t) (?:work|suit)\b"
)
_OF_OTHERS = re.compile(
    r"\b(?:they|nobody|schools?|council|la|he|she|who|people|does|did|was|is)\s*$"
)
_OF_CALLS = re.compile(
    r"\b(?:ring|rung|call|phone|contact|reach|text|talk|speak|answer|free|available)"
    r"|\bcan'?t do\b"
)
_PLURAL_OR_ANY = re.compile(
    r"(?:day|end|morning|afternoon|evening|night|time|lunch)s\b|\bon an? |\bany "
)
_NOT_BEFORE = re.compile(
    r"(?:do not|don'?t|never)\s+(?:ring|call|phone|text|contact)(?:\s+(?:me|us))?\s+"
    r"(?:before|b4|until|till|til)\s+(?P<hour>.+)",
    re.IGNORECASE,
)
_HOUR = (
    r"(?:(?:half|quarter)(?: past| to)? )?(?:\d{1,2}(?:[:.]\d\d)?\s*(?:am|pm|o'?clock|ish)?"
    r"|noon|midday|lunch(?:time)?|tea ?time|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve)"
)
_BUSY_UNTIL = re.compile(
    r"\W*(?:(?:and|but|so|cos|because|as|sorry|ok|no|yes|well)\s+)*"
    r"(?:(?:i'?m|i am|i|we'?re|we are|we)\s+)?(?:(?:usually|normally|always|mostly|often)\s+)?"
    r"(?:(?:at|in) (?:work|college|a meeting|meetings)|work|working|teaching|busy|asleep|on shift"
    r"|not (?:at |back )?(?:home|in|back|free|available|around|up)"
    r"|(?:can'?t|cannot)(?: (?:talk|speak|answer|do (?:it|this|calls)))?"
    r"|(?:don'?t|do not|won'?t) (?:be |get |finish ?)?(?:home|in|back|free|off|up|work)?)"
    rf"\s+(?:till|til|until)\s+(?:about |around |after |gone )?(?P<hour>{_HOUR})\b"
    r"(?!\s*(?:weeks?|months?|years?|days?|/))"
)
# "I finish work half four so after that".
_FREE_FROM = re.compile(
    r"\W*(?:(?:and|but|so|cos|because|as|sorry|well)\s+)*(?:i|we)\s+(?:(?:usually|normally|always"
    r"|mostly|don'?t)\s+)?(?:finish(?:es|ing)?|knock off|clock off|get (?:in|home|back|off|out))\s+"
    r"(?:(?:my )?(?:work(?:ing)?|shifts?|college)\s+)?(?:from (?:work|college)\s+)?"
    rf"(?:at\s+|about\s+|around\s+|till\s+|until\s+)*(?P<hour>{_HOUR})\b[\s,]*(?:so\s+)?"
    r"(?:(?:ring|call|phone|text)(?: me)? )?(?:any ?time )?(?:after|from)(?: that| then|wards)?\b"
)
_OF_A_DATE = re.compile(
    r"\s*(?:(?:st|nd|rd|th)\b|/|(?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
)


def is_no_time(clause: str, start: int, end: int) -> bool:
    """Say whether an hour is a day of the month, or what is denied is done by others."""
    before = _DENIED.search(clause, 0, start)
    is_of_others = before is not None and _OF_OTHERS.search(clause, 0, before.start()) is not None
    return is_of_others or _OF_A_DATE.match(clause, end) is not None


def find_denial(clause: str, start: int, end: int) -> tuple[int, int] | None:
    """The stretch of a time together with what denies it, or None: "do not ring on [Fridays]"."""
    before = _DENIED.search(clause, 0, start)
    if before is not None:
        return before.start(), end
    if after := _DENIED_AFTER.match(clause, end):
        return start, after.end()
    return None


def stands_for_itself(words: str) -> bool:
    """Say whether denied words tell of calls or of a day that comes again, and not of one date."""
    return _OF_CALLS.search(words) is not None or _PLURAL_OR_ANY.search(words) is not None


def tell_time(words: str) -> str:
    """The words as typed; "don't ring me before 5" says when to ring: "after 5"."""
    found = _NOT_BEFORE.fullmatch(words)
    return f"after {found['hour']}" if found else words


def read_busy_until(message: ParentMessage, start: int, end: int) -> Fact | None:
    """The time after which somebody who is busy until then can be reached: "at work till 4"."""
    found = _BUSY_UNTIL.match(message.asserted[start:end]) or _FREE_FROM.match(
        message.asserted[start:end]
    )
    if found is None or _OF_A_DATE.match(message.asserted, start + found.end()):
        return None
    hour = message.text[start + found.start("hour") : start + found.end("hour")]
    return Fact("best_time", f"after {hour.strip()}", start + found.start(), start + found.end())


def join_exceptions(message: ParentMessage, facts: Iterable[Fact]) -> Iterator[Fact]:
    """Put a denied time to the one just before it: "weekdays, but not Fridays" is one time."""
    last: Fact | None = None
    for fact in facts:
        if last is not None and _is_exception(message, last, fact):
            words = message.text[last.start : fact.end].strip()
            last = Fact("best_time", words, last.start, fact.end)
            continue
        if last is not None:
            yield last
        last = fact
    if last is not None:
        yield last


def _is_exception(message: ParentMessage, last: Fact, fact: Fact) -> bool:
    between = message.plain[last.end : fact.start]
    is_near = re.fullmatch(r"\s*(?:,|\bbut\b|\band\b|\bjust\b|\bonly\b|\s)*", between) is not None
    return is_near and _BEGINS_DENIED.match(message.plain, fact.start) is not None
