"""Who tells of a hearing at the Tribunal that is near or urgent: a person looks at it soon."""

from __future__ import annotations

import re

from casework.message import Message
from casework.referral.draft import Draft

HEARING_IS_NEAR = "hearing_near"
"""Among what was told, and why a person is to look."""
_URGENT = re.compile(
    r"\b(?:urgent\w*|asap|as soon as|soon|not long|running out|quick\w*|(?:next|this) "
    r"(?:week|month)|in \w+ (?:days|weeks?)|tomorrow|(?:\w+ )?weeks? away)\b",
    re.IGNORECASE,
)
_HAS_A_DATE = re.compile(
    r"\b(?:hearing(?: (?:date|day))?|tribunal (?:date|day)|court date)(?:'?s)?(?: \w+){0,3}? "
    r"(?:is|for|on|set|in|listed|booked|coming)\b|"
    r"\b(?:got|have|has|given|had) (?:a |an |our |the |my )*(?:\w+ ){0,2}hearing\b",
    re.IGNORECASE,
)
_NOT_THEIRS = re.compile(
    r"\?|\bhearing (?:aids?|loss|impair\w*|tests?|problems?|difficult\w*|support)\b|"
    r"\bhard of hearing\b|"
    r"\b(?:no|not|haven'?t|hasn'?t|before|will there|without)\b[^.;]{0,20}\bhearing\b",
    re.IGNORECASE,
)


def note_hearing(draft: Draft, message: Message) -> None:
    """Remember a hearing told as urgent; `casework.dispute.result` asks for a person."""
    told = draft.progress.told
    if HEARING_IS_NEAR not in told and tells_of_a_near_hearing(message.plain):
        told.append(HEARING_IS_NEAR)


def tells_of_a_near_hearing(text: str) -> bool:
    """True for "hearing is 14 january so its urgent"; false for "he has a hearing test soon"."""
    if _NOT_THEIRS.search(text):
        return False
    return _HAS_A_DATE.search(text) is not None and _URGENT.search(text) is not None
