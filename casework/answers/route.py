"""Which route they would like, as the answer to that question."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from casework.answers.reading import Answer, Reader, entity_or_words, one
from casework.dispute.route_told import (
    doubts_route,
    route_by_place,
    route_preferred,
    turns_to_talking,
    wants_no_route,
    without_routes_not_wanted,
)
from casework.message import Message
from casework.referral.draft import Draft

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
        r"\bmediat|\bmeet|\btalk|\bsit down\b": "mediation",
        r"\bwhat ?ever|\bwhich ?ever|\beither|\byou (?:decide|choose)|\bdon'?t mind|\bnot "
        r"bothered|\bquick|\bbest\b": "unsure",
    },
)


def read_route_wanted(message: Message, draft: Draft, today: date) -> Answer | None:
    """The route named, preferred or told by its place; one that is doubted is asked about."""
    by_place = route_by_place(message.plain)
    if by_place is not None:
        return one("route_wanted", by_place, is_sure=False)
    preferred = route_preferred(message.plain)
    if preferred is not None:
        return one("route_wanted", preferred)
    if turns_to_talking(message.plain):
        return one("route_wanted", "mediation", is_sure=False)
    answer = _BY_WORDS(without_routes_not_wanted(message), draft, today)
    if answer is None and wants_no_route(message.plain):
        return Answer(is_unsure=True)
    if answer is None or not doubts_route(message.plain):
        return answer
    return replace(answer, facts=tuple(replace(fact, is_sure=False) for fact in answer.facts))
