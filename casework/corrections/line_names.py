"""How a line of the review is called where it is put right: "the age should be 11", "6 and 11"."""

from __future__ import annotations

import re

_WHOSE = (
    r"(?:(?:the|my|his|her|their|our|(?:the |my |our )?"
    r"(?:child|son|daughter|kid|boy|girl|lad|grandson|granddaughter)'?s?) )?"
)
_WHAT = (
    r"(?:(?:first |full |last |sur)?name|age|date of birth|dob|birthday|"
    r"(?:certificate|letter|decision)(?:'?s)? date|"
    r"date(?: (?:on|of) (?:the )?(?:letter|decision|certificate))?|"
    r"(?:phone|mobile)(?: number)?|number|e-?mail(?: address)?|council|"
    r"(?:best )?time(?: to (?:ring|call|phone))?|access(?: needs)?)"
)
_SIGN = (
    r"(?: ?[:=] ?| - | (?:to|is|was|as|now|into|spelt|spelled|should be|should say|"
    r"should have been|shud be|needs to be|needs to say|has to be|must be|is really|is actually|"
    r"is now|is spelt|is spelled) |,? it(?:'?s| is| was| should be) )"
)
_BEGINS = (
    r"(?:^|[,;.!\n]|\b(?:and|but|also|no|nope|change|correct|fix|update|alter|amend|put|make|"
    r"things?|wrong|sorry|plus|from|except)\b)"
)
BY_NAME = re.compile(
    rf"{_BEGINS}[ :]*(?:(?P<what>{_WHOSE}{_WHAT})"
    rf"(?:{_SIGN}(?:to |be |in fact |really |actually )?| (?=\d))"
    rf"|(?:on|under|for) (?P<under>(?:the |my |his |her )?(?:access(?: needs)?|best time)):? "
    rf"(?:put |add |say |it should say |should say )?)"
    r"(?P<new>[^,;!\n]+?)(?=[,;!\n]|[.] |[.]?$| (?:and|but|plus) )",
    re.IGNORECASE,
)
"""A clause that gives a line by its name (`what` or `under`) and what it is to be (`new`)."""
NAMES_A_LINE = re.compile(
    rf"(?:[,;.!\n]|\s(?=(?:and|but|also|plus)\b))\s{{0,3}}(?:(?:and|but|also|plus) ){{0,3}}"
    rf"(?:(?:on|under|for) (?:the |my )?(?:access(?: needs)?|best time)\b|{_WHOSE}{_WHAT}{_SIGN})",
    re.IGNORECASE,
)
"""Where another line is begun by its name."""


_UNIT = r"(?:(?:the )?(?:numbers?|nos?\.?|lines?|answers?|questions?|rows?|points?) ?|#)"
_LINES = (
    rf"(?P<numbers>{_UNIT}?\d{{1,2}}(?:(?:\s*(?:,|&|\band\b|\bor\b)\s*|\s)+{_UNIT}?\d{{1,2}})*)"
)
_LEAD = (
    r"(?:(?:no|sorry|ok|okay|yes|also|and|but|please|pls|just|wait|can|could|may|you|u|i|we|i'?d|"
    r"like|want|need|have|got|to|let me|let'?s|think)[\s,.:]+)*"
)
_VERB = (
    r"(?:(?:change|swap|switch|fix|edit|correct|alter|update|amend|reword|rewrite|redo|check|"
    r"look at|see|(?:go )?back to|go to|put right) )?"
)
_SAID_OF_THEM = (
    r"(?: (?:(?:is|are|r)(?: all| both)? (?:wrong|incorrect|not (?:right|correct|true))|"
    r"(?:is|are|ai)n'?t (?:right|correct|true)|needs? (?:changing|fixing|to (?:be )?chang\w+)|"
    r"wrong|again|now|then|too|please|pls|thanks|thank you))*"
)
_ONLY_LINES = re.compile(rf"^\W*{_LEAD}{_VERB}{_LINES}{_SAID_OF_THEM}\W*$", re.IGNORECASE)
_ALL_BUT = re.compile(
    rf"\b(?:apart from|except(?: for)?|but(?: not)?|bar) {_LINES}{_SAID_OF_THEM}"
    r"(?: (?:is|are|looks?) (?:all )?(?:right|fine|ok|okay|correct|good))?\W*$",
    re.IGNORECASE,
)
_SPOKEN_OF = re.compile(
    r"\b(?:number|no\.|line|answer|question|row) ?(?P<number>\d{1,2})\b(?! ?(?:years|weeks|pm))",
    re.IGNORECASE,
)


def lines_to_look_at(words: str) -> list[int]:
    """4 and 5 of "4 and 5 are wrong", "change number 4 and 5" and "all right apart from 4, 5"."""
    found = _ONLY_LINES.match(words) or _ALL_BUT.search(words)
    return [int(number) for number in re.findall(r"\d+", found["numbers"])] if found else []


def line_spoken_of(words: str) -> int | None:
    """14 of "number 14, I am not sure now", whatever else is said of it."""
    found = _SPOKEN_OF.search(words)
    return int(found["number"]) if found is not None else None
