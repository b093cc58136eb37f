"""What is said of the routes in passing: which is liked better, which is only named, and doubts.

Who names a route need not want it: it may be turned down, asked about, or kept for later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from casework.dispute.route_of_others import dislikes_mediation
from casework.message import Message
from casework.words import reads_as_question, reads_as_unsure

_RESOLUTION = r"(?:(?:a |the )?(?:disagreement|dispute) resolution|the drs|drs)\b"
_CERTIFICATE = r"(?:(?:just |only |have |get |a |the )*(?:mediation )?cert(?:ificate)?)\b"
_MEDIATION = r"(?:(?:a |the |do |try |have |go to )*mediation(?! cert)\b)"
_MEETING = (
    r"(?:(?:a |the |do |try |have |go to |go for )*meeting(?: (?:please|pls|now|then|after all|"
    r"instead|with (?:them|the council)|if (?:i|we) can|than (?:a|the|just a) cert\w*))*(?=\W*$)|"
    r"sit down with (?:them|the council))"
)
_WOULD_RATHER = (
    r"(?:\b(?:i|we)(?:'?d| would| wud)?(?: now| much| really)? (?:rather|prefer|"
    r"sooner)(?: to)?(?: have| do| try| go for| get| be referred for)?|"
    r"\b(?:(?:i|we)(?:'?ve| have)?|ive|weve) changed (?:my|"
    r"our) minds?\W+(?:(?:can|could) (?:i|we) |"
    r"(?:i|we)(?:'?d| would)? )?(?:(?:do|have|go for|try|like|want|it'?s)\b)?|"
    r"\bchanged (?:my|our) minds?\W+|\bactually (?:can|could) (?:i|we) (?:do|have|go for|try)|"
    r"\b(?:i|we) meant?(?: to (?:say|put|choose|pick))?)"
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
_NAMED = re.compile(
    r"\b(?P<certificate_only>(?:mediation )?cert(?:ificate)?s?)\b|"
    r"\b(?P<disagreement_resolution>(?:disagreement|dispute) resolution|drs)\b|"
    r"\b(?P<mediation>mediation)\b(?! cert)",
    re.IGNORECASE,
)
_ANY_ROUTE = (
    r"(?:(?:mediation )?cert(?:ificate)?s?|(?:disagreement|dispute) resolution|drs|"
    r"mediation(?! cert)|meeting)"
)
_ONE_OR_OTHER = re.compile(
    rf"\b(?P<a>{_ANY_ROUTE}),? or (?:(?:a|the|just|only|maybe) )*(?P<b>{_ANY_ROUTE})\b",
    re.IGNORECASE,
)
_TURNED_DOWN = re.compile(
    r"(?:\b(?:not|never|no|without|nor|don'?t|didn'?t|won'?t|wouldn'?t|isn'?t|rather "
    r"than|instead of|more than)\b(?: (?:really|actually|even|just|only|simply|want|wanted|need|"
    r"needed|like|after|asking|ask|asked|looking|interested|bothered|fussed|about|for|in|to|have|"
    r"get|a|an|the|any|that|this|here|said|say|it'?s))*)\W*$",
    re.IGNORECASE,
)
_ALREADY_HAD = re.compile(
    r"\b(?:did|done|had|been (?:to|through)|went (?:to|through)|finished|completed)"
    r"(?: (?:the|our|a|some|already|one))*\s*$",
    re.IGNORECASE,
)
"""Before "mediation": it is over, and no wish for it."""
_TURNED_DOWN_ANY = re.compile(
    r"\b(?:not|no|never|without|skip|waste|pointless|refus\w+|avoid|instead|rather than|past|"
    r"no point|don'?t|wo ?n'?t|ca ?n'?t|isn'?t|unless|if|after(?! all\b)|before|got|have|had)\b",
    re.IGNORECASE,
)
"""Beside one route these may mean any but it."""
_ASKED_ABOUT = re.compile(
    r"\b(?:difference|differ\w*|understand|explain\w*|wonder\w*|what(?:'?s| is| are)|whats|know|"
    r"means?|meant|whether|about (?:the|a|what)|tell me (?:about|if)|told (?:me|us)|you said|"
    r"(?:do|did|does|would|will) (?:i|we|you)|if (?:i|we)|heard of|between)\b"
    r"(?:(?!(?:,|\bbut\b|\bso\b) ?(?:i|we|just|can)\b)[^.;!?]){0,60}$",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"^\W*(?:(?:then|only|but|maybe) )?(?:after(?:wards?)?\b(?! all\b)|later|"
    r"if (?:need|necessary|(?:it|that|this|we|they|things|mediation) (?:\w+ )?"
    r"(?:not|does ?n'?t|do ?n'?t|wo ?n'?t|ca ?n'?t|"
    r"fails?|goes|go|comes|needs?|has to|have to))|in case|"
    r"as (?:a |my )?(?:back ?up|fallback|plan b)|"
    r"next\b|eventually|at the end)",
    re.IGNORECASE,
)
_IN_HAND = re.compile(
    r"\bcert(?:ificate)?s? (?:is |are |already |right |now |all )*(?:in (?:my |our )?hand|here|"
    r"to hand|in front of me|got|received|issued|came|arrived|dated)\b(?!\W*\?)",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"\b(?:just|only|want to|rather|would like to|sit down and) (?:to )?(?:talk|meet|sit down|"
    r"speak|a (?:talk|meeting|chat))\b(?! (?:about|to you))",
    re.IGNORECASE,
)
_WANTS_AN_END = re.compile(
    r"\b(?:just|only|all (?:i|we)) (?:really )?want (?:is )?(?:for )?(?:them|the \w+|him|her|"
    r"someone|somebody|it|this|what|some|my|our|help)\b|"
    r"\b(?:don'?t|do not) want to appeal\b|"
    r"^\W*(?:neither|none(?! certificate))(?: of (?:them|those|these))?\b",
    re.IGNORECASE,
)
_CERTIFICATE_ONLY = "certificate_only"


def route_preferred(text: str) -> str | None:
    """The route of "I'd rather have the meeting" and "changed my mind, mediation"; else None.

    So is the one that is wished for where another is turned down: "not just a certificate, I want
    mediation".
    """
    for route, preferred in _PREFERRED:
        if preferred.search(text):
            return route
    named = list(_routes_named(text))
    if _CERTIFICATE_ONLY not in (route for _span, route, _wished in named if not _wished):
        return None
    wished = {route for _span, route, is_wished in named if is_wished}
    if wished == {"mediation"}:
        return "mediation"
    return None


def turns_to_talking(text: str) -> bool:
    """True for "I don't want a certificate, just talk": a meeting it seems, and no certificate."""
    named = {route for _span, route, is_wished in _routes_named(text) if not is_wished}
    return _CERTIFICATE_ONLY in named and _TALK.search(text) is not None


def wants_no_route(text: str) -> bool:
    """True for "I just want them to do what is written down": what is to come of it, no way."""
    return _WANTS_AN_END.search(text) is not None and not reads_as_question(text)


def without_routes_not_wanted(message: Message) -> Message:
    """The message without the routes that it turns down, asks about or keeps for later.

    To turn mediation down is left in it: that tells what is wanted instead.
    """
    named = list(_routes_named(message.text))
    wished = {route for _span, route, is_wished in named if is_wished}
    gone = {route for _span, route, _is_wished in named} - wished
    text = list(message.text)
    for (start, end), _route, is_wished in named:
        if not is_wished:
            text[start:end] = " " * (end - start)
    kept = tuple(one for one in message.entities if one.name != "route" or one.value not in gone)
    return replace(message, text="".join(text), entities=kept)


def tells_of_certificate_held(message: Message) -> bool:
    """True where they have the paper: "certificate in hand", "it's on the certificate"."""
    held = message.first("certificate")
    return (held is not None and held.value == "yes") or _IN_HAND.search(message.plain) is not None


def without_certificate_held(message: Message) -> Message:
    """The message without the wish heard in the certificate that they tell us they have.

    "Certificate in hand" and "the certificate is dated the 30th" ask for none.
    """
    if not tells_of_certificate_held(message):
        return message
    kept = tuple(
        one
        for one in message.entities
        if one.name != "route" or one.value != _CERTIFICATE_ONLY or one.is_sure
    )
    return replace(message, entities=kept)


def _routes_named(text: str) -> Iterator[tuple[tuple[int, int], str, bool]]:
    """Where each route is named, which it is, and whether it may be the one that is wanted."""
    plain = text.replace("\u2019", "'")
    choices = [
        (one.span(name), one[name]) for one in _ONE_OR_OTHER.finditer(plain) for name in "ab"
    ]
    chosen_from = {span for span, _words in choices}
    yield from (
        (span, "mediation", False) for span, words in choices if _NAMED.match(words) is None
    )
    for found in _NAMED.finditer(plain):
        route = str(found.lastgroup)
        start = max(plain.rfind(mark, 0, found.start()) for mark in ".;!?\n") + 1
        before, after = plain[start : found.start()], plain[found.end() :]
        is_asked = found.span() in chosen_from or _ASKED_ABOUT.search(before) is not None
        is_later = _LATER.match(after) is not None
        is_refused = route != "mediation" and _TURNED_DOWN.search(before) is not None
        is_over = route == "mediation" and _ALREADY_HAD.search(before) is not None
        yield found.span(), route, not (is_asked or is_later or is_refused or is_over)


def told_route(message: Message) -> tuple[str, bool] | None:
    """The route that is told, whatever was asked, and whether surely; a question tells none."""
    preferred = route_preferred(message.plain)
    if preferred is not None:
        return preferred, True
    if turns_to_talking(message.plain):
        return "mediation", False
    message = without_routes_not_wanted(without_certificate_held(message))
    found = sorted(message.all_of("route"), key=lambda entity: not entity.is_sure)
    if not found or message.plain.endswith("?"):
        return None
    return str(found[0].value), found[0].is_sure and not doubts_route(message.plain)


def names_one_route(text: str) -> str | None:
    """The route that the words name and no other: said to the question for it, that is sure."""
    if reads_as_question(text) or _TURNED_DOWN_ANY.search(text):
        return None
    named = {route for _span, route, _is_wished in _routes_named(text)}
    return named.pop() if len(named) == 1 else None


def names_a_route(message: Message) -> bool:
    """True where any way is named, whatever is said of it."""
    is_heard = any(one.value != "unsure" for one in message.all_of("route"))
    return is_heard or _NAMED.search(message.plain) is not None


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
    """True for "just a certificate I think. Or both? idk": a route is named, and not chosen.

    Nor is one of two asked about ("a meeting, or the certificate first?"), nor what is no use.
    """
    is_unsure = reads_as_unsure(text) and not reads_as_question(text.rstrip("?"))
    is_open = _IN_DOUBT.search(text) or _ONE_OR_OTHER.search(text)
    return is_unsure or dislikes_mediation(text) or is_open is not None
