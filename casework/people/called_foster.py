"""Families called Foster: the name makes nobody a foster carer, nor a child one in care."""

from __future__ import annotations

import re
from dataclasses import replace

from casework.message import Message
from casework.safety.redaction import is_first_name

_IS_A_NAME = re.compile(
    r"\b(?:sur|last |family |second )names?(?:'?s| is| are)?\W{1,3}foster\b|"
    r"\bfoster(?:'?s)?(?: is| was)? (?:just |only )?(?:his|her|my|our|the|a|their)"
    r" (?:\w+ )?(?:sur)?name\b",
    re.IGNORECASE,
)
_AFTER_A_NAME = re.compile(
    r"\b(?P<first>[A-Z][a-z]+) (?:Foster|FOSTER)\b"
    r"(?! (?i:car\w+|parent\w*|mum|mam|mom|dad|mother|father|child\w*|kids?|son|daughter|brother|"
    r"sister|placements?|agenc\w+|famil\w+|homes?|team|panel|network|link|service|plus)\b)"
)
_ONLY_A_NAME = re.compile(
    r"(?:\bno\b\W*(?:\w+\W+){0,3}foster(?:'?s)?(?: is| was)?|\bfoster(?:'?s)?(?: is| was)? "
    r"(?:just|only)) (?:his|her|my|our|the|a|their) (?:\w+ )?(?:sur)?name\b",
    re.IGNORECASE,
)
_CARES = re.compile(
    r"\bfoster(?:ed|ing|s)?\b(?! family)|\bcarers?\b|\bin care\b|\blook(?:ed)?[- ]after\b|"
    r"\bguardian\b|\blives? with (?:me|us)\b",
    re.IGNORECASE,
)
_TITLES = ("mr", "mrs", "ms", "miss", "dr")
_ROLES = frozenset({"carer", "looked_after"})


def says_foster_is_only_a_name(text: str) -> bool:
    """True for "no, foster is his NAME"; a name given denies nothing that was told before."""
    return _ONLY_A_NAME.search(text) is not None


def without_foster_as_a_role(message: Message) -> Message:
    """The message without the carer and the child in care that the name was heard as.

    Ann Foster may be a foster carer all the same, where her other words say so.
    """
    text = message.plain
    beside = _without_the_name(text)
    if beside == text or _CARES.search(beside):
        return message
    kept = tuple(one for one in message.entities if str(one.value) not in _ROLES)
    return replace(message, entities=kept)


def _without_the_name(text: str) -> str:
    """The words without the name, as it is told or stands after a title or a first name in use."""
    beside = _IS_A_NAME.sub(" ", text)
    return _AFTER_A_NAME.sub(
        lambda found: " " if _leads_a_name(found["first"].lower()) else found[0], beside
    )


def _leads_a_name(word: str) -> bool:
    return word in _TITLES or is_first_name(word)
