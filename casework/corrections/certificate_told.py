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
    r"(?! (?:cert\w*|for|in|of|explained|sorted|planned|done)\b)|"
    r"\b(?:the|our|my) cert\w*(?: line| answer| bit)? should (?:be|say) (?:a )?yes\b",
    re.IGNORECASE,
)


def with_certificate_told(
    facts: list[Fact], message: Message, draft: Draft, today: date
) -> list[Fact]:
    """The facts with the certificate that they have after all, and its day."""
    words = message.plain
    is_meant = draft.referral.certificate.held is False and _CERTIFICATE.search(words)
    if not is_meant or reads_as_question(words) or _OF_ANOTHER_KIND.search(words):
        return facts
    if not _HAS_ONE.search(words):
        return facts
    others = [fact for fact in facts if fact.field != "certificate_held"]
    day = message.first("date", "certificate")
    is_told = any(fact.field == "certificate_date" for fact in others)
    if day is not None and not is_told and date.fromisoformat(str(day.value)) <= today:
        others.append(Fact("certificate_date", day.value, day.is_sure))
    return [Fact("certificate_held", True), *others]
