"""Which of several children's ages is meant: "Two boys, 5 and 8, it's the older one"."""

from __future__ import annotations

import re

from bot.nlu.facts import Fact
from bot.nlu.message import ParentMessage
from bot.nlu.numbers import NUMBER_PATTERN, read_number

_OLDEST = 26
_UNIT = r"(?:\s*(?:yrs?|years?|yo|y)(?: old)?)?\)?"
_AND = r"(?:\s*(?:,|&|\+|\band\b|\bn\b))+\s*\(?(?:aged? )?"
_AGES = re.compile(
    r"\b(?:kids|children|boys|girls|sons|daughters|lads|lasses|bairns|brothers|sisters|twins"
    r"|of them"
    r"|(?:mum|mam|dad|mother|father|nan|parent)(?: of|[ -]to)? (?:two|three|four|five|[2-5])"
    r"|(?:got|have|'ve) (?:two|three|four|five|[2-5]))\b"
    r"(?:[\s,:(-]+(?:here|at home|they'?re|they are|who are|are|aged?|ages|of|is)\b)*[\s,:(-]+"
    rf"(?P<n1>{NUMBER_PATTERN}){_UNIT}{_AND}(?P<n2>{NUMBER_PATTERN}){_UNIT}"
    rf"(?:{_AND}(?P<n3>{NUMBER_PATTERN}){_UNIT})?"
    r"(?!\s*(?:,|and|&)\s*\d)(?!\s*(?:weeks|months|st|nd|rd|th|%)\b)"
)
_MEANT = re.compile(
    r"(?<!not )\b(?:(?:it'?s|it is|this is|this one'?s|(?:i'?m|i am|we'?re)(?: \w+)?|help"
    r"|asking"
    r"|writing|on|all|just|only|here|is|need|worried|plan|ehcp|concerns|regards|regarding)\s+)"
    r"(?:(?:all |only |just )?(?:about|for|with|over|re|to do with|concerning) )?"
    r"(?:the|my|our|me|t'|da)\s?(?P<which>old(?:er|est)|eld(?:er|est)|bigg?(?:er|est)?|young(?:er"
    r"|est)|little|littlest|small(?:er|est)|middle|last|first)(?:'s)?"
    r"(?: (?:one|un|'un|child|boy|girl|lad|lass|son|daughter|kid|of (?:the|them|these)))?\b"
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
