"""Kinds of dispute that words only remind of, heard by patterns and by what was learnt alike."""

from __future__ import annotations

import re

from bot.nlu.message import ParentMessage

_NOT_DECIDED_YET = re.compile(
    r"(?s)^(?!.*\b(?:refus|said no|turned|reject|declin))"
    r".*\b(?:nothing(?:'s| has| is)? (?:been |yet )*decided|(?:not|n't) (?:been )?decided (?:yet"
    r"|anything)"
    r"|no decision yet|ready for (?:the|a) no|(?:never|not|n't) (?:even |yet |ever )*"
    r"(?:applied|asked for (?:one|a plan|an assessment)))\b"
)
_RULED_OUT = {
    "refuse_assess": _NOT_DECIDED_YET,
    "refuse_plan": _NOT_DECIDED_YET,
    "in_custody": re.compile(
        r"\b(?:mum|mam|mom|dad|mother|father|parents?|step ?(?:dad|mum)|brother|sister|uncle"
        r"|partner|husband|wife|ex)(?:'?s)? (?:(?:is|was|are|been|being|got|has|went|now|currently"
        r"|still|both|back|away|in|on|to|at|a|put|sent) )*(?:custody|prison|jail|remand(?:ed)?|hmp"
        r"|detained|locked up|inside)\b"
    ),
    "looked_after": re.compile(r"\bspecial guardian"),
    "section_b": re.compile(r"\b(?:my needs (?:bit|part)|access needs)\b(?!.*\bplan\b)"),
    "complaint_school_council": re.compile(
        r"^\W*(?:i|we)?(?:'?ve| have)?(?: already| just)? ?(?:sent|made|put)(?: in)?(?: them)?"
        r" a complaint(?: in| already)?\W*$"
    ),
}
"""Words that remind of a kind and tell of another: a parent in prison, a guardian's order."""


def ruled_out_by_words(message: ParentMessage) -> frozenset[str]:
    """The kinds that the message only reminds of."""
    return frozenset(kind for kind, words in _RULED_OUT.items() if words.search(message.plain))
