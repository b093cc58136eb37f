"""Who asks whether we are still there, wants a moment, leaves for now, or is back."""

from __future__ import annotations

import re
from typing import Literal

ComingOrGoing = Literal["here", "wait", "stop", "carry_on"]

_BESIDE = (
    r"(?:sorry|ok|okay|thanks?|thank you|cheers|right|hi+|hello+|hey+|oh|um|er|just|please|pls|"
    r"(?:sorry )?(?:about|for) (?:that|the (?:wait|delay)))"
)
_LEAD = rf"^\W*(?:{_BESIDE}\W+)*"
_END = rf"(?:\W+(?:now|again|then|please|pls|x+|bye|{_BESIDE}))*\W*$"
_ARE_YOU_THERE = re.compile(
    rf"{_LEAD}(?:(?:are |r )?(?:you|u|ya) (?:still )?(?:there|here)|"
    r"(?:is )?(?:any|some)(?:one|body) (?:still )?(?:there|here)|(?:hi+|hello+|hey+)(?: \?|\?))"
    rf"{_END}",
    re.IGNORECASE,
)
_AMOUNT = r"(?:an?|one|two|a couple of|a few|five|ten|\d{1,2})"
_UNIT = r"(?:min(?:ute)?s?|mo(?:ment)?s?|sec(?:ond)?s?|ticks?)"
_FETCHES = (
    r"(?:(?:while i|i'?m|i|i'?ll|let me|just|need to|have to|got to|gotta|to) ?)+"
    r"(?:get|find|fetch|look|grab|sort|answer)(?:ting|ing)?\b[^?\d]{0,40}"
)
_CALLED_AWAY = (
    r"(?:there'?s )?(?:some(?:one|body)|the (?:door|phone|baby|kids?|dog|kettle|postman))\b"
    r"[^?\d]{0,30}"
)
_WAITS = (
    r"(?:(?:can|could) you )?(?:hang on|hold on|bear with(?: me)?|wait)"
    rf"(?: (?:for )?{_AMOUNT} {_UNIT})?|"
    rf"(?:(?:give|gimme) ?(?:me)?|i(?: just)? need|need|can i have|just)? ?{_AMOUNT} (?:more )?"
    rf"{_UNIT}|brb|(?:i(?:'ll| will) |will )?be right back|"
    rf"(?:i(?:'ll| will) )?(?:be )?back in (?:{_AMOUNT}|half an)(?: (?:{_UNIT}|hours?))?"
)
_LATER = r"(?:later(?: on)?|soon|tomorrow|tonight|in a (?:bit|while)|another (?:time|day))"
_ERRANDS = (
    r"(?:go|going|dash|run|shoot|nip|pop|pick|collect|fetch|get|put|feed|leave|out|off|up|down|"
    r"and|to|the|my|him|her|them|from|for|kids?|children|baby|son|daughter|school|nursery|shops?|"
    r"work|tea|dinner|bed|run|in|now)"
)
_LEAVES = (
    rf"(?:i(?:'ll| will) |will )?(?:be |come |get |pop )?back(?: to (?:this|it|you))? {_LATER}|"
    r"(?:i(?:'ll| will) |will )(?:come|get) back to (?:this|it|you)|"
    r"(?:i |sorry )?(?:have to|need to) (?:go|dash|run|leave)|"
    r"(?:i(?:'?ve| have)? |sorry )?(?:got to|gotta) "
    rf"(?:go|dash|run|shoot|nip|pop|leave|pick|collect|fetch)(?: {_ERRANDS})*"
)
_TURN_AWAY = re.compile(
    rf"{_LEAD}(?P<said>{_LEAVES}|{_WAITS})"
    rf"(?:\W+(?:and |so |but |i(?:'ll| will) )?(?:{_LEAVES}|{_WAITS}|{_FETCHES}|{_CALLED_AWAY}))?"
    rf"{_END}",
    re.IGNORECASE,
)
_SOON = re.compile(rf"\b(?:{_WAITS})\b", re.IGNORECASE)
_IS_BACK = re.compile(
    rf"{_LEAD}(?:i'?m|i am|we'?re|we are) back{_END}",
    re.IGNORECASE,
)
_OF_TIMES = frozenset({"best_time"})
"""Questions that "back in 2 hours" may answer."""


def read_coming_or_going(text: str, pending: str | None) -> ComingOrGoing | None:
    """What such a message asks of us; None for any other, and for one that tells anything.

    >>> read_coming_or_going("hang on, the baby is crying", "name")
    'wait'
    >>> read_coming_or_going("got to pick up the kids, back later", "name")
    'stop'
    """
    if _ARE_YOU_THERE.match(text) and (pending is not None or "there" in text.lower()):
        return "here"
    if _IS_BACK.match(text):
        return "carry_on"
    if pending not in _OF_TIMES and _TURN_AWAY.match(text):
        return "wait" if _SOON.search(text) else "stop"
    return None
