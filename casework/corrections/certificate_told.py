"""Hears "we did get a certificate" and "I said no but we do have one", once "no" was answered."""

from __future__ import annotations

import re
from datetime import date

from casework.answers.fact import Fact
from casework.message import Message
from casework.referral.draft import Draft
from casework.words import reads_as_question

_CERTIFICATE = re.compile(r"\b(?:certificate|cert)\b", re.IGNORECASE)
_OF_ANOTHER_KIND = re.compile(
    r"\b(?:diagnos\w+|medical|birth|autism|adhd|sick(?:ness)?|doctor'?s?|school|course) cert\w*|"
    r"\b(?:another|other|different|older|his (?:brother|sister)'?s?)\b",
    re.IGNORECASE,
)
_HAS_ONE = re.compile(
    r"\b(?:i|we)(?:'?ve)? (?:(?:did|do|have|actually|now|just|already|since) )*"
    r"(?:get|got|have|had|received)(?: (?:actually|now|just|already))* "
    r"(?:(?:a|an|the|our|my|that)(?: mediation)? cert\w*|one\b|it\b)"
    r"(?! (?:cert\w*|for|in|of|explained|sorted|planned|done|wrong|right|mixed|muddled)\b)|"
    r"\b(?:the|our|my) cert\w*(?: line| answer| bit)? should (?:be|say) (?:a )?yes\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:if|once|when|until|till|before|after|unless|whether|thought|hope|hoping|wish|sure|not|"
    r"(?:do|did|have|has|had|is)n'?t)\b",
    re.IGNORECASE,
)
"""Before it, one that they do not have: "once we get it", "I thought we had one"."""
_BUT_NONE = re.compile(
    r"\bbut (?:i|we) (?:never|(?:do|did|have|had)(?:n'?t| not))(?:\W*$| (?:have|get|got|had)\b)",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.,;!\n]|\bbut\b", re.IGNORECASE)


def with_certificate_told(
    facts: list[Fact], message: Message, draft: Draft, today: date
) -> list[Fact]:
    """The facts with the certificate that they have after all, and its day."""
    words = message.plain
    is_meant = draft.referral.certificate.held is False and _CERTIFICATE.search(words)
    if not is_meant or reads_as_question(words) or _OF_ANOTHER_KIND.search(words):
        return facts
    if not _has_one(words):
        return facts
    others = [fact for fact in facts if fact.field != "certificate_held"]
    day = message.first("date", "certificate")
    is_told = any(fact.field == "certificate_date" for fact in others)
    if day is not None and not is_told and date.fromisoformat(str(day.value)) <= today:
        others.append(Fact("certificate_date", day.value, day.is_sure))
    return [Fact("certificate_held", True), *others]


def _has_one(words: str) -> bool:
    found = _HAS_ONE.search(words)
    if found is None or _BUT_NONE.search(words, found.end()):
        return False
    return _TO_COME.search(_STOP.split(words[: found.start()])[-1]) is None
