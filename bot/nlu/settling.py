"""Settles facts of one message with one another: corrections, and more than one child."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.nlu.facts import Fact, overlaps
from bot.nlu.message import ParentMessage

_CORRECTS = re.compile(
    r"[\s,.;-]*(?:[\w']+\s+){0,3}?(?:sorry|oops|whoops|i mean|i meant|no wait|wait|correction"
    r"|actually"
    r"|not that|scrap that|scratch that|my mistake|typo|or was it|no,? definitely|i tell a lie"
    r"|tell a lie|hang on|make that|my bad|i should say|that'?s (?:my|the|an) (?:old"
    r"|wrong)(?: one)?"
    r"|(?:my|the) (?:old|wrong) (?:one|number))\b[\s,.;:-]*(?:\S+\s+){0,4}"
)
# "my sons plan" is one son's: the plural counts with a number, or where a verb shows it.
_SEVERAL = re.compile(
    r"\b(?:both|two|2|three|3|four|4)\s+(?:(?:of|my|our|the|autistic|disabled|young)\s+){0,2}"
    r"(?:kids|children|sons|daughters|boys|girls|lads)\b(?! (?:school|home|services|act))"
    r"|\b(?:my|our)\s+(?:kids|children|twins|triplets)\b"
    r"|\b(?:my|our)\s+(?:sons|daughters|boys|girls|lads)\s+(?:are|were|have|both|need)\b"
    r"|\b(?:son|daughter|boy|girl)\s+and\s+(?:my\s+|our\s+)?(?:other\s+)?"
    r"(?:son|daughter|boy|girl)\b"
)
_OF_THESE_ONE = re.compile(
    r"\b(?:one of|(?:eld|young|old)est|middle (?:of|one)|for one|the one|only \w+'s)\b"
)
_REPLACEABLE = (
    "age",
    "date",
    "date_of_birth",
    "person_name",
    "council",
    "phone",
    "email",
    "postcode",
)


def drop_corrected(message: ParentMessage, facts: Sequence[Fact]) -> list[Fact]:
    """Leave out what the parent takes back in the same message: "Leeds, sorry, Bradford"."""
    dropped: set[Fact] = set()
    inherited: dict[Fact, str] = {}
    for first in facts:
        if first.entity not in _REPLACEABLE:
            continue
        for second in facts:
            is_same = second.entity == first.entity and second.value != first.value
            between = message.plain[first.end : second.start]
            if is_same and second.start > first.end and _CORRECTS.fullmatch(between):
                dropped.add(first)
                if first.role is not None and second.role is None:
                    inherited[second] = first.role
    kept = [fact for fact in facts if fact not in dropped]
    return [replace(fact, role=inherited.get(fact, fact.role)) for fact in kept]


def keep_first_child(message: ParentMessage, facts: Sequence[Fact]) -> list[Fact]:
    """Keep the first child's name and age where there are several, and say that there are.

    A referral is for one child; facts of two children must never be mixed.
    """
    names = _children(facts, "person_name")
    ages = _children(facts, "age") + _children(facts, "date_of_birth")
    several_names = len(names) > 1 and not any(
        str(a.value).split()[0] == str(b.value).split()[0] for a, b in pairwise(names)
    )
    said = _SEVERAL.search(message.asserted)
    several_ages = len({fact.value for fact in ages if fact.entity == "age"}) > 1
    is_one = _OF_THESE_ONE.search(message.plain) is not None
    tells_of_them = said is not None and not is_one and bool(names or ages)
    if not (several_names or several_ages or tells_of_them):
        return list(facts)
    own = _age_beside(message, names, sorted(ages, key=lambda fact: fact.start))
    others = [fact for fact in [*names[1:], *ages] if fact is not own]
    kept = [fact for fact in facts if not any(fact is other for other in others)]
    if own is not None:
        is_clear = bool(names) and (len(names) > 1 or len(ages) == 1)
        kept = [replace(fact, sure=is_clear or fact.sure) if fact is own else fact for fact in kept]
    start, end = said.span() if said else (0, len(message.plain))
    return [*kept, Fact("several_children", "yes", start, end)]


def _children(facts: Sequence[Fact], entity: str) -> list[Fact]:
    found = [fact for fact in facts if fact.entity == entity and fact.role == "child"]
    return sorted(found, key=lambda fact: fact.start)


def _age_beside(message: ParentMessage, names: Sequence[Fact], ages: Sequence[Fact]) -> Fact | None:
    """Return the age that belongs to the first name: before the next name, else the first age."""
    if len(names) > 1:
        first = re.escape(str(names[0].value).split()[0].lower())
        for age in ages:
            if re.search(
                rf"\b{first}\b[\s,(]*(?:is |who is |aged? )?$", message.plain[: age.start]
            ):
                return age
        near = [age for age in ages if age.start < names[1].start]
        return near[0] if near else None
    return ages[0] if ages else None


def drop_overlapping(facts: Sequence[Fact], entity: str, takers: Sequence[Fact]) -> list[Fact]:
    """Leave out facts of an entity where words were read as something surer."""
    taken = [(fact.start, fact.end) for fact in takers]
    return [f for f in facts if f.entity != entity or not overlaps(f.start, f.end, taken)]
