"""How a parent would like to meet, where they also say how not: "not online, not phone"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.nlu.facts import Fact
from bot.nlu.message import ParentMessage

_FORMS = {
    "online": re.compile(
        r"\b(?:online|zoom|(?<!the )teams|skype|google meet|video(?: calls?)?|virtual(?:ly)?"
        r"|on (?:a|the|some) screen|(?<=on )(?:one of )?(?:them|those|these) screens|screens?)\b"
    ),
    "phone": re.compile(
        r"\b(?:(?:over|on|by|via)\s+(?:the\s+)?(?:phone|telephone)|phone (?:meeting|call|mediation)"
        r"|telephone(?: (?:meeting|call|mediation))?|(?<=not )phone|(?<=or )phone"
        r"|(?<=no )phone meeting|phone(?=\s+(?:is|'s|calls? (?:is|are))?\s*(?:no good|not"
        r"|doesn'?t|won'?t|isn'?t))"
        r"|(?<=prefer )phone|(?<=like )phone|(?<=want )phone|phone(?=,? (?:not|rather than"
        r"|instead)\b))\b"
    ),
    "in_person": re.compile(
        r"\b(?:in[ -]person|face[ -](?:to|2)[ -]face|f2f|(?:proper|actual|real|same) room"
        r"|round (?:a"
        r"|the) table|(?:sit|sat|be|meet|talk|get)[^.,;!?]{0,25} in (?:a|one) room"
        r"|in a room(?= please| pls|\s*(?:[.!,]|$))|in the flesh|(?<=meet )proper(?:ly)?(?=,)"
        r"|same room|sat? across (?:a|the) table)\b"
    ),
}
_REFUSED_BEFORE = re.compile(
    r"\b(?:not|no|nor|don'?t|do not|can'?t|cannot|can not|won'?t|hate|loathe|dread|detest"
    r"|instead of"
    r"|(?:rather |sooner |better |other )?than|never|(?:can'?t|cannot) (?:abide|stand|bear"
    r"|deal with|cope with|do with)"
    r"|sick of|useless (?:at|on|with)"
    r"|struggle (?:with|on)|scared of|anything but|avoid|(?:not|n't)[^,.;!?]{0,25}\bor)\s+"
    r"(?:(?:these|those|all|this|do|like|trust|fancy|feel|want|use|cope|manage|be|it|get|on|one"
    r"|of|them|some|another|with"
    r"|using|over|by|via|the|a|any|to|go"
    r"|really|have"
    r"|meet|meeting|want it|meetings?)\s+){0,4}$"
)
_REFUSED_AFTER = re.compile(
    r"\s+(?:(?:is|are|meetings?|calls?)\s+)*(?:no good|not (?:for|ok|good|possible|great)"
    r"|doesn'?t work"
    r"|don'?t work|won'?t work|isn'?t|is out\b)"
)


def settle_meetings(message: ParentMessage, facts: Sequence[Fact]) -> list[Fact]:
    """Leave out the forms of meeting refused; where one form is left, or named besides, take it."""
    if any((fact.entity, fact.value) == ("meeting", "no_preference") for fact in facts):
        return [f for f in facts if f.entity != "meeting" or f.value == "no_preference"]
    mentions = [
        (form, found.start(), _is_refused(message.asserted, found))
        for form, pattern in _FORMS.items()
        for found in pattern.finditer(message.asserted)
    ]
    refused = {form for form, _, is_refused in mentions if is_refused}
    named = {form: start for form, start, is_refused in mentions if not is_refused}
    if not refused:
        return list(facts)
    kept = [fact for fact in facts if fact.entity != "meeting" or fact.value not in refused]
    if any(fact.entity == "meeting" for fact in kept):
        return kept
    wanted = [form for form in named if form not in refused]
    left = [form for form in _FORMS if form not in refused]
    if len(wanted) == 1:
        kept.append(Fact("meeting", wanted[0], named[wanted[0]], named[wanted[0]] + 1))
    elif len(left) == 1:
        start = mentions[0][1]
        kept.append(Fact("meeting", left[0], start, start + 1, sure=False))
    return kept


def _is_refused(stated: str, found: re.Match[str]) -> bool:
    before = stated[max(0, found.start() - 50) : found.start()]
    return (
        _REFUSED_BEFORE.search(before) is not None
        or _REFUSED_AFTER.match(stated, found.end()) is not None
    )
