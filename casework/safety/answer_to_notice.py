"""What a yes or a no right after a notice about a danger answers: the notice, nothing before it.

"Is it safe to carry on?" was asked last; whether we may tell the council was asked before that. A
yes to the one must never be taken for a yes to the other.
"""

from __future__ import annotations

import re
from typing import Literal

from casework.safety.screen import SafetyId
from casework.words import reads_as_plain_yes

GOES_ON = "carry on"
STOPS = "stop for now"
_ASKS_WHETHER_TO_RING: SafetyId = "suicidal_adult"
_ASKS_WHETHER_SAFE: SafetyId = "domestic_abuse"
LONGEST = 8
"""Words of a bare yes or no; with more it says what to."""
_LEAD = re.compile(
    r"^\W*(?:(?P<yes>yes|yeah|yep|yh|yup|ok|okay|sure)|(?P<no>no|nope|nah))\b"
    r"(?: (?:thanks|thank you|ta|please|pls))?(?:\s*[,.;:!\u2013\u2014-]+\s*|"
    r"\s+(?=(?:i|im|ive|i'm|i've|he|hes|he's|she|shes|she's|they|theyre|we|it|its|it's|my|his|her)"
    r"\b))(?=\S)",
    re.IGNORECASE,
)
_THANKS = r"(?:please|pls|thanks|thank you|ta)"
_BARE_YES = re.compile(
    rf"^\W*(?:(?:yes|yeah|yep|yup|yh|ok|okay|sure|fine|good|great|absolutely|definitely|"
    rf"of course|alright|all right|happy to|no (?:problem|worries|probs?)|and|then|now|that'?s|"
    rf"that is|it'?s|it is|is|i'?m|i am|go on|go ahead|go for it|crack on|do(?: it)?|safe|here|"
    rf"love|mate|{_THANKS})\b\W*)+$",
    re.IGNORECASE,
)
_BARE_NO = re.compile(
    rf"^\W*(?:(?:no|nope|nah)\b\W*)+(?:not (?:yet|now|really|right now|at the moment)\b\W*)?"
    rf"(?:{_THANKS}\b\W*)*$",
    re.IGNORECASE,
)
"""Not "none" nor "I haven't", which answer the question before."""


def read_answer_to_notice(text: str) -> Literal["yes", "no"] | None:
    """A bare yes or no; None where more is said."""
    if len(text.split()) > LONGEST:
        return None
    if _BARE_YES.match(text) or reads_as_plain_yes(text):
        return "yes"
    return "no" if _BARE_NO.match(text) else None


def what_it_asks_for(answer: Literal["yes", "no"], notice: str, *, to_be_reached: str) -> str:
    """What the assistant is to hear instead of a bare yes or no to the notice about that danger.

    `to_be_reached`: the words of the notice's own choice to have somebody reach them.
    """
    if notice == _ASKS_WHETHER_TO_RING and answer == "yes":
        return to_be_reached
    return STOPS if notice == _ASKS_WHETHER_SAFE and answer == "no" else GOES_ON


def without_answer_to_notice(text: str) -> str:
    """The words after a leading yes or no, which is the notice's: "no, he is still here"."""
    lead = _LEAD.match(text)
    return text if lead is None else text[lead.end() :]
