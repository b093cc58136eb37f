"""Whose "his name is Alan Price" is, where somebody else than the child was spoken of last."""

from __future__ import annotations

import re
from dataclasses import replace

from casework.message import Entity

_WORD = r"[^\W\d_][\w'-]*"
_HIS_NAME = re.compile(
    r"\b(?:his|her|their) (?:real |full |first |actual |right )?name(?:'s| is| was|:| =)? "
    rf"(?P<name>{_WORD})",
    re.IGNORECASE,
)
_OWN_CHILD = re.compile(
    r"\b(?:my|our) (?:\w+ ){0,2}?(?<!'s )(?:child|kid|son|daughter|boy|girl|lad|grandson|"
    r"granddaughter|grandchild)\b(?!')",
    re.IGNORECASE,
)
OF_A_PLACE = (
    r"(?:lady|woman|man|guy|bloke|gentleman|person|ep|psychologist|officer|case ?worker|"
    r"(?:key|social|support) ?worker|chair(?:man|woman|person)?|head(?:teacher|mistress|master)?|"
    r"teacher|tutor|senco|ta|doctor|dr|gp|nurse|consultant|paediatrician|therapist|manager|"
    r"mediator|advocate|solicitor|friend|mate|neighbour|cousin)"
)
_SOMEBODY_ELSE = re.compile(
    rf"\b{OF_A_PLACE}(?:'?s)?\b|"
    r"\b(?:sister|brother|aunt|auntie|uncle)'?s (?:\w+ )?(?:son|daughter|boy|girl|lad|child|kid)\b",
    re.IGNORECASE,
)
_WHO_WRITES = re.compile(
    rf"\b(?:i'?m|i am|as|it'?s) (?:an? |the |his |her |their )?(?:[\w-]+ ){{0,2}}?{OF_A_PLACE}\b",
    re.IGNORECASE,
)
"""The SENCO of "I'm the SENCO, his name is Tyler" names a child, and nobody else."""


def doubted(entity: Entity, words: str) -> Entity:
    """The child's name, not sure where it may be that of the officer spoken of before it."""
    is_childs = entity.name == "person_name" and entity.role == "child"
    is_doubtful = is_childs and may_be_anothers(words, str(entity.value))
    return replace(entity, is_sure=False) if is_doubtful else entity


def may_be_anothers(words: str, name: str) -> bool:
    """True for "the officer never rings, her name is Jo Black"; false for "my son, his name is"."""
    first = name.casefold().split()[0]
    told = (one for one in _HIS_NAME.finditer(words) if one["name"].casefold() == first)
    return any(_speaks_of_another(words[: one.start()]) for one in told)


def _speaks_of_another(before: str) -> bool:
    """True where the last who is named, in this sentence or the one before, is not their child."""
    near = _WHO_WRITES.sub(" ", ". ".join(re.split(r"[.!?\n]+", before)[-2:]))
    return _last(_SOMEBODY_ELSE, near) > _last(_OWN_CHILD, near)


def _last(pattern: re.Pattern[str], words: str) -> int:
    """Where the last of its kind is named; -1 where none is."""
    return max((one.start() for one in pattern.finditer(words)), default=-1)
