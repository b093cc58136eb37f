"""Kinds of dispute that words only remind of, heard by patterns and by what was learnt alike."""

from __future__ import annotations

import re

from bot.nlu.message import ParentMessage

_NOT_DECIDED_YET = re.compile(
    r"^(?!.*\b(?:refus|said no|turned|reject|declin))"
    r".*\b(?:nothing(?:'s| has| is)? (?:been |yet )*decided|(?:not|n't) (?:been )?decided (?:yet"
    r"|anything)"
    r"|no decision yet|ready for (?:the|a) no|(?:never|not|n't) (?:even |yet |ever )*"
    r"(?:applied|asked for (?:one|a plan|an assessment)))\b",
    re.DOTALL,
)
# "He needs a 1:1 and they said no": help is refused, and nothing is said of an assessment.
_HELP_REFUSED = re.compile(
    r"^(?!.*\b(?:as+ess?\w*|ehc\w*|echp|plans?|statement|diagnos\w+|panel"
    r"|request\w*|appl\w+|check\w*|look(?:ed|ing)? (?:at|into))\b)"
    r".*\b(?:1 ?(?:[:-]|to) ?1|one[ -]to[ -]one|ta|salt|ot|physio\w*|(?:speech|occupational)"
    r" therap\w+|therapists?|hours|tuition|tutors?|mentors?|teaching assistant)\b",
    re.DOTALL,
)
_RULED_OUT = {
    "refuse_assess": re.compile(f"{_NOT_DECIDED_YET.pattern}|{_HELP_REFUSED.pattern}", re.DOTALL),
    "refuse_plan": _NOT_DECIDED_YET,
    "in_custody": re.compile(
        r"\b(?:shar(?:e|es|ed|ing)|joint|full|sole|half|split|50[ /]50|legal|equal|primary|main|"
        r"got|have|has|had|having|won|lost|gave|given|awarded|granted|get|getting|wants?|fight\w*"
        r"|battl\w+|court|appl\w+|dad'?s|mum'?s) (?:(?:over|for|the|his|her|my|their|us|me|him"
        r"|a|full"
        r"|joint|sole|shared|legal|about) )*custody\b(?! (?:sergeant|suite|sentence))"
        r"|\bcustody (?:of|with|between|battle|order|case|hearing|agreement|arrangements?|dispute"
        r"|rights?|weekends?|is (?:shared|joint|split|equal|50))\b"
        r"|\b(?:mum|mam|mom|dad|mother|father|parents?|step ?(?:dad|mum)|brother|sister|uncle"
        r"|partner|husband|wife|ex)(?:'?s)? (?:(?:is|was|are|been|being|got|has|went|now|currently"
        r"|still|both|back|away|in|on|to|at|a|put|sent) )*(?:custody|prison|jail|remand(?:ed)?|hmp"
        r"|detained|locked up|inside)\b"
    ),
    "agreement_broken": re.compile(
        r"(?s)^(?!.*\b(?:agreements?|agreed)\b).*\bdisagreement resolution\b"
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
