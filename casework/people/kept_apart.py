"""Who must be kept apart from somebody: rooms of their own, and people not to be contacted.

Only these words are kept for the team, not what happened: that is for the safeguarding record
(S-09).
"""

from __future__ import annotations

import re

LONGEST = 300
"""Characters kept of one such wish."""
_NOT = r"(?:not|never|don'?t|can'?t|cannot|won'?t|wouldn'?t|rather not|without)"
_ADULT = (
    r"(?:my ex\w*|(?:the |his |her |their |my |our )?(?:\w+ )?(?:dad|father|mum|mam|mother|other "
    r"parent|ex|husband|wife|partner|nan|gran\w*|step\w+|family|officer|caseworker|abuser))"
)
_ROOMS = re.compile(
    r"\b(?:separate|different|seperate|seprate|diff) rooms\b|"
    r"\b(?:separate|different|seperate|own|another) room (?:from|to|than|away from) |"
    r"\b(?:i|we|me|us)\b(?: \w+){0,4}? (?:separate|different|seperate|own) room\b|"
    r"^\W*(?:a |my own |in a )?(?:separate|different|seperate) room(?: please| pls)?\W*$|"
    rf"\b(?:{_NOT}|no|scared|afraid|frightened|terrified)(?: \w+){{0,5}}? (?:in )?(?:the )?same "
    r"(?:room|building|call|zoom|meeting)\b|\bshuttle mediation\b|"
    rf"\b(?:{_NOT}|scared)(?: \w+){{0,5}}? (?:a|the|any|one) room (?:with|as) "
    rf"(?:him|her|{_ADULT})\b|"
    rf"\b{_ADULT} (?:must|should|can|is)(?: ?not|n'?t)(?: to)? be (?:in|at) the (?:room|meeting)\b",
    re.IGNORECASE,
)
_FACE = (
    r"(?:(?:be )?fac(?:e|ing)|see(?:ing)?|sit(?:ting)? (?:with|opposite|near|next to)|"
    r"meet(?:ing)?(?: with)?|be(?:ing)? (?:near|around|with))"
)
_WILL_NOT_FACE = re.compile(
    r"\b(?:i|we|i'?m|i'?d|we'?d|me|us)\b(?: \w+){0,3}? (?:can'?t|can ?not|won'?t|not (?:able|"
    r"willing|going|prepared|ready|safe|happy) to|(?:not|never|don'?t|do not) (?:ever )?(?:want|"
    r"like|wish)(?: to)?(?: have to)?|rather not)(?: \w+){0,3}? "
    rf"{_FACE} (?:him|her|{_ADULT})(?: face to face| in person)?(?=\W*$)|"
    r"^\W*(?:(?:but|so|and|please|just) )*(?:can'?t|can ?not|rather not|without|not|don'?t (?:want|"
    rf"make me|make us)(?: to)?)(?: hav(?:e|ing) to)? {_FACE} (?:him|her|{_ADULT})"
    r"(?: face to face| in person)?\W*$",
    re.IGNORECASE,
)
"""Of the writer: that "we don't see his dad" or "the SENCO can't see her" tells is no wish."""
_OF_SOMEBODY_ELSE = re.compile(
    rf"\b(?:he|she|they|my (?:son|daughter|child|boy|girl|kids?|\w+ old))\b(?: \w+){{0,3}}? "
    rf"{_NOT}\b(?! .*\b(?:{_ADULT})\b)",
    re.IGNORECASE,
)
"""Whom a child cannot be with: another adult may come to the meeting, other children do not."""
_NEEDS_NO_ROOMS = re.compile(
    r"\b(?:do ?n[o']?t|does ?n[o']?t|wo ?n'?t|would ?n'?t|not|no)(?: \w+)? (?:need|want|require|"
    r"bother\w*|fuss\w*|mind)(?: (?:about|any|a|the|separate|different|seperate|own))* rooms?\b|"
    r"\bno (?:need|reason) (?:for|to)\b[^.;!?]*\brooms?\b|"
    r"\brooms? (?:(?:is|are)(?: not|n'?t)|do(?:es)?(?: not|n'?t))\b",
    re.IGNORECASE,
)
_OF_A_CHILDS_DAY = re.compile(
    r"\b(?:exams?|tests?|gcses?|sats|class\w*|school|nursery|lessons?|bedrooms?|sleeps?|sleeping|"
    r"sections?|plan|ehcp|learns?|learning|teach\w*|taught|isolat\w+|siblings?|twins?|"
    r"(?<!can )(?<!could )(?<!may )(?:we|they)(?:'ve| have| had| were)(?: got| in| always)* "
    r"(?:separate|different|seperate|diff) rooms)\b",
    re.IGNORECASE,
)
"""A room of their own at school or at home is no wish for the meeting."""
_NO_WISH = (_OF_A_CHILDS_DAY, _NEEDS_NO_ROOMS, re.compile(r"\btogether\b", re.IGNORECASE))
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
    r"must(?:n'?t| not| never)|can'?t|can ?not|should(?:n'?t| not)|isn'?t to|is never to) (?:ever "
    r")?(?:be (?:contacted|told(?! (?:no|off)\b)|involved|invited|informed|rung)|know|find out|"
    r"contact (?:me|us))\b|"
    rf"\b{_SOMEBODY}(?: is|'s)? not to (?:come(?! back)|be there|hear)\b|"
    rf"\b(?:nobody|no ?one) (?:is to|should|must) {_REACH}\b|"
    r"\b(?:(?:do|would|did)(?: not|n'?t)|never|not) (?:ever |really )?(?:want|like) "
    rf"(?:{_SOMEBODY}|{_ADULT}) (?:there|present|with me|in the (?:room|meeting)|at the meeting|"
    r"to (?:come|attend|join|know|find out|hear|be (?:there|present|in|at|around|near|told|"
    r"contacted|rung|invited|involved)|turn up)|knowing|finding out|told|contacted|involved|"
    r"informed)\b|"
    r"\b(?:scared|afraid|worried|frightened|terrified)(?: that| in case)? "
    rf"(?:{_SOMEBODY}|{_ADULT})(?: will| would|'ll|'s going to| is going to| might| may| could)? "
    r"(?:comes?|coming|attends?|attending|joins?|be(?:ing)? there|turns? up|turning up)\b|"
    r"(?:^[\W\d]*|\b(?:please|pls|so|but|and|just|also|really|you|u|then|ok|rather|to) )"
    r"(?:do ?n[o']?t|don'?t|never|not) (?:ever |you )?"
    rf"(?:{_REACH} {_SOMEBODY}\b|let {_SOMEBODY} (?:know|hear|see|find|read|answer|pick|speak|talk|"
    rf"come|join|be|get|have|near|in on|on)\b|give {_SOMEBODY} (?:my|our|your|any|this|it|"
    r"the (?:number|phone|address|details?|date|time|letters?|papers?|link|reference|referral))\b)",
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
        is_told = _ROOMS.search(clause) is not None and not _OF_SOMEBODY_ELSE.search(clause)
        is_told |= _WILL_NOT_FACE.search(clause) is not None
        is_wish = _ASKS_FOR_IT.match(clause) or not _ASKS.search(clause)
        if is_told and is_wish and not any(no.search(clause) for no in _NO_WISH):
            return str(clause).strip()[:LONGEST]
    return None


def needs_no_rooms_apart(text: str) -> bool:
    """True where all they say is that they need none: "separate rooms don't matter"."""
    is_all = re.search(r"\b(?:but|except|just|only)\b", text, re.IGNORECASE) is None
    return is_all and _NEEDS_NO_ROOMS.search(text) is not None


def whom_to_leave_out(text: str) -> str | None:
    """The clauses that say who is not to be contacted or told, or None."""
    said = [
        clause.strip()
        for clause in _CLAUSE.findall(text)
        if _NOT_TO_BE.search(clause) and not _ASKS.search(clause)
    ]
    return ". ".join(said)[:LONGEST] or None
