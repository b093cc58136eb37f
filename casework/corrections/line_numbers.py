"""Which lines of the review are named by nothing but their numbers: "numbers 6 and 11"."""

from __future__ import annotations

import re

_UNIT = r"(?:(?:the )?(?:numbers?|nos?\.?|lines?|answers?|questions?|rows?|points?) ?|#)"
_LINES = (
    rf"(?P<numbers>{_UNIT}?\d{{1,2}}(?:(?:\s*(?:,|&|\band\b|\bor\b)\s*|\s)+{_UNIT}?\d{{1,2}})*)"
)
_LEAD = (
    r"(?:(?:no|sorry|ok|okay|yes|also|and|but|please|pls|just|wait|can|could|may|you|u|i|we|i'?d|"
    r"like|want|need|have|got|to|let me|let'?s|think)[\s,.:]+)*"
)
_VERB = (
    r"(?:(?:change|swap|switch|fix|edit|correct|alter|update|amend|reword|rewrite|redo|check|"
    r"look at|see|(?:go )?back to|go to|put right) )?"
)
_SAID_OF_THEM = (
    r"(?: (?:(?:is|are|r)(?: all| both)? (?:wrong|incorrect|not (?:right|correct|true))|"
    r"(?:is|are|ai)n'?t (?:right|correct|true)|needs? (?:changing|fixing|to (?:be )?chang\w+)|"
    r"wrong|again|now|then|too|please|pls|thanks|thank you))*"
)
_ONLY_LINES = re.compile(rf"^\W*{_LEAD}{_VERB}{_LINES}{_SAID_OF_THEM}\W*$", re.IGNORECASE)
_ALL_BUT = re.compile(
    rf"\b(?:apart from|except(?: for)?|but(?: not)?|bar) {_LINES}{_SAID_OF_THEM}"
    r"(?: (?:is|are|looks?) (?:all )?(?:right|fine|ok|okay|correct|good))?\W*$",
    re.IGNORECASE,
)
_SPOKEN_OF = re.compile(
    r"\b(?:number|no\.|line|answer|question|row) ?(?P<number>\d{1,2})\b(?! ?(?:years|weeks|pm))",
    re.IGNORECASE,
)


def lines_to_look_at(words: str) -> list[int]:
    """4 and 5 of "4 and 5 are wrong", "change number 4 and 5" and "all right apart from 4, 5"."""
    found = _ONLY_LINES.match(words) or _ALL_BUT.search(words)
    return [int(number) for number in re.findall(r"\d+", found["numbers"])] if found else []


def line_spoken_of(words: str) -> int | None:
    """14 of "number 14, I am not sure now", whatever else is said of it."""
    found = _SPOKEN_OF.search(words)
    return int(found["number"]) if found is not None else None
