"""Calling off a referral that was sent before this conversation: "cancel my referral 7XKD-99QA"."""

from __future__ import annotations

import re

_REFERENCE = re.compile(
    r"(?<![\w-])(?=[a-z0-9-]*\d)(?=[\d-]*[a-z])(?!(?:19|20)\d\d-)(?!\w{4}-(?:19|20)\d\d\b)"
    r"[a-z0-9]{4}-[a-z0-9]{4}\b",
    re.IGNORECASE,
)
"""Neither figures alone, as in a phone number, nor a year: "2024-2025", "sept-2024"."""
_CALLS_OFF = re.compile(
    r"\b(?:cancel\w*|withdraw\w*|stop(?:ped)?|delet\w*|call(?:ed)? off|take back|close[d]?|"
    r"scrap(?:ped)?|remove[d]?)\b",
    re.IGNORECASE,
)


def referral_called_off(plain: str) -> str | None:
    """The reference, in capitals, of the referral that is to be called off or asked about; None."""
    found = _REFERENCE.search(plain)
    return found[0].upper() if found is not None and _CALLS_OFF.search(plain) else None
