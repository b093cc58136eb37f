"""Several ways to get in touch named together: "txt or call no bother", "emails NOT ok"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.nlu.message import ParentMessage

_WAYS = {
    "call": r"(?:phone\s+)?call(?:s|ing)?|ring(?:s|ing)?|phon(?:e|es|ing)",
    "text": r"texts?|texting|text\s+messages?|sms(?:es)?",
    "email": r"e-?mails?|emailing",
    "voicemail": r"voice\s?mails?|voice\s?messages?|answer\s?phone",
}
_WAY = "(?:" + "|".join(_WAYS.values()) + r")(?:\s+me)?(?!\s+(?:the|my|him|her|them|from|about)\b)"
_LIST = rf"{_WAY}(?:\s*(?:,|/|&|\+|\band\b|\bor\b|\bnor\b)+\s*{_WAY})*"
_SHORT_LIST = rf"{_WAY}(?:\s*(?:/|&|\bor\b|\bnor\b|\band\b)\s*{_WAY})+"
_GOOD = (
    r"(?:ok(?:ay)?|fine|safe|good|alright|all right|great|cool"
    r"|no (?:bother|problem|probs|worries))\b"
)
_BE = (
    r"\s*(?:is|are|'s|r)?\s+(?:all\s+|both\s+|either\s+|also\s+|always\s+|totally\s+|perfectly\s+)*"
)
_NOT_WHEN = r"(?!\s+(?:before|after|until|till|between|at|in the|during|on|unless|when|only)\b)"
_SAID: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"\b(?P<ways>{_LIST}){_BE}(?:not|never)\s+{_GOOD}"), "no"),
    (re.compile(rf"\b(?P<ways>{_LIST})\s+(?:isn'?t|aren'?t|not)\s+{_GOOD}"), "no"),
    (re.compile(rf"\b(?P<ways>{_LIST}){_BE}{_GOOD}"), "yes"),
    (
        re.compile(
            rf"\b(?:don'?t|do not|never|please not|no|not {_GOOD} to)\s+(?P<ways>{_SHORT_LIST})"
            rf"(?!{_BE}{_GOOD}){_NOT_WHEN}"
        ),
        "no",
    ),
    (re.compile(rf"\byes\s+to\s+(?P<ways>{_LIST})"), "yes"),
    (re.compile(rf"\bno\s+to\s+(?P<ways>{_LIST})"), "no"),
    (re.compile(rf"\b(?P<ways>{_WAY})\s*(?:[:=]\s*|\s)yes(?=\s*(?:[.,;!\n]|$))"), "yes"),
    (re.compile(rf"\b(?P<ways>{_WAY})\s*(?:[:=]\s*|\s)no(?=\s*(?:[.,;!\n]|$))"), "no"),
    (re.compile(rf"\b(?:but|just) not (?:by |to )?(?P<ways>{_LIST})"), "no"),
    (
        re.compile(
            rf"\b(?:you can|can|feel free to|happy for you to|{_GOOD} to)\s+"
            rf"(?P<ways>{_SHORT_LIST}){_NOT_WHEN}"
        ),
        "yes",
    ),
    (
        re.compile(
            rf"\b(?:you can|feel free to|{_GOOD} to)\s+(?:send|use|do)\s+(?:me\s+)?(?:an?\s+"
            r"|by\s+)?"
            rf"(?P<ways>{_LIST})"
        ),
        "yes",
    ),
)


class SaidOfWays(NamedTuple):
    """Ways (`call`, `text`, `email`, `voicemail`), whether they are fine, and where it stands."""

    ways: tuple[str, ...]
    value: str
    start: int
    end: int


def read_lists_of_ways(message: ParentMessage) -> Iterator[SaidOfWays]:
    """Find what is said of ways in one breath, each stretch of the message once."""
    taken: list[tuple[int, int]] = []
    stated = message.asserted
    for pattern, value in _SAID:
        for found in pattern.finditer(stated):
            start, end = found.span()
            if any(start < last and first < end for first, last in taken):
                continue
            if value == "yes" and re.search(
                r"(?:\b(?:not|never|no)|n'?t)\s+(?:ever\s+)?$", stated[max(0, start - 12) : start]
            ):
                continue
            taken.append((start, end))
            yield SaidOfWays(_named(found["ways"]), value, start, end)


def _named(words: str) -> tuple[str, ...]:
    return tuple(
        way for way, pattern in _WAYS.items() if re.search(rf"\b(?:{pattern})\b", words) is not None
    )
