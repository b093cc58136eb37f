"""What is said of the routes in passing: which is liked better, which place it has, and doubts."""

from __future__ import annotations

import re

from casework.message import Message
from casework.words import reads_as_question, reads_as_unsure

_RESOLUTION = r"(?:(?:a |the )?(?:disagreement|dispute) resolution|the drs|drs)\b"
_CERTIFICATE = r"(?:(?:just |only |have |get |a |the )*(?:mediation )?cert(?:ificate)?)\b"
_MEDIATION = r"(?:(?:a |the |do |try |have |go to )*mediation(?! cert)\b)"
_MEETING = (
    r"(?:(?:a |the |do |try |have |go to |go for )*meeting(?: (?:please|pls|now|then|after all|"
    r"instead|with (?:them|the council)|if (?:i|we) can|than (?:a|the|just a) cert\w*))*(?=\W*$)"
    r"|sit down with (?:them|the council))"
)
_WOULD_RATHER = (
    r"(?:\b(?:i|we)(?:'?d| would| wud)?(?: now| much| really)? (?:rather|prefer|sooner)"
    r"(?: to)?(?: have| do| try| go for| get| be referred for)?"
    r"|\b(?:(?:i|we)(?:'?ve| have)?|ive|weve) changed (?:my|our) minds?\W+"
    r"(?:(?:can|could) (?:i|we) |(?:i|we)(?:'?d| would)? )?"
    r"(?:(?:do|have|go for|try|like|want|it'?s)\b)?"
    r"|\bchanged (?:my|our) minds?\W+"
    r"|\bactually (?:can|could) (?:i|we) (?:do|have|go for|try))"
)
_ROUTES = (
    ("disagreement_resolution", _RESOLUTION),
    ("certificate_only", _CERTIFICATE),
    ("mediation", rf"(?:{_MEDIATION}|{_MEETING})"),
)
_PREFERRED = tuple(
    (route, re.compile(rf"{_WOULD_RATHER} ?{words}", re.IGNORECASE)) for route, words in _ROUTES
)
_BY_PLACE = re.compile(
    r"(?:^|\b(?:i (?:meant?|want|said|choose|pick|'?d like)|it'?s|go (?:for|with)|please|yes|no)"
    r"\W+)"
    r"(?:the )?(?:(?P<first>first|1st)|(?P<second>second|2nd)|(?P<third>third|3rd))"
    r"(?: (?:one|option|choice))?(?: please| pls| thanks)?\W*$|"
    r"^\W*(?:option|choice) (?P<number>[123])\W*$",
    re.IGNORECASE,
)
_OFFERED = ("mediation", "disagreement_resolution", "certificate_only")
"""The routes in the order of the question (data/responses/about_meeting.yml)."""
_IN_DOUBT = re.compile(
    r"\bor (?:both|neither|either|the other|maybe|is it|should (?:i|we)|shall (?:i|we))\b",
    re.IGNORECASE,
)
_YES_BUT = re.compile(
    r"^\W*(?:ok(?:ay)? )?(?:yes|yeah|yep|yh|yup|ye|ok|okay|fine|sure|right)"
    r"(?: please| that'?s right| it is)?[\s,.;-]+but (?P<wish>.+)$",
    re.IGNORECASE,
)
_TAKES_BACK = re.compile(
    r"\?|\b(?:wait|hang on|hold on|sure|certain|wrong|mediation|cert\w*|resolution|drs|which|what|"
    r"why|how|later|first|think|instead|rather|other (?:one|way)|isn'?t|neither|changed|"
    r"don'?t want|dont want|decided?)\b|"
    r"\bnot (?:that|this|it|really|yet|now|the (?:first|second|third|one))\b",
    re.IGNORECASE,
)


def agrees_with_a_wish(text: str) -> bool:
    """True for "yes but in separate rooms": a yes to the route, and how it is to be."""
    found = _YES_BUT.match(text)
    return found is not None and _TAKES_BACK.search(found["wish"]) is None


def route_preferred(text: str) -> str | None:
    """The route of "I'd rather have the meeting" and "changed my mind, mediation"; else None."""
    for route, preferred in _PREFERRED:
        if preferred.search(text):
            return route
    return None


def told_route(message: Message) -> tuple[str, bool] | None:
    """The route that is told, whatever was asked, and whether surely; a question tells none."""
    preferred = route_preferred(message.plain)
    if preferred is not None:
        return preferred, True
    found = sorted(message.all_of("route"), key=lambda entity: not entity.is_sure)
    if not found or message.plain.endswith("?"):
        return None
    return str(found[0].value), found[0].is_sure and not doubts_route(message.plain)


def route_by_place(text: str) -> str | None:
    """The route of "I meant the second", by its place in the question."""
    found = _BY_PLACE.search(text)
    if found is None:
        return None
    if found["number"]:
        return _OFFERED[int(found["number"]) - 1]
    places = ("first", "second", "third")
    return next(route for route, place in zip(_OFFERED, places, strict=True) if found[place])


def doubts_route(text: str) -> bool:
    """True for "just a certificate I think. Or both? idk": a route is named, and not chosen."""
    is_unsure = reads_as_unsure(text) and not reads_as_question(text.rstrip("?"))
    return is_unsure or _IN_DOUBT.search(text) is not None
