"""Whether words of a message are about its writer or about somebody else.

"I am deaf" and "he can't use the phone" are both in a parent's message, and only the first says
how to reach the parent.
"""

from __future__ import annotations

import re

_WRITER = re.compile(
    r"\b(?:(?:i|me|myself) and my \w+|i|i'?m|i'?ve|im|ive|we|we'?re|us|me)\b|"
    r"\bmy (?:own |spoken |written )?(?:english|first language|language|hearing)\b",
    re.IGNORECASE,
)
_ADULT = (
    r"(?:mum|mom|mam|mother|dad|father|parents?|husband|wife|partner|nan|gran|grandma|"
    r"grandmother|grandad|grandfather|sister|brother|aunt|auntie|uncle|friend|neighbour|client|"
    r"family|families|carer|ex)"
)
_CHILD = (
    r"(?:son|daughter|child|children|kids?|boy|girl|grandson|granddaughter|teenager|pupil|teacher|"
    r"ta|school|plan|ehcp)"
)
_ADULT_SPOKEN_OF = re.compile(
    rf"\b(?:my|his|her|their|the|a|our|this)(?: \w+)? {_ADULT}(?:'s)?\b"
    rf"|\b{_ADULT} (?:is|was|needs|uses)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    rf"\b(?:he|she|they|he'?s|she'?s|they'?re|his|her|their|him|them|{_CHILD})(?:'s)?\b|"
    rf"{_ADULT_SPOKEN_OF.pattern}",
    re.IGNORECASE,
)
_SELF_NAMED = re.compile(
    rf"\b(?:i'?m|i am|we are|we'?re|as) (?:(?!for\b)[\w-]+ ){{0,3}}{_ADULT}\b", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.;!?\n]+")
_CLAUSE_END = re.compile(r",|\b(?:so|but|because|cos)\b", re.IGNORECASE)


def is_about_writer(text: str, start: int, end: int) -> bool:
    """True when the words at start to end are said of the writer, as far as the sentence tells.

    The last person named in their clause decides; where there is none, the last adult named before
    them in the sentence does, and where there is none either the words are the writer's: "deaf mum
    here", "Tamil, little english".
    """
    sentence = _SENTENCE_END.split(text[:start])[-1]
    clause_start = max((found.end() for found in _CLAUSE_END.finditer(sentence)), default=0)
    for before, others in ((sentence[clause_start:], _OTHER), (sentence, _ADULT_SPOKEN_OF)):
        words = before + text[start:end]
        if _SELF_NAMED.search(words):
            return True
        writer, other = _last(_WRITER, words), _last(others, words)
        if writer or other:
            return writer >= other
    return True


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match ends, or 0."""
    return max((found.end() for found in pattern.finditer(text)), default=0)
