"""What helps them take part: access needs, interpreter, language, supporters."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from casework.answers.facts import Fact
from casework.answers.no_needs import read_no_needs
from casework.answers.reading import Answer, one
from casework.message import Message
from casework.people.contact_told import ways_listed, ways_refused
from casework.people.kept_apart import rooms_apart_in
from casework.people.meeting_told import supporters_in
from casework.referral.draft import Draft
from casework.referral.show import label_of
from casework.safety.redaction import words_of_nobody
from casework.words import (
    english_is_fine,
    reads_as_correction,
    reads_as_mere_assent,
    reads_as_no,
    reads_as_plain_no,
    reads_as_unsure,
    reads_as_yes,
)

MOST_WORDS_OF_A_NEED = 4
"""Where more is said than the needs that were read, the words are kept beside them."""
MAX_LABEL_WORDS = 3
"""A longer message that names a language ("we speak Urdu at home") may not ask for a signer."""


_TELLS_A_NEED = re.compile(
    r"^\W*(?:i|we) (?:don'?t|do not|didn'?t|haven'?t) (?!have|need|think|require|want|believe|know)"
    r"|\b(?:but|except|just|only|apart from)\b|\b(?:he|she|they|we|i) (?:also )?needs? (?!no)\w",
    re.IGNORECASE,
)
_SPEAKS_ENGLISH = re.compile(
    r"\b(?:speak|understand|talk)s? (?:\w+ ){0,2}english\b|\benglish (?:is )?(?:fine|ok|okay|good|"
    r"only|is my first)\b|^\W*(?:just |only )?english\W*$",
    re.IGNORECASE,
)
_NO_ENGLISH = re.compile(
    r"\b(?:not|no|don'?t|doesn'?t|little|bad|poor|cannot|can'?t|isn'?t|some|bit of|but|only a)\b",
    re.IGNORECASE,
)


_SAYS_NOTHING = re.compile(
    r"^\W*(?:both|all of (?:them|it|those)|neither|either|option \d+|the (?:first|second|last) one|"
    r"hang on|hold on|one (?:sec|second|moment|minute|min)|brb|lol|wait|just a (?:sec|minute)|"
    r"(?:as|like) i said(?: before)?|as (?:above|before)|same(?: as (?:above|before))?|"
    r"can (?:i|we) think about it)\W*$",
    re.IGNORECASE,
)
_BETWEEN_PARTS = re.compile(r"[,.;!\n]+|\s(?:and|plus|also|&|\+)\s", re.IGNORECASE)
LONGEST_NAME_OF_A_NEED = 25
"""Characters; where more is marked as a need, the marked words are more than its name."""
_SAID_AROUND_A_NEED = """
    yes yeah yep please pls thanks thank you i we me us my he she they him her a an the some to
    of for in with need needs needed want wants like would could be is are have has get do can
    help helps helpful good great it that this if possible really just lots too as well
    and or so
