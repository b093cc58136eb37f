"""The writer's own name where it signs: beside their number or their place, or after a dash.

What stands around such a name says whose it is, whatever else the message tells of; the names that
only stand alone are left to `lone_names`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.nlu.facts import Fact, overlaps
from bot.nlu.message import ParentMessage
from bot.nlu.name_cues import BIRTH_NEXT, CHILD_WORD, NAME_OF_A_PLACE
from bot.nlu.names import LETTER, Name, NameTaker

_NUMBER = r"(?:\(?\+?\d(?:[ ()-]{0,2}\d){8,13}|[\w.+'-]+@[\w-]+(?:\.[\w-]+)+)"
_STARTS = r"(?:^|[.!?;)\n]\s*|[,:]\s+|\s[-–—]\s*)"
_WORDS = rf"{LETTER}[\w'’-]*\.?(?: {LETTER}[\w'’-]*)?"
# "Danielle, 07700 900 058", "shaz 07700900926": a number is given with the name of who has it.
_BEFORE_A_NUMBER = re.compile(
    rf"(?P<starts>{_STARTS})(?P<name>{_WORDS}?)\s*(?:[,:–-]\s*|\()?"
    rf"(?:(?:on|at|mob(?:ile)?|tel)\.?:?\s+)?(?={_NUMBER})"
)
_AFTER_A_NUMBER = re.compile(
    rf"(?P<starts>{_NUMBER}[\s,.(–-]{{1,3}})(?P<name>{_WORDS}?)(?=\s*(?:[.,;!)\n]|x+\W*$|$))"
)
_AT_THE_END = re.compile(
    rf"(?P<starts>[.!?\n]\s*|(?:^|[.!?\n]\s*)[Ll](?:ove|uv"
    rf"|uvs) (?:from )?)(?P<name>{_WORDS}?) x+\W*$"
)
_SIGNED_OFF = re.compile(
    r"(?P<starts>\s[-–—]\s*|\b(?:[Tt]hanks|[Tt]hank you|[Rr]egards|[Cc]heers|[Tt]a|[Ww]ishes"
    r"|[Rr]gds|BW"
    rf"|KR|ATB|[Tt]hx|[Tt]nx)(?:,\s*|\.\s+|\s*\n\s*))(?P<name>{_WORDS}?)[\s.!]*(?:x+\W*)?$"
)
# "Gemma, Reading. Theo is 9": beside a place stands who lives there.
_BEFORE_A_PLACE = re.compile(rf"(?P<starts>^|[.!?\n]\s*)(?P<name>{_WORDS}?)\s?(?:,|\.|\s[-–—])\s+")
_WITH_INITIALS = re.compile(
    r"(?:[.!?\n]\s*|\s[-–—]\s+)(?P<name>(?:[A-Z]\.\s?){1,3}[A-Z][^\W\d_]+(?:[-'’][^\W\d_]+)*)\s*$"
)
_COUPLE = re.compile(
    r"(?:^|[.!?\n]\s*)(?P<name>M(?:r|rs|s)\.? (?:and|&) M(?:r|rs|s)\.? [A-Z][\w'’-]+)"
    r"(?=\s*(?:[.,\n]|$))(?!,? (?:who|whose|parents|have|are|were|the|of|both)\b)"
)
_SIGNED_BY_TWO = re.compile(
    r"(?:\n\s*|\s[-–—]\s*|\b(?:[Tt]hanks|[Rr]egards|[Cc]heers|[Tt]a|[Ww]ishes)[.,]?\s+)"
    r"(?P<name>[A-Z][^\W\d_]+ (?:&|and|\+) [A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)?)[\s.!x]*$"
)
_SOMEBODY_ELSES = re.compile(
    r"\b(?:school|college|nursery|academy|council|teacher|head|doctor|gp|senco|worker|caseworker"
    r"|officer|consultant|solicitor|advocate|therapist|mediator|friend|neighbour|sister|brother"
    r"|husband|wife|partner|ex|(?:my|his|her|their|the) (?:\w+ )?(?:mum|mam|mother|dad|father|nan"
    r"|carer|parents?))(?:'s)?(?: name)?(?: is| was)?\s*[,:(–-]\s*$"
)
_TALKS_OF_CHILD = re.compile(
    rf"\b(?:he|she|him|her|his|hers|he'?s|she'?s|{CHILD_WORD}|\d+ ?(?:yo|yrs?|years?))\b"
)
_NO_NAME = re.compile(
    r"mob|mobile|tel|fone|fon|num|numb|cell|hse|house|landline|watts?app|whatsapp|insta|urgent"
    r"|evenings|mornings|afternoons|whenever|tomoz|asap"
)
_REACHES = re.compile(r"\d{3}|@")
_SHORTEST = 3


def read_signed(message: ParentMessage, taker: NameTaker, facts: Sequence[Fact]) -> Fact | None:
    """The name with which the writer signs, or None; `facts` are the people already read."""
    if message.text.isupper():
        return None
    for pattern, sure in ((_COUPLE, True), (_WITH_INITIALS, True), (_SIGNED_BY_TWO, False)):
        if found := pattern.search(message.text):
            return Fact("person_name", found["name"], *found.span("name"), "self", sure)
    taken = [(fact.start, fact.end) for fact in facts]
    has_child = any(fact.role == "child" and fact.sure for fact in facts)
    signed = [
        (name, sure)
        for name, sure in _signed(message, taker, has_child)
        if not overlaps(name.start, name.end, taken)
        and not _SOMEBODY_ELSES.search(message.plain, max(0, name.start - 60), name.start)
        and NAME_OF_A_PLACE.search(name.value) is None
    ]
    best = next((one for one in signed if one[1]), signed[0] if signed else None)
    if best is None:
        return None
    name, sure = best
    return Fact("person_name", name.value, name.start, name.end, "self", sure)


def _signed(
    message: ParentMessage, taker: NameTaker, has_child: bool
) -> Iterator[tuple[Name, bool]]:
    """Yield the names that sign, each with whether that is sure."""
    for pattern in (_BEFORE_A_NUMBER, _AFTER_A_NUMBER) if _REACHES.search(message.text) else ():
        for found in pattern.finditer(message.text):
            if name := _take(message, taker, found):
                yield name, name.value[0] == message.text[name.start]
            elif name := _take_small(message, taker, found):
                yield name, False
    for pattern in (_SIGNED_OFF, _AT_THE_END):
        if (found := pattern.search(message.text)) and (name := _take(message, taker, found)):
            yield name, True
    for found in _BEFORE_A_PLACE.finditer(message.text):
        is_place = any(start == found.end() for start, _ in taker.blocked)
        may_be_the_childs = not has_child and _TALKS_OF_CHILD.search(message.plain)
        if is_place and not may_be_the_childs and (name := _take(message, taker, found)):
            yield name, has_child


def _take(message: ParentMessage, taker: NameTaker, found: re.Match[str]) -> Name | None:
    """The name found, where all its words can be one and no birthday follows it."""
    start, end = found.span("name")
    if BIRTH_NEXT.match(message.plain, end):
        return None
    name = taker.take(start, capital=True, most=2, weak=True) or taker.take_known(start)
    return name if name is not None and name.end == end else None


def _take_small(message: ParentMessage, taker: NameTaker, found: re.Match[str]) -> Name | None:
    """One word in small letters beside a number that is no other word: "shaz 07700900926"."""
    start, end = found.span("name")
    typed = message.text[start:end]
    name = taker.take(start, capital=False, most=1, weak=True) if typed.islower() else None
    is_word = _NO_NAME.fullmatch(typed) is not None or len(typed) < _SHORTEST
    return name if name is not None and name.end == end and not is_word else None
