"""Parents who differ with each other: "her dad and I don't agree what school".

"His dad and I don't agree with the council" tells the opposite: there they are of one mind.
"""

from __future__ import annotations

import re
from dataclasses import replace

from casework.message import Entity, Message

KIND = "parents_disagree"
_OTHER = (
    r"(?:(?:his|her|their|my|the|our) )?(?:(?:other|birth|ex|step) ?-?)?"
    r"(?:dad|daddy|mum|mam|mom|mummy|father|mother|ex|husband|wife|partner|parent)"
)
_BOTH = rf"(?:{_OTHER} (?:and|n|&|\+) (?:i|me|myself)|(?:me|i|myself) (?:and|n|&|\+) {_OTHER})"
_DIFFER = (
    r"(?:(?:do|ca|could|wo|have|are) ?n'?t|do not|cannot|can not|never|will not|not|differ\w*)"
    r"(?: (?:really|even|always|seem to|been able to|be able to|ever))*"
)
_ON = (
    r"(?=\s*(?:$|[,.;!]|and\b|but\b|on\b|about\b|over\b|what\b|which\b|where\b|whether\b|if\b"
    r"|how\b|"
    r"(?:with )?(?:each other|one another)))"
)
_AT_ODDS = re.compile(
    rf"\b{_BOTH}[\s,]+(?:\w+ ){{0,3}}?(?:{_DIFFER} (?:agree\w*|see eye to eye)|disagree|differ|"
    rf"(?:are|r|is) (?:at odds|split|divided|at loggerheads)){_ON}|"
    rf"\b{_BOTH}[\s,]+(?:\w+ ){{0,3}}?want (?:\w+ )?different\b",
    re.IGNORECASE,
)

_OF_ONE_MIND = re.compile(
    rf"\b(?:{_BOTH}|(?:me|i|we|us) (?:and|n|&|\+) (?:the |his |her )?(?:school|senco|teacher)|"
    r"we both)[\s,]+(?:\w+ ){0,2}?"
    rf"(?:{_DIFFER} agree|disagree|agree|think) (?:with )?(?!(?:each|one another|what|which|if))"
    r"(?:(?:the|their|his|her|that) )*(?:council|la|plan|ehcp|decision|local authority"
    r"|school named)\b",
    re.IGNORECASE,
)


def parents_differ(text: str) -> bool:
    """True where it is the parents who do not agree with each other."""
    return _AT_ODDS.search(text) is not None


def with_parents_who_differ(message: Message) -> Message:
    """The message with what it tells of the parents, and without what they are of one mind in."""
    is_told = parents_differ(message.plain)
    if not is_told and _OF_ONE_MIND.search(message.plain) is None:
        return message
    others = tuple(one for one in message.entities if (one.name, one.value) != ("dispute", KIND))
    if not is_told:
        return replace(message, entities=others)
    return replace(message, entities=(*others, Entity("dispute", KIND)))
