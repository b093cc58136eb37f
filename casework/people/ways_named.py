"""Which ways to reach them the words name: refused ("no calls please"), or only listed.

"We had no calls" refuses none. Listed are "calls and email", and a number and an address.
"""

from __future__ import annotations

import re

from casework.message import Message
from casework.people.at_a_time import NOT_AT_A_TIME, OF_SOME_CALLERS
from casework.people.reached_with_care import is_of_another

_WHOLLY = (
    r"(?: (?:at all|what ?so ?ever|ever|(?:at|in|on|under) any (?:time|point|way|form|account|"
    r"circumstances?)|on (?:my|our|this|that) (?:own )?(?:mobile|mob|phone|number|no|line)"
    r"(?![^.;!?]*\b(?:land ?line|house phone|home (?:phone|number)|other (?:phone|number|one))\b)|"
    r"in(?= case )))*+"
)
"""What leaves a refusal whole, where any other "at", "in" and "on" limits it to a time or place."""
_REFUSED = re.compile(
    r"(?<!\w)(?:do ?n[o']?t|dont|do not|never|not|nor|no|without)"
    r"(?: (?:please|pls|any|(?:want|like) (?:you|u|ya|anyone|people)|by|on|via|to|a|be|ever|want|"
    r"like|do|use|take|answer|get|send|leave|"
    r"leaving|me|the|more))* (?P<ways>(?:(?:(?:phone|voice|te?xt) ?calls?+|te?xt messag(?:e|ing)|"
    r"voice ?(?:mail|message)|ring|call|phone|te?xt|sms|e-?mail|"
    r"message)(?:s|ing)?+(?: me| us)?+(?: (?:or|nor) |/)?)++)\b"
    rf"{_WHOLLY}"
    r"(?! (?:yes|yep|yeah|fine|ok|okay)\b)"
    r"(?! (?:numbers?|address\w*|speak|speech|language|talk|signal|credit|contract|bills?|"
    r"reception|charger|repl\w+|respon\w+|it|the|them|him|her|my|you|u|council|school|myself|from|"
    r"about|back|yet|since|returned|it a|after|before|until|till|between|when|while|if|"
    r"unless|during|at|on|in)\b"
    rf"| {OF_SOME_CALLERS}\b)"
    r"|\b(?:can'?t|cannot|can not) (?P<unable>te?xt|ring|call) (?:it|this|that|me|on)\b",
    re.IGNORECASE,
)
_REFUSED_BY_OTHERS = re.compile(
    r"\b(?:they|school|council|he|she|nobody|no ?one|who|la|lea|people|teachers?|send?co|hospital|"
    r"gp|officers?|(?:case|social|key|support) ?workers?|ep|psychologist|team|manager|head|tutor|"
    r"doctor|nurse|therapist|solicitor|lady|woman|man)"
    r"(?: \w+)?[ )]*$|\b(?:if|why|whether|or)\W*$|"
    r"(?:(?<!rather )(?<!to )\b(?:have|has|had|having|get|gets|getting|got|been|given|received|"
    r"there'?s|there (?:is|are|was|were))|'ve)\W*$",
    re.IGNORECASE,
)
"""Nor is what somebody lacks: "we had no calls", "I have no email"."""
_NEVER_ANSWERS = re.compile(r"never (?:ever )?answer", re.IGNORECASE)
_NEVER_DOES = re.compile(
    r"never (?:ever )?(?:rings|calls|phones|te?xts|e-?mails|messages)\b", re.IGNORECASE
)
_DOES_SO = re.compile(
    r"(?<!\w)(?!(?:i|we|me|us|please|pls|but|and|so|just|only|or|ok|okay|fine|then|best|better|"
    r"prefer|te?xts?|e-?mails?|post|letters?)\W*$)[^\W\d_][\w']* $",
    re.IGNORECASE,
)
"""Whoever "never rings" does or does not do so: nobody is told "never rings"."""
_I = re.compile(r"\b(?:i|i'?ll|i'?d|we)(?: \w+)?\W*$", re.IGNORECASE)
_IS_ONE = re.compile(r"\b(?:i'?m|i am|as) an? (?:\w+ ){0,2}$", re.IGNORECASE)
"""Before a no: "I'm a nurse don't ring" tells of the writer."""
_TEXT_MESSAGES = re.compile(r"te?xt messag\w+", re.IGNORECASE)
_OF_WAY = {
    "call": re.compile(r"\b(?:ring|call|phone)", re.IGNORECASE),
    "text": re.compile(r"\b(?:te?xt|sms)", re.IGNORECASE),
    "email": re.compile(r"\be-?mail", re.IGNORECASE),
    "voicemail": re.compile(r"\b(?:message|voice|answer ?(?:phone|machine))", re.IGNORECASE),
}
TAKES_REFUSAL_BACK = re.compile(
    r"\b(?:never|did ?n[o']?t|did not) (?:say|said|ask(?:ed)? for|mean|meant)[^.;,!?]{0,12}"
    r"\bno (?:to )?(?:phone ?)?(?:calls?|te?xts?|e-?mails?|ring\w*|messages?)\b|"
    r"\b(?:take|leave|get) (?:out )?(?:the )?(?:bit|part|thing|no) (?:about|to) (?:no )?"
    r"(?:calls?|te?xts?|e-?mails?|ring\w*|messages?)(?: (?:out|off|away))?\b",
    re.IGNORECASE,
)
"""What was taken for a refusal was none: "I never said no calls"."""
_ONLY_WAYS = re.compile(
    r"\W*(?:(?:just|by|via|only|either|yes|to|use) )*(?:(?:ring(?:ing)?|(?:phone )?calls?|phone|"
    r"te?xts?|"
    r"e-?mails?|voice ?mails?)(?: (?:is|are) (?:fine|ok|okay|good|best))?"
    r"(?:\W+(?:(?:and|or|plus|n) )?|\W*$))+(?:please|pls|thanks|only)?\W*",
    re.IGNORECASE,
)
_BOTH_ARE_FINE = re.compile(
    r"\b(?:both|either|all)(?: (?:is|are|of them|of those|will be))* (?:fine|ok|okay|safe|good|"
    r"work)\b",
    re.IGNORECASE,
)
_TAKEN_FROM_ALL = re.compile(
    r"\b(?:not|no|n'?t|dont|never|except|but|only|apart|neither|unless|when|if|nor)\b|n't\b",
    re.IGNORECASE,
)
_NUMBER_AND_ADDRESS_ONLY = re.compile(
    r"(?:[\W\d_]|\b(?:and|or|my|is|its|the|e|mail|email|phone|number|mobile|mob|tel|address|at|on|"
    r"plus|also|here|are|both|thanks|thank|you)\b)+",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\S+@\S+")


def ways_in(text: str) -> set[str]:
    """The ways whose names are in the words."""
    return {way for way, named in _OF_WAY.items() if named.search(text)}


def ways_refused(text: str) -> set[str]:
    """The ways that the words refuse outright, whatever was heard: "please not call me, text"."""
    refused: set[str] = set()
    if TAKES_REFUSAL_BACK.search(text):
        return refused
    at_times = [one.span() for one in NOT_AT_A_TIME.finditer(text)]
    for found in _REFUSED.finditer(text):
        if any(start <= found.start() < end for start, end in at_times):
            continue
        is_asked = text[found.end() : found.end() + 1] == "?"
        is_reported = is_done_by_others(text, found.start())
        if is_reported or is_asked or is_of_another(text, *found.span()):
            continue
        words = _TEXT_MESSAGES.sub("text", found["ways"] or found["unable"])
        refused |= ways_in(words)
    return refused


def is_done_by_others(text: str, start: int) -> bool:
    """True where the no that begins there tells what others never do: "the officer never rings"."""
    before = text[:start]
    if _IS_ONE.search(before):
        return False
    never_answers = _NEVER_ANSWERS.match(text, start) and not _I.search(before)
    never_does = _NEVER_DOES.match(text, start) and _DOES_SO.search(before)
    return bool(_REFUSED_BY_OTHERS.search(before) or never_answers or never_does)


def gives_both_only(message: Message) -> bool:
    """True for a number and an address with nothing said of either: "0770… and lena@…"."""
    if message.first("phone") is None or message.first("email") is None:
        return False
    return _NUMBER_AND_ADDRESS_ONLY.fullmatch(_ADDRESS.sub(" ", message.plain)) is not None


def ways_listed(message: Message) -> set[str]:
    """The ways of "calls and email", said alone, and of a number and an address, "both fine"."""
    if _ONLY_WAYS.fullmatch(message.plain):
        return ways_in(message.plain)
    if _BOTH_ARE_FINE.search(message.plain) is None or _TAKEN_FROM_ALL.search(message.plain):
        return set()
    named = ways_in(message.plain)
    has_both = message.first("phone") is not None and message.first("email") is not None
    return {"call", "email"} if has_both else named if len(named) > 1 else set()
