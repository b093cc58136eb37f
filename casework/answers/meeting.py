"""What helps them take part: access needs, interpreter, language, supporters."""

from __future__ import annotations

import re
from datetime import date

from casework.answers.needs_named import needs_heard
from casework.answers.no_needs import (
    ADD_NOTHING,
    asks_which_needs,
    is_all_well,
    may_tell_a_need,
    names_something,
    read_no_needs,
    tells_a_need,
    without_yes,
)
from casework.answers.reading import Answer, one
from casework.answers.schools import places_in
from casework.message import Entity, Message
from casework.people.kept_apart import needs_no_rooms_apart, rooms_apart_in
from casework.people.ways_named import ways_listed, ways_refused
from casework.referral.draft import Draft
from casework.referral.show import label_of
from casework.words import (
    reads_as_correction,
    reads_as_no,
    reads_as_plain_no,
    reads_as_unsure,
    reads_as_yes,
)

MOST_WORDS_OF_A_NEED = 4
"""Where more is said than the needs that were read, the words are kept beside them."""


_TELLS_A_NEED = re.compile(
    r"^\W*(?:i|we) (?:don'?t|do not|didn'?t|haven'?t) (?!have|need|think|require|believe|know|"
    r"want(?! to (?:be(?! an? (?:pain|bother|nuisance|burden))|see|sit|meet|go|face|travel|talk|"
    r"speak)\b))"
    r"|\b(?:but|except|just|only|apart from)\b|\b(?:he|she|they|we|i) (?:also )?needs? (?!no)\w",
    re.IGNORECASE,
)
_SAYS_NOTHING = re.compile(
    r"^\W*(?:both|all of (?:them|it|those)|neither|either|option \d+|the (?:first|second|last) one|"
    r"hang on|hold on|one (?:sec|second|moment|minute|min)|brb|lol|wait|just a (?:sec|minute)|"
    r"(?:as|like) i said(?: before)?|i(?:'?ve| have)?(?: just| already)* told (?:you|u|ya)"
    r"(?: (?:already|that|this|before))*|as (?:above|before)|same(?: as (?:above|before))?|"
    r"can (?:i|we) think about it)\W*$",
    re.IGNORECASE,
)
_WHOSE_NEED = re.compile(
    r"^\W*(?:(?:no|sorry|lol|haha|i meant?|i mean|i said|but|well|it'?s)\W+)*"
    r"(?:(?:he|she|they|him|her|them|my (?:son|daughter|child|boy|girl)|(?!i\b|we\b)[^\W\d_]+)"
    r"(?:(?:'?s|'?re| is| are)? (?:the )?(?:one|1) (?:(?:that|who|what|wot) )?needs? "
    r"(?:it|this|that|(?:the |all the )?help|support)| (?:who |that )?needs? (?:it|this|that)|"
    r" needs? (?:help|support)(?=,? not)))(?:,? (?:not )?[^\W\d_]+)?(?: lol| haha)*\W*$",
    re.IGNORECASE,
)
"""Tells who needs something, and not what: "I meant he needs it, Noah"."""
_BESIDE_THE_POINT = re.compile(
    r"^\W*(?:(?:ok|okay|yes|yeah|no|well|and|but|sorry|lol|haha|oh|hi|hello)\W+)*"
    r"(?:(?:(?:carry|go) on|keep going|"
    r"(?:i'?m|i am|we'?re|we are) (?:all )?(?:fine|ok|okay|good|alright|not fussed|not bothered)|"
    r"(?:i|we) (?:wo ?n'?t|will not) be (?:here|in|home|about|around)\b[^,.;]*|"
    r"thanks?(?: you)?|thank you(?: so much)?|sorry(?: about that)?|"
    r"(?:did|have|has|had) (?:you|u|it|my|the|they) (?:\w+ ){0,3}?(?:get|got|gotten|receiv\w+|"
    r"recieve\w*|seen?|read|arrived?|come|came|gone|sent)(?: \w+){0,4}|"
    r"(?:are|r) (?:you|u) (?:still )?(?:there|real|a (?:bot|robot|person|human))|"
    r"(?:why|when|who|how long|how much) (?:do|does|did|will|would|is|are|can)\b[^.,;]*)"
    r"(?:[ ,]+(?:ta|lol|haha|x+|tho|though|honestly))*[ ,]*)+\W*$",
    re.IGNORECASE,
)
"""What is said between the answers: "carry on, I'm fine", "did you get my email"."""
_CALLS_THE_LINE = re.compile(r"^\W*(?:access(?: needs?)?|needs?) ?[:=-]\s*", re.IGNORECASE)
_BETWEEN_PARTS = re.compile(
    r"[,.;!\n]+|\s(?:and|plus|also|so(?! (?:i|that|we|he|she)\b)|but|lol|haha|&|\+)\s|"
    r"\s(?=(?:just|only) (?:need|want|a|some)\b)",
    re.IGNORECASE,
)
LONGEST_NAME_OF_A_NEED = 25
"""Characters; where more is marked as a need, the marked words are more than its name."""
_NEEDS_SOMEBODY = re.compile(
    r"\b(?:need|want|have to have|can'?t (?:do|manage|come)[^.;]{0,12} without) "
    r"(?:my|his|her|a|our) (?:\w+ ){0,2}?"
    r"(?:with me|to (?:help|come|be there|speak|support|sit)|there|beside me)\b",
    re.IGNORECASE,
)
_NEEDS_IT = re.compile(
    r"\b(?:i|we)(?:'d|'ll| would| will)? (?:really |also )?need (?:it|this|the meeting) (?:to be )?"
    r"(?:on|by|over|in|at|near|to|as|after|before)\b|\bcan'?t leave (?:him|her|them|the)\b|"
    r"\b(?:so|also|and|he|she|they|we|i) needs? (?:an?|some|to (?:be|have)) "
    r"(?!(?:\w+ )?(?:interp|sign|transl))(?!assess|plan|ehcp|new|date|letter|copy|"
    r"certificate|school|place)\w",
    re.IGNORECASE,
)
"""A need, though its words tell of the meeting too: "I'd need it on zoom"."""
_OF_THE_PLAN = re.compile(r"\b(?:draft|final(?:ised)?|ehcp|amended)\b", re.IGNORECASE)
_NOT_THIS = re.compile(
    r"\W*no (?:too )?(?:loud|noisy|busy|crowded|bright|flashing|harsh|strong|sudden|tight|dark|"
    r"lifts?|"
    r"stairs|steps|strangers|crowds?|noise|shouting|perfume|smells?|touching|eye contact|strip|"
    r"background|big groups?|screens?|video|cameras?)\b",
    re.IGNORECASE,
)
"""What they cannot have is a need: "no loud places"."""
LONGEST_BESIDE = 10
"""Words up to which a message that tells something else tells no need besides."""


