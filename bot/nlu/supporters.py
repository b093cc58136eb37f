"""Who comes with a parent to the meeting."""

from __future__ import annotations

import re

from bot.nlu.facts import Fact
from bot.nlu.message import ParentMessage
from bot.nlu.names import LETTER, NameTaker

_RELATION = (
    r"(?:neighbour|sister|brother|mum|mother|dad|father|husband|wife|partner|friend|mate|aunt"
    r"|auntie|aunty|uncle|nan|gran|grandma|grandad|cousin"
    r"|son|daughter|support worker|social worker|key worker|keyworker|health visitor|advocate"
    r"|solicitor|carer|pa|boyfriend|girlfriend|fianc[eé]e?"
    r"|sendiass (?:worker|officer|adviser|advisor|lady)|family support worker|sister-in-law"
    r"|mother-in-law|best friend|teacher|senco)"
)
_SUPPORTER = re.compile(
    rf"\b(?:my|me|a) (?P<words>{_RELATION}(?:\s+{LETTER}[\w'’-]*)?)\s+(?:(?:will|is going to|is|can"
    rf"|would like to|wants to|would|may|might|ll|'ll)\s+)(?:also\s+|be\s+)?"
    r"(?:sit(?:ting)?|com(?:e|ing)|join(?:ing)?|attend(?:ing)?|support(?:ing)? me|with me|there"
    r"|help(?:ing)? me|speak(?:ing)? for me)\b"
    rf"|\b(?:bring(?:ing)?"
    rf"|with)\s+(?:along\s+)?my (?P<brought>{_RELATION}(?:\s+{LETTER}[\w'’-]*)?)\s*(?:along"
    rf"|with me|to the meeting|for support|as support|too|[.,;!]|$)"
    rf"|\b(?:can|could)\s+my (?P<asked>{_RELATION}(?:\s+{LETTER}[\w'’-]*)?)\s+(?:also\s+)?"
    r"(?:come|be there|join|sit|attend)\b"
    rf"|\b(?:want|like|need)\s+my (?P<wanted>{_RELATION}(?:\s+{LETTER}[\w'’-]*)?)"
    rf"\s+(?:to (?:come|be|sit|attend|join)|there|with me)\b"
)

# A young person says "mum can be there"; from a professional that would be the parent.
_KIN_COMES = re.compile(
    r"(?:^|[.,;!?\n]\s*|\band\s+)(?P<words>mum|mam|dad|nan|gran|grandma|grandad|auntie|sister"
    r"|brother)"
    r"\s+(?:can|will|is going to|could|wants to|would)\s+(?:also\s+|be\s+)?(?:com(?:e|ing)|there"
    r"|with me|join|sit)\b"
)
_OWN_PLAN = re.compile(r"\bmy (?:own )?(?:plan|ehcp?)\b|\bi'?m (?:1[6-9]|2[0-5])\b")


def read_supporters(message: ParentMessage, taker: NameTaker) -> list[Fact]:
    """Find who comes along, as typed, and their name where it is told."""
    facts: list[Fact] = []
    for found in _SUPPORTER.finditer(message.asserted):
        group = next(name for name in ("words", "brought", "asked", "wanted") if found[name])
        start, end = found.span(group)
        relation = re.compile(_RELATION).match(message.plain, start)
        name = (
            taker.take(relation.end() + 1, capital=True, most=2)
            if relation and relation.end() < end
            else None
        )
        if relation and not name:
            end = relation.end()
        facts.append(Fact("supporter", message.text[start:end], start, end))
        if name:
            facts.append(Fact("person_name", name.value, name.start, name.end, "supporter"))
    own = _OWN_PLAN.search(message.plain)
    for found in _KIN_COMES.finditer(message.asserted) if own else ():
        start, end = found.span("words")
        facts.append(Fact("supporter", message.text[start:end], start, end))
    return facts
