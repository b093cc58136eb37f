"""Reads "the same number as this": the number that a text comes from is meant, and not typed."""

from __future__ import annotations

import re

from casework.words import straighten

_MEANS_OWN = re.compile(
    r"\b(?:the )?same (?:number|one|phone|mobile)\b|\b(?:this|dis) (?:number|one|phone|mobile)\b|"
    r"\b(?:number|one|phone|mobile) (?:that )?(?:i'?m|i am|we'?re) (?:texting|using|txting|on)\b|"
    r"\b(?:use|ring|call|on) this\b|\bsame as (?:this|the one)\b|^\W*(?:this|same)\W*$",
    re.IGNORECASE,
)
_MEANS_ANOTHER = re.compile(r"\d{5}|\b(?:not|never|no|isn'?t|don'?t|dont|other|another|instead)\b")


def means_own_number(text: str) -> bool:
    """True for "this one" and "same number as this", said where a phone number is asked for."""
    plain = straighten(text).casefold()
    return bool(_MEANS_OWN.search(plain)) and _MEANS_ANOTHER.search(plain) is None
