"""Reads who else is there when a call comes: "not call when husband home, he home after 5"."""

from __future__ import annotations

import re

from casework.people.ways_named import ways_in

_CHILDREN = re.compile(r"\b(?:kids?|children|son|daughter|baby|bab\w+|child)\b", re.IGNORECASE)
NOT_WITH_SOMEBODY_THERE = re.compile(
    r"\b(?:don'?t|do not|not to|not|never|avoid|no)(?: \w+){0,2}? (?:ring|call|phone|contact|text)"
    r"(?:ing|s)?(?: me| us)?(?: back)?(?: please)? (?:when|while|if) [^,.;!?\n]*"
    r"\b(?:home|here|in|around|there|about|back)\b",
    re.IGNORECASE,
)
"""Whose being there makes a call unsafe: that it is refused stands, and when is kept beside it."""
_OF_THE_WRITER = re.compile(
    r"\b(?:when|while|if) (?:i|i'?m|i'?ve|we|we'?re|it|it'?s|you|u)\b", re.IGNORECASE
)
_SOMEBODY_IS_HOME = re.compile(
    r"\b(?:he|she|they|(?:ex|my|the)[ -]\w+|hubby|husband|wife|partner|boyfriend|girlfriend|dad|ex|"
    r"mum)(?:'?s|'?re| is| are| will be| gets?| comes?| back| always| usually)*"
    r" (?:home|in|back|here|around|there|about|off work|finish\w*)\b(?! (?:school|bed|nursery))",
    re.IGNORECASE,
)
"""The time beside it is when somebody else is there, and none to ring: "he home after 5"."""
_RING_SOMEBODY = re.compile(
    r"(?:^|[,.;!?\n]|\b(?:but|and|please|pls|so|ever))\s*(?P<whom>(?:(?:please|just|only|always|"
    r"you can|u can) )*(?:ring|call|phone|text) (?:only )?(?:my|our) (?:mum|mam|mom|mother|dad|"
    r"father|husband|wife|partner|sister|brother|nan|gran\w*|auntie?|uncle|friend|carer|advocate|"
    r"(?:support|social|key) worker)\b(?!'?s\b)[^.;!?\n]*)",
    re.IGNORECASE,
)


def refused_with_somebody(text: str) -> str | None:
    """The words that refuse a way while somebody is there, or None: children do not count."""
    found = NOT_WITH_SOMEBODY_THERE.search(text)
    if found is None or _CHILDREN.search(found[0]) or _OF_THE_WRITER.search(found[0]):
        return None
    return found[0].strip()


def somebody_to_ring(text: str) -> str | None:
    """The words that name who is to be rung: "only ring my mum 07700 900818 weekdays"."""
    found = _RING_SOMEBODY.search(text)
    return found["whom"].strip() if found is not None else None


def ways_unsafe_with_somebody(text: str) -> set[str]:
    """The ways these words name: at which times they would be safe is not known."""
    return ways_in(refused_with_somebody(text) or "")


def tells_who_is_home(text: str) -> bool:
    """True for "he home after 5": the time in it is theirs, and none to ring."""
    return _SOMEBODY_IS_HOME.search(text) is not None and _CHILDREN.search(text) is None