"""
_ADD_NOTHING = frozenset(_SAID_AROUND_A_NEED.split())
_NEEDS_SOMEBODY = re.compile(
    r"\b(?:need|want|have to have|can'?t (?:do|manage|come)[^.;]{0,12} without) "
    r"(?:my|his|her|a|our) (?:\w+ ){0,2}?"
    r"(?:with me|to (?:help|come|be there|speak|support|sit)|there|beside me)\b",
    re.IGNORECASE,
)
_NEEDS_IT = re.compile(
    r"\b(?:i|we)(?:'d|'ll| would| will)? (?:really |also )?need (?:it|this|the meeting) (?:to be )?"
    r"(?:on|by|over|in|at|near|to|as|after|before)\b|\bcan'?t leave (?:him|her|them|the)\b",
    re.IGNORECASE,
)
"""A need, though its words tell of the meeting too: "I'd need it on zoom"."""
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
    needs = [str(entity.value) for entity in message.all_of("access_need")]
    real = [need for need in needs if need != "none"]
    text = message.plain
    if real:
        is_more = len(text.split()) > MOST_WORDS_OF_A_NEED * len(real)
        details = _words_beside_needs(message) if is_more else None
        return one("access_needs", {"needs": real, "details": details})
    if rooms_apart_in(text) is not None:
        return one("access_needs", {"needs": ["other"], "details": rooms_apart_in(text)})
    if _NOT_THIS.match(text):
        return one("access_needs", {"needs": ["other"], "details": text[:500]})
    none = read_no_needs(text)
    if none is not None and none.told is not None:
        needs = ["other"] if none.is_need else []
        return one("access_needs", {"needs": needs, "details": none.told})
    if reads_as_plain_no(text) or (reads_as_no(text) and message.all_of("sign")):
        return one("access_needs", {"needs": []})
    if reads_as_unsure(text) or _SAYS_NOTHING.match(text) or _tells_how_to_reach(message):
        return None
    is_short = len(text.split()) <= LONGEST_BESIDE
    if _NEEDS_SOMEBODY.search(text):
        return one("access_needs", {"needs": ["carer_attends"], "details": text[:500]})
    if is_short and _NEEDS_IT.search(text):
        return one("access_needs", {"needs": ["other"], "details": text[:500]})
    tells_another = any(entity.is_sure and entity.name != "date" for entity in message.entities)
    is_none = none is not None and not reads_as_correction(text)
    if tells_another and not needs and not is_none and (is_short or reads_as_correction(text)):
        return None
    if (
        needs
        or is_none
        or (reads_as_no(text) and not _TELLS_A_NEED.search(text))
        or re.search(r"\bno needs\b", text, re.IGNORECASE)
    ):
        return one("access_needs", {"needs": []})
    if reads_as_yes(text) or re.fullmatch(r"\W*something else\W*", text, re.IGNORECASE):
        return Answer(problem="utter_help_access_needs")
    if len(text) > 3 and any(c.isalpha() for c in text):
        return one("access_needs", {"needs": ["other"], "details": text[:500]})
    return None


def _tells_how_to_reach(message: Message) -> bool:
    """True for "calls and email" and for "that's a landline, can't text it"."""
    is_short = len(message.plain.split()) <= LONGEST_BESIDE
    return bool(ways_listed(message)) or (is_short and bool(ways_refused(message.plain)))


def _words_beside_needs(message: Message) -> str | None:
    """What is said beside the needs that were heard, in their words: each part that adds to them.

    "Easy read and text me" adds "text me"; what is not said in one part with a need is kept whole.
    """
    said = set()
    for need in message.all_of("access_need"):
        said |= _words_of(label_of("access_needs", str(need.value)))
        if need.end - need.start <= LONGEST_NAME_OF_A_NEED:
            said |= _words_of(message.text[need.start : need.end])
    parts = [part.strip() for part in _BETWEEN_PARTS.split(message.plain)]
    more = [part for part in parts if _words_of(part) - said - _ADD_NOTHING]
    return ", ".join(more)[:500] or None


def _words_of(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.lower()))


def read_interpreter(message: Message, draft: Draft, today: date) -> Answer | None:
    """Yes, no, or straight away which language or kind of signing."""
    language, signs = message.first("language"), message.all_of("sign")
    told = message.first("interpreter")
    says_no = reads_as_no(message.plain) and (told is None or told.value != "yes")
    if (says_no or english_is_fine(message.plain)) and not signs:
        return one("interpreter", False)
    if language is not None or signs:
        answer = read_language(message, draft, today)
        has_asked = message.first("interpreter") is not None or reads_as_yes(message.plain)
        has_asked = has_asked or reads_as_no(message.plain)
        if answer is not None and not has_asked and len(message.plain.split()) > MAX_LABEL_WORDS:
            return Answer(tuple(replace(fact, is_sure=False) for fact in answer.facts))
        return answer
    if _SPEAKS_ENGLISH.search(message.plain) and not _NO_ENGLISH.search(message.plain):
        return one("interpreter", False)
    if reads_as_yes(message.plain) and not reads_as_mere_assent(message.plain):
        return one("interpreter", True)
    return None


def read_language(message: Message, draft: Draft, today: date) -> Answer | None:
    """A language or a kind of signing; one we do not know is kept as typed."""
    signs = [str(entity.value) for entity in message.all_of("sign")]
    language = message.first("language")
    if language is not None:
        named = Fact("language_code", language.value).shown
        value: dict[str, object] = {"code": language.value, "name": named}
        return one("language", value | ({"sign": signs} if signs else {}))
    if signs:
        return one("language", {"sign": signs})
    words = message.plain
    if reads_as_unsure(words) or reads_as_no(words) or len(words.split()) > 4:
        return None
    ordinary = [word.lower() in words_of_nobody() for word in re.findall(r"[^\W\d_]+", words)]
    names_none = 2 * sum(ordinary) >= len(ordinary)
    return None if names_none else one("language", {"details": words[:100]})


def read_supporters(message: Message, draft: Draft, today: date) -> Answer | None:
    """Who comes with them, in their own words."""
    named = supporters_in(message)
    if named:
        return one("supporters", named)
    if reads_as_no(message.plain) or re.search(r"\bno ?one\b|\bjust me\b", message.plain):
        return Answer(facts=(Fact("supporters", []),))
    return Answer(facts=(Fact("supporters", [message.text.strip()[:200]]),))
