"""What stands around a name and is no part of it, and names that are only initials.

"Kelly Robson pet", "sorry, its Leo x", "um priya shah S H A H", "maisie comma", "just R.T. please".
"""

from __future__ import annotations

import re
from dataclasses import replace

from casework.message import Message
from casework.safety.redaction import words_of_nobody

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


_SOUND = re.compile(r"\b(?:u+m+|e+rm+|u+h+|errr*|hmm+)\b[,.]?\s*", re.IGNORECASE)
_SIGN = re.compile(
    r"(?<!\s)\s++(?:comma|full stop|exclamation mark|new line)(?=\W*$|\s)",
    re.IGNORECASE,
)
_SPELT = re.compile(
    r"\b(?P<word>[^\W\d_]{3,})[\s,:]+(?:(?:but|that'?s|it'?s|that is|it is|spelt|spelled|written|"
    r"as in|which is)[\s,:]+){0,3}(?P<letters>[^\W\d_](?:[\s.,-]+[^\W\d_])+)(?![\w'])",
    re.IGNORECASE,
)


def without_dictation(text: str) -> str:
    """The words without sounds, signs that were spoken, and letters that spell the word before."""
    plain = _SIGN.sub("", _SOUND.sub("", text))
    for start, end in reversed(spelt_out(plain)):
        plain = plain[:start].rstrip(" ,:") + plain[end:]
    return plain.strip()


def spelt_out(text: str) -> list[tuple[int, int]]:
    """Where letters spell the word before them, from its end: "Shah, that's S H A H"."""
    return [
        (found.end("word"), found.end("letters"))
        for found in _SPELT.finditer(text)
        if re.sub(r"\W", "", found["letters"]).casefold() == found["word"].casefold()
    ]


def without_letters_spelt(message: Message) -> Message:
    """The message without what was heard in letters that spell a name: "Shah S H A H"."""
    spelt = spelt_out(message.plain)
    kept = tuple(one for one in message.entities if not any(a <= one.start < b for a, b in spelt))
    return message if len(kept) == len(message.entities) else replace(message, entities=kept)


_WITH_DOTS = re.compile(
    r"(?<![\w.])(?:(?:[^\W\d_]\.){2,4}|(?:[^\W\d_]\.){1,3}[^\W\d_](?!\w)|"
    r"(?:[A-Z]\. ){1,3}[A-Z](?:\.|(?!\w)))"
)
_AFTER_THE_WORD = re.compile(
    r"\binitials?\b(?: (?:are|is|only|just|for (?:now|him|her|them)|if (?:that'?s) "
    r"(?:ok|okay|fine|alright)|please|pls|then|would be|will do))*[\s,.:;=-]+"
    r"(?P<initials>[A-Z](?: ?[A-Z]){1,3})(?!\w)",
)
_BEFORE_THE_WORD = re.compile(
    r"^\W*(?P<initials>[A-Z](?: ?[A-Z]){1,3})(?!\w)[^.;!?]{0,30}\binitials?\b"
)
_SHORT_WORDS = "dob ehcp ehc am pm na la sen send gp eg ie ps uk nb"
_NO_NAMES = frozenset(_SHORT_WORDS.split())
_HELPERS = "ta ot pe it ep slt lsa hlta asd adhd pda ocd nhs dla pip iep bsl hi vi mld sld pt dfe"
_OF_HELP = frozenset(_HELPERS.split())
"""Anybody's initials by themselves; in a sentence, as in "T.A. helps him", rather these."""


def initials_told(words: str) -> str | None:
    """R.T., of "just initials if that's ok, R.T."; None where there are none or something else."""
    for found in (_AFTER_THE_WORD.search(words), _BEFORE_THE_WORD.search(words)):
        if found is not None and _letters(found["initials"]) not in _NO_NAMES:
            return found["initials"]
    beside = _WITH_DOTS.sub(" ", words)
    said = [re.sub(r"[\W\d_]", "", word).lower() for word in beside.split()]
    is_plain = not any(said) or "initial" in beside.lower()
    no_names = _NO_NAMES if is_plain else _NO_NAMES | _OF_HELP
    dotted = [one[0] for one in _WITH_DOTS.finditer(words) if _letters(one[0]) not in no_names]
    if len(dotted) != 1 or not all(word in words_of_nobody() for word in said if word):
        return None
    return dotted[0].strip().upper()


def _letters(initials: str) -> str:
    return re.sub(r"\W", "", initials).lower()
