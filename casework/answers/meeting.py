"""What helps them take part: access needs, interpreter, language, supporters."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from casework.answers.reading import Answer, one
from casework.draft import Draft
from casework.facts import Fact
from casework.message import Message
from casework.words import reads_as_no, reads_as_unsure, reads_as_yes

MAX_LABEL_WORDS = 3
"""A longer message that names a language ("we speak Urdu at home") may not ask for a signer."""


def read_access_needs(message: Message, draft: Draft, today: date) -> Answer | None:
    """None, or needs in their own words; known needs come as facts."""
    needs = [str(entity.value) for entity in message.all_of("access_need")]
    real = [need for need in needs if need != "none"]
    if real:
        return None
    text = message.plain
    if reads_as_unsure(text):
        return None
    if needs or reads_as_no(text) or re.search(r"\bno needs\b", text, re.IGNORECASE):
        return one("access_needs", {"needs": []})
    if reads_as_yes(text) or re.fullmatch(r"\W*something else\W*", text, re.IGNORECASE):
        return Answer(problem="utter_help_access_needs")
    if len(text) > 3 and any(c.isalpha() for c in text):
        return one("access_needs", {"needs": ["other"], "details": text[:500]})
    return None


def read_interpreter(message: Message, draft: Draft, today: date) -> Answer | None:
    """Yes, no, or straight away which language or kind of signing."""
    language, signs = message.first("language"), message.all_of("sign")
    if reads_as_no(message.plain) and not signs:
        return one("interpreter", False)
    if language is not None or signs:
        answer = read_language(message, draft, today)
        has_asked = message.first("interpreter") is not None or reads_as_yes(message.plain)
        if answer is not None and not has_asked and len(message.plain.split()) > MAX_LABEL_WORDS:
            return Answer(tuple(replace(fact, is_sure=False) for fact in answer.facts))
        return answer
    if reads_as_yes(message.plain):
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
    return one("language", {"details": words[:100]}) if words.isascii() is False or words else None


def read_supporters(message: Message, draft: Draft, today: date) -> Answer | None:
    """Who comes with them, in their own words."""
    if message.all_of("supporter"):
        return None
    if reads_as_no(message.plain) or re.search(r"\bno ?one\b|\bjust me\b", message.plain):
        return Answer(facts=(Fact("supporters", []),))
    return Answer(facts=(Fact("supporters", [message.text.strip()[:200]]),))
