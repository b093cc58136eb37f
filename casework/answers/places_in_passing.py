"""Places that tell no council: a school's name, a person's, where somebody else lives.

The first place that is told counts unless it is a school's. A council once known is put right only
where the words plainly speak of the council ("we come under Kent", "not Essex"), or answer its
question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from casework.message import Entity, Message
from casework.places.councils import match_council
from casework.referral.draft import Draft

_COUNCIL = r"(?:council|borough|l\.?a|lea|local authority|education authority|authority|county)\b"
_SCHOOL = (
    r"(?:school|college|academy|nursery|pre-?school|sixth form|primary|secondary|infants?|juniors?)"
)
_NAMES_SCHOOL_BEFORE = re.compile(
    r"(?:\b(?:nam(?:e[ds]?|ing)|want(?:s|ed|ing)?|prefer(?:s|red|ring)?|offer(?:ed|ing)?|"
    r"cho(?:se|sen|ice)|pick(?:ed|ing)?|attend(?:s|ed|ing)?|go(?:es|ing)? to|went to|place at|"
    r"visit(?:ed|ing)?|(?:he|she|they|hes|shes|theyre|he'?s|she'?s|they'?re|is|are|him|her|them|"
    r"i'?m|pupil|start(?:s|ed|ing)?|stay(?:s|ed|ing)?) (?:\w+ )?at)"
    r"|\b" + _SCHOOL + r"s? ?(?:is|was|called|named|name is|should be|:|=|,))"
    r"(?: (?:the|for|him|her|them|to|be|go|in|it'?s|called|school|college))*\W*$",
    re.IGNORECASE,
)
"""What leads to a school's name: "they named", "we want", "hes at"."""
_NAMES_SCHOOL_AFTER = re.compile(
    r"^(?:'?s)?(?: (?!(?:council|county|borough|city|is|and|but|so|the|an?|his|her|their|my|our|or|"
    r"nd|n|where|when|which|who|because|cos|coz|then|with|as|for|from|they|he|she|we|i)\b)"
    r"[\w'&-]+){0,2}? " + _SCHOOL + r"s?\b(?! (?:transport|admission|place))|"
    r"^ (?:is|was|isn'?t|are|aint) (?:not )?(?:(?:the|a|his|her|their|our|my|another|just|only) )*"
    r"(?:name of (?:a|the|his|her|their|my|our) )?(?:\w+ )?" + _SCHOOL + r"\b",
    re.IGNORECASE,
)
_HOME_OF_NOW = re.compile(
    r"\bwe(?:'?re| are| live) (?:all )?in (?P<place>[\w' -]{3,40}?) (?:now|these days)\b",
    re.IGNORECASE,
)
_JOINS_PLACES = re.compile(
    r"^\W*(?:(?:not|and|or|instead of|rather than|over|to|but|then)\W*)+$", re.IGNORECASE
)
"""Between two names of one kind: "Brentwood, not Broadoak"."""
_NOT_OF_SCHOOL = re.compile(rf"^(?:'?s)? (?:\w+ )?{_COUNCIL}|^,? (?:to|who|wont|won't|refus\w*) ")
"""After a place that is asked to do something: "we want Leeds to assess him"."""
_COUNCIL_BEFORE = re.compile(
    rf"\b{_COUNCIL}"
    r"(?:\W+(?:is|isn'?t|are|was|'?s|should|needs?|has|changed?|be|to|say|says|actually|really|now|"
    r"it|it'?s|called|for|area|of|name|in|wrong|please|put|sorry|no|the|our|my|me|we|we'?re|"
    r"(?:not|isn'?t|from|instead of) (?:[\w']+ ){0,2}?[\w']+))*\W+$",
    re.IGNORECASE,
)
_COUNCIL_AFTER = re.compile(
    r"^(?:'?s)?,? (?:(?:city|metropolitan|district|unitary|is|are|as|should|be|my|our|the|his|her)"
    rf" )*(?:{_COUNCIL}|(?:cc|mbc)\b)",
    re.IGNORECASE,
)
_COME_UNDER = re.compile(
    r"\b(?:come|comes|coming|fall|falls|falling|are|is|i'?m|we'?re|he'?s|she'?s) under"
    r"(?: (?:the|now|actually|just))*\s+$",
    re.IGNORECASE,
)
_HOLDS_THE_PLAN = re.compile(
    r"^,? (?:(?:who|that|which|they|now|actually) )*(?:do|does|did|have|has|hold|holds|deal with|"
    r"deals with|look after|looks after|handle|handles|run|runs|pay for|pays for|wrote|issued|"
    r"made|sent)(?: now)? (?:all )?(?:his|her|their|my|our|the) (?:\w+ )?(?:plan|ehcp|ehc plan|"
    r"case|send stuff|assessment)\b",
    re.IGNORECASE,
)
_LETTER_FROM = re.compile(
    r"\b(?:letters?|decision|refusal|e-?mail|plan|ehcp)(?:'?s)?"
    r"(?: (?:is|was|came|comes|actually|really|now|both|all|sent))* from(?: the)?\s+$",
    re.IGNORECASE,
)
"""Whose letter it is, tells who decides: "the letter is from Kent"."""
_LIVE_THERE = re.compile(
    r"\b(?:liv(?:e|es|ing) (?:in|near|within)|mov(?:ed|ing) (?:\w+ )?(?:in)?to|residents? (?:of|"
    r"in)|(?:we|i)(?:'?re|'?m| are| am) (?:\w+ )?(?:in|from))(?: (?:the|now|actually|just))*\s+$",
    re.IGNORECASE,
)
_OF_SOMEBODY_ELSE = re.compile(
    r"\b(?:dad'?s?|father|mother|mum'?s?|nan'?s?|gran\w*|aunt\w*|uncle|brother|sister|cousin|"
    r"friends?|husband|wife|partner|ex|neighbours?|teacher|senco|worker|used to|last year|"
    r"years? ago|previous\w*|before|we were)\b(?:(?! (?:i|we|we're|we've)\b)[^.!?;,])*$",
    re.IGNORECASE,
)
_IS_OVER = re.compile(r"^,? (?:before|until|till|at first|back then|originally|last year)\b", re.I)
_OF_HEALTH = re.compile(r"^(?:'?s)? (?:camhs|hospital|nhs|clinic|gp|paed\w*|royal)\b", re.I)
_COUNCIL_IS_WRONG = re.compile(
    rf"\b{_COUNCIL}\W+(?:(?:is|'?s|name|was)\W+)*(?:wrong|not right|incorrect|isn'?t right)|"
    rf"\b(?:wrong|change|fix|correct|update) (?:(?:the|my|our) )?{_COUNCIL}",
    re.IGNORECASE,
)
_NOT_THIS = re.compile(
    r"\b(?:not|isn'?t|ain'?t|instead of|rather than|from)"
    r"(?: (?:in|under|from|the|with|part of))* (?P<name>[\w'&-]+(?: [\w'&-]+){0,3})",
    re.IGNORECASE,
)
_LEADS_TO_IT = re.compile(
    r"^\W*(?:(?:no|nope|sorry|oops|wait|actually|it'?s|it|is|that|this|should|be|say|to|change|"
    r"i|we|said|mean|meant|put|wrong)\b\W*)+$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"^\W*(?:(?:please|pls|sorry|thanks|ta|instead|not)\W*)*$", re.IGNORECASE)
_SENTENCE_ENDS = ".!?;\n"


@dataclass(frozen=True)
class _Place:
    """A place found in the message, with its sentence before and after it."""

    entity: Entity
    before: str
    after: str
    start: int
    end: int


def without_schools(message: Message) -> Message:
    """The message without the places in it that name a school: "they named Redhill"."""
    return _without(message, _named_as_schools(_places_in(message), message.plain))


def without_places_in_passing(message: Message, draft: Draft) -> Message:
    """The message without the places in it that tell no council."""
    message = without_schools(message)
    known = draft.referral.council.gss
    if known is None or draft.progress.pending == "council":
        return without_places_denied(message)
    places = _places_in(message)
    if denies_council(message.plain, known):
        return _without(message, [place for place in places if _is_known(place.entity, known)])
    told = [place for place in places if not _is_of_another(place)]
    counting = (
        [place for place in told if _is_called_council(place)]
        or [place for place in told if _LIVE_THERE.search(place.before)]
        or [place for place in told if _stands_alone(place, message, draft)]
    )
    return _without(message, [place for place in places if place not in counting])


def without_places_denied(message: Message) -> Message:
    """The message without the Derbyshire of "we live in Derby, not Derbyshire", its words blank."""
    spans = list(_places_denied(message.plain))
    if not spans:
        return message
    text = message.plain
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    kept = tuple(
        one
        for one in message.entities
        if one.name != "council" or str(one.value).casefold() in text.casefold()
    )
    return replace(message, text=text, entities=kept)


def _places_denied(words: str) -> Iterator[tuple[int, int]]:
    """Where a "not" and the council after it stand; the longest name that begins there counts."""
    for said in _NOT_THIS.finditer(words):
        is_home = said[0].casefold().startswith("from")
        named = [] if is_home else said["name"].split()
        for count in range(len(named), 0, -1):
            place = _council_in(named[:count])
            if place is not None and place != _council_in(named[1:count]):
                yield said.start(), said.start("name") + len(" ".join(named[:count]))
                break


def _council_in(words: list[str]) -> str | None:
    council = match_council(" ".join(words)).council if words else None
    return None if council is None else council.gss


def is_a_language(entity: Entity, message: Message) -> bool:
    """True where the same words name a language: "Welsh" tells no place."""
    return any(
        entity.start < language.end and language.start < entity.end
        for language in message.all_of("language")
    )


def _without(message: Message, places: list[_Place]) -> Message:
    dropped = [place.entity for place in places]
    kept = tuple(one for one in message.entities if one not in dropped)
    return replace(message, entities=kept) if dropped else message


def _is_known(entity: Entity, known: str) -> bool:
    council = match_council(str(entity.value)).council
    return council is not None and council.gss == known


def _places_in(message: Message) -> list[_Place]:
    found, words = [], message.plain
    for entity in message.all_of("council"):
        name = re.escape(str(entity.value))
        said = re.search(rf"(?<!\w){name}(?!\w)", words, re.IGNORECASE)
        start, end = said.span() if said is not None else (len(words), len(words))
        called = re.search(rf" {_COUNCIL}", words[start:end], re.IGNORECASE)
        end = start + called.start() if called is not None else end
        begin = max(words.rfind(mark, 0, start) for mark in _SENTENCE_ENDS) + 1
        stops = [at for mark in _SENTENCE_ENDS if (at := words.find(mark, end)) >= 0]
        after = words[end : min(stops, default=len(words))]
        found.append(_Place(entity, words[begin:start], after, start, end))
    return sorted(found, key=lambda place: place.start)


def _named_as_schools(places: list[_Place], words: str) -> list[_Place]:
    schools: list[_Place] = []
    for place in places:
        joined = bool(schools) and _JOINS_PLACES.match(words[schools[-1].end : place.start])
        is_named = _NAMES_SCHOOL_BEFORE.search(place.before) or _NAMES_SCHOOL_AFTER.match(
            place.after
        )
        is_home = _LIVE_THERE.search(place.before) or _COME_UNDER.search(place.before)
        if (joined or is_named) and not (is_home or _NOT_OF_SCHOOL.match(place.after)):
            schools.append(place)
    return schools


def _is_of_another(place: _Place) -> bool:
    """True for where somebody else lives, where they once lived, and a hospital."""
    is_past = _OF_SOMEBODY_ELSE.search(place.before) or _IS_OVER.match(place.after)
    return bool(is_past or _OF_HEALTH.match(place.after))


def _is_called_council(place: _Place) -> bool:
    """True for "Kent council", "we come under Kent" and "it's Kent who do his plan"."""
    ways = (_COUNCIL_BEFORE, _COME_UNDER, _LETTER_FROM)
    leads = any(way.search(place.before) for way in ways)
    after = (_COUNCIL_AFTER, _HOLDS_THE_PLAN)
    return bool(leads or any(way.match(place.after) for way in after))


def _stands_alone(place: _Place, message: Message, draft: Draft) -> bool:
    """True where its sentence tells no more, and names a council or comes after "wrong council"."""
    is_led_to = _LEADS_TO_IT.match(place.before) is not None
    is_bare = draft.progress.pending in ("summary", "change_what") and not place.before.strip()
    if not (is_led_to or is_bare) or not _ENDS.match(place.after):
        return False
    if _COUNCIL_IS_WRONG.search(message.plain):
        return True
    words, match = message.plain, match_council(str(place.entity.value))
    sentence = words[place.start - len(place.before) : place.end + len(place.after)].strip()
    is_all = sentence == words.strip().rstrip(_SENTENCE_ENDS)
    return is_all and match.kind == "exact" and match.matched_by == "name"


def denies_council(words: str, known: str) -> bool:
    """Whether the words say that it is not the council we know: "Kent, not Essex"."""
    named = (said["name"].split() for said in _NOT_THIS.finditer(words))
    return any(
        known == _council_in(name[:end]) for name in named for end in range(1, 1 + len(name))
    )


def home_of_now(words: str) -> str:
    """The Hillingdon of "slough way.. no we are in Hillingdon now"; empty where none is said."""
    found = _HOME_OF_NOW.search(words)
    return "" if found is None else found["place"]
