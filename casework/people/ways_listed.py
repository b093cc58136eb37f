"""Ways that are only listed: "calls and email", "both are safe", a number and an address."""

from __future__ import annotations

import re

from casework.message import Message
from casework.people.ways_refused import OF_WAY

_ONLY_WAYS = re.compile(
    r"\W*(?:(?:just|by|via|only|either|yes|to|use) )*(?:(?:ring(?:ing)?|(?:phone )?calls?|phone|"
    r"te?xts?|"
    r"e-?mails?|voice ?mails?)(?: (?:is|are) (?:fine|ok|okay|good|best))?"
    r"(?:\W+(?:(?:and|or|plus|n) )?|\W*$))+(?:please|pls|thanks|only)?\W*",
    re.IGNORECASE,
)
_BOTH_ARE_FINE = re.compile(
    r"\b(?:both|either|all)(?: (?:is|are|of them|of those|will be))* (?:fine|ok|okay|safe|good|"
    r"work)\b",
    re.IGNORECASE,
)
_TAKEN_FROM_ALL = re.compile(
    r"\b(?:not|no|n'?t|dont|never|except|but|only|apart|neither|unless|when|if|nor)\b|n't\b",
    re.IGNORECASE,
)
_NUMBER_AND_ADDRESS_ONLY = re.compile(
    r"(?:[\W\d_]|\b(?:and|or|my|is|its|the|e|mail|email|phone|number|mobile|mob|tel|address|at|on|"
    r"plus|also|here|are|both|thanks|thank|you)\b)+",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\S+@\S+")


def gives_both_only(message: Message) -> bool:
    """True for a number and an address with nothing said of either: "0770… and lena@…"."""
    if message.first("phone") is None or message.first("email") is None:
        return False
    return _NUMBER_AND_ADDRESS_ONLY.fullmatch(_ADDRESS.sub(" ", message.plain)) is not None


def ways_listed(message: Message) -> set[str]:
    """The ways of "calls and email", said alone, and of a number and an address, "both fine"."""
    if _ONLY_WAYS.fullmatch(message.plain):
        return {way for way, named in OF_WAY.items() if named.search(message.plain)}
    if _BOTH_ARE_FINE.search(message.plain) is None or _TAKEN_FROM_ALL.search(message.plain):
        return set()
    named = {way for way, words in OF_WAY.items() if words.search(message.plain)}
    has_both = message.first("phone") is not None and message.first("email") is not None
    return {"call", "email"} if has_both else named if len(named) > 1 else set()
