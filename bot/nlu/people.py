"""Names of people in a parent's message: their own, the child's, and of someone who comes along."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.nlu import name_cues as cues
from bot.nlu import others_names as others
from bot.nlu.facts import Fact, Span, overlaps
from bot.nlu.known_names import read_known_names
from bot.nlu.lone_names import read_lone_names
from bot.nlu.message import ParentMessage
from bot.nlu.named_by_cues import names_by_cues
from bot.nlu.names import NameTaker, Words
from bot.nlu.place_cues import IT_IS
from bot.nlu.supporters import read_supporters

_OF_A_CHILD = re.compile(rf"\b(?:my|our) (?:\w+ )?{cues.CHILD_WORD} $")
_HAS_SOMETHING = re.compile(
    r"\s+(?:(?:final|draft|new|own|current|old|annual|school|ehc|speech|one)\s+)?(?:plans?|ehcp?"
    r"|assessments?|reassessment|needs|place|placement|transport|taxi|school(?:ing)?|review|case"
    r"|support|help|hours|therap\w+|provision|draft|diagnosis|education|request|application|ta|salt"
    r"|mum|mam|dad|nan|gran|teacher|senco|appeal|funding)\b"
)
_IS_KIN = re.compile(rf"{cues.KIN}|{cues.CHILD_WORD}", re.IGNORECASE)


def read_people(
    message: ParentMessage,
    words: Words,
    blocked: Sequence[Span] = (),
    blocked_alone: Sequence[Span] = (),
) -> list[Fact]:
    """Find names of people; `blocked` are places and languages, which a weak cue must not take.

    `blocked_alone`: what is a place or a language where it stands by itself ("…, Lincoln.").
    """
    taker = NameTaker(message, words, blocked)
    facts: list[Fact] = read_supporters(message, taker)
    for role, name, sure in names_by_cues(message, taker, facts):
        if cues.NAME_OF_A_PLACE.search(name.value) or _IS_KIN.fullmatch(name.value):
            continue
        if role == "child" and (
            others.HELPS_TO_WRITE.search(message.plain, 0, name.start)
            or others.COMES_FROM.search(message.plain, 0, name.start)
            or others.IS_MY_OWN_KIN.match(message.plain, name.end)
        ):
            continue
        if not overlaps(name.start, name.end, [(fact.start, fact.end) for fact in facts]):
            facts.append(Fact("person_name", name.value, name.start, name.end, role, sure))
    facts = _without_a_place_told(message, facts, blocked_alone)
    facts = _doubt_places(message, facts, blocked_alone)
    facts += read_known_names(message, taker, facts)
    alone = NameTaker(message, words, blocked_alone)
    facts += read_lone_names(message, alone, facts)
    facts = [
        fact
        for fact in facts
        if fact.entity != "person_name" or not _IS_KIN.fullmatch(str(fact.value))
    ]
    return sorted(_with_one_writer(facts, taker), key=lambda fact: fact.start)


def _without_a_place_told(
    message: ParentMessage, facts: list[Fact], places: Sequence[Span]
) -> list[Fact]:
    """Leave out the Derby of "it's Derby", where nothing else is said: it is the place."""
    if not IT_IS.match(message.bare):
        return facts
    whole = IT_IS.sub("", message.bare)
    told = [place for place in places if message.plain[slice(*place)] == whole]
    return [fact for fact in facts if (fact.start, fact.end) not in told]


def _with_one_writer(facts: list[Fact], taker: NameTaker) -> list[Fact]:
    """Of two sure names of the writer, keep the known first name; where both are, neither is sure.

    "I am Tosk … I'm Besnik"; "Linda" and "Linda Hall" are one.
    """
    own = [fact for fact in facts if fact.role == "self" and fact.sure]
    if len({str(fact.value).split()[0] for fact in own}) < 2:
        return facts
    known = [fact for fact in own if taker.is_first_name(str(fact.value).split()[0])]
    if len(known) == 1:
        return [fact for fact in facts if fact not in own or fact in known]
    return [replace(fact, sure=False) if fact in own else fact for fact in facts]


def without_possessive_s(
    message: ParentMessage, people: Sequence[Fact], words: Words
) -> list[Fact]:
    """The people, with "Levi" for the "Levis" of "our Levis assessment"; a rare name is asked."""
    taker = NameTaker(message, words, ())
    return [_without_possessive_s(message, fact, taker) for fact in people]


def _without_possessive_s(message: ParentMessage, fact: Fact, taker: NameTaker) -> Fact:
    name = str(fact.value)
    is_whole = message.plain[fact.start : fact.end] == name.lower()
    if fact.role != "child" or not is_whole or not name.endswith("s") or " " in name:
        return fact
    if taker.is_first_name(name) or not _HAS_SOMETHING.match(message.plain, fact.end):
        return fact
    is_sure = fact.sure and taker.is_first_name(name[:-1])
    return replace(fact, value=name[:-1], end=fact.end - 1, sure=is_sure)


def without_short_repeats(facts: Sequence[Fact]) -> list[Fact]:
    """Leave out "Winston" where "Winston Achebe" is told of the same person."""
    full = {(fact.role, str(fact.value).split()[0]) for fact in facts if " " in str(fact.value)}
    return [
        fact
        for fact in facts
        if fact.entity != "person_name" or (fact.role, fact.value) not in full
    ]


def _doubt_places(message: ParentMessage, facts: list[Fact], places: Sequence[Span]) -> list[Fact]:
    """Doubt a child's name that stands like a place ("Bury, 14"); beside another it is one."""
    doubtful = [
        fact
        for fact in facts
        if fact.role == "child"
        and any((fact.start, fact.end) == place for place in places)
        and not _OF_A_CHILD.search(message.plain, 0, fact.start)
    ]
    others = [fact for fact in facts if fact.role == "child" and fact not in doubtful]
    if others:
        return [fact for fact in facts if fact not in doubtful]
    return [replace(fact, sure=False) if fact in doubtful else fact for fact in facts]
