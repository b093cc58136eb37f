"""What is asked of sending: whether it can be changed later, whether it came, its reference."""

from __future__ import annotations

import re
from typing import Literal

from casework.consent.calling_off import may_call_off
from casework.words import reads_as_question, straighten

_REFERENCE = re.compile(
    r"\b(?:ref(?:erence)?|(?:referral|case|reference|ref) (?:number|no|code|id)|(?:my|the) code)\b",
    re.IGNORECASE,
)
_WANTS_IT = re.compile(
    r"\b(?:lost|forg[eo]t\w*|miss\w*|again|(?:did ?n'?t|not|never) (?:get|got|have|see|write)|"
    r"can'?t (?:find|see|remember)|need|want|have ?n'?t got)\b",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"\b(?:council|letter|school|plan|ehcp?|tribunal|sendiass|from|certificate)\b", re.IGNORECASE
)
_IS_SENT = re.compile(
    r"^\W*(?:(?:ok|so|and|but|hi|sorry|um+|please|can you tell me)\W+)*"
    r"(?:did|has|have|is|was|do) (?:it|that|this|you|u|(?:my|the) (?:referral|form|answers))"
    r"(?: (?:all|been|definitely|actually|now|already|still))* (?:sent?|gone?|go|submit(?:ted)?|"
    r"receiv\w+|get|got|have|work(?:ed)?)(?: (?:it|that|this|my (?:referral|form|answers)|through|"
    r"off|in|there|ok|okay|now|already|all|everything|to (?:you|the team)))*\W*$",
    re.IGNORECASE,
)
_CHANGES_LATER = re.compile(
    r"\b(?:can|could|may|will|am|are|is it|be) (?:(?:i|we|possible|able|allowed|to|still) )+"
    r"(?:change|correct|edit|add(?: to)?|fix|update|alter|amend)\b(?! my (?:mind|name|number))"
    r"[^.,;!?]{0,30}?\b(?:after(?:wards?)?|later(?: on)?|(?:once|when|if) (?:it|i|its|it's|you)\b"
    r"[^.,;!?]{0,20}\b(?:sent|send|goes|gone|in|got))\b",
    re.IGNORECASE,
)


def asked_of_sending(
    words: str, *, is_sent: bool
) -> Literal["receipt", "stop", "change_later"] | None:
    """The control that answers "can i change it after", "whats my reference", "did it go"."""
    plain = straighten(words)
    if not is_sent:
        return "change_later" if _CHANGES_LATER.search(plain) is not None else None
    is_asked = reads_as_question(plain) or _WANTS_IT.search(plain) is not None
    of_reference = _REFERENCE.search(plain) is not None and not _OF_ANOTHER.search(plain)
    if (of_reference and is_asked) or _IS_SENT.match(plain) is not None:
        return "receipt"
    return "stop" if may_call_off(plain) else None
