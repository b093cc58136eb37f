"""Postcodes in a parent's message."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.nlu.facts import Fact
from bot.nlu.message import ParentMessage

_POSTCODE = re.compile(r"(?<![\w])([a-z]{1,2}\d[a-z\d]?)\s{0,2}(\d[abd-hjlnp-uw-z]{2})(?!\w)")
_POSTCODE_SPACED = re.compile(_POSTCODE.pattern.replace(r"(\d[abd", r"(\d\s?[abd"))
_NOT_INWARD = frozenset(["1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "0th"])


def read_postcodes(message: ParentMessage) -> Iterator[Fact]:
    """Find postcodes, written as the post writes them; "ls11 5 ab" where it is called one."""
    said = "postcode" in message.plain or "post code" in message.plain
    for found in (_POSTCODE_SPACED if said else _POSTCODE).finditer(message.plain):
        outward, inward = found[1].upper(), found[2].upper().replace(" ", "")
        if found[2] not in _NOT_INWARD:
            yield Fact("postcode", f"{outward} {inward}", *found.span())
