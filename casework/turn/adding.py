"""Hears that what is told comes to an answer and takes nothing of it away: "add section I"."""

from __future__ import annotations

import re

_LEADS = (
    r"(?:^|[.,;!]|\b(?:please|pls|plz|can|could|will|you|u|we|to|and|but|also|just|no|yes|sorry|oh|"
    r"wait|number|line|\d{1,2})\b)\W*"
)
_ADDS = re.compile(
    r"\b(?:also|as well|plus)\b|\btoo\b(?=\W*(?:$|[.,;!]|and\b|but\b|please\b|pls\b))|"
    r"^\W*(?:(?:oh|yes|no|sorry|wait|\d{1,2})\W+)*(?:and|&)\b|"
    rf"{_LEADS}(?:add|include|put (?=[^.,;!]{{1,30}}\bin\b))\b|"
    r"\banother (?:part|section|thing|one|problem|bit|is)\b",
    re.IGNORECASE,
)
_TAKES_THE_PLACE = re.compile(
    r"\b(?:instead|rather than|replac\w+|swap\w*)\b|"
    r"\bnot (?:section |part )?[B-K]\b|\b(?:only|just) (?:the |section |part )*(?:[B-K]|school)\b",
    re.IGNORECASE,
)


def adds_to_answers(words: str) -> bool:
    """True for "they also cut his OT" and "and section I", false for "add I instead of F"."""
    return _ADDS.search(words) is not None and _TAKES_THE_PLACE.search(words) is None
