"""Whether an interpreter is wanted, whatever the language."""

from __future__ import annotations

import re

from bot.nlu.facts import Fact
from bot.nlu.message import ParentMessage

INTERPRETER = (
    r"(?:int[eé]rprete|tłumacz\w*|traduct(?:or\w*|eur|ora)|traducător|terc[uü]man"
    r"|interp[a-z]*t[eo]rs?|interpreting|interpretor|interpretation|translat(?:or|er|ion|ors"
    r"|ing|e))"
)
_NO_INTERPRETER = re.compile(
    rf"\b(?:(?:don'?t|do not|dont|doesn'?t|won'?t|wont|not)\s+(?:really\s+|be\s+)?(?:need(?:ing)?"
    rf"|want(?:ing)?|require|have to have)\s+(?:an?\s+|any\s+|the\s+)?(?:\w+\s+)?"
    rf"(?:(?:to|who|that)\s+(?:can\s+)?)?{INTERPRETER}"
    rf"|(?<!was )(?<!were )(?<!had )(?<!got )(?<!with )no(?:t| need(?: for| of)?)?(?:\s+an?)?"
    rf"(?:\s+(?!other|one|english|time)[a-z]+)?\s+{INTERPRETER}(?:\s+(?:needed|required|please"
    r"|thanks))?"
    rf"|(?:without|no need of)\s+(?:an?\s+)?{INTERPRETER}|{INTERPRETER}\s*(?:[:=-]"
    rf"|is)?\s*(?:no\b|nah\b|nope\b|not (?:needed|required|necessary|wanted))"
    rf"|{INTERPRETER}\b[^.!?;]{{0,50}}\bso no need\b"
    r"|(?:don'?t|do not|dont)\s+(?:need|want)\s+(?:anyone|anybody|someone|somebody)"
    r"\s+(?:signing|interpreting|translating|to (?:sign|interpret|translate))\b"
    r"(?! (?:up|off|the|this|it|a|forms?|papers?|letters?)\b)"
    r"|\bi'?ll (?:interpret|translate)\b[^.!?]{0,25}\b(?:don'?t|do not|dont) need any(?:one|body)\b"
    r")"
)
# "Don't ring her without an interpreter" and "nobody rings without one" ask for one.
_NOT_WITHOUT = re.compile(
    r"\b(?:not|never|nobody|no ?one|none|nothing|cannot|can'?t|cant|don'?t|dont|won'?t|wont"
    r"|mustn'?t|shouldn'?t|couldn'?t|doesn'?t|didn'?t|unable|impossible|hard|harder|difficult|pointless"
    r"|struggl\w+|lost)\b(?! (?:mind|need|bother|matter|problem|a problem|an issue|be a))"
    rf"[^.!?;]{{0,60}}\bwithout\s+(?:(?:an?|the|her|his|their|my|our|some)\s+)?(?:[\w-]+\s+)?"
    rf"{INTERPRETER}"
)
# Said of oneself where nobody asks for an interpreter: then none is needed.
_GOOD_ENGLISH = re.compile(
    r"\b(?:i|we) (?:speak|have) (?:perfect|fluent|excellent) english\b"
    r"|\bi speak (?:\w+ )?languages and english is one\b"
)
YES_INTERPRETER = re.compile(
    rf"\b(?:(?:need|needs|want|wants|like|require|requires|with|get|have|please|through|via"
    rf"|use)\s+(?:to\s+have\s+)?(?:an?\s+|my\s+|the\s+)?(?:[\w-]+\s+){{0,3}}?{INTERPRETER}\b"
    rf"|{INTERPRETER}\s+(?:is\s+|would be\s+|will be\s+|be\s+)?(?:needed|required|please|pls"
    rf"|wanted|helpful"
    rf"|better|best|good|useful|easier|necessary)"
    rf"|{INTERPRETER}\s*[:=,]?\s*yes|^\s*\w+ {INTERPRETER}\W*$|sign(?:ing"
    rf"|er)\s+(?:is\s+)?needed|needs?\s+(?:an?\s+)?(?:bsl\b|signer|signing|sign language"
    rf"|lip-?\s?speaker))"
)
REQUEST = re.compile(
    rf"\b(?:can|could|may|would)\s+an?\s+(?:[\w-]+\s+){{0,2}}?(?:{INTERPRETER}|signer"
    rf"|lip-?\s?speaker"
    r"|note-?\s?taker)\s+(?:please\s+)?be\s+(?:arranged|booked|provided|there|available"
    r"|organised)\b"
    rf"|\b(?:can|could|may|will)\s+(?:i|we|you|u)\s+(?:please\s+)?(?:have|get|book"
    rf"|arrange"
    rf"|provide|organise)\s+(?:me\s+"
    rf"|us\s+)?(?:an?\s+)(?:[\w-]+\s+){{0,2}}?(?:{INTERPRETER}|signer)\b"
)
# Whoever of the family comes: they may want a signer, captions or neither, so it is asked.
_HAS_DEAF_ADULT = re.compile(
    r"\b(?:i'?m|i am|me and my \w+ are|my (?:husband|wife|partner|mum|dad) is|we are|we're|as)\s+"
    r"(?:(?:both|a|profoundly|partially|also|mum is)\s+)*deaf\b(?! to)"
)


def refuses_interpreter(plain: str) -> bool:
    """Say whether the words want none: "not without an interpreter" wants one."""
    return _NO_INTERPRETER.search(plain) is not None and _NOT_WITHOUT.search(plain) is None


def read_interpreter(message: ParentMessage) -> list[Fact]:
    """Find whether an interpreter is wanted; of a wish and a refusal the refusal counts."""
    if needed := _NOT_WITHOUT.search(message.plain):
        return [Fact("interpreter", "yes", *needed.span())]
    refused = _NO_INTERPRETER.search(message.asserted)
    if refused:
        return [Fact("interpreter", "no", *refused.span())]
    wanted = YES_INTERPRETER.search(message.asserted)
    if (
        wanted
        and re.search(
            r"\b(?:refused|no one|wouldn'?t|didn'?t|without|never|last time"
            r"|there was"
            r"|school"
            r"|council) [^.]*$",
            message.plain[: wanted.start()],
        )
        is None
    ):
        return [Fact("interpreter", "yes", *wanted.span())]
    if english := _GOOD_ENGLISH.search(message.asserted):
        return [Fact("interpreter", "no", *english.span())]
    requested = REQUEST.search(message.plain)
    hinted = requested or _HAS_DEAF_ADULT.search(message.asserted)
    if hinted:
        return [Fact("interpreter", "yes", *hinted.span(), sure=False)]
    return []
