"""Which route they would like, as the answer to that question."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from casework.answers.reading import Answer, Reader, entity_or_words, one
from casework.dispute.route_of_others import dislikes_mediation, is_wish_of_others
from casework.dispute.route_told import (
    doubts_route,
    names_a_route,
    names_one_route,
    route_by_place,
    route_preferred,
    tells_of_certificate_held,
    turns_to_talking,
    wants_no_route,
    without_certificate_held,
    without_routes_not_wanted,
)
from casework.message import Message
from casework.people.kept_apart import rooms_apart_in
from casework.referral.draft import Draft
from casework.words import reads_as_question

_MEETING = r"\b(?:meet|talk|sit down)"
_ASKS_TO_MEET = re.compile(
    r"\W*(?:(?:yes|yeah|ok|please|just|i|we|i'?d|we'?d|would|want|wanna|like|love|rather|prefer|"
    r"happy|can|could|let'?s|let us|try|have|go for|to|a|the|one|first|choose|option|both|all)\W+)*"
    rf"{_MEETING}(?:ing|s)?(?: (?:up|down|it|to|with|and|over|through|them|talk|meet|the council|"
    r"everyone|someone|please|pls|first|thanks|thank you|then|again|properly|together|in person|"
    r"face to face|online|one|option|if (?:we|i) can))*\W*",
    re.IGNORECASE,
)
"""A wish for a meeting and nothing else; in any other words it is asked whether they want one."""
_BY_WORDS: Reader = entity_or_words(
    "route_wanted",
    "route",
    {
        r"\b(?:no|not|don'?t (?:want|fancy|need)|without|refuse) (?:any |the |to )?mediat"
        r"(?!.*\bcert)(?!ion or\b)": "certificate_only",
        r"^\W*(?:i want |we want |can i have |i'?d like )?both\b": "mediation",
        r"\bdisagreement|\bdrs\b|\bresolution": "disagreement_resolution",
        r"(?<!have a )(?<!got a )(?<!have the )(?<!got the )(?<!have my )(?<!got my )"
        r"\bcert(?:ificate)?\b(?! yet)": "certificate_only",
        rf"\bmediat|{_MEETING}": "mediation",
        r"\bwhat ?ever|\bwhich ?ever|\beither|\byou (?:decide|choose)|\bundecided|"
        r"\b(?:not|n'?t) decided|\bdon'?t mind|\bnot bothered|\bquick|\bbest\b": "unsure",
    },
)
_FAMILY_IS_UNSURE = re.compile(
    r"\b(?:she|he|they|mum|mam|mom|dad|the family|the parents?|the young person)"
    r"(?:'?s|'?re| is| are| has| have| does| do)?(?:n'?t| not) (?:\w+ )?"
    r"(?:sure|decided|know|made (?:her|his|their|up)|chosen)\b",
    re.IGNORECASE,
)
"""Who writes for a family may not know what it would like."""

_ON_CONDITION = re.compile(
    r"\b(?:mediation|cert(?:ificate)?|meeting|resolution|drs|both|meet|talk)\b[^?]*?"
    r"\b(?:but|only(?! please)|as long as|unless|provided|except|without|though|tho|"
    r"if(?! (?:poss|that|you|we can|i can|need)\w*)|(?:ca ?n[o']?t|cannot) \w+) \S",
    re.IGNORECASE,
)
"""After the route, on what it hangs: "mediation but not with his dad there"."""
_TO_THE_TRIBUNAL = re.compile(
    r"(?<!don't )(?<!dont )(?<!not )\b(?:want|wanna|going|like|rather|prefer|need)(?: to)? "
    r"(?:appeal|(?:(?:go|take (?:it|them|this))(?: straight)?(?: to)? )?(?:the )?tribunal)\b",
    re.IGNORECASE,
)
"""For that a certificate is needed first, which is asked about."""


def read_route_wanted(message: Message, draft: Draft, today: date) -> Answer | None:
    """The route, and the words that say on what it hangs; an access need has a place of its own."""
    answer, words = _read_route(message, draft, today), message.plain
    if answer is None or not answer.facts or rooms_apart_in(words):
        return answer
    is_on_condition = _ON_CONDITION.search(words) and not reads_as_question(words)
    return replace(answer, keeps=words) if is_on_condition else answer


def _read_route(message: Message, draft: Draft, today: date) -> Answer | None:
    """The route named, preferred or told by its place; one that is doubted is asked about."""
    by_place = route_by_place(message.plain)
    if by_place is not None:
        return one("route_wanted", by_place, is_sure=False)
    preferred = route_preferred(message.plain)
    if preferred is not None:
        return one("route_wanted", preferred)
    if turns_to_talking(message.plain):
        return one("route_wanted", "mediation", is_sure=False)
    if _TO_THE_TRIBUNAL.search(message.plain) and not names_a_route(message):
        return one("route_wanted", "certificate_only", is_sure=False)
    answer = _BY_WORDS(without_routes_not_wanted(without_certificate_held(message)), draft, today)
    if answer is not None and _is_of_one_held(message, answer):
        return None
    if answer is None and (
        wants_no_route(message.plain) or _FAMILY_IS_UNSURE.search(message.plain)
    ):
        return Answer(is_unsure=True)
    if answer is not None and answer.facts[0].value == "unsure" and not names_a_route(message):
        return one("route_wanted", "unsure")
    if answer is None:
        return None
    route, text = answer.facts[0].value, message.plain
    is_said = any(one.is_sure and one.value == route for one in message.all_of("route"))
    if not is_said and route == "mediation" and dislikes_mediation(text):
        return one("route_wanted", "certificate_only", is_sure=False)
    is_theirs = is_wish_of_others(text, for_family=draft.referral.is_third_party)
    if names_one_route(text) == route:
        answer = one("route_wanted", route)
    is_only_named = route == "mediation" and not (is_said or _is_wished_for(text))
    if not (doubts_route(text) or (is_theirs and not is_said) or is_only_named):
        return answer
    return replace(answer, facts=tuple(replace(fact, is_sure=False) for fact in answer.facts))


def _is_wished_for(text: str) -> bool:
    """False for the talk of "they won't talk to us", which names no route."""
    is_named_so = re.search(_MEETING, text, re.IGNORECASE) and "mediat" not in text.casefold()
    return not is_named_so or _ASKS_TO_MEET.fullmatch(text) is not None


def _is_of_one_held(message: Message, answer: Answer) -> bool:
    """True for "the certificate is dated the 30th": a paper that they have, and no wish for one."""
    routes = message.all_of("route")
    is_wished = any(one.value == "certificate_only" and one.is_sure for one in routes)
    is_of_it = answer.facts[0].value == "certificate_only"
    return is_of_it and not is_wished and tells_of_certificate_held(message)
