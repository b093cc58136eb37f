"""The clauses of a message that speak of a danger, apart from those that tell of something else.

"3 November 2026. He tried to kill himself that night": the first is the date that was asked for,
the second is the safeguarding lead's to read.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from casework.message import Entity, Message
from casework.safety.screen import screen_for_safety

_CLAUSE = re.compile(r"(?:(?!\s(?:and|but|so|because|cos|cause)\s)[^.,;!?\n])+")
_JOINS = re.compile(r"^\s*(?:and|but|so|because|cos|cause)\s+", re.IGNORECASE)
_TELLS_OF_HARM = re.compile(
    r"\b(?:hit\w*|hurt\w*|beat\w*|kill\w*|d(?:ie|ies|ied|ying|ead|eath)|touch\w*|lock\w*|drag\w*|"
    r"restrain\w*|grab\w*|slap\w*|punch\w*|kick\w*|push\w*|threat\w*|scared?|afraid|frighten\w*|"
    r"terrif\w*|abus\w*|violen\w*|suicid\w*|harm\w*|cut(?:s|ting)?|blood|bleed\w*|drugs?|drunk|"
    r"police|bruis\w*|marks|naked|alone|overdos\w*|pills|knife|jump\w*|goodbye|strangl\w*|chok\w*|"
    r"scream\w*|missing|ran|runs? (?:off|away)|control\w*|follow\w*|stalk\w*|rape\w*|sex\w*)\b",
    re.IGNORECASE,
)
"""Words that a harmless clause can do without: what the assistant alone heard may be told so."""


def harmless_clauses(message: Message) -> list[Message]:
    """Each clause in which no word speaks of danger as a message of its own, in their order."""
    return [
        _as_message(message, clause.start(), clause.end())
        for clause in _CLAUSE.finditer(message.text)
        if re.search(r"\w", clause[0]) and _is_harmless(clause)
    ]


def leading_words(message: Message) -> list[Message]:
    """The harmless clauses up to the first of danger, as one message; then the first alone."""
    clauses = [each for each in _CLAUSE.finditer(message.text) if re.search(r"\w", each[0])]
    leading = list(takewhile(_is_harmless, clauses))
    if not leading:
        return []
    first = _as_message(message, leading[0].start(), leading[0].end())
    if len(leading) == 1:
        return [first]
    return [_as_message(message, leading[0].start(), leading[-1].end()), first]


def _is_harmless(clause: re.Match[str]) -> bool:
    said = clause[0]
    return screen_for_safety(said, asked=None) is None and not _TELLS_OF_HARM.search(said)


def _as_message(message: Message, start: int, end: int) -> Message:
    clause = message.text[start:end]
    words = _JOINS.sub("", clause).strip()
    start += clause.index(words)
    found = tuple(
        replace(each, start=each.start - start, end=each.end - start)
        for each in message.entities
        if _is_within(each, start, start + len(words))
    )
    return replace(
        message, text=words, intents=(("inform", 1.0),), entities=found, parts=(), leaning=()
    )


def _is_within(entity: Entity, start: int, end: int) -> bool:
    return entity.end > 0 and start <= entity.start and entity.end <= end
