"""What is asked of a consent itself: "how long do you keep it?", "what will you tell them?"."""

from __future__ import annotations

import re
from typing import Literal

_LEAD = r"^\W*(?:(?:ok|okay|so|and|but|sorry|hi|wait|um+|well|first|just|exactly)\W+)*"
_HOW_LONG = re.compile(
    rf"{_LEAD}how long (?:do|will|would|can|are|is) (?:you|u|it|this|my (?:details|answers|data))"
    r"(?: be| get| going to be)? (?:keep|kept|store|stored|hold|held|keeping|save|saved)\b"
    r"(?: (?:it|this|that|them|everything|my (?:details|answers|data|info\w*)|all|for|on))*\W*$",
    re.IGNORECASE,
)
_WHAT_TOLD = re.compile(
    rf"{_LEAD}(?:what|wot)(?: exactly| else)? (?:will|would|do|are|can|is|gets?)"
    r"(?: (?:you|u|going|gonna|to|be))* (?:tell|say|told|said|telling|saying|pass on|share)"
    r"(?: (?:to|with|them|the (?:council|la)|council|about (?:us|me|him|her|it)|exactly))*\W*$",
    re.IGNORECASE,
)


def asked_of_consent(text: str, pending: str | None) -> Literal["privacy", "help_me"] | None:
    """The control that answers it: the notice tells the times, the help what is told; or None."""
    if pending in ("consent", "share_with_council") and _HOW_LONG.match(text):
        return "privacy"
    return "help_me" if pending == "share_with_council" and _WHAT_TOLD.match(text) else None
