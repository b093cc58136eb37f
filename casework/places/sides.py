"""Which of several councils is meant by a side of the county: "Northants, the west one"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from casework.places.gazetteer import Council

_SIDE = re.compile(
    r"(?P<not>\bnot (?:the |in )?)?\b(?P<side>north|south|east|west|central)(?:ern)?\b"
)


def on_that_side(councils: Iterable[Council], words: list[str]) -> Council | None:
    """The one council with the side in its name that the words say; None where it is not one."""
    said = {found["side"] for found in _SIDE.finditer(" ".join(words)) if not found["not"]}
    named = [each for each in councils if set(each.name.lower().split()) & said]
    return named[0] if len(named) == 1 else None
