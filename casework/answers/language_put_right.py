"""Another language for the interpreter: "sorry, Cantonese not Mandarin", "I meant Urdu"."""

from __future__ import annotations

import re
from dataclasses import replace

from casework.answers.fact import Fact
from casework.referral.draft import Draft
from casework.referral.show import language_names

PUTS_RIGHT = re.compile(
    r"\b(?:not|change|swap|instead|should|wrong|mean|meant|no|sorry|correct|mistake|needs to)\b",
    re.IGNORECASE,
)
"""What says that something told before was wrong."""
_SAID_AROUND = re.compile(r"\b(?:please|pls|sorry|no|yes|it'?s|its)\b|[^\w\s]", re.IGNORECASE)
"""What may stand around the bare name of the language that it should be."""
_OF_LANGUAGES = "language|interpreter|speaks?|mean|meant"


def as_language_put_right(fact: Fact, words: str, draft: Draft) -> Fact:
    """The language that was heard, now sure: that somebody is to interpret was told before."""
    is_put_right = fact.field == "language" and _is_of_language(words, draft)
    return replace(fact, is_sure=True) if is_put_right else fact


def replaced_language(words: str, draft: Draft) -> Fact | None:
    """The one other language that is named, where one was told before."""
    held = draft.referral.interpreter.language
    is_bare = held is not None and len(_SAID_AROUND.sub(" ", words).split()) == 1
    if not (is_bare or _is_of_language(words, draft)):
        return None
    others = [
        {"code": code, "name": name}
        for code, name in language_names().items()
        if re.search(rf"\b{re.escape(name)}\b", words, re.IGNORECASE)
        and code not in ("eng", held and held.code)
    ]
    return Fact("language", others[0]) if len(others) == 1 else None


def _is_of_language(words: str, draft: Draft) -> bool:
    """True where the words put right the language that an interpreter is to speak."""
    interpreter = draft.referral.interpreter
    if interpreter.needed is not True or interpreter.language is None:
        return False
    named = rf"{re.escape(interpreter.language.name)}|{_OF_LANGUAGES}"
    is_named = re.search(rf"\b(?:{named})\b", words, re.IGNORECASE) is not None
    return is_named and PUTS_RIGHT.search(words) is not None
