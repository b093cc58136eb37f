"""The name that somebody nearly typed: "Enfeild", "wolverhamton", "Birmigham"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from casework.places.gazetteer import Meaning, Reach, load_gazetteer, words_of

MOST_WORDS = 4
"""A longer rest is a sentence about something else, not a misspelt name."""

SHORTEST = 4
"""Names and words of fewer letters are too easily near to something else."""

SHORTEST_SOUND = 4
"""Names of fewer consonants sound like too many others."""

SOUND_CUTOFF = 60.0
COUNCIL_CUTOFF = 84.0
PLACE_CUTOFF = 88.0
SURE_CUTOFF = 92.0
"""Likeness in percent (rapidfuzz ratio): for councils that sound alike, for councils, for places,
and for another first letter."""


def find_near_miss(words: list[str]) -> Meaning | None:
    """What the words, taken together, nearly spell; None where nothing is near enough.

    Councils and counties are tried before smaller places, which need a better likeness.
    """
    if (
        not words
        or len(words) > MOST_WORDS
        or all(word in words_of("not_a_place") for word in words)
    ):
        return None
    typed = " ".join(words)
    if len(typed) < SHORTEST:
        return None
    for names, cutoff in ((_council_names(), COUNCIL_CUTOFF), (_place_names(), PLACE_CUTOFF)):
        found = process.extract(typed, names, scorer=fuzz.ratio, score_cutoff=cutoff, limit=3)
        for name, score, _ in found:
            if _is_near(typed, name, score):
                return load_gazetteer().names[name]
    return _find_one_slip(typed) or _find_by_sound(typed)


def _is_near(typed: str, name: str, score: float) -> bool:
    """Short names must be nearer: one letter of five is a fifth of the name."""
    same_start = typed[0] == name[0]
    if min(len(typed), len(name)) <= SHORTEST + 1:
        return same_start and score >= PLACE_CUTOFF
    return same_start or score >= SURE_CUTOFF


def _find_one_slip(typed: str) -> Meaning | None:
    """The council whose name is one slip away (a letter wrong, or two swapped), if only one is."""
    if len(typed) <= SHORTEST:
        return None
    slips = process.extract(
        typed, _council_names(), scorer=OSA.distance, score_cutoff=1, limit=None
    )
    meanings = {load_gazetteer().names[name] for name, _, _ in slips if name[0] == typed[0]}
    return meanings.pop() if len(meanings) == 1 else None


def _find_by_sound(typed: str) -> Meaning | None:
    """The council with the same consonants in the same order ("plimuth"), if only one has them."""
    sound = _sound_of(typed)
    if len(sound) < SHORTEST_SOUND:
        return None
    names = [name for name in _names_by_sound().get(sound, ()) if name[0] == typed[0]]
    alike = [name for name in names if fuzz.ratio(typed, name) >= SOUND_CUTOFF]
    meanings = {load_gazetteer().names[name] for name in alike}
    return meanings.pop() if len(meanings) == 1 else None


def _sound_of(name: str) -> str:
    """The consonants of a name as they sound, each run of one written once.

    >>> _sound_of("plymouth") == _sound_of("plimuth")
    True
    """
    for spelling, sound in _SOUNDS:
        name = re.sub(spelling, sound, name)
    consonants = name[:1] + re.sub(r"[aeiouyhw ]", "", name[1:])
    return re.sub(r"(.)\1+", r"\1", consonants)


_SOUNDS = (
    (r"orces|oos(?=ter)", "us"),
    (r"ces", "s"),
    (r"ph", "f"),
    (r"ck|q", "k"),
    (r"c(?=[eiy])", "s"),
    (r"c(?!h)", "k"),
    (r"z", "s"),
    (r"gh", ""),
    (r"sh[ie]+re?|sher$|sha$", "shr"),
)
"""Spellings of a sound, in the order in which they are put right: "worcester" as it is said."""


@cache
def _names_by_sound() -> dict[str, list[str]]:
    by_sound: dict[str, list[str]] = {}
    for name in _council_names():
        by_sound.setdefault(_sound_of(name), []).append(name)
    return by_sound


@cache
def _council_names() -> tuple[str, ...]:
    return _names_of_reach((Reach.DISTRICT, Reach.TOWN_COUNCIL, Reach.COUNTY_COUNCIL, Reach.REGION))


@cache
def _place_names() -> tuple[str, ...]:
    return _names_of_reach((Reach.PLACE, Reach.COUNTRY))


def _names_of_reach(wanted: Iterable[Reach]) -> tuple[str, ...]:
    gazetteer = load_gazetteer()
    return tuple(
        name
        for name, meaning in gazetteer.names.items()
        if meaning.reach in wanted
        and len(name) >= SHORTEST + (meaning.reach is Reach.PLACE)
        and (meaning.reach is not Reach.PLACE or name not in gazetteer.only_when_asked)
    )
