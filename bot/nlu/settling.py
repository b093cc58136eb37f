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
_HAPPENED = re.compile(
    r"\b(?:open(?:ed)?|rang|called|phoned|emailed|spoke|came|arrived|received|read|saw|met|"
    r"meeting|review|applied|asked)\b"
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
_IS_THE_ONE = re.compile(r"(?:['’]s| is) (?:the|my) one\b")
_IT_IS = re.compile(
    r"\b(?:it'?s|this is|this concerns|it concerns|concerning|concerns|regarding|re|only"
    r"|only (?:appealing|asking|going|fighting|here|applying)|just"
    r"|i'?m (?:asking|writing|here|on|messaging|worried))\s+"
    r"(?:about\s+|for\s+|regarding\s+)?"
    r"(?:(?:her|his|their|my|our) (?:\w+ )?(?:brother|sister|twin),? |(?:my |our "
    r"|the )?(?:young|eld|old|middle|young|other)(?:er|est)?\s*(?:one|son|daughter|boy|girl"
    r"|lad|child)?,?\s+)?$"
)
_IS_MEANT = re.compile(
    r"(?:\s*\(\d+\)|\s+(?:who|that)(?:'s| is)? \w+)?(?:\s+(?:that|who))?\s+(?:(?:i"
    r"|we) (?:need|want|would like)"
    r" (?:help|support|advice|mediation) (?:with|for)|(?:i'?m|i am|we'?re|we are) on about"
    r"|(?:i'?m|i am|we'?re|we are) "
    r"(?:asking|writing|talking|worried|here|messaging|concerned|contacting you) (?:about|for))\b"
)
_PARTS = re.compile(r"[.;!?\n]|\b(?:and|but|brother|sister)\b")
_NEAR = 30  # characters between a name and the age told of it
_NICKNAME = re.compile(
    r"\b(?:call (?:him|her|them)|called|calls (?:himself|herself)|known as|goes by|short for|aka"
    r"|nicknamed|answers to|prefers)\s+$"
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
            is_same = is_same and not _is_another_day(first, second, between)
            if is_same and second.start > first.end and _CORRECTS.fullmatch(between):
                dropped.add(first)
                if first.role is not None and second.role is None:
                    inherited[second] = first.role
    kept = [fact for fact in facts if fact not in dropped]
    return [replace(fact, role=inherited.get(fact, fact.role)) for fact in kept]


def _is_another_day(first: Fact, second: Fact, between: str) -> bool:
    """Say whether two dates are of two things: "letter 3 Oct, sorry, cert is 12 Nov"."""
    if first.entity != "date":
        return False
    are_of_two_papers = None not in (first.role, second.role) and first.role != second.role
    return are_of_two_papers or _HAPPENED.search(between) is not None


def keep_first_child(message: ParentMessage, facts: Sequence[Fact]) -> list[Fact]:
    """Keep the first child's name and age where there are several, and say that there are.

    A referral is for one child; facts of two children must never be mixed.
    """
    names = _without_nicknames(message, _children(facts, "person_name"))
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
    chosen = [name for name in names if _is_the_one(message, name)]
    names = [*chosen, *(name for name in names if name not in chosen)]
    ages.sort(key=lambda fact: fact.start)
    is_only_age = (
        bool(chosen)
        and len(ages) == 1
        and not any(_stands_before(message, name, ages[0]) for name in names[1:])
    )
    own = ages[0] if is_only_age else _age_beside(message, names, ages, is_chosen=bool(chosen))
    is_open = several_names and not chosen
    others = [fact for fact in [*names[1:], *ages] if fact is not own]
    kept = [fact for fact in facts if not any(fact is other for other in others)]
    if is_open:
        kept = [replace(fact, sure=False) if fact is names[0] else fact for fact in kept]
    if own is not None:
        is_clear = bool(names) and (len(names) > 1 or len(ages) == 1)
        kept = [replace(fact, sure=is_clear or fact.sure) if fact is own else fact for fact in kept]
    start, end = said.span() if said else (0, len(message.plain))
    return [*kept, Fact("several_children", "yes", start, end)]


def _is_the_one(message: ParentMessage, name: Fact) -> bool:
    return (
        _IS_THE_ONE.match(message.plain, name.end) is not None
        or _IS_MEANT.match(message.plain, name.end) is not None
        or _IT_IS.search(message.plain[: name.start]) is not None
    )


def _without_nicknames(message: ParentMessage, names: list[Fact]) -> list[Fact]:
    """Leave out what one child is called besides: "Mohammed but we call him Mo"."""
    others = [name for name in names[1:] if not _NICKNAME.search(message.plain[: name.start])]
    return [*names[:1], *others]


def _children(facts: Sequence[Fact], entity: str) -> list[Fact]:
    found = [fact for fact in facts if fact.entity == entity and fact.role == "child"]
    return sorted(found, key=lambda fact: fact.start)


def _stands_before(message: ParentMessage, name: Fact, age: Fact) -> bool:
    """Say whether an age is told of the name right before it: "Amber (17)"."""
    between = message.plain[name.end : age.start]
    return (
        name.end <= age.start
        and re.fullmatch(r"[\s,(]*(?:is |who's |aged? )?", between) is not None
    )


def _age_beside(
    message: ParentMessage, names: Sequence[Fact], ages: Sequence[Fact], *, is_chosen: bool
) -> Fact | None:
    """Return the age that belongs to the first name: before the next name, else the first age."""
    if len(names) > 1:
        first = re.escape(str(names[0].value).split()[0].lower())
        for age in ages:
            if re.search(
                rf"\b{first}\b[\s,(]*(?:is |who is |who'?s |aged? )?$", message.plain[: age.start]
            ):
                return age
        if is_chosen and any(_stands_before(message, names[1], age) for age in ages):
            return None
        near = [age for age in ages if age.start < names[1].start]
        return near[0] if near else None
    if names and len(ages) > 1:
        for age in ages:
            between = message.plain[names[0].end : age.start]
            if names[0].end <= age.start and len(between) < _NEAR and not _PARTS.search(between):
                return age
    return ages[0] if ages else None


def drop_overlapping(facts: Sequence[Fact], entity: str, takers: Sequence[Fact]) -> list[Fact]:
    """Leave out facts of an entity where words were read as something surer."""
    taken = [(fact.start, fact.end) for fact in takers]
    return [f for f in facts if f.entity != entity or not overlaps(f.start, f.end, taken)]
