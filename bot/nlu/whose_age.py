"""Whose a number of years is: a sister's, a classmate's, the level a child works at, and which of
several children's ages is meant ("two boys, 5 and 8, it's the older one").
"""

from __future__ import annotations

import re

from bot.nlu.facts import Fact
from bot.nlu.message import ParentMessage
from bot.nlu.numbers import NUMBER_PATTERN, read_number

_OLD = r"[\s-]*(?:years?|yrs?|yr|y)[\s-]*(?:old|o)\b"
_SIBLING = r"(?:(?:step|half)[ -]?)?(?:sister|brother|sibling|cousin|twin|friend|mate|classmate)"
_OF_ANOTHER = re.compile(
    r"(?<!it's )(?<!its )(?<!about )(?<!for )\b(?:two|three|four|[234]|an?|his|her|their"
    r"|my other|(?<!my )(?:big|little|older|younger)) (?:sisters?(?![^.,;!?]*\band he\b)"
    r"|brothers?(?![^.,;!?]*\band she\b)|siblings?|cousins?)\b"
    r"(?: is called [\w'’-]+)?[^.,;!?\d]{0,25}$"
)
# "Hodan, 15, she is the sister": told of another child after all.
OF_ANOTHER_AFTER = re.compile(
    r"[\s,)]*(?:years?|yrs?)?(?: old)?[\s,)]*(?:(?:she|he|who)(?:'s| is)|shes|hes) "
    r"(?:the|his|her|my other|their) (?:\w+ )?(?:sister|brother|cousin)\b"
)
_WITH_THEM = re.compile(
    r"\b(?:attack\w*|hit(?:s|ting)?|hurts?|hurting|bit(?:es?|ten|ing)?|kick\w*|punch\w*|push\w*"
    r"|another|shar\w+ [^.,;!?\d]{1,20}with|(?:put|sits?|sat|plays?|playing|class|group|taxi|bus"
    r"|room|table|unit|friends) (?:in )?with|bullied by|(?:like|than))\s+(?:an?\s+|the\s+)?$"
    r"|\b(?:boy|girl|lad|child|kid|pupil) (?:in|at|from) (?:his|her|their)\b[^.,;!?\d]{1,25}$"
)
_HAS_BESIDES = re.compile(
    r"\b(?:i|we)(?:'ve)? (?:also|already)(?: have| got| look after)* [^.,;!?\d]{1,20}$"
    r"|\b(?:have|got|'ve) another [^.,;!?\d]{0,20}$"
)
_HAS_ONE = re.compile(r"\b(?:have|got|'ve) an? [^.,;!?\d]{0,20}$")
_BESIDES_AFTER = re.compile(
    rf"(?:{_OLD})?[^.,;!?\d]{{0,20}}\b(?:too|as well|at home(?: too| as well))\s*(?:$|[.,;!?])"
)
_A_SIBLING_AFTER = re.compile(rf"{_OLD} (?:[\w-]+ )?{_SIBLING}\b(?!['’]s)")
_WHO_HELPS_AFTER = re.compile(
    rf"{_OLD} (?:[\w-]+ )?(?:sister|brother|cousin|son|daughter|niece|nephew|boy|girl|lad)\b"
    r"(?: (?:is|who|who's|has been|and (?:he|she)(?:'s| is)))* (?:help\w*|translat\w*|interpret\w*"
    r"|typ(?:es?|ing)|writ(?:es?|ing) (?:this|for me)|fine(?=\s*(?:$|[.,;!?]|it'?s)))\b"
)
_MY = re.compile(r"\b(?:my|our)\s+$")
_SEVERAL_AFTER = re.compile(r"[\s-]*(?:years?|yrs?|yr)[\s-]*olds\b")
_ONES_OWN = re.compile(r"\b(?:twins?|triplets|two|both|my|our|have|got|of)\s+$")

_ELDEST, _YOUNGEST = r"(?:eldest|oldest|older)", r"(?:youngest|younger|middle|little)"
_ABOUT = r"\b(?:this is|this one'?s|it'?s|about|for) (?:about |for )?(?:my|our|the)"
# Told of, and about whom it is: "my eldest is 18 and had a plan, this is my youngest".
_MEANS_ANOTHER = tuple(
    (re.compile(rf"\b{told}\b[^.;!?\d]{{0,15}}$"), re.compile(rf"{_ABOUT} {meant}\b"))
    for told, meant in ((_ELDEST, _YOUNGEST), (_YOUNGEST, _ELDEST))
)
_SON, _DAUGHTER = r"(?:son|boy|lad)", r"(?:daughter|girl|lass)"
_BESIDE_ANOTHER = tuple(
    (re.compile(rf"{_OLD} (?:[\w-]+ )?{told}\b"), re.compile(rf"\b(?:my|our) {other}\b"))
    for told, other in ((_SON, _DAUGHTER), (_DAUGHTER, _SON))
)

