"""Who must be kept apart from somebody: rooms of their own, and people not to be contacted.

Only these words are kept for the team, not what happened: that is for the safeguarding record
(safety.md S-09).
"""

from __future__ import annotations

import re

LONGEST = 300
"""Characters kept of one such wish."""
_ROOMS = re.compile(
    r"\b(?:separate|different|seperate|seprate|diff) rooms\b|"
    r"\b(?:separate|different|seperate|own|another) room (?:from|to|than|away from) |"
    r"\b(?:i|we|me|us)\b(?: \w+){0,4}? (?:separate|different|seperate|own) room\b|"
    r"^\W*(?:a |my own |in a )?(?:separate|different|seperate) room(?: please| pls)?\W*$|"
    r"\b(?:not|never|don'?t|dont|can'?t|cant|cannot|won'?t|wont|rather not|without|no)\b"
    r"(?: \w+){0,5}? (?:in )?(?:the )?same (?:room|building|call|zoom|meeting)\b|"
    r"\b(?:not|don'?t|dont|can'?t|cant|cannot|won'?t|wont|rather not|without)\b(?: \w+){0,3}? "
    r"(?:fac(?:e|ing)|see(?:ing)?|sit(?:ting)? (?:with|opposite|near|next to)|meet(?:ing)?(?: "
    r"with)?|be(?:ing)? (?:near|around)) (?:him|her|my ex\w*|(?:his|her|their) (?:dad|father|"
    r"mum|mother))(?: face to face| in person)?(?=\W*(?:$|[.,;!\n]))|\bshuttle mediation\b",
    re.IGNORECASE,
)
_OF_A_CHILDS_DAY = re.compile(
    r"\b(?:exams?|tests?|gcses?|sats|class\w*|school|nursery|lessons?|bedrooms?|sleeps?|sleeping|"
    r"sections?|plan|ehcp|learns?|learning|teach\w*|taught|isolat\w+|siblings?|twins?)\b",
    re.IGNORECASE,
)
"""A room of their own at school or at home is no wish for the meeting."""
_SOMEBODY = (
    r"(?:him|her|he'?s?|she'?s?|hes|shes|they|nobody|no ?one|my ex\w*(?: \w+)?|(?:the |his |her |"
    r"their |my )?(?:dad|father|mum|mam|mother|other parent|parents?|husband|wife|partner|family|"
    r"nan|gran\w*|step\w+))"
)
_REACH = (
    r"(?:contact|tell|involve|invite|inform|ring|phone|write to|speak to|talk to|notify|"
    r"call(?! \w+ \w))(?:ing)?"
)
_NOT_TO_BE = re.compile(
    rf"\b{_SOMEBODY}(?: is| are|'s)? (?:really |definitely )?(?:not(?: allowed)? to|"
    r"must(?:n'?t| not| never)|can'?t|can ?not|should(?:n'?t| not)|isn'?t to|is never to) "
    r"(?:ever )?"
    r"(?:be (?:contacted|told(?! (?:no|off)\b)|involved|invited|informed|rung)|know|find out|"
    r"contact (?:me|us))\b|"
    rf"\b{_SOMEBODY}(?: is|'s)? not to (?:come(?! back)|be there|hear)\b|"
    rf"\b(?:nobody|no ?one) (?:is to|should|must) {_REACH}\b|"
    r"(?:^\W*|\b(?:please|pls|so|but|and|just|also|really|you|u|then|ok|rather|to) )"
    r"(?:do ?n[o']?t|dont|don'?t|never|not) (?:ever |you )?"
    rf"(?:{_REACH}|(?:let|give)(?= \w+ \w)) {_SOMEBODY}\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\?|^\W*(?:will|would|do (?!not)|does|is|are|what|how|who|why|if|whether)\b", re.IGNORECASE
)
_ASKS_FOR_IT = re.compile(r"^\W*(?:\w+ )?(?:can|could|may) (?:i|we|you)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[^.,;!?\n]+\??")


def rooms_apart_in(text: str) -> str | None:
    """The words that ask for a room away from somebody, or None."""
    for clause in _CLAUSE.findall(text):
        found = _ROOMS.search(clause)
        is_wish = _ASKS_FOR_IT.match(clause) or not _ASKS.search(clause)
        is_wish = is_wish and not re.search(r"\btogether\b", clause, re.IGNORECASE)
        if found and is_wish and not _OF_A_CHILDS_DAY.search(clause):
            return str(clause).strip()[:LONGEST]
    return None


def whom_to_leave_out(text: str) -> str | None:
    """The clauses that say who is not to be contacted or told, or None."""
    said = [
        clause.strip()
        for clause in _CLAUSE.findall(text)
        if _NOT_TO_BE.search(clause) and not _ASKS.search(clause)
    ]
    return ". ".join(said)[:LONGEST] or None
