"""Who asks whether we are still there, wants a moment, leaves for now, or is back."""

from __future__ import annotations

import re
from typing import Literal

from casework.words import reads_as_yes

ComingOrGoing = Literal["here", "wait", "stop", "carry_on"]

_BESIDE = (
    r"(?:sorry|hmm+|well|ok|okay|thanks?|thank you|cheers|right|hi+|hello+|hey+|oh|um|er|"
    r"just|please|pls|"
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
    rf"{_UNIT}|brb|let me(?: just)? (?:see|check|look|think|have a look|read)"
    r"(?: (?:it|this|that|at (?:it|this|that)|(?:it )?through|first|for a (?:bit|min\w*|sec\w*)))*|"
    r"(?:i(?:'ll| will) |will )?be right back|"
    rf"(?:i(?:'ll| will) )?(?:be )?back in (?:{_AMOUNT}|half an)(?: (?:{_UNIT}|hours?))?"
)
_MAY_I = r"(?:(?:can|could|may) (?:i|we)|(?:i|we)(?:'?d| would) (?:like|want) to|let (?:me|us))"
_NEEDS_TO = r"(?:(?:i|we)(?:'?ll| will)?(?:'?ve| have)? ?)?(?:need to|have to|want to|got to|gotta)"
_THINKS = (
    rf"(?:{_MAY_I}|{_NEEDS_TO}|(?:i|we)(?:'?ll| will)) (?:just )?"
    r"(?:(?:have a )?think(?: (?:about|on|over) (?:it|this|that))?|sleep on it|"
    r"(?:talk|speak|chat) (?:to|with) {0}|ask {0}|check with {0}|talk it over(?: with {0})?)"
    r"(?: (?:first|about (?:it|this|that)|for a bit|before (?:that|i \w+)))*"
).replace(
    "{0}",
    r"(?:(?:my |his |her |their |the )?(?:husband|hubby|wife|partner|fella|mum|mam|mom|dad|"
    r"family|son|daughter|other half|ex|solicitor|school|senco)|him|her|them)",
)
_LATER = r"(?:later(?: on)?|soon|tomorrow|tonight|in a (?:bit|while)|another (?:time|day))"
_ERRANDS = (
    r"(?:go|going|dash|run|shoot|nip|pop|pick|collect|fetch|get|put|feed|leave|out|off|up|down|"
    r"and|to|the|my|him|her|them|from|for|kids?|children|baby|son|daughter|school|nursery|shops?|"
    r"work|tea|dinner|bed|run|in|now|home|here|are|is)"
)
_CALLS = (
    r"(?:the |my )?(?:kids|baby|son|daughter|boys|girls)(?:'?s| is| are)? "
    r"(?:home|here|up|awake|crying|back)"
)
_LEAVES = (
    rf"(?:i(?:'ll| will) |will )?(?:be |come |get |pop )?back(?: to (?:this|it|you))? {_LATER}|"
    r"(?:i(?:'ll| will) |will )(?:come|get) back to (?:this|it|you)|"
    rf"(?:{_CALLS}\W+(?:so |and )?)?"
    r"(?:i(?:'?ve| have)? |sorry )?(?:got to|gotta) "
    rf"(?:go|dash|run|shoot|nip|pop|leave|pick|collect|fetch)(?: {_ERRANDS})*|"
    rf"(?:i |sorry )?(?:have to|need to) (?:go|dash|run|leave)(?:\W+{_CALLS})?|"
    r"(?:my |the )?(?:phone|battery|tablet|laptop)(?:'?s| is)? (?:dying|low|running out|"
    r"(?:(?:about|going) to |gonna |nearly |almost )+(?:die|dead|flat|run out))"
    r"(?: (?:of|on) (?:battery|charge))?"
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
_THINKS_FIRST = re.compile(rf"{_LEAD}(?:{_THINKS}){_END}", re.IGNORECASE)
_DECIDE = frozenset({"consent", "share_with_council", "route_wanted", "summary"})
"""Questions that somebody may want to think about, or ask their family about, first."""
_LONGEST_OK = 2
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
    if pending in _DECIDE and _THINKS_FIRST.match(text):
        return "wait"
    if pending not in _OF_TIMES and _TURN_AWAY.match(text):
        return "wait" if _SOON.search(text) else "stop"
    return None


def on_return(text: str, control: str | None) -> str | None:
    """The control once they had left: "hi", or "ok" to our goodbye, answers and sends nothing."""
    is_short = len(text.split()) <= _LONGEST_OK and "send" not in text.lower()
    is_bare = control is None and is_short and reads_as_yes(text)
    return "carry_on" if control == "greet" or is_bare else control
