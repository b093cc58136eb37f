"""Two names of one person, told together: "Samuel (Sam)", "Lily but goes by Leo now".

Both are kept: the council's papers may bear the one, and the family uses the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from casework.safety.redaction import is_first_name, words_of_nobody

_WORD = r"[^\W\d_][\w'-]*"
_NAME = rf"{_WORD}(?: {_WORD}){{0,2}}?"
_LEAD = (
    r"(?:(?:it'?s|my|his|her|their|full|legal|legally|officially|real|name|names|is|was|i'?m|"
    r"s?he'?s|he|she|they|called|son|daughter|child)[\s:]+)*"
)
_TAIL = (
    r"(?:[\s,.;)]+(?:now|instead|mostly|usually|though|always|tho|at (?:home|school)|"
    rf"please(?: (?:use|put|call (?:him|her|them|me)) {_WORD})?))*[\s.!)]*"
)
_GOES_BY = (
    r"[\s,(;-]+(?:(?:but|and|also|now|is|he'?s|she'?s|he|she|they|we|everyone|everybody|people|"
    r"always|just|mostly|usually|all|better|or|at (?:home|school))[\s,]+)*"
    r"(?:known as|aka|goes? by|prefers?(?: to be called)?|calls? (?:him|her|them|me)|called|say)\s+"
)
_IS_NOW = (
    r"[\s,(]+(?:(?:but|and|he'?s|she'?s|he|she|they|is|are|known as|called)\s+)*now\s+(?:called )?"
)
_WAS = r"[\s,(]+(?:but )?(?:formerly|previously|used to be|was|n[ée]e)\s+(?:called )?"
_FULL_IS = (
    r"[\s,(;-]+(?:(?:but|and|it'?s|is|his|her|my)\s+)*"
    r"(?:short for|(?:full|legal|real|proper|birth) name(?:'?s| is)?:?)\s+"
)


def _told(between: str, end: str = "") -> re.Pattern[str]:
    return re.compile(
        rf"{_LEAD}(?P<one>{_NAME}){between}(?P<two>{_NAME}){end}{_TAIL}", re.IGNORECASE
    )


_BY_WORDS = (
    (_told(r"[\s,(;-]+(?:but |or )?", " for short"), "{one} (known as {two})"),
    (_told(_FULL_IS), "{two} (known as {one})"),
    (_told(_GOES_BY), "{one} (known as {two})"),
    (_told(_IS_NOW), "{one} (now {two})"),
    (_told(_WAS), "{one} (was {two})"),
)
_SIDE_BY_SIDE = _told(r"(?: \(| or | ?/ ?)")
"""No words say so, but the one is short for the other, or in brackets: "Samuel / Sam"."""


def two_names(words: str, clean: Callable[[str], str | None]) -> str | None:
    """Samuel (known as Sam), of "Samuel, Sam for short"; None where one name is told, or more.

    `clean`: reads a name, or None where it is none.
    """
    said = " ".join(words.split())
    for pattern, shown in _BY_WORDS:
        if (named := _both(pattern, said, clean)) is not None:
            return shown.format(one=named[0], two=named[1])
    beside = _both(_SIDE_BY_SIDE, said, clean)
    if beside is None or not _are_one(*beside, is_in_brackets="(" in said):
        return None
    short, full = sorted(beside, key=len)
    return f"{full} (known as {short})"


def _both(
    pattern: re.Pattern[str], said: str, clean: Callable[[str], str | None]
) -> tuple[str, str] | None:
    found = pattern.fullmatch(said)
    if found is None or any(map(_is_of_nobody, found.groups())):
        return None
    one, two = clean(found["one"]), clean(found["two"])
    return (one, two) if one and two and one.casefold() != two.casefold() else None


def _is_of_nobody(words: str) -> bool:
    return any(word.casefold() in words_of_nobody() for word in words.split())


def _are_one(one: str, two: str, *, is_in_brackets: bool) -> bool:
    short, long = sorted((one.casefold().split()[0], two.casefold().split()[0]), key=len)
    is_short = len(short) > 1 and long.startswith(short) and long != short
    return is_short or (is_in_brackets and is_first_name(two.casefold()))
