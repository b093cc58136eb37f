"""Words that deny a certificate, however they are put: "no i dont have a bloody certificate"."""

from __future__ import annotations

import re

from casework.words import reads_as_question

_SORT = (
    r"(?:(?:an?|any|the|my|one|such|of|those|these|sort|kind|type|bloody|fucking|flipping|stupid|"
    r"damn|mediation|yet|single|actual) )*"
)
_NOT = r"(?:do ?n[o']?t|do not|does ?n'?t|have ?n'?t|have not|has ?n'?t|did ?n'?t|never)"
_HELD = r"(?:have|had|got|get|given?|send|sent|issued?|received?|seen|been (?:given|sent))"
_NONE_HELD = re.compile(
    rf"\b(?:i|we|ive|weve)?(?:'?ve)? ?{_NOT}(?: (?:even|actually|ever|yet|been))* {_HELD}"
    rf"(?: (?:me|us|him|her))? {_SORT}cert|"
    rf"\bno ?(?:one|body)(?:'?s| has| have| ever)* (?:gave|{_HELD})(?: (?:me|us))? {_SORT}cert|"
    rf"\bcert\w*\b[^.;!?]{{0,30}}\b(?:i|we)(?:'?ve)? {_NOT}(?: (?:even|actually))* {_HELD} "
    r"(?:one|it|any|that)\b",
    re.IGNORECASE,
)
_IS_NO_DENIAL = re.compile(
    r"\b(?:if|unless|until|till|in case|because|what happens|they (?:say|said)|told)\b"
    r"[^.;!?]{0,30}$",
    re.IGNORECASE,
)
"""Before the words: "what if we don't get a certificate"."""


def denies_certificate(text: str) -> bool:
    """True for "no one has given us a certificate"; false for "if we don't get a certificate"."""
    found = _NONE_HELD.search(text)
    if found is None or _IS_NO_DENIAL.search(text[: found.start()]):
        return False
    return not reads_as_question(found[0])
