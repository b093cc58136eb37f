"""The school a child goes to and the place where a professional works, by the words around a name.

Only outright words count: "his school is St Mary's", "SENCO at Oakwood Primary". No list of schools
is kept here, so that a name stays as it was typed.
"""

from __future__ import annotations

import re

from casework.facts import Fact
from casework.message import Message

LONGEST = 80
_PLACE = r"(?:school|college|nursery|pre-?school|academy|sixth form|setting)"
_WORD = r"[A-Z][\w'&-]*"
_SAINT = r"[Ss]t\.? [A-Za-z][\w'-]+|[Ss]aint [A-Za-z][\w'-]+"
_NAME = rf"(?:{_SAINT}|{_WORD})(?:(?: of| the| and| &)? (?:{_SAINT}|{_WORD}))*"
_KIND = (
    r"(?:[Pp]rimary|[Ii]nfants?|[Jj]unior|[Ss]econdary|[Hh]igh|[Ss]pecial|[Gg]rammar|[Ss]ixth|[Ff]orm|"
    r"[Ss]chool|[Cc]ollege|[Nn]ursery|[Aa]cademy|[Pp]re-?[Ss]chool)"
)
_NAME_WITH_KIND = rf"{_NAME}(?: {_KIND})*"
_IS_CALLED = re.compile(
    rf"\b(?i:(?:his|her|their|my|the child's|(?:son|daughter)'?s) (?:(?:current|present) )?{_PLACE}"
    rf"(?:'?s name)? ?(?:is|'s|is called|is named|called|:)) (?P<name>{_NAME_WITH_KIND})"
)
_GOES_TO = re.compile(
    r"\b(?i:(?:goes to|attends|is (?:a pupil |on roll )?at|"
    r"(?:he|she|they)(?:'s|s|'re)(?: a pupil)? at|"
    rf"i go to|i attend|enrolled at)) (?P<name>{_NAME}(?: {_KIND})+|{_SAINT}(?: {_WORD})*)"
)
_WORKS_AT = re.compile(
    r"\b(?i:(?:(?:i|we) work|i'?m working|working|senco|sendco|teacher|head ?teacher|worker|nurse|"
    r"therapist|psychologist|adviser|advisor|officer|advocate|writing|referring|i'?m|i am|we are)"
    rf"(?: (?:here|based))? (?:at|for|from|with)) (?:the )?(?P<name>{_NAME_WITH_KIND})"
)
_NOT_A_NAME = re.compile(
    r"^(?:home|hospital|risk|year|the|january|february|march|april|may|june|july|august|september|"
    r"october|november|december|monday|tuesday|wednesday|thursday|friday|my|his|her|a|an|no|not|"
    r"mainstream|special|it|ehcp?|sen\w*|council|la|local authority|yes|ok|nhs)$|\bcouncil\b",
    re.IGNORECASE,
)


def places_in(message: Message, *, is_professional: bool) -> list[Fact]:
    """The child's setting, and for a professional the organisation they work for."""
    facts = []
    for pattern in (_IS_CALLED, _GOES_TO):
        name = _name_in(pattern, message.plain)
        if name is not None:
            facts.append(Fact("setting", name))
            break
    if is_professional:
        name = _name_in(_WORKS_AT, message.plain)
        if name is not None:
            facts.append(Fact("organisation", name))
    return facts


def is_part_of_a_place(fact: Fact, places: list[Fact]) -> bool:
    """True for a council heard in the name of a school: St Mary's of "he's at St Mary's"."""
    if fact.field != "council" or not isinstance(fact.value, dict):
        return False
    typed = str(fact.value.get("as_typed") or "").casefold()
    names = [str(each.value) for each in places if each.field in ("setting", "organisation")]
    return bool(typed) and any(typed in name.casefold() for name in names)


def _name_in(pattern: re.Pattern[str], words: str) -> str | None:
    found = pattern.search(words)
    if found is None:
        return None
    name = found["name"].strip(" .,'")
    is_shouted = words.isupper()
    return None if is_shouted or _NOT_A_NAME.search(name) else name[:LONGEST]
