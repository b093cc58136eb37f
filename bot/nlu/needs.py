"""What a parent needs to take part, and how they would like to meet.

The wordings are in `access_wording.yml`. What the child needs at school is no access need: it is
left to the dispute.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.nlu.facts import Fact
from bot.nlu.meetings import settle_meetings
from bot.nlu.message import ParentMessage
from bot.nlu.wording import Wording, read_wording

# "Can I have large print?" asks for it, and "fine if there's parking" makes it a condition of
# coming; "do you have a hearing loop?" only asks.
_REQUEST = re.compile(
    r"\b(?:can|could|may) (?:i|we|you|u) (?:please )?(?:have|get|do it|do the|do this|meet"
    r"|stop|pause)\b"
    r"|\b(?:phone|telephone|online|zoom|teams|video) (?:mediation|meeting|call) "
    r"(?:possible|poss|an option|available)\b"
    r"|\b(?:can|could|would) (?:you|u|it|this|there|we|the meeting|the room"
    r"|the (?:papers|paperwork|documents|forms|letters)) (?:please )?"
    r"(?:send|give|provide|put|arrange|be|make|use)\b"
    r"|\b(?:love|like|prefer|great|good|better|best|nice|ideal|easier|helpful)(?: it)? if (?:it"
    r"|we|you|the meeting|there)\b"
    r"|\bif (?:we|i|it'?s|it is|you|the meeting)\b[^.;!?]{0,40}?\b(?:must|has to|have to|needs? to"
    r"|would need to|should) (?:be|have)\b"
    r"|\b(?:if|so long as|as long as|provided|providing) (?:that )?(?:there's|there is|there are"
    r"|you have"
    r"|you've got|it has|it's)\b"
)


# "a ramp and parking, and breaks": each part of a list is read by itself.
_BETWEEN_ITEMS = re.compile(r"\s*(?:,|&|\+|\band\b|\bplus\b|\bso\b|\balso\b|\bwith\b|\bthen\b)\s*")
_AROUND_AN_ITEM = re.compile(
    r"^(?:(?:but|no|sorry|oh|(?:i )?forgot(?:ten)?|say|put|mention|add|about"
    r"|yes|yeah|yep|ok|just|maybe|i|we|would|'d|i'd|need|needs|want|like|have|some|a|an|the"
    r"|few"
    r"|to|please|help|lots of|regular)\s+)+|\s+(?:please|thanks|thank you|too|as well|if possible"
    r"|needed|ideally)+$"
)
# "And parking, forgot to put that": more of what was just told.
_ADDS = re.compile(
    r"\W*(?:(?:oh|ah|sorry|wait|yes|yeah|er|erm|um)[\s,]+)*(?:and|also|plus|&|\+|(?:i )?forgot)\b"
    r"|.*\bforgot(?:ten)? (?:to (?:say|put|mention|add|tell)\b|about\b)"
)


def read_needs(message: ParentMessage, wording: Wording) -> list[Fact]:
    """Find access needs (`none` where they say they have none) and the form of meeting wanted."""
    facts = read_wording(_clauses(message), message.bare, wording)
    facts += _read_items(message, wording, facts)
    facts += _read_form_alone(message, wording)
    facts = settle_meetings(message, facts)
    wanted = [fact for fact in facts if fact.entity == "access_need" and fact.value != "none"]
    if wanted:
        return [fact for fact in facts if (fact.entity, fact.value) != ("access_need", "none")]
    return facts


def _read_items(message: ParentMessage, wording: Wording, facts: list[Fact]) -> Iterator[Fact]:
    """Read the short items of a list in which one need was found, or of one that adds to another.

    So is a message of items only.
    """
    for start, end in message.sentences:
        items = [
            words for words in _BETWEEN_ITEMS.split(message.plain[start:end].strip(" .!")) if words
        ]
        named = [fact for words in items for fact in _item(words, start, end, wording)]
        found_here = any(
            start <= fact.start < end and fact.entity == "access_need" for fact in facts
        )
        adds = _ADDS.match(message.plain, start, end) is not None
        if found_here or adds or len(named) == len(items) or len(named) > 1:
            yield from (fact for fact in named if fact.entity == "access_need")


def _read_form_alone(message: ParentMessage, wording: Wording) -> Iterator[Fact]:
    """Read a sentence that is nothing but a way to meet: "… moral support. Online. Lambeth."."""
    for start, end in message.sentences:
        words = message.asserted[start:end].strip(" .!")
        for pattern, fact in wording.whole:
            if fact.value in ("online", "in_person") and pattern.fullmatch(words):
                yield Fact(fact.entity, fact.value, start, end)


def _item(words: str, start: int, end: int, wording: Wording) -> list[Fact]:
    bare = _AROUND_AN_ITEM.sub("", words)
    return [
        Fact(fact.entity, fact.value, start, end)
        for pattern, fact in wording.whole
        if pattern.fullmatch(bare) and fact.value != "none"
    ][:1]


def _clauses(message: ParentMessage) -> list[tuple[int, str]]:
    clauses = [
        (start, message.plain[start:end], message.asserted[start:end])
        for start, end in message.clauses
    ]
    return [
        (start, words if _REQUEST.search(words) else stated)
        for start, words, stated in clauses
        if stated.strip() or _REQUEST.search(words)
    ]
