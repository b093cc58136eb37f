"""What "no wait, 13 sorry", "*Tobin" and "sorry I meant no" put in place of what was said."""

from __future__ import annotations

import re

_PUTS_RIGHT = re.compile(
    r"\b(?:sorry|soz|oops|whoops|my bad|typo|auto ?correct\w*|predictive|correction|mistyped|"
    r"(?:my |a )?mistake|i meant?|meant|actually|wait|hang on|hold on|"
    r"(?:scrap|scratch|ignore|delete|forget) (?:that|it|last)|tell a lie|make (?:that|it)|"
    r"should (?:be|say|read|have (?:been|said))|or rather|"
    r"wrong(?: (?:age|name|date|day|number|one|button))?)\b|^\W*\*|\*\W*$",
    re.IGNORECASE,
)
_ADDS_NOTHING = (
    r"(?:\W|\b(?:no+|nope|oh|ah|aw|eek|argh|omg|and|but|so|sorry|soz|oops|whoops|bad|typo|"
    r"auto ?correct\w*|predictive(?: text)?|fat (?:fingers?|thumbs?)|correction|mistyped|wait|"
    r"hang on|hold on|actually|mistake|error|wrong|meant?|"
    r"(?:to|i) (?:mean|say|put|type|write|said|put|typed|wrote)|"
    r"(?:scrap|scratch|ignore|delete|forget) (?:that|it|last)|i?(?:'?ll)? ?tell a lie|rather|or|"
    r"make (?:that|it)|(?:that |it )?should (?:be|say|read|have (?:been|said))|"
    r"(?:change|correct) (?:it|that)(?: to)?|"
    r"i|it|it'?s|that|that'?s|is|was|he'?s|she'?s|they'?re|(?:s?he|they) (?:is|are)|"
    r"my|the|one|age|name|date|day|just|now|then|really|first time|"
    r"please|pls|plz|thanks|ta|mate|love|hun|x+|lol|years? old|yrs?(?: old)?|yo)\b)"
)
_AT_THE_START = re.compile(rf"^{_ADDS_NOTHING}+", re.IGNORECASE)
_AT_THE_END = re.compile(rf"(?<=[\w']){_ADDS_NOTHING}+$", re.IGNORECASE)


def puts_right(words: str) -> bool:
    """True where something said before is taken back: "oops", "I meant", "*Tobin"."""
    return _PUTS_RIGHT.search(words) is not None


def said_instead(words: str) -> str | None:
    """13, of "no wait its 13 sorry"; None where nothing is put right or nothing else is said."""
    if not puts_right(words):
        return None
    rest = _AT_THE_START.sub("", words)
    while (shorter := _AT_THE_END.sub("", rest)) != rest:
        rest = shorter
    return rest.strip() or None


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
