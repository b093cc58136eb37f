"""What is left of "no wait, 13 sorry" and "*Tobin" without the words that only put it right."""

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
