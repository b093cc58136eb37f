"""Parents who differ with each other: "her dad and I don't agree what school".

"His dad and I don't agree with the council" tells the opposite: there they are of one mind.
"""

from __future__ import annotations

import re

from casework.dispute.field_words import PARENT
from casework.dispute.kinds_heard import with_kinds, without_kinds
from casework.message import Message

KIND = "parents_disagree"
_OTHER = rf"(?:(?:(?:his|her|their|my|the|our) )?(?:(?:other|birth|ex|step) ?-?)?{PARENT})"
_BOTH = rf"(?:{_OTHER} (?:and|n|&|\+) (?:i|me|myself)|(?:me|i|myself) (?:and|n|&|\+) {_OTHER})"
_DIFFER = (
    r"(?:(?:do|ca|could|wo|have|are) ?n'?t|do not|cannot|can not|never|will not|not|differ\w*)"
    r"(?: (?:really|even|always|seem to|been able to|be able to|ever))*"
)
_ON = (
    r"(?=\s*(?:$|[,.;!]|and\b|but\b|on\b|about\b|over\b|what\b|which\b|where\b|whether\b|if\b|"
    r"how\b|(?:with )?(?:each other|one another)))"
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
    rf"(?:{_DIFFER} agree|disagree|agree|think) (?:with )?(?!(?:each|one another|what|which|"
    rf"if))(?:(?:the|their|his|her|that) )*(?:council|la|plan|ehcp|decision|local authority|"
    rf"school named)\b",
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
    others = without_kinds(message, {KIND})
    return with_kinds(others, KIND, is_sure=True) if is_told else others
