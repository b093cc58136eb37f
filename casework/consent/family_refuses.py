"""Whether a family takes back the yes that somebody who refers them told of."""

from __future__ import annotations

import re

_KIN = (
    r"(?:mum|mam|mom|mother|dad|father|parents?|family|guardian|client|nan|gran|sister|"
    r"young person)"
)
_NAME = (
    r"(?!(?:Council|School|LA|Senco|SENCO|Tribunal|College|Nobody|Who|It|That|They)\b)[A-Z][a-z]+"
)
_DOES_NOT_WANT = (
    r"(?:do(?:es)? ?n[o']?t|doesnt|dont|no longer|didn'?t|did not) (?:really )?wants? "
    r"(?:it|this|to (?:do (?:it|this)|go (?:on|ahead)|carry on|continue)|(?:me|us|you) to|"
    r"the referral)\b"
)
_TAKES_BACK = re.compile(
    rf"\b(?:(?i:{_KIN}|s?he)|{_NAME})(?:'s|'ve)?(?: (?:has|have|now|just|since))* "
    rf"(?i:{_DOES_NOT_WANT}|changed (?:her|his|their) minds?\b|"
    r"(?:has ?n[o']?t|hasnt|have ?n[o']?t|not) (?:actually |really )?agreed\b"
    r"(?! (?:to|with) (?!this|it|me|us))|"
    r"no longer agrees?\b|wants? (?:it|this) stopped\b|(?:has )?withdr(?:aw[ns]?|ew)\b|"
    r"(?:said|says) no\b(?=[^.!?]*\b(?:want|agree|stop|refer))|"
    r"(?:said|says) (?:to stop|stop (?:it|this))\b)"
)


def family_takes_back(words: str) -> bool:
    """True for "Michelle said no, she doesn't want it", and not for "the council said no"."""
    return _TAKES_BACK.search(words) is not None
