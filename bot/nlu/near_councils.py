"""The council that a misspelt word means: a letter or two off its name, or the same by sound.

"Rotherem" and "hertfordsheer" are heard here, as speech-to-text and hurried thumbs write them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz import fuzz, process

_CLOSE_WHERE_TOLD = 85  # rapidfuzz ratio: "Enfeild" for Enfield, beside a word such as "council"
_CLOSE_ALONE = 88  # a word by itself has nothing that says it is a place
_ALIKE_WHERE_TOLD, _ALIKE_ALONE = 60, 78  # of names with the same consonants in the same order
_OTHER_FIRST_LETTER = 93
_SHORTEST = 5
_SHORTEST_SOUND = 4
_ALIKE_OF_FEW_CONSONANTS = 80
_NO_SLIPS = frozenset(["dealing", "staff", "person", "in person", "parents", "border"])
_SAYS_COUNCIL = re.compile(r"\bcouncil\b|^not ")
_SOUNDS = tuple(
    (re.compile(letters), sound)
    for letters, sound in (
        (r"sh[ie]+re?\b|shers?\b|sha\b|sheres?\b|shur\b", "shr"),
        (r"^saint |^sint |^st\.? ", "st "),
        ("orces", "us"),
        ("ph", "f"),
        ("th|v", "f"),
        ("x", "ks"),
        ("ck|q", "k"),
        ("c(?=[eiy])", "s"),
        ("c(?!h)", "k"),
        ("z", "s"),
        ("gh", ""),
        (r"(?<!^)(?<! )[aeiouyhw]|[ -]", ""),
        (r"(.)\1+", r"\1"),
    )
)
"""Letters and how they sound, in the order in which they are put right."""


class CouncilNames(NamedTuple):
    """Names of councils in lower case, as they are and by their sound."""

    names: tuple[str, ...]
    by_sound: dict[str, tuple[str, ...]]
    others: frozenset[str]  # rightly spelt names and words, which are no slip of a council's name


def list_by_sound(names: Iterable[str], known: Iterable[str]) -> CouncilNames:
    """Return the names with their sounds. `known`: other places, and names of people."""
    by_sound: dict[str, tuple[str, ...]] = {}
    listed = tuple(sorted({name for name in names if len(name) >= _SHORTEST}))
    for name in listed:
        by_sound[_sound(name)] = (*by_sound.get(_sound(name), ()), name)
    return CouncilNames(listed, by_sound, _NO_SLIPS.union(known))


def nearest_council(words: str, councils: CouncilNames, is_told: bool) -> str | None:
    """Return the name that the words nearly spell. `is_told`: words beside say it is a council."""
    if words in councils.others or _SAYS_COUNCIL.search(words):
        return None
    alike = _alike(words, councils, is_told)
    if alike is not None:
        return alike
    cutoff = _CLOSE_WHERE_TOLD if is_told else _CLOSE_ALONE
    found = process.extractOne(words, councils.names, scorer=fuzz.ratio, score_cutoff=cutoff)
    if found is None or (found[0][0] != words[0] and found[1] < _OTHER_FIRST_LETTER):
        return None
    return found[0]


def _alike(words: str, councils: CouncilNames, is_told: bool) -> str | None:
    sound = _sound(words)
    cutoff = _ALIKE_WHERE_TOLD if is_told else _ALIKE_ALONE
    if len(sound) < _SHORTEST_SOUND:
        cutoff = max(cutoff, _ALIKE_OF_FEW_CONSONANTS)
    scored = [(fuzz.ratio(words, name), name) for name in councils.by_sound.get(sound, ())]
    likely = [pair for pair in scored if pair[0] >= cutoff and pair[1][0] == words[0]]
    return max(likely)[1] if likely else None


def _sound(name: str) -> str:
    """Return the consonants of a name as they sound: the same for "plymouth" and "plimuth"."""
    for letters, sound in _SOUNDS:
        name = letters.sub(sound, name)
    return name
