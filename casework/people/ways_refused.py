"""Which ways to reach them the words refuse: "no calls please", and not "we had no calls"."""

from __future__ import annotations

import re

from casework.people.reached_with_care import is_of_another

_REFUSED = re.compile(
    r"(?<!\w)(?:do ?n[o']?t|dont|do not|never|not|nor|no|without)"
    r"(?: (?:please|pls|any|(?:want|like) (?:you|u|ya|anyone|people)|by|on|via|to|a|be|ever|want|"
    r"like|do|use|take|answer|get|send|leave|"
    r"leaving|me|the|more))* (?P<ways>(?:(?:(?:phone|voice|te?xt) ?calls?+|te?xt messag(?:e|ing)|"
    r"voice ?(?:mail|message)|ring|call|phone|te?xt|sms|e-?mail|"
    r"message)(?:s|ing)?+(?: me| us)?+(?: (?:or|nor) |/)?)++)\b"
    r"(?! (?:numbers?|address\w*|speak|speech|language|talk|signal|credit|contract|bills?|"
    r"reception|charger|repl\w+|respon\w+|it|the|them|him|her|my|you|u|council|school|myself|from|"
    r"about|back|yet|since|returned|it a|after|before|until|till|between|when|while|if|"
    r"unless|during|at|on|in)\b)"
    r"|\b(?:can'?t|cannot|can not) (?P<unable>te?xt|ring|call) (?:it|this|that|me|on)\b",
    re.IGNORECASE,
)
_REFUSED_BY_OTHERS = re.compile(
    r"\b(?:they|school|council|he|she|nobody|no ?one|who|la|people|teachers?|senco|hospital|gp)"
    r"(?: \w+)?\W*$|\b(?:if|why|whether|or)\W*$|"
    r"(?:(?<!rather )(?<!to )\b(?:have|has|had|having|get|gets|getting|got|been|given|received|"
    r"there'?s|there (?:is|are|was|were))|'ve)\W*$",
    re.IGNORECASE,
)
"""Nor is what somebody lacks: "we had no calls", "I have no email"."""
_NEVER_ANSWERS = re.compile(r"never (?:ever )?answer", re.IGNORECASE)
_I = re.compile(r"\b(?:i|i'?ll|i'?d|we)(?: \w+)?\W*$", re.IGNORECASE)
_TEXT_MESSAGES = re.compile(r"te?xt messag\w+", re.IGNORECASE)
OF_WAY = {
    "call": re.compile(r"\b(?:ring|call|phone)", re.IGNORECASE),
    "text": re.compile(r"\b(?:te?xt|sms)", re.IGNORECASE),
    "email": re.compile(r"\be-?mail", re.IGNORECASE),
    "voicemail": re.compile(r"\b(?:message|voice)", re.IGNORECASE),
}
TAKES_REFUSAL_BACK = re.compile(
    r"\b(?:never|did ?n[o']?t|did not) (?:say|said|ask(?:ed)? for|mean|meant)[^.;,!?]{0,12}"
    r"\bno (?:to )?(?:phone ?)?(?:calls?|te?xts?|e-?mails?|ring\w*|messages?)\b|"
    r"\b(?:take|leave|get) (?:out )?(?:the )?(?:bit|part|thing|no) (?:about|to) (?:no )?"
    r"(?:calls?|te?xts?|e-?mails?|ring\w*|messages?)(?: (?:out|off|away))?\b",
    re.IGNORECASE,
)
"""What was taken for a refusal was none: "I never said no calls"."""


def ways_refused(text: str) -> set[str]:
    """The ways that the words refuse outright, whatever was heard: "please not call me, text"."""
    refused: set[str] = set()
    if TAKES_REFUSAL_BACK.search(text):
        return refused
    for found in _REFUSED.finditer(text):
        before = text[: found.start()]
        is_reported = _REFUSED_BY_OTHERS.search(before) is not None
        is_reported |= _NEVER_ANSWERS.match(found[0]) is not None and not _I.search(before)
        is_asked = text[found.end() : found.end() + 1] == "?"
        if is_reported or is_asked or is_of_another(text, *found.span()):
            continue
        words = _TEXT_MESSAGES.sub("text", found["ways"] or found["unable"])
        refused |= {way for way, named in OF_WAY.items() if named.search(words)}
    return refused
