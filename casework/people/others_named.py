"""Names of people who are neither the child nor the writer, by what is said of them.

"Tracey is coming to support me", "the phone is Joanne's", "the 4th is my boy Rowan", and "his name
is Alan Price" where an officer was spoken of last: whoever hears a name there must not call the
child so.
"""

from __future__ import annotations

import re
from dataclasses import replace

from casework.message import Entity
from casework.people.kin import JOB

_WORD = r"[^\W\d_][\w'-]*"
_HIS_NAME = re.compile(
    r"\b(?:(?:his|her|their) (?:real |full |first |actual |right )?name(?:'s| is| was|:| =)?|"
    r"(?:he|she|they)(?:'?s| is| are|'re) (?:called|named)) "
    rf"(?P<name>{_WORD})",
    re.IGNORECASE,
)
_OWN_CHILD = re.compile(
    r"\b(?:my|our) (?:\w+ ){0,2}?(?<!'s )(?:child|kid|son|daughter|boy|girl|lad|grandson|"
    r"granddaughter|grandchild)\b(?!')",
    re.IGNORECASE,
)
OF_A_PLACE = (
    rf"(?:{JOB}|lady|woman|man|guy|bloke|gentleman|person|ep|chair(?:man|woman|person)?|"
    r"head(?:mistress|master)|dr|consultant|paediatrician|manager|mediator|friend|mate|neighbour|cousin)"
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


_NAME = rf"(?P<name>{_WORD}(?: {_WORD})?)"
_CHILD = r"(?:child|kid|son|daughter|boy|girl|lad|lass|twin|brother|sister)"
_COMES_ALONG = re.compile(
    rf"\b{_NAME}(?:'s| is| will be| will|'ll|s)? (?:also |only |just )?"
    r"(?:coming|come|comes|going to come|joining|attending|supporting|helping)"
    r"(?: along| too| as well)*(?= (?:with|to (?:support|help|sit|be with|speak|hold))\b"
    r"| (?:me|us)\b(?! (?:home|back))|\W*$| as (?:my|our|a|support)\b)",
    re.IGNORECASE,
)
_OWNS_THE_PHONE = re.compile(
    r"\b(?:phone|mobile|number|landline|e-?mail(?: address)?) (?:is|was|belongs to) (?:actually )?"
    rf"{_NAME}",
    re.IGNORECASE,
)
_IS_TO_BE_REACHED = re.compile(
    rf"\b{_NAME}(?:'s| is| will be| would be) (?:the |my |our )?(?:best |main |right |only )?"
    r"(?:one|person|contact|lady|woman|man)? ?(?:to|you (?:can|should|need to|must)|who) "
    r"(?:contact|ring|call|phone|text|speak|talk|email|ask|deals?|do|sorts?)\b",
    re.IGNORECASE,
)
_HAS_TO_AGREE = re.compile(
    rf"\b{_NAME} (?:should|must|has to|have to|needs to|need to|ought to) (?:really )?"
    r"(?:be (?:the one|asked|rung|called|told)|say (?:yes|so|it)|agree|sign|consent|"
    r"give (?:you )?(?:permission|consent)|decide)\b",
    re.IGNORECASE,
)
_OF_ANOTHER_CHILD = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)(?: (?:of )?[a-z]+)?|(?:the )?other(?: one)?|that one|that date)"
    rf"(?: is|'?s| was) (?:for |about )?(?:my|our|his|her) (?:other |older |younger "
    rf")?{_CHILD}(?:'?s)?,? {_NAME}",
    re.IGNORECASE,
)
_IS_A_PARENT = re.compile(
    rf"\b(?<!my )(?:mum|mam|mom|mother|dad|father|parent)(?:'s| is|:) {_NAME}", re.IGNORECASE
)
_DENIED = re.compile(r"\b(?:not|isn'?t|ain'?t|nor)(?: (?:my|called|a|an|the))? $", re.IGNORECASE)


def comes_along(words: str, name: str) -> bool:
    """True where it is said that this person comes with the writer."""
    return _is_said(_COMES_ALONG, words, name)


def is_a_parent(words: str, name: str) -> bool:
    """True for the Paul of "Kelly, dad is Paul", who is no child."""
    return _is_said(_IS_A_PARENT, words, name)


def is_a_bystander(words: str, name: str, start: int, *, is_sure: bool) -> bool:
    """True for another child's name, for one that is denied and for one with another part.

    `start`: where the name stands in the words. Who owns the phone or has to agree may be the
    child, so that only a doubtful reading is let go there.
    """
    if _DENIED.search(words[:start]) or _is_said(_OF_ANOTHER_CHILD, words, name):
        return True
    if _is_said(_IS_TO_BE_REACHED, words, name):
        return True
    is_of_another = _is_said(_OWNS_THE_PHONE, words, name) or _is_said(_HAS_TO_AGREE, words, name)
    return is_of_another and not is_sure


def _is_said(pattern: re.Pattern[str], words: str, name: str) -> bool:
    first = name.casefold().split()[0].removesuffix("'s")
    said = [part for found in pattern.finditer(words) for part in found["name"].casefold().split()]
    return first in said or f"{first}s" in said or f"{first}'s" in said
