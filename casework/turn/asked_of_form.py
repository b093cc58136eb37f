"""Who asks of the form itself: what it holds so far, and how much of it is left."""

from __future__ import annotations

import re
from typing import Literal

AskedOfForm = Literal["so_far", "how_many_left"]

_WRITTEN = r"(?:put|said|told you|got|have|had|wrote|written|noted?(?: down)?|taken(?: down)?)"
_MY_ANSWERS = rf"(?:what (?:i|we|you)(?:'?ve| have)? {_WRITTEN}|my answers|it all|the form)"
_BACK = r"(?: back| to me| so far| already| all)*"
_SO_FAR = re.compile(
    r"^\W*(?:(?:ok|so|and|sorry|wait|hang on|please|just)\W+)*(?:"
    r"what (?:have|did|do) (?:you|u)(?: already)? (?:get|put|write|note|have|"
    rf"{_WRITTEN})(?: down)?(?: (?:so far|already|(?:for|on|about) (?:me|us|him|her)))*|"
    r"(?:(?:can|could|may) (?:i|we|you|u) |please |just |let me )*(?:see|check|read|show|tell)"
    rf"(?: me)?{_BACK} {_MY_ANSWERS}{_BACK}(?: before (?:it goes|(?:i|you|we) send(?: it)?))?|"
    r"(?:(?:can|could) (?:you|u) )?read (?:it|that|this)(?: all)? back(?: to me)?|"
    r"what did i (?:put|say|write|tell (?:you|u)|give (?:you|u))(?: (?:for|as|about) [^?]{1,30})?|"
    r"(?:did i (?:give|tell|send) (?:you|u)|(?:have|do) (?:you|u) (?:got|have)) (?:my|his|her|our) "
    r"[^?]{1,30})(?: please)?\W*$",
    re.IGNORECASE,
)
_LEFT = r"(?: (?:are |is )?(?:there|left|to go|to do|more|of (?:this|these|them)))"
_HOW_MANY_LEFT = re.compile(
    r"^\W*(?:(?:ok|so|and|sorry|oh|omg|god)\W+)*(?:"
    rf"how many (?:more |other )?(?:questions|qs){_LEFT}*|how many{_LEFT}+|"
    rf"how much (?:longer|more){_LEFT}*|(?:is|are) there (?:much|many|a lot)(?: more)?"
    rf"(?: questions)?{_LEFT}*|(?:there are |it'?s )?(?:too|so) many questions|"
    r"(?:(?:is (?:this|it|that)|are we|am i) )?(?:nearly|almost) (?:done|there|finished|over)|"
    r"(?:this|it)(?:'s| is) (?:too|so|very) long|how long is th(?:is|e) (?:form|chat|thing)|"
    r"do i (?:have|need) to answer (?:all|every)[^?.]{0,20})(?: please| now| then)?\W*$",
    re.IGNORECASE,
)


def read_asked_of_form(text: str) -> AskedOfForm | None:
    """What is asked of the form, or None.

    >>> read_asked_of_form("what have you got so far?")
    'so_far'
    >>> read_asked_of_form("are we nearly done")
    'how_many_left'
    """
    if _SO_FAR.match(text):
        return "so_far"
    return "how_many_left" if _HOW_MANY_LEFT.match(text) else None