_LIKE = r"(?:like|as if|as though|that of)"
_LEVEL_BEFORE = re.compile(
    r"\b(?:levels?|size|(?<!i )(?<!we )mind|mentality|mental|understanding|comprehension"
    r"|abilit(?:y|ies)|skills|speech|language|vocabulary|maturity|development|developmental"
    r"|equivalent|function(?:s|ing|ed)?|acts?|acting|behav\w+|spelling|presents?|thinks?"
    r"|(?:reads?|reading|writes?|writing|works?|working|talks?|speaks?)"
    rf"(?= (?:age|level|at|{_LIKE})\b)"
    rf"|comes across|{_LIKE})(?:\s+(?:age|level|is|as|of|at|than|about|around|only|still|more|just"
    rf"|a|an|{_LIKE}(?: (?:he|she)(?:'?s| is| was| were)?)?))+\s*$"
)
_IN_MIND = re.compile(
    r"\b(?:mentally|emotionally|developmentally|academically|cognitively|socially),? "
    r"(?:(?:he|she)(?:'?s| is) )?(?:(?:only|about|around|more|still|at|like|an?) )*$"
)
_LEVEL_AFTER = re.compile(
    r"[\s-]*(?:years?|yrs?|yr)[\s-]*olds?(?:'?s)? (?:reading |mental |developmental )?"
    r"(?:levels?|standard|abilit(?:y|ies)|mentality|brain|mind|understanding|vocabulary)\b"
)


def is_anothers(plain: str, start: int, end: int) -> bool:
    """Say whether the number at start..end is the age of another child than the one it is about."""
    before = plain[max(0, start - 70) : start]
    if _OF_ANOTHER.search(before) or OF_ANOTHER_AFTER.match(plain, end):
        return True
    if _WITH_THEM.search(before) or _HAS_BESIDES.search(before):
        return True
    if _HAS_ONE.search(before) and _BESIDES_AFTER.match(plain, end):
        return True
    if _SEVERAL_AFTER.match(plain, end) and not _ONES_OWN.search(before):
        return True
    if any(told.search(before) and meant.search(plain) for told, meant in _MEANS_ANOTHER):
        return True
    is_sibling = _A_SIBLING_AFTER.match(plain, end) and not _MY.search(before)
    return bool(is_sibling or _WHO_HELPS_AFTER.match(plain, end))


def may_be_anothers(plain: str, end: int) -> bool:
    """Say whether it has to be asked whose age it is: a daughter's, where "my son" is told of."""
    return any(told.match(plain, end) and other.search(plain) for told, other in _BESIDE_ANOTHER)


def is_a_level(plain: str, start: int, end: int) -> bool:
    """Say whether the number is the age that a child is like: "works at a 4 year old level"."""
    before = plain[max(0, start - 60) : start]
    is_before = _LEVEL_BEFORE.search(before) or _IN_MIND.search(before)
    return bool(is_before or _LEVEL_AFTER.match(plain, end))


_OLDEST = 26
_UNIT = r"(?:\s*(?:yrs?|years?|yo|y)(?: old)?)?\)?"
_AND = r"(?:\s*(?:,|&|\+|\band\b|\bn\b))+\s*\(?(?:aged? )?"
_AGES = re.compile(
    r"\b(?:kids|children|boys|girls|sons|daughters|lads|lasses|bairns|brothers|sisters|twins|of "
    r"them|(?:mum|mam|dad|mother|father|nan|parent)(?: of|[ -]to)? (?:two|three|four|five|[2-5])"
    r"|(?:got|have|'ve) (?:two|three|four|five|[2-5]))\b(?:[\s,:(-]+(?:here|at home|they'?re|they "
    r"are|who are|are|aged?|ages|of|is)\b)*[\s,:(-]+"
    rf"(?P<n1>{NUMBER_PATTERN}){_UNIT}{_AND}(?P<n2>{NUMBER_PATTERN}){_UNIT}"
    rf"(?:{_AND}(?P<n3>{NUMBER_PATTERN}){_UNIT})?"
    r"(?!\s*(?:,|and|&)\s*\d)(?!\s*(?:weeks|months|st|nd|rd|th|%)\b)"
)
_MEANT = re.compile(
    r"(?<!not )\b(?:(?:it'?s|it is|this is|this one'?s|(?:i'?m|i am|we'?re)(?: \w+)?|help|asking"
    r"|writing|on|all|just|only|here|is|need|worried|plan|ehcp|concerns|regards"
    r"|regarding)\s+)(?:(?:all |only |just )?(?:about|for|with|over|re|to do with|concerning) "
    r")?(?:the|my|our|me|t'|da)\s?(?P<which>old(?:er|est)|eld(?:er|est)|bigg?(?:er|est)?|young(?:er"
    r"|est)|little|littlest|small(?:er|est)|middle|last|first)(?:'s)?(?: (?:one|un|'un|child|boy"
    r"|girl|lad|lass|son|daughter|kid|of (?:the|them|these)))?\b"
)
_OLDER = ("old", "eld", "big", "first")


def read_age_meant(message: ParentMessage) -> Fact | None:
    """The age of the child it is about, where the ages of all are told in a row."""
    told = _AGES.search(message.plain)
    if told is None:
        return None
    meant = {found["which"] for found in _MEANT.finditer(message.plain)}
    if len(meant) != 1:
        return None
    (which,) = meant
    groups = [name for name in ("n1", "n2", "n3") if told[name]]
    ages = {name: read_number(told[name]) for name in groups}
    in_order = sorted((age, name) for name, age in ages.items() if age is not None)
    if len(in_order) != len(groups) or in_order[0][0] == in_order[-1][0]:
        return None
    if which == "middle":
        at = 1 if len(in_order) == len(("n1", "n2", "n3")) else None
    else:
        at = -1 if which.startswith(_OLDER) else 0
    if at is None or in_order[at][0] > _OLDEST:
        return None
    age, name = in_order[at]
    return Fact("age", age, *told.span(name), "child")
