"""The one way in which somebody would like to be reached: "text on 07700…", "best by email"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.nlu.facts import Fact
from bot.nlu.message import ParentMessage
from bot.nlu.negation import NOT_VERB

_WAYS = {
    "text": r"(?:texts?|txts?|texting|text messages?|sms|whats ?app)(?:\s+me)?",
    "email": r"(?:e-?mails?|e-?mailing)(?:\s+me)?",
    "phone": r"(?:calls?|phone(?: calls?)?|phoning|ringing|ring|calling|telephone)(?:\s+me)?",
}
_NO = r"(?!(?:not|never|no|don'?t)\b)"
_BEST = (
    r"\s*(?:is|are|'s|would be|will be|works?|suits?)?\s+(?:the\s+|my\s+|by far\s+|much\s+|way\s+"
    r"|always\s+)*(?:best|better|easier|easiest|preferred|preferable|ideal|preference|safest)\b"
)
_LIKED = {
    way: re.compile(
        rf"\b{words}(?:\s+or\s+[\w ]{{2,12}}?)?{_BEST}"
        rf"|\b(?:whats ?app|messages?)\s+or\s+{words}{_BEST}"
        rf"|\b(?:prefer|preferred|rather|better|easier|easiest|best|like)\s+(?:{_NO}(?:if|you|u|it|to|be"
        rf"|being|get|have|by|via|with|on|an?|the|way|contact|contacted|me|is|through|method|of"
        rf"|use|using|[:=-])\s+){{0,5}}{words}\b(?!\s+(?:interpreter|meeting|mediation|address|number|from|about|line))"
        rf"|\b(?:contact|reach|get hold of|get in touch with|reply to|write to|message"
        rf"|communicate with|respond to)\s+(?:me|us|her|him|them)\s+(?:please\s+|only\s+|back\s+)*"
        rf"(?:by|via|on|through|using|with)\s+(?:my\s+|an?\s+|the\s+)?{words}\b"
        rf"|\b(?:so|please|pls)\s+(?:just\s+|only\s+|can you\s+)*(?:by\s+)?{words}"
        r"(?=\s*(?:[.,;!\n]|$|only|please|pls|instead))"
    )
    for way, words in _WAYS.items()
}
# Whoever gives a number to be rung says nothing of texts; to "text on" a number is a wish.
_GIVEN = {
    "text": re.compile(
        r"(?:^|[.,;!?\n]\s*|\bplease\s+|\bpls\s+)(?:text"
        r"|txt)\s+(?:me\s+)?(?:on|at)\b"
    ),
    "email": re.compile(
        r"(?:^|[.,;!?\n]\s*|\bplease\s+|\bpls\s+)e-?mail\s+(?:me\s+)?(?:on|at|to)\s+\S+@"
    ),
}
_REFUSED = re.compile(
    rf"\b(?:not|never|no|{NOT_VERB}|without|stop|hate|instead of|rather than)\s+"
    r"(?:\w+\s+){0,3}$"
)
_NOT_BE = re.compile(
    r"\b(?:rather|prefer|want|like)(?:s|ed)?\s+(?:you\s+)?(?:not|to not)\s+(?:to\s+)?"
    r"(?:be\s+(?:tele)?(?:phoned|called|rung)|(?:phone|call|ring|telephone)(?:\s+me)?)\b"
    rf"|\b(?:{NOT_VERB}|not)\s+(?:want|like|wish)\s+(?:to be\s+|being\s+|any\s+|you to\s+)*"
    r"(?:(?:tele)?phoned|called|rung|phone calls|calls|phone me|call me|ring me)\b"
    r"(?!\s+(?:at|before|after|in the|on|during|until|by my)\b)"
)


def read_preferred(message: ParentMessage, facts: Sequence[Fact]) -> Iterator[Fact]:
    """Find the way liked best where `facts` of contact tell none, and calls that are unwelcome."""
    stated = message.asserted
    unwelcome = _NOT_BE.search(stated)
    says_of_calls = any(fact.entity == "contact_ok" and fact.role == "call" for fact in facts)
    if unwelcome is not None and not says_of_calls:
        yield Fact("contact_ok", "no", *unwelcome.span(), role="call")
    if any(fact.entity == "contact_preferred" for fact in facts):
        return
    refused = {fact.role for fact in facts if fact.entity == "contact_ok" and fact.value == "no"}
    liked = {way: found for way in _LIKED if (found := _liked(stated, way)) is not None}
    liked = {
        way: found for way, found in liked.items() if {"phone": "call"}.get(way, way) not in refused
    }
    if len(liked) == 1:
        ((way, found),) = liked.items()
        yield Fact("contact_preferred", way, *found.span())


def _liked(stated: str, way: str) -> re.Match[str] | None:
    for pattern in (_LIKED[way], _GIVEN.get(way)):
        for found in pattern.finditer(stated) if pattern else ():
            if not _REFUSED.search(stated, max(0, found.start() - 30), found.start()):
                return found
    return None
