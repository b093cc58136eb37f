"""Whether the words say outright that a name is to be put down: "his name is Tobias, not Grace".

Who is only spoken of ("Helen is the one to contact") must never take the place of somebody whose
name is known.
"""

from __future__ import annotations

import re
from typing import Literal

from rapidfuzz import fuzz

from casework.safety.redaction import words_of_nobody

_CHILD = (
    r"(?:child|kid|son|daughter|boy|girl|lad|niece|nephew|grandson|granddaughter|grandchild|pupil|"
    r"student)"
)
_SURELY = re.compile(
    rf"(?:\b(?:sur)?names?\b[^.,;!?]*|\b(?:called|named|spelt|spelled|i'?m|i am|im)|"
    rf"\b(?:line|number) \d+|\b{_CHILD}(?:'s|'?s name)?(?: is| was|'s|:| =| -)|"
    r"\b(?:be|say|says|change \w+ (?:to|into)|swap \w+ (?:for|to))|\bnot [^\W\d_][\w'-]*(?:,| "
    r"but)?(?: it'?s)?)[\s,:=-]*(?:actually |really |just |only |now )*$",
    re.IGNORECASE,
)
_PERHAPS = re.compile(
    r"(?:^|[.!,;:-]|\b(?:no|nope|not|it'?s|it is|is|that'?s|put|write|add|to|as|sorry|"
    r"actually|mean|meant|wrong|this is|just|only|really|with|for|change|swap))\s*$",
    re.IGNORECASE,
)
_IS_SAID_OF = re.compile(
    rf"^\W*(?:is|was|'?s) (?:my (?:own |full )?name|the {_CHILD}\b|"
    rf"(?:his|her|their|(?:the|my|our) {_CHILD}'?s?) (?:\w+ )?name)",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\bnot ([^\W\d_][\w'-]*)", re.IGNORECASE)
_LIKE = 60
"""Likeness from 0 to 100 of two spellings of one name."""
_TAKES_A_PLACE = re.compile(r"^\W*(?:and )?not [^\W\d_]", re.IGNORECASE)
_THINGS_AND_PEOPLE = """
    school college nursery academy council interpreter signer language lives live works work
    contact friend sister brother mum mother dad father nan gran aunt uncle wife husband partner
    teacher senco worker doctor
"""
_OF_OTHER_THINGS = frozenset(_THINGS_AND_PEOPLE.split())
_AND_NO_MORE = re.compile(
    r"(?:\W|\b(?:please|pls|plz|thanks|ta|x+|sorry|instead|actually|i said|mate|love|then|now)\b)*",
    re.IGNORECASE,
)


def is_called_so(words: str, name: str, held: str) -> Literal["surely", "perhaps"] | None:
    """Whether the words put this name down in place of the one held; None where they speak of one.

    "Perhaps" for "no, Tobias" and "its Tobias", which do not say whose it is.
    """
    if _denies_another(words, held):
        return None
    first = name.split()[0]
    parts = (re.escape(name), re.escape(first), rf"(?<=name is ){re.escape(name.split()[-1])}")
    tried = (re.search(rf"(?<!\w){part}(?!\w)", words, re.IGNORECASE) for part in parts)
    found = next(filter(None, tried), None)
    if found is None:
        return None
    before, after = words[: found.start()], words[found.end() :]
    if _IS_SAID_OF.match(after) or _TAKES_A_PLACE.match(after):
        return "surely"
    clause = re.split(r"[.;!?\n]", before)[-1]
    told_of = re.findall(r"[^\W\d_]+", clause.lower())
    if {word.removesuffix("s") for word in told_of} & _OF_OTHER_THINGS:
        return None
    if _SURELY.search(clause):
        return "surely"
    rest = re.split(r"[.,;!?\n]|\b(?:and|but)\b", after, maxsplit=1)[0]
    is_all = _AND_NO_MORE.fullmatch(rest) is not None
    return "perhaps" if is_all and _PERHAPS.search(before) else None


def _denies_another(words: str, held: str) -> bool:
    """True for "Rachael not Rachel" where no Rachel is held: it is of who comes along."""
    denied = [word.casefold() for word in _DENIED.findall(words)]
    names = [word for word in denied if word not in words_of_nobody()]
    parts = held.casefold().split()
    is_own = re.search(r"\b(?:my|his|her|their) (?:\w+ )?(?:sur)?name\b", words, re.IGNORECASE)
    return (
        bool(names)
        and is_own is None
        and not any(fuzz.ratio(name, part) >= _LIKE for name in names for part in parts)
    )
