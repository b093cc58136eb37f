"""Changes told by what the answers are called: "change the age to 11 and the date to 4 November".

Each clause is read by itself, so that of several answers put right at once none is lost.
"""

from __future__ import annotations

import re
from datetime import date

from casework.answers.facts import Fact
from casework.answers.replacing import with_rest_of_name
from casework.corrections.line_names import BY_NAME
from casework.corrections.new_answers import read_new_answer
from casework.message import Message, cut
from casework.referral.draft import Draft
from casework.referral.fields import value_of
from casework.turn.controls import read_field_name
from casework.turn.state import NAMES

_OF_A_CHILD = re.compile(
    r"\b(?:child|son|daughter|kid|boy|girl|lad|grandson|granddaughter)'?s?\b|\b(?:his|her|their)\b",
    re.IGNORECASE,
)
_OF_THE_WRITER = re.compile(r"\b(?:my|our)\b", re.IGNORECASE)
_AGE = re.compile(r"\bage\b|\b(?:s?he)(?:'?s| is)\b \d", re.IGNORECASE)


def read_named_changes(message: Message, draft: Draft, today: date) -> list[Fact]:
    """What the clauses say that an answer is to be; nothing where its words are no such answer."""
    found: dict[str, Fact] = {}
    for clause in BY_NAME.finditer(message.plain):
        field, is_sure = _field_of(clause["what"] or clause["under"], message)
        told = cut(message, clause["new"], *clause.span("new"))
        for fact in read_new_answer(field, told, draft, today):
            value = fact.value
            if field in NAMES and (held := value_of(draft, field)):
                value = with_rest_of_name(str(value), str(held))
            found[fact.field] = Fact(fact.field, value, fact.is_sure and is_sure)
    return list(found.values())


def with_named_changes(
    facts: list[Fact], message: Message, draft: Draft, today: date
) -> list[Fact]:
    """The facts with what is told by the name of an answer, where nothing else tells that."""
    fields = {fact.field for fact in facts}
    names = {fact.value for fact in facts if fact.field in NAMES}
    named = read_named_changes(message, draft, today)
    new = [fact for fact in named if fact.field not in fields]
    return [*facts, *(fact for fact in new if fact.field not in NAMES or fact.value not in names)]


def _field_of(what: str, message: Message) -> tuple[str, bool]:
    """The answer that is called so, and whether it is surely that: "the name" may be either's."""
    field = read_field_name(what) or ""
    if re.search(r"\bdate of birth\b|\bdob\b|\bbirthday\b", what, re.IGNORECASE):
        return "child_age", True
    if field not in NAMES:
        return field, True
    if _OF_A_CHILD.search(what):
        return "child_name", True
    if _OF_THE_WRITER.search(what):
        return "name", True
    return ("child_name" if _AGE.search(message.plain) else "name"), False