def read_access_needs(message: Message, draft: Draft, today: date) -> Answer | None:
    """None, or needs in their own words; known needs come as facts."""
    text = message.plain
    none = read_no_needs(text)
    says_no = none is not None and none.told is not None
    heard = message.all_of("access_need") if says_no else needs_heard(message)
    needs = [str(need.value) for need in heard]
    real = [need for need in heard if need.value != "none"]
    if real:
        is_list = len(_BETWEEN_PARTS.split(text)) > len(real)
        is_more = is_list or len(text.split()) > MOST_WORDS_OF_A_NEED * len(real)
        details = _words_beside_needs(message, real) if is_more else None
        return one(
            "access_needs", {"needs": [str(need.value) for need in real], "details": details}
        )
    if rooms_apart_in(text) is not None:
        return one("access_needs", {"needs": ["other"], "details": rooms_apart_in(text)})
    if _NOT_THIS.match(text):
        return one("access_needs", {"needs": ["other"], "details": text[:500]})
    if none is not None and none.told is not None:
        needs = ["other"] if none.is_need else []
        return one("access_needs", {"needs": needs, "details": none.told})
    is_no = reads_as_plain_no(text) or is_all_well(text)
    is_no |= needs_no_rooms_apart(text)
    if is_no or (reads_as_no(text) and message.all_of("sign")):
        return one("access_needs", {"needs": []})
    if reads_as_unsure(text) or _SAYS_NOTHING.match(text) or _tells_how_to_reach(message):
        return None
    if _WHOSE_NEED.match(text) or asks_which_needs(text):
        return Answer(problem="utter_help_access_needs")
    is_short = len(text.split()) <= LONGEST_BESIDE
    is_of_school = is_short and not tells_a_need(text)
    is_of_school = is_of_school and bool(places_in(message, is_professional=False))
    if is_of_school or _is_beside_the_point(text):
        return None
    if _NEEDS_SOMEBODY.search(text):
        return one("access_needs", {"needs": ["carer_attends"], "details": text[:500]})
    if is_short and _NEEDS_IT.search(text):
        return one("access_needs", {"needs": ["other"], "details": text[:500]})
    of_no_need = {"date", "referrer_role"} if tells_a_need(text) else {"date"}
    tells_another = any(
        entity.is_sure and entity.name not in of_no_need for entity in message.entities
    )
    is_none = none is not None and not reads_as_correction(text)
    tells_another |= _OF_THE_PLAN.search(text) is not None
    tells_another &= not needs and not is_none and not tells_a_need(text)
    if tells_another and (is_short or reads_as_correction(text)):
        return None
    if (
        needs
        or is_none
        or (reads_as_no(text) and not _TELLS_A_NEED.search(text))
        or re.search(r"\bno needs\b", text, re.IGNORECASE)
    ):
        return one("access_needs", {"needs": []})
    told = without_yes(text)
    is_yes = reads_as_yes(text) and (told == text or not names_something(told))
    if is_yes or re.fullmatch(r"\W*something else\W*", text, re.IGNORECASE):
        return Answer(problem="utter_help_access_needs")
    if len(told) > 3 and any(c.isalpha() for c in told):
        if not names_something(told) or is_all_well(told):
            return Answer(problem="utter_help_access_needs")
        if _is_asked_first(draft) and not may_tell_a_need(text):
            return None
        return one("access_needs", {"needs": ["other"], "details": told[:500]})
    return None


