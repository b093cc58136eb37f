"""Settles the names that rules read with those that the tagger hears.

What only the tagger hears is kept to be confirmed, and so stays what a rule is not sure of; a
rule's name that the tagger is sure is somebody else's is asked about or dropped.
The bars are from `python -m bot.nlu.build_name_tagger --held-out` and from looked-at messages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.nlu import name_cues as cues
from bot.nlu import others_names as others
from bot.nlu.facts import Fact, Span, overlaps
from bot.nlu.message import ParentMessage
from bot.nlu.name_tagger import HeardName

_ROLES = {"own": "self", "child": "child"}
_KEPT = 0.5
"""Keeps a name that no rule read. Held-out lessons are wrong too often for any to be sure."""
_NOT_THEIRS = 0.85
"""Takes away a rule's unsure name, and doubts its sure one."""
_SOMEBODY_ELSES = 0.97
"""Gives a rule's unsure name to the other of child and writer."""
_AGREED = 0.8
"""Makes a rule's unsure name sure: 17 of 17 on fresh messages, where one alone is often wrong."""
_MOST_WORDS = 4
_NAMED = "person_name"
_SAID_OF_ONE = re.compile(
    r"\b(?:(?:his|her|their) (?:\w+ )?name(?:'?s| is)?"
    r"|(?:he|she)(?:'?s| is) (?:called|named))[\s:]+$"
)
_ANOTHERS = re.compile(
    r"\b(?:sister|brother|friend|mate|neighbour|teacher|worker|caseworker|officer|husband|wife"
    r"|partner|uncle|aunt|auntie|cousin|advocate|solicitor|(?:respite )?carer)"
    r"(?:'?s name)?(?:\s+(?:is|called|named))?[\s,:(]+$"
)
_PARENT_OF_A_CASE = re.compile(
    r"\b(?:mum|mam|mother|dad|father|parents?)\s*\((?:\w+\.?\s+)?$"
    r"|\b(?:supporting|support|for|with|helping|from|by)\s+(?:mum|mam|mother|dad|father)\s+$"
)
_PARENT_TOLD_OF = re.compile(
    r"\b(?:the|his|her|their) (?:mum|mam|mother|dad|father|parents?|family)"
    r"(?:'?s)?(?:\s+(?:is|called|named|name))*[\s,(:]+$"
)
_OF_AN_ADDRESS = re.compile(r"[\w.+'-]*@")
_OWN_PLAN = re.compile(r"\bmy own (?:plan|ehcp?)\b|\bmy (?:plan|ehcp?) (?:is|was|has)\b")
_OWN_KIN = re.compile(r"\b(?:i'?m|i am|am|i,|my little|my baby|my younger|our)\b[^.!?]{0,25}$")


_NO_DOUBT = re.compile(
    rf"{cues.PARENT_OF_NAME.pattern}|\s*\((?:him|her|(?:my |our )?{cues.CHILD_WORD})\b"
)

_WORKED_WITH = re.compile(rf"{others.WORKS_WITH.pattern}$")
_NAME_OF_OWN_CHILD = re.compile(
    rf"\b(?:my|our) (?:\w+ )?{cues.CHILD_WORD}'?s (?:first |full )?name(?:'?s| is)[\s:]+$"
)


def settle_names(
    message: ParentMessage,
    people: Sequence[Fact],
    heard: Sequence[HeardName],
    blocked: Sequence[Span],
) -> list[Fact]:
    """Return the people of a message; `blocked` are places that stand by themselves."""
    settled = [fact for one in people if (fact := _settle(message, one, heard)) is not None]
    taken = [(fact.start, fact.end) for fact in people]
    for whose, role in _ROLES.items():
        if any(fact.entity == _NAMED and fact.role == role and fact.sure for fact in settled):
            continue
        free = [
            name
            for name in heard
            if name.whose == whose
            and name.likelihood >= _KEPT
            and not overlaps(name.start, name.end, taken)
            and not _names_something_else(message, name, blocked)
            and _OF_AN_ADDRESS.match(message.text, name.end) is None
            and not _is_said_of_another(message, name)
        ]
        if free and not any(fact.role == role for fact in settled):
            best = max(free, key=lambda name: name.likelihood)
            settled.append(_fact_of(message, best, role))
    return sorted(settled, key=lambda fact: fact.start)


def _settle(message: ParentMessage, fact: Fact, heard: Sequence[HeardName]) -> Fact | None:
    if fact.entity != _NAMED or fact.role not in _ROLES.values():
        return fact
    # "I am Winston Ache's dad": the words leave no doubt whose name it is.
    if fact.role == "child" and fact.sure and _leaves_no_doubt(message.plain, fact):
        return fact
    if fact.role == "child" and _WORKED_WITH.search(message.plain, 0, fact.start):
        return fact
    same = next(
        (one for one in heard if overlaps(one.start, one.end, [(fact.start, fact.end)])), None
    )
    if same is None:
        return fact
    role = _ROLES.get(same.whose)
    if role == fact.role:
        return replace(fact, sure=fact.sure or same.likelihood >= _AGREED)
    if same.likelihood < _NOT_THEIRS:
        return fact
    # "Zoe, 24, my own plan": a young person who writes is both child and writer.
    if role == "self" and fact.sure and _OWN_PLAN.search(message.plain):
        return replace(fact, role=role)
    if role is not None and not fact.sure:
        return replace(fact, role=role) if same.likelihood >= _SOMEBODY_ELSES else fact
    # A sure rule's name is asked about; where its owner's name was heard elsewhere, it is dropped.
    is_named_elsewhere = any(
        _ROLES.get(one.whose) == fact.role and one.likelihood >= _NOT_THEIRS for one in heard
    )
    return replace(fact, sure=False) if fact.sure and not is_named_elsewhere else None


def _leaves_no_doubt(plain: str, fact: Fact) -> bool:
    return (
        _NO_DOUBT.match(plain, fact.end) is not None
        or _NAME_OF_OWN_CHILD.search(plain, 0, fact.start) is not None
    )


def _names_something_else(message: ParentMessage, name: HeardName, blocked: Sequence[Span]) -> bool:
    text = message.text[name.start : name.end]
    return (
        any(place == (name.start, name.end) for place in blocked)
        or cues.NAME_OF_A_PLACE.search(text) is not None
        or text.count(" ") >= _MOST_WORDS
        or len(text) < 2
    )


def _is_said_of_another(message: ParentMessage, name: HeardName) -> bool:
    """Say whether the words around a name give it to another adult: "my aunt? she's called"."""
    before = message.plain[max(0, name.start - 80) : name.start]
    is_told_of = others.TOLD_OF_ANOTHER.match(message.plain, name.end) is not None
    if _PARENT_OF_A_CASE.search(before) or (name.whose == "own" and is_told_of):
        return True
    if _PARENT_TOLD_OF.search(before) and _OWN_KIN.search(before) is None:
        return True
    said = _SAID_OF_ONE.search(before)
    if said and (others.ADULT_TOLD_OF.search(before) or name.whose == "own"):
        return True
    if others.ANOTHER_CALLED.search(before) or (
        said and others.ANOTHER_NAMED.search(before, 0, said.start())
    ):
        return True
    return _ANOTHERS.search(before) is not None and _OWN_KIN.search(before) is None


def _fact_of(message: ParentMessage, name: HeardName, role: str) -> Fact:
    typed = message.text[name.start : name.end]
    is_typed = not typed.islower() and not (typed.isupper() and len(typed) > 3)
    value = typed if is_typed else re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), typed)
    return Fact(_NAMED, value, name.start, name.end, role, sure=False)
