"""Words of a message that was spoken to a phone or spelt out, which are no part of what they name.

"My name is um priya shah S H A H", "maisie comma".
"""

from __future__ import annotations

import re
from dataclasses import replace

from casework.message import Message

_SOUND = re.compile(r"\b(?:u+m+|e+rm+|u+h+|errr*|hmm+)\b[,.]?\s*", re.IGNORECASE)
_SIGN = re.compile(
    r"(?<!\s)\s++(?:comma|full stop|exclamation mark|new line)(?=\W*$|\s)",
    re.IGNORECASE,
)
_SPELT = re.compile(
    r"\b(?P<word>[^\W\d_]{3,})[\s,:]+"
    r"(?:(?:but|that'?s|it'?s|that is|it is|spelt|spelled|written|as in|which is)[\s,:]+){0,3}"
    r"(?P<letters>[^\W\d_](?:[\s.,-]+[^\W\d_])+)(?![\w'])",
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
