"""What a "no" to a way is said of: "under no circumstances ring me", "not the landline"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.nlu.facts import Fact, Span, overlaps
from bot.nlu.message import ParentMessage
from bot.nlu.negation import NOT_VERB

_NEW_THOUGHT = re.compile(
    r"[.,;:!?\n]|\b(?:but|and|so|then|just|only|please|pls|instead|because|cos|cuz|if|when)\b"
)
# "I can't hear text me", "dont ring my ex ring me", and what they do not mind.
_HARMLESS = re.compile(
    rf"\b(?:i|we|he|she|they)(?:'?m| am| are|'re| is|'s)? (?:not|never|ca(?:n'?t|nnot)|can not"
    rf"|{NOT_VERB}) (?!want|wish|think|like you|agree|allow|feel)\w+"
    rf"|\b(?:not|never|{NOT_VERB}) (?:ring|call|phone|text|e-?mail) (?!me\b|us\b)\w+(?: \w+)?"
    r"|(?:\bnot|n't) (?:\w+ )?(?:mind|matter|bother\w*|problem|issue|fuss\w*|only|worry|hesitate"
    r"|afraid|be shy)\b"
    r"|\b(?:no need to|need ?n'?t) (?:text|e-?mail|write|post|ask|wait|worry|book)\b"
    r"|\b(?:nobody|no ?one|no-one)(?: else)? (?:sees?|reads?|checks?|uses?|has|knows|looks|gets"
    r"|hears?|listens|answers)\b"
)
_DENIED = re.compile(
    rf"\b(?:not|never|nobody|no ?one|none|no (?:circumstances?|account|way|need|reason)|"
    rf"{NOT_VERB})\b"
)
_LINE = r"(?:land ?line|house(?: phone| number)?|home (?:phone|number)|work (?:phone|number))"
_NOT_THIS_LINE = re.compile(
    rf"\b(?:(?:{NOT_VERB}|do not|not|never|no to)(?: (?:ring|call|phone|use|on|the|my|our|by))*"
    rf" {_LINE}(?! (?:is|isn'?t) (?:not )?(?:safe|fine))|{_LINE},? (?:is |are )?(?:no|not ok(?:ay)?"
    r"|not safe|isn'?t safe|isn'?t ok(?:ay)?))\b"
)
_MOBILE = r"(?:my |the )?(?:mobile|mob|cell)(?: phone| number)?"
_MOBILE_INSTEAD = re.compile(
    rf"\b(?<!not )(?<!n't )(?:(?:ring|call|phone|use|try|only)(?: me)?(?: on)? {_MOBILE}\b"
    rf"|{_MOBILE},? (?:is |'?s )?(?:always |only )?(?:yes|fine|ok|okay|good|safe|best|instead"
    r"|please))\b"
)
# A mobile's number beside "not the landline" is to be rung, unless they ask for texts.
_MOBILE_NUMBER = re.compile(
    r"^(?!.*\b(?:te?xts?|at all|the house(?! phone))\b).*(?<!\d)(?:0|\+44 ?)7\d(?: ?\d){7}",
    re.DOTALL,
)


def settle_lines(message: ParentMessage, ways: Sequence[Fact]) -> list[Fact]:
    """Of two lines told apart only one is refused: "don't ring the landline, mobile is fine".

    The line that is not to be rung is kept in their words.
    """
    refused = _NOT_THIS_LINE.search(message.asserted)
    instead = _MOBILE_INSTEAD.search(message.asserted)
    if refused is None:
        return list(ways)
    if not (instead or _MOBILE_NUMBER.search(message.plain)):
        return [_doubt_line(way, refused) for way in ways]
    kept = [way for way in ways if not _is_of_line(way, refused.span())]
    if instead is not None:
        kept.append(Fact("contact_ok", "yes", *instead.span(), role="call"))
    return [*kept, Fact("best_time", message.text[slice(*refused.span())], *refused.span())]


def _doubt_line(way: Fact, refused: re.Match[str]) -> Fact:
    """Of "dont call my house phone" it is asked whether it refuses every call."""
    is_one_phone = refused[0].endswith(("line", "phone", "number"))
    is_refusal = is_one_phone and way.value == "no" and _is_of_line(way, refused.span())
    return replace(way, sure=False) if is_refusal else way


def _is_of_line(way: Fact, refused: Span) -> bool:
    """Say whether a word on calls is the refusal, or is read out of it."""
    is_of_calls = (way.entity, way.role) == ("contact_ok", "call")
    return is_of_calls and (way.value == "no" or overlaps(way.start, way.end, [refused]))


def doubt_denied(message: ParentMessage, ways: Sequence[Fact]) -> list[Fact]:
    """Turn a leave round, to be asked about, that words earlier in its clause deny."""
    return [
        replace(way, value="no", sure=False) if _is_denied(message, way, ways) else way
        for way in ways
    ]


def _is_denied(message: ParentMessage, way: Fact, ways: Sequence[Fact]) -> bool:
    if (way.entity, way.value) != ("contact_ok", "yes"):
        return False
    if message.asserted[way.start] in ".,;:!?\n":  # it begins with what ends the clause before
        return False
    letters = list(message.asserted[: way.start])
    for other in ways:
        if other.end <= way.start:  # "don't ring text me": what was denied is another way
            letters[other.start : other.end] = ";" * (other.end - other.start)
    clause = _NEW_THOUGHT.split("".join(letters))[-1]
    return _DENIED.search(_HARMLESS.sub(" ", clause)) is not None
