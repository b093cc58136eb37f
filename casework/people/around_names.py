"""What is said to us around a name: "Kelly Robson pet", "sorry, its Leo x", "Lee Marsh i said"."""

from __future__ import annotations

import re

_REMARK = re.compile(
    r"(?<![\s,])[\s,]++(?:(?:as|like) )?i(?:'ve| have)? (?:already |just )?"
    r"(?:said|told (?:you|u|ya))\b.*$",
    re.IGNORECASE,
)
"""Said after a name that was not heard the first time: "Lee Marsh i said"."""
_KISSES = re.compile(r"(?<!\s)\s++(?:x+|XX+|(?i:please|pls|thanks|thx|ta))\W*$")
_ENDEARMENT = re.compile(
    r"(?P<before>.*[^\W\d_])(?P<comma>,?) (?:pet|petal|love|luv|hun|hunny|honey|hen|duck|ducky|"
    r"chuck|mate|m8|darling|darlin|bab|babe|babes|flower|sweetheart|my love|my lover|bud|pal|bro)"
    r"(?: x+)?\W*",
)
"""Said in small letters, or in any after a comma; Love and Duck are surnames too."""
_APOLOGY = re.compile(
    r"(?<=\w)\W+(?:sorry|soz|apologies)(?: (?:for|about) (?:the |my |any )?"
    r"(?:delay|wait|typos?|spelling|slow reply))?\W*$",
    re.IGNORECASE,
)
_AFTER_A_NAME = re.compile(r"(?<=\w)\s+(?:x+|speaking|again|here)\W*$")
_TITLE = re.compile(r"\W*(?:mrs?|miss|ms|mx|dr)\W*", re.IGNORECASE)
_SOFTENERS = re.compile(
    r"^\W*(?:(?:sorry|oh|oops|ok|okay|well|um|er|right|yes|yeah|it'?s)\b\W+)+", re.IGNORECASE
)


def without_kisses(text: str) -> str:
    """The words without the kisses, please or thanks at their end."""
    return _KISSES.sub("", text)


def only_the_name(name: str, typed: str) -> str:
    """Kelly, of a "Kelly X" that was typed as "kelly x"; nothing of a title by itself."""
    if _TITLE.fullmatch(name):
        return ""
    kept = _AFTER_A_NAME.sub("", typed)
    return name[: len(kept)] if len(name) == len(typed) else name


def without_talk(text: str) -> str:
    """The words without what is said to us after a name: a remark, an apology, thanks, a "pet"."""
    return without_endearment(_KISSES.sub("", _REMARK.sub("", _APOLOGY.sub("", text))))


def without_endearment(text: str) -> str:
    """Kelly Robson, of "Kelly Robson pet"."""
    said = _ENDEARMENT.fullmatch(text.strip())
    if said is None:
        return text
    *_, last = said["before"].split()
    is_beside_a_name = last[:1].isupper() or len(said["before"].split()) > 1
    return said["before"] if said["comma"] or is_beside_a_name else text


def softened(words: str) -> str:
    """Leo, of "sorry, its Leo, sorry for the delay"."""
    return _APOLOGY.sub("", _SOFTENERS.sub("", words))
