"""The council that a message names, by name, place or postcode."""

from __future__ import annotations

import re
from dataclasses import replace

from casework.answers.fact import Fact
from casework.answers.places_in_passing import is_a_language
from casework.message import Entity, Message
from casework.places.councils import Council, CouncilMatch, council_of_postcode, match_council
from casework.places.postcodes import is_outside_england_postcode


def council_facts(message: Message) -> list[Fact]:
    """The council named in the message by name, place or postcode, where one can be told."""
    postcode = message.first("postcode")
    if postcode is not None:
        if is_outside_england_postcode(postcode.value):
            return [Fact("council", {"gss": "outside_england", "as_typed": postcode.value})]
        by_postcode = council_of_postcode(postcode.value)
        if by_postcode is not None:
            found = _council_fact(by_postcode, "postcode", postcode.value)
            return [Fact("postcode", postcode.value), found]
    named = [place for place in message.all_of("council") if not is_a_language(place, message)]
    places = sorted(named, key=lambda entity: not entity.is_sure)
    facts = [
        replace(fact, is_sure=fact.is_sure and entity.is_sure and not _moved_from(message, entity))
        for entity in places
        if (fact := fact_of_match(match_council(str(entity.value)), str(entity.value))) is not None
    ]
    # "Huddersfield way so it's Kirklees": two names of one council bear each other out.
    agree = 1 < len(facts) == len(places) and len({fact.value["gss"] for fact in facts}) == 1
    if agree and any(match_council(str(entity.value)).kind == "exact" for entity in places):
        return [replace(facts[0], is_sure=True)]
    return facts[:1]


def _moved_from(message: Message, place: Entity) -> bool:
    """True for the Bolton of "we moved from Bolton to Bury", which may decide still, or not."""
    name = re.escape(str(place.value))
    pattern = rf"\bmov(?:ed|ing)\b[^.,;!?]*\bfrom {name}\b|\b{name} (?:before|until) we moved\b"
    return re.search(pattern, message.plain, re.IGNORECASE) is not None


def fact_of_match(match: CouncilMatch, as_typed: str) -> Fact | None:
    """The fact that a match tells, or None where it is ambiguous or nothing."""
    if match.kind == "outside_england":
        return Fact("council", {"gss": "outside_england", "as_typed": as_typed})
    if match.council is None:
        return None
    fact = _council_fact(match.council, match.matched_by, as_typed)
    return fact if match.kind == "exact" else Fact(fact.field, fact.value, is_sure=False)


def _council_fact(council: Council, matched_by: str | None, as_typed: str) -> Fact:
    value = {"gss": council.gss, "matched_by": matched_by, "as_typed": as_typed[:80]}
    return Fact("council", value)
