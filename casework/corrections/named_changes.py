"""Changes told by what the answers are called: "change the age to 11 and the date to 4 November".

Each clause is read by itself, so that of several answers put right at once none is lost.
"""

from __future__ import annotations

import re
from datetime import date

from casework.answers.fact import Fact
from casework.answers.needs_named import needs_named
from casework.answers.replacing import with_rest_of_name
from casework.corrections.line_names import BY_NAME, NAMES_A_LINE
from casework.corrections.new_answers import read_new_answer
from casework.message import Message, cut
from casework.people.kin_named import is_named_kin
from casework.referral.draft import Draft
from casework.referral.fields import value_of
from casework.turn.compared import NAMES
from casework.turn.wishes_to_change import read_field_name

_OF_A_CHILD = re.compile(
    r"\b(?:child|son|daughter|kid|boy|girl|lad|grandson|granddaughter)'?s?\b|\b(?:his|her|their)\b",
    re.IGNORECASE,
)
_OF_THE_WRITER = re.compile(r"\b(?:my|our)\b", re.IGNORECASE)
_LIST_ENDS = re.compile(r"[.;!\n]")
_ADDS_A_NEED = re.compile(
    r"^\W*(?:(?:no|yes|sorry|please|pls|also|and|but|oh|wait|can (?:you|u)|you forgot|i said)\W+)*"
    r"(?:(?:he|she|they|we|i)?(?:'?ll|'?d| will| would| also| do| does)* ?"
    r"(?:needs?|want|wants|require|forgot|missed)|add|put(?: in| down)?|include)\b",
    re.IGNORECASE,
)
"""Begins a need told beside the review: "he needs BREAKS", "add a quiet room"."""
_MOST_WORDS_OF_A_NEED = 10
_OF_THE_DISPUTE = frozenset({"issue", "sections"})
_AGE = re.compile(r"\bage\b|\b(?:s?he)(?:'?s| is)\b \d", re.IGNORECASE)


def read_named_changes(message: Message, draft: Draft, today: date) -> list[Fact]:
    """What the clauses say that an answer is to be; nothing where its words are no such answer."""
    found: dict[str, Fact] = {}
    for clause in BY_NAME.finditer(message.plain):
        field, is_sure = _field_of(clause["what"] or clause["under"], message)
        start, end = clause.span("new")
        if field == "access_needs":
            end = _end_of_list(message.plain, end)
        told = cut(message, message.plain[start:end], start, end)
        for fact in read_new_answer(field, told, draft, today):
            value = fact.value
            if field in NAMES and is_named_kin(message.plain, str(value)):
                continue
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
    if _ADDS_A_NEED.match(message.plain):
        facts = [_with_needs_held(fact, draft) for fact in facts]
    named += _needs_added(message, draft) if "access_needs" not in fields else []
    if any(fact.field == "access_needs" for fact in named):
        facts = [fact for fact in facts if fact.is_sure or fact.field not in _OF_THE_DISPUTE]
    new = [fact for fact in named if fact.field not in fields]
    return [*facts, *(fact for fact in new if fact.field not in NAMES or fact.value not in names)]


def _end_of_list(words: str, start: int) -> int:
    """Where a list of needs ends: with its sentence, or where another line is begun by its name."""
    ends = [found.start() for found in (_LIST_ENDS.search(words, start),) if found is not None]
    line = NAMES_A_LINE.search(words, start)
    return min([*ends, len(words) if line is None else line.start()])


def _needs_added(message: Message, draft: Draft) -> list[Fact]:
    """The needs that a short message names, with those that were told before."""
    words = message.plain
    is_meant = _ADDS_A_NEED.match(words) and len(words.split()) <= _MOST_WORDS_OF_A_NEED
    needs = [str(need.value) for need in needs_named(words)] if is_meant else []
    held = draft.referral.access.needs
    if not needs or set(needs) <= set(held):
        return []
    return [_with_needs_held(Fact("access_needs", {"needs": needs, "details": None}), draft)]


def _with_needs_held(fact: Fact, draft: Draft) -> Fact:
    """Needs that are added, with those that were told before."""
    if fact.field != "access_needs":
        return fact
    needs = [*draft.referral.access.needs, *fact.value["needs"]]
    return Fact("access_needs", {**fact.value, "needs": needs}, fact.is_sure)


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
