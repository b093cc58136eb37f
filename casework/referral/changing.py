"""What the button "change" of the review page says, and reading it back."""

from __future__ import annotations

import re
from functools import cache

from casework.referral.show import field_label
from casework.referral.summary import REVIEWED

_SAYS = "Change: {label}"
_ASKED_WITH = {"organisation": "role"}
"""An answer that has no question of its own, and the question it comes with."""


def say_change(field: str) -> str:
    """What a parent says by choosing to change this answer: "Change: Phone"."""
    return _SAYS.format(label=field_label(field))


def read_change(text: str) -> str | None:
    """The question to ask again where the text is what the button says; else None."""
    words = re.sub(r"\s+", " ", text).strip().casefold()
    return _fields_by_words().get(words)


@cache
def _fields_by_words() -> dict[str, str]:
    return {say_change(field).casefold(): _ASKED_WITH.get(field, field) for field in REVIEWED}
