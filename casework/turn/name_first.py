"""A name that was asked for, said first, with other facts after it: "Clare, and my son is Josh"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from casework.answers import Answer, read_answer
from casework.answers.fact import Fact
from casework.message import Message, cut
from casework.referral.draft import Draft
from casework.safety.redaction import is_first_name, words_of_nobody
from casework.words import reads_as_no, reads_as_question, reads_as_yes

_FIRST = re.compile(r"^\W*(?P<name>[^\W\d_][\w'-]*(?: [^\W\d_][\w'-]*)?)(?:\s*[,.;:]\s|\s+and\b)")
"""One word or two before the first pause."""
_NOT_BESIDE = {"child_name": frozenset({"person_name"}), "name": frozenset[str]()}
"""What may be a second name beside the one asked for: the Josh of "Ella, Josh's mum"."""


def name_said_first(
    message: Message, facts: list[Fact], draft: Draft, today: date
) -> Answer | None:
    """The name before the first pause, where the rest tells other facts; else None.

    A word that is no first name we know is asked about.
    """
    pending = draft.progress.pending or ""
    first = _FIRST.match(message.plain) if pending in _NOT_BESIDE else None
    others = [fact for fact in facts if fact.field != pending and fact.is_sure]
    if first is None or not others or reads_as_question(message.plain):
        return None
    said, start, end = first["name"], *first.span("name")
    words = [word.casefold() for word in said.split()]
    if reads_as_yes(said) or reads_as_no(said) or any(word in words_of_nobody() for word in words):
        return None
    if _tells_another_name(message, pending, end):
        return None
    answer = read_answer(pending, cut(message, said, start, end), draft, today)
    if answer is None or answer.problem or [fact.field for fact in answer.facts] != [pending]:
        return None
    is_known = is_first_name(words[0])
    return Answer(tuple(replace(fact, is_sure=is_known) for fact in answer.facts))


def _tells_another_name(message: Message, pending: str, end: int) -> bool:
    rest = [entity for entity in message.entities if entity.start >= end]
    return any(entity.name in _NOT_BESIDE[pending] for entity in rest)
