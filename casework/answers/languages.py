"""Reads whether an interpreter or signer is wanted, and for which language."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

from casework.answers.fact import Fact
from casework.answers.interpreter_wanted import (
    english_is_enough,
    has_little_english,
    wants_interpreter,
)
from casework.answers.reading import Answer, one
from casework.message import Entity, Message
from casework.people.help_told import needs_no_interpreter, wish_for_interpreter
from casework.people.interpreter_for import family_interprets, interpreter_is_for
from casework.referral.draft import Draft
from casework.referral.show import language_names
from casework.safety.redaction import words_of_nobody
from casework.words import (
    english_is_fine,
    reads_as_no,
    reads_as_unsure,
    reads_as_yes,
)

MOST_WORDS_OF_A_NAME = 4
MOST_WORDS_BESIDE = 8
MAX_LABEL_WORDS = 3
"""A longer message that names a language ("we speak Urdu at home") may not ask for a signer."""

_SPEAKS_ENGLISH = re.compile(
    r"\b(?:speak|understand|talk)s? (?:\w+ ){0,2}english\b|\benglish (?:is )?(?:fine|ok|okay|good|"
    r"only|is my first)\b|^\W*(?:just |only )?english\W*$",
    re.IGNORECASE,
)
_SPEAKS_BOTH = re.compile(
    r"^(?!.*\b(?:little|bit|bad|poor|not|n'?t|broken|only|interp\w*)\b).*"
    r"(?:\benglish (?:and|&|\+|as well as|plus)\b|(?:\band|&|\+) english\b)",
    re.IGNORECASE,
)
"""Who speaks both may need none: it is asked."""
_PUTS_RIGHT = re.compile(r"\b(?:sorry|no|i mean(?:t)?|actually|rather|wait)\b", re.IGNORECASE)
_NO_ENGLISH = re.compile(
    r"\b(?:not|no|don'?t|doesn'?t|little|bad|poor|cannot|can'?t|isn'?t|some|bit of|but|only a)\b",
    re.IGNORECASE,
)


def read_interpreter(message: Message, draft: Draft, today: date) -> Answer | None:
    """Yes, no, or straight away which language or kind of signing."""
    language, signs = message.first("language"), message.all_of("sign")
    told = message.first("interpreter")
    if interpreter_is_for(message.plain) is not None:
        named = read_language(message, draft, today) if language is not None or signs else None
        return named or one("interpreter", True)
    if needs_no_interpreter(message.plain) and not signs and language is None:
        return one("interpreter", False)
    if family_interprets(message.plain) and not signs:
        return one("interpreter", False, is_sure=reads_as_no(message.plain))
    says_no = reads_as_no(message.plain) and (told is None or told.value != "yes")
    is_for_some = english_is_fine(message.plain) and not english_is_enough(message.plain)
    if is_for_some and not signs and language is None:
        return one("interpreter", True, is_sure=False)
    if (says_no or english_is_enough(message.plain)) and not signs:
        return one("interpreter", False)
    if language is not None or signs:
        answer = read_language(message, draft, today)
        if answer is not None and not signs and _SPEAKS_BOTH.search(message.plain):
            return Answer(tuple(replace(fact, is_sure=False) for fact in answer.facts))
        has_asked = message.first("interpreter") is not None or reads_as_yes(message.plain)
        has_asked = has_asked or reads_as_no(message.plain)
        if answer is not None and not has_asked and len(message.plain.split()) > MAX_LABEL_WORDS:
            return Answer(tuple(replace(fact, is_sure=False) for fact in answer.facts))
        return answer
    if _SPEAKS_ENGLISH.search(message.plain) and not _NO_ENGLISH.search(message.plain):
        return one("interpreter", False)
    if wants_interpreter(message.plain):
        return one("interpreter", True)
    return one("interpreter", True, is_sure=False) if has_little_english(message.plain) else None


def read_language(message: Message, draft: Draft, today: date) -> Answer | None:
    """A language or a kind of signing; one we do not know is kept as typed.

    So is what is said besides: another language that would do, or the dialect.
    """
    signs = [str(entity.value) for entity in message.all_of("sign")]
    language = _language_meant(message)
    if language is not None:
        named = Fact("language_code", language.value).shown
        value: dict[str, object] = {"code": language.value, "name": named}
        value |= {"sign": signs} if signs else {}
        return one("language", value | _beside_language(message, language, draft))
    if signs:
        return one("language", {"sign": signs})
    words = message.plain
    if reads_as_unsure(words) or reads_as_no(words) or len(words.split()) > MOST_WORDS_OF_A_NAME:
        return None
    ordinary = [word.lower() in words_of_nobody() for word in re.findall(r"[^\W\d_]+", words)]
    names_none = 2 * sum(ordinary) >= len(ordinary)
    return None if names_none else one("language", {"details": words[:100]})


def _language_meant(message: Message) -> Entity | None:
    """The first language that is named, or the one that puts it right: "Mandinka.. no, French"."""
    named = message.all_of("language")
    for before, after in pairwise(named):
        between = message.text[before.end : after.start]
        if before.end and before.value != after.value and _PUTS_RIGHT.search(between):
            return after
    return named[0] if named else None


def _beside_language(message: Message, language: Entity, draft: Draft) -> dict[str, object]:
    """The words as typed where more is named than the one language: "Portuguese, Brazilian"."""
    if language.value != message.all_of("language")[0].value:
        return {}
    named = {str(one.value) for one in message.all_of("language")}
    words = set(re.findall(r"[^\W\d_]{3,}", message.plain.lower()))
    names = {name.lower() for code in named for name in language_names().get(code, "").split()}
    is_more = len(named) > 1 or bool(words - names - words_of_nobody() - {"english"})
    is_wish = wish_for_interpreter(message, "language") is not None
    if not is_more or is_wish or len(message.plain.split()) > MOST_WORDS_BESIDE:
        return {}
    held = draft.referral.interpreter.details
    return {"details": "; ".join(filter(None, [held, message.plain[:100]]))}
