"""Who looked at the review and finds nothing to change: "no thats all", "nothing, its fine"."""

from __future__ import annotations

import re

from casework.turn.state import Turn
from casework.words import straighten

_WORDS = (
    r"(?:no+(?: (?:(?:more |other )?(?:changes?|corrections?)|need|worries))?|nope|nah|oh|actually|"
    r"sorry|well|then|really|just|i think|yes|thanks?|thank you|ta|cheers|please|needed|for now|"
    r"now|as it is|else|there|i'?m|it'?s|it is|that'?s(?: it)?|that is|(?:everything|all)(?: is)?|"
    r"nothing(?: (?:to (?:change|add|correct|fix)|(?:is |looks |seems )?wrong))?|nowt|"
    r"no (?:mistakes?|errors?)|not that i can see|great|brill(?:iant)?|lovely|fab|bang on|lgtm|"
    r"better|(?:i )?can'?(?:t|not) see (?:anything|owt|a(?:ny)? mistakes?)(?: wrong)?|looks?|"
    r"seems?|(?:i )?(?:think so|guess)|should be|none|good|fine|ok|okay|right|correct|"
    r"(?:leave|keep) it|(?:do ?n'?t|do not) (?:worry|change (?:it|anything))|never ?mind|happy|"
    r"with (?:it|that|me))"
)
_ONLY_SUCH = re.compile(rf"^\W*(?:{_WORDS}(?:\W+|$))+$", re.IGNORECASE)
_SAYS_SO = re.compile(
    r"\b(?:nothing|nowt|none|changes?|corrections?|all|good|fine|ok|okay|right|correct|that'?s it|"
    r"(?:leave|keep) it|worry|anything|never ?mind|need|worries|happy|mistakes?|errors?|that i can "
    r"see|great|brill(?:iant)?|lovely|fab|bang on|lgtm|better|think so|guess|should be)\b",
    re.IGNORECASE,
)


def nothing_to_change(text: str) -> bool:
    """True for "no thats all right" and "dont worry"; false for "no thats wrong" and a bare no."""
    plain = straighten(text)
    return _ONLY_SUCH.match(plain) is not None and _SAYS_SO.search(plain) is not None


def offer_to_send(turn: Turn) -> None:
    """Ask whether to send it: a "no" leads, so that nothing is sent by it."""
    turn.say("utter_shall_i_send", asks="summary")