def _is_asked_first(draft: Draft) -> bool:
    """True the first time: who answers in any words once more is taken at them."""
    return draft.progress.pending == "access_needs" and draft.progress.misses == 0


def _tells_how_to_reach(message: Message) -> bool:
    """True for "calls and email" and for "that's a landline, can't text it"."""
    is_short = len(message.plain.split()) <= LONGEST_BESIDE
    return bool(ways_listed(message)) or (is_short and bool(ways_refused(message.plain)))


def _is_beside_the_point(text: str) -> bool:
    """True where no part of it is about what helps: "carry on, I'm fine lol"."""
    parts = [part for part in _BETWEEN_PARTS.split(text) if _words_of(part)]
    return bool(parts) and all(map(_BESIDE_THE_POINT.match, parts))


def _words_beside_needs(message: Message, needs: list[Entity]) -> str | None:
    """What is said beside the needs that were heard, in their words: each part that adds to them.

    "Easy read and text me" adds "text me"; what is not said in one part with a need is kept whole.
    """
    said = set()
    for need in needs:
        said |= _words_of(label_of("access_needs", str(need.value)))
        if need.end - need.start <= LONGEST_NAME_OF_A_NEED:
            said |= _words_of(message.text[need.start : need.end])
    for sign in message.all_of("sign"):
        said |= _words_of(message.text[sign.start : sign.end]) | {"interpreter", "signer"}
    parts = [part.strip() for part in _BETWEEN_PARTS.split(_CALLS_THE_LINE.sub("", message.plain))]
    more = [part for part in parts if _adds(part, said)]
    return ", ".join(more)[:500] or None


def _adds(part: str, said: set[str]) -> bool:
    """True for a part of the answer that tells more than the needs, and is about what helps."""
    if _WHOSE_NEED.match(part) or _BESIDE_THE_POINT.match(part):
        return False
    return bool(_words_of(part) - said - ADD_NOTHING)


def _words_of(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.lower()))
