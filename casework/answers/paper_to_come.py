"""A certificate that is still to come: asked for, booked or refused, and not yet held."""

from __future__ import annotations

import re

from casework.words import reads_as_yes

_ONE = r"(?:one|it|that|any|mine|(?:an? |the |any |my )?(?:mediation )?cert\w*)"
_STILL_TO_COME = re.compile(
    r"\b(?:asked|asking|applied|applying|waiting)\b|\bin the post\b|\bon (?:its|it's|the) way\b|"
    r"\b(?:may|can|could|will|to) be (?:issued|sent)\b|"
    r"\bon my (?:list|to[- ]do)\b|"
    r"\bnot (?:got|had|come|yet|arrived|here|received|sent)\b|(?:have|has|did|is)n'?t "
    r"(?:got|had|come|arrived|sent|received|get|here)\b|\b(?:need|want|after) (?:one|it|a "
    r"|the )|\bwhat i(?:'m| am)? "
    rf"(?:want|need|after)|\b(?:everything|all) (?:but|except|apart from) {_ONE}\b|"
    r"\b(?:don'?t|do not|doesn'?t|didn'?t|havent|hasnt|never)"
    r"(?: (?:even|actually|yet|ever|think|i|we))* (?:have|had|got|get|received?|seen)"
    rf"(?: {_ONE}\b|\W*$)",
    re.IGNORECASE,
)
_ONLY_BEGUN = re.compile(
    r"\b(?:requested|requesting|ordered|booked|appointment|refused(?! (?:to )?mediat))\b",
    re.IGNORECASE,
)
"""A step towards one, unless the paper is here too: "I refused mediation and got the cert"."""
HAS_IT = re.compile(
    r"\b(?:got|have|had|has|received|hold|been (?:sent|given|e-?mailed|issued))"
    r"(?: (?:already|now|actually|just|got|had|been|sent|given|both|definitely))*"
    r" (?:this|ours|the paper\w*|(?:\w+ ){0,3}?cert\w*|"
    rf"{_ONE})\b(?! (?:wrong|right|backwards|mixed up|muddled|explained|planned|"
    r"arranged|sorted|down|i|we|you|to|for (?:a|an|his)|"
    r"questions?|more|things?|problems?|child|sons?|daughters?|kids?|other|weeks?|days?)\b)|"
    rf"\b{_ONE}\b[^.;!?]{{0,25}}?\b(?:came|come|arrived|dated|issued|is here)\b|"
    r"\b(?:came|arrived|dated|issued|turned up) (?:on|in|last|this|by|yesterday|today|the|\d)|"
    rf"\b(?:e-?mailed|sent|posted|gave|issued)(?: me| us)? {_ONE}\b|"
    r"\b(?:e-?mailed|sent|posted|gave|issued)(?: it)?(?: to)? (?:me|us)\b",
    re.IGNORECASE,
)
"""The paper is what they have or what came; "it says I have 30 days" tells of neither."""


def is_still_to_come(text: str) -> bool:
    """True for "I have requested one"; false for "yes, it says I refused mediation"."""
    if _STILL_TO_COME.search(text):
        return True
    begun = _ONLY_BEGUN.search(text)
    if begun is None or (reads_as_yes(text) and begun[0].casefold() == "refused"):
        return False
    rest = _ONLY_BEGUN.sub("|", text)
    here = [found.end() for found in HAS_IT.finditer(rest)]
    return all(rest[end:].lstrip().startswith("|") for end in here)
