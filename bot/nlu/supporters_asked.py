"""Who a parent asks to have beside them: "can the SENDIASS lady sit in with me?".

A question by its form, and a wish by what it says. "Can someone come with me?" only asks.
"""

from __future__ import annotations

import re

from bot.nlu.facts import Fact
from bot.nlu.message import ParentMessage

_JOB = (
    r"(?:lady|man|woman|worker|adviser|advisor|officer|advocate|rep|nurse|tutor|teacher|therapist"
    r"|psychologist|key ?worker|mentor|solicitor|senco|friend|mate|volunteer|counsellor|carer|pa)"
)
_NOT_OURS = r"(?!(?:[\w'-]+ ){0,2}(?:council|la|authority|mediator|case|tribunal|inclusion)\b)"
_WHO = (
    rf"(?:(?:the|our|my|his|her|me) {_NOT_OURS}(?P<job>(?:[\w'-]+ ){{0,3}}?{_JOB}"
    rf"(?: (?!(?:with|there|along|in|at|to|for|sit|come|too|please|and|be|is)\b)[\w'-]+)?)"
    r"|(?:(?:the|a|an|my|our) )?(?P<sent>(?:some(?:one|body)|person|lady|man|woman|worker|rep)"
    r" (?:from|at|of) "
    rf"{_NOT_OURS}(?:the |my |our )?[\w'-]+(?: [\w'-]+){{0,2}}?)|(?P<office>sendias+|ipsea|mencap))"
)
_ASKS = (
    r"\b(?:can|could|may|would|will|is it (?:ok|okay|alright|all right|possible) (?:if|for)"
    r"|(?:ok|okay|alright|all right) (?:if|for)|possible for) "
)
_BESIDE_ME = (
    r"(?:with (?:me|us)|beside (?:me|us)|by my side|next to me|alongside (?:me|us)"
    r"|for (?:moral )?support|to support (?:me|us)|to (?:the|any) (?:meeting|mediation))"
)
_MAY_COME = re.compile(
    rf"{_ASKS}{_WHO} (?:(?:please|also|just|to|be able to|be allowed to|still) )*"
    r"(?:comes?|sits?|joins?|be|attends?|stays?|is|sat|accompany|accompanies)\b"
    rf"(?: in| along| there| too| me| us)* ?(?:{_BESIDE_ME}|(?<=in)(?=\W*(?:$|[.,;?!]| and\b)))"
)
_MAY_BRING = re.compile(
    r"\b(?:can|could|may) (?:i|we) (?:please |also )*(?:bring|have) "
    rf"{_WHO}(?= (?:with (?:me|us)|there|along|in the room|at the|to the|for support|sit|come)\b"
    r"|\W*(?:$|[.,;?!]| and\b| too\b| please\b))"
)


def read_asked_for(message: ParentMessage) -> list[Fact]:
    """Find who is asked for, as typed, without the article before."""
    facts = []
    for pattern in (_MAY_COME, _MAY_BRING):
        for found in pattern.finditer(message.plain):
            group = next(name for name in ("job", "sent", "office") if found[name])
            start, end = found.span(group)
            facts.append(Fact("supporter", message.text[start:end], start, end))
    return facts[:2]
