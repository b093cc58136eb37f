"""The yes or no that somebody meant to give: "sorry I meant no", "oops wrong button, yes".

Only where it is all that its clause says: "I meant no offence" and "it should be no later than
3 November" speak of something else, and an answer is not turned round on a guess.
"""

from __future__ import annotations

import re

_BEFORE = re.compile(
    r"\W*(?:(?:sorry|soz|oops|whoops|oh|ah|argh|omg|wait|hang on|hold on|actually|no|yes|and|but|"
    r"so|um|er|well|my bad|just|i|that|this|it|(?:my|the|that) (?:last )?(?:answer|one)|"
    r"i (?:put|said|pressed|tapped|hit|typed)(?: (?:the )?(?:yes|no))?)\W+)*",
    re.IGNORECASE,
)
_AFTER = (
    r"(?:[\s,]{1,3}(?:sorry|soz|please|pls|plz|thanks|ta|instead|there|x+|lol|"
    r"not (?:a )?(?:yes|no)|to (?:that|the last (?:one|question)))){0,5}\s*(?:$|[.,;:!\n])"
)
_SAYS_SO = re.compile(
    r"\b(?:mean|meant(?: (?:to (?:say|put|tap|press|click)|it as))?|"
    r"should (?:be|have (?:said|been)|say)|typo|"
    r"(?:(?:pressed|hit|tapped) the )?wrong (?:one|button))\W{1,3}"
    r"(?:(?:a|it'?s|it|was|is|i|meant|sorry|say|put)\W{1,3}){0,5}"
    rf"(?P<new>yes|no)\b{_AFTER}",
    re.IGNORECASE,
)
_NOT_THE_OTHER = re.compile(
    r"^\W*(?:(?:sorry|oops|oh|wait|actually)\W+)*(?P<new>yes|no),? not (?:a )?(?P<old>yes|no)\b"
    rf"{_AFTER}",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[.,;:!?\n]")


def yes_or_no_meant(words: str) -> bool | None:
    """True for "I meant yes", False for "no not yes sorry"; None where neither is said so."""
    other = _NOT_THE_OTHER.match(words)
    if other is not None and other["old"].lower() != other["new"].lower():
        return other["new"].lower() == "yes"
    for told in _SAYS_SO.finditer(words):
        before = _CLAUSE_END.split(words[: told.start()])[-1]
        if _BEFORE.fullmatch(before):
            return told["new"].lower() == "yes"
    return None
