"""How they would like to meet; what they rule out is never what is stored."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from casework.answers.reading import Answer, one
from casework.message import Message
from casework.referral.draft import Draft
from casework.words import reads_as_unsure

_WAYS = {
    "online": re.compile(r"\b(?:online|video\w*|zoom|teams|skype|facetime)\b", re.IGNORECASE),
    "in_person": re.compile(r"\b(?:in[- ]person|face\b|f2f)", re.IGNORECASE),
    "phone": re.compile(
        r"\b(?:tele)?phone|(?<!video )(?<!zoom )(?<!teams )\bcalls?\b", re.IGNORECASE
    ),
}
_RULES_OUT = re.compile(
    r"(?:\b(?:not|no|never|hate|without|rather not|instead of|rather than|"
    r"(?:any(?:thing| way|where)?|all|everything) (?:but|except|apart from|bar|other than)|"
    r"(?:do|ca)n[o']?t|cannot)|n't)"
    r"(?: (?:do|have|be|it|an?|the|on|by|over|want|like|use|using|in|manage|meet|being|any|really|"
    r"for))* $",
    re.IGNORECASE,
)
_CANNOT_COME = re.compile(
    r"\b(?:ca ?n[o']?t|cannot|unable to|not able to) (?:really )?(?:travel|drive|get (?:there|out)|"
    r"leave the house|come (?:in|there))\b",
    re.IGNORECASE,
)
_ASKED_FOR = re.compile(
    r"\b(?:can|could|may|would) (?:it|we|i|this|the meeting)(?: please| just| all)*"
    r" (?:be|meet|join|(?:do|have) (?:it|this|the meeting))"
    r"(?: (?:held|done|on|by|over|in|via|the|a))*"
    r" (?:online|zoom|teams|video|face|in[- ]person|(?:tele)?phone|call)\b|"
    r"\bon (?:the|a|our) (?:video|zoom|teams) ?(?:call|meeting)?\b|\bonline with\b",
    re.IGNORECASE,
)
_ANY_WAY = re.compile(
    r"\b(?:no preference|any|anything|either|don'?t mind|not (?:fussed|bothered|fussy))\b",
    re.IGNORECASE,
)


def read_meeting_format(message: Message, draft: Draft, today: date) -> Answer | None:
    """The one way that is wanted; of several, and of all but one, the words tell the team which."""
    text = message.plain
    if reads_as_unsure(text):
        return None
    wanted, ruled_out = _ways_in(text)
    heard = message.first("meeting")
    if heard is not None and heard.value not in ruled_out:
        wanted = wanted or {str(heard.value)}
    if len(wanted) == 1:
        is_sure = heard is None or heard.is_sure or heard.value not in wanted
        return one("meeting_format", wanted.pop(), is_sure)
    if wanted or ruled_out:
        return replace(one("meeting_format", "no_preference"), keeps=text)
    return one("meeting_format", "no_preference") if _ANY_WAY.search(text) else None


def way_asked_for(text: str) -> str | None:
    """The one way that is asked for or is sure to them: "can it be online", "on the video call"."""
    asked = _ASKED_FOR.search(text)
    wanted = _ways_in(text)[0] if asked else set()
    return wanted.pop() if len(wanted) == 1 else None


def is_ruled_out(way: str, text: str) -> bool:
    """True for the online of "anything but online"."""
    wanted, ruled_out = _ways_in(text)
    return way in ruled_out - wanted


def _ways_in(text: str) -> tuple[set[str], set[str]]:
    """The ways that are named, and those that are ruled out."""
    wanted: set[str] = set()
    ruled_out = {"in_person"} if _CANNOT_COME.search(text) else set()
    for way, words in _WAYS.items():
        for found in words.finditer(text):
            is_out = _RULES_OUT.search(text[: found.start()]) is not None
            (ruled_out if is_out else wanted).add(way)
    return wanted - ruled_out, ruled_out
