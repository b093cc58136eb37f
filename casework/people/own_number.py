"""Reads "the same number as this": the number that a text comes from is meant, and not typed."""

from __future__ import annotations

import re

from casework.words import straighten

_ONE = r"(?:numbers?|num|nums|no|nr|one|wan|1|un|phone|fone|mobile|mob)"
_MEANS_OWN = re.compile(
    rf"\b(?:the )?same {_ONE}\b|\b(?:this|dis) (?:here )?{_ONE}\b|"
    rf"\b{_ONE} (?:that |what |wot )?(?:i'?m|i am|im|am|we'?re) (?:texting|using|txting|textin|"
    r"txtin|usin|messaging|on)\b|"
    rf"\b(?!no\b){_ONE} (?:that )?(?:you|u|ya)(?:'?ve| have| hav)? (?:already )?(?:got|have)\b|"
    rf"\b{_ONE} (?:i|that i) (?:text|txt|message)(?:ed|d)? (?:you|u|from)\b|"
    r"\b(?:use|ring|call|on) this\b|\bsame as (?:this|the one)\b|^\W*(?:this|same|dis)\W*$",
    re.IGNORECASE,
)
_MEANS_ANOTHER = re.compile(
    r"\d{5}|\b(?:not|never|no|isn'?t|don'?t|can'?t|other|another|instead|old|wrong|"
    r"broken|dead|shared)\b"
)


def means_own_number(text: str) -> bool:
    """True for "this one" and "same number as this", said where a phone number is asked for."""
    plain = straighten(text).casefold()
    beside = _MEANS_OWN.sub(" ", plain)
    return beside != plain and _MEANS_ANOTHER.search(beside) is None
