"""What takes the place of what: "change 3 Nov to 4 Nov", "it's Rui not Ines", "no, Kelly Dawes"."""

from __future__ import annotations

import re
from datetime import date

from rapidfuzz import fuzz

from casework.answers.fact import Fact
from casework.answers.language_put_right import (
    PUTS_RIGHT,
    as_language_put_right,
    replaced_language,
)
from casework.answers.parts_of_names import (
    held_name,
    of_whom_it_names,
    part_of_a_name_told,
    run_of_names,
    with_surname_held,
)
from casework.dispute.letter_days import is_when_it_came
from casework.message import Message
from casework.people.kin_named import is_a_verb, is_named_kin
from casework.people.names_told import write_name
from casework.referral.draft import Draft
from casework.referral.fields import value_of

_DATES = ("decision_date", "certificate_date")
_NAMES = ("child_name", "name")
_WORD = r"[^\W\d_][\w'-]*"
_NAME = rf"{_WORD}(?: {_WORD}){{0,2}}"
_NEW_THEN_OLD = re.compile(rf"(?P<new>{_NAME}),? (?:and )?not (?P<old>{_NAME})", re.IGNORECASE)
_OLD_THEN_NEW = re.compile(
    rf"\bnot (?P<a>{_NAME})(?:[,.;]| but|,? it'?s) (?P<b>{_NAME})|"
    rf"\b(?:change|put|swap) (?P<c>{_NAME}?) (?:to|for|into) (?P<d>{_NAME})|"
    rf"(?P<e>{_NAME}?) (?:should (?:be|say)|is really|needs to be) (?P<f>{_NAME})",
    re.IGNORECASE,
)
_OF_WHAT_IS_NAMED = frozenset({"issue", "sections", *_NAMES})
"""What the words of such a correction are easily taken for."""
_SAYS_YES = re.compile(r"\b(?:yes|yeah|yep|yup|i do|we do|got (?:it|one)|found (?:it|one))\b", re.I)
LONGEST_WITH_A_NAME = 10
_LIKE = 60
"""Likeness from 0 to 100 of two spellings of one name."""
LONGEST_LONE_NAME = 4


_NOT_THAT_DAY = re.compile(
    r"\bnot (?:on |dated )?(?:the )?(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b"
    r"(?!\s*[:/.]?\d|\s*(?:am|pm)\b)",
    re.IGNORECASE,
)
_DIGITS = r"\d{2,6}"
_ENDS = re.compile(
    r"\b(?:ends?|ending|finish(?:es|ing)?|last (?:\w+ )?(?:digits?|numbers?|bit)(?: (?:is|are))?)"
    rf"(?: (?:in|with|is|on|should be|be))?:? (?P<new>{_DIGITS})\b",
    re.IGNORECASE,
)
_DIGITS_NOT = re.compile(
    rf"\b(?P<new>{_DIGITS}),? (?:and )?not (?P<old>{_DIGITS})\b|"
    rf"\bnot (?P<a>{_DIGITS})(?:[,.;]| but|,? it'?s) (?:it'?s )?(?P<b>{_DIGITS})\b",
    re.IGNORECASE,
)
_IN_WORDS = ("best_time", "setting", "organisation")
"""Answers of which one word may be put in another's place."""


def with_replacements(facts: list[Fact], message: Message, draft: Draft) -> list[Fact]:
    """The facts with what is put in another's place; a name keeps its surname beside it."""
    dates = _replaced_date(message, draft)
    name = _replaced_name(message.plain, draft)
    if name is not None and len(message.plain.split()) <= LONGEST_WITH_A_NAME:
        facts = [fact for fact in facts if fact.field not in _OF_WHAT_IS_NAMED]
    facts = [
        of_whom_it_names(fact, message.plain, draft)
        for fact in facts
        if not _is_of_another(fact, message.plain, draft)
    ]
    facts = [with_surname_held(fact, message.plain, draft) for fact in facts]
    facts = [as_language_put_right(fact, message.plain, draft) for fact in facts]
    if name is None and (name := part_of_a_name_told(message.plain, draft)) is not None:
        facts = [fact for fact in facts if fact.field not in _NAMES]
    others = (
        _replaced_digits(message.plain, draft),
        _replaced_word(message.plain, draft),
        replaced_language(message.plain, draft),
    )
    found = [fact for fact in (dates, name, *others) if fact is not None]
    fields = {fact.field for fact in found}
    return [*found, *(fact for fact in facts if fact.field not in fields)]


def corrected_date(message: Message, draft: Draft, facts: list[Fact]) -> list[Fact]:
    """The date of "no sorry, 3 October", where only one paper's date was given before.

    "Actually yes, 10 November", said when asked for a certificate, is the certificate's.
    """
    if draft.progress.pending == "certificate_held" and _SAYS_YES.search(message.plain):
        return []
    given = {
        "decision_date": draft.referral.decision.letter_date,
        "certificate_date": draft.referral.certificate.date,
    }
    known = [field for field, day in given.items() if day is not None]
    bare = [
        entity
        for entity in message.all_of("date")
        if entity.role is None and not is_when_it_came(message, entity)
    ]
    if len(known) != 1 or len(bare) != 1 or any(fact.field in given for fact in facts):
        return []
    return [Fact(known[0], str(bare[0].value), bare[0].is_sure)]


def puts_a_date_right(words: str, draft: Draft) -> bool:
    """True for "its the 1st of November not the 11th", where the 11th is the day of a paper."""
    papers = (draft.referral.decision.letter_date, draft.referral.certificate.date)
    held = {day.day for day in papers if day is not None}
    return any(int(found["day"]) in held for found in _NOT_THAT_DAY.finditer(words))


def puts_a_name_right(words: str, draft: Draft) -> bool:
    """True for "her name is Ivy not Holly", where Holly was the name."""
    return _replaced_name(words, draft) is not None


def _is_of_another(fact: Fact, words: str, draft: Draft) -> bool:
    """True for the Paul of "dads name is Paul", where the writer's own name is known."""
    is_known = fact.field == "name" and value_of(draft, "name") is not None
    return is_known and is_named_kin(words, str(fact.value))


def _replaced_date(message: Message, draft: Draft) -> Fact | None:
    """The other of two dates, one of which is that of a letter we know."""
    days = {str(entity.value): entity for entity in message.all_of("date")}
    if len(days) != 2 or not PUTS_RIGHT.search(message.plain):
        return None
    for field in _DATES:
        known = held_name(draft, field)
        if known not in days:
            continue
        new = next(day for day in days if day != known)
        is_of_another = days[new].role not in (None, days[known].role)
        if not is_of_another and new not in [held_name(draft, each) for each in _DATES]:
            return Fact(field, date.fromisoformat(new).isoformat())
    return None


def _replaced_digits(words: str, draft: Draft) -> Fact | None:
    """The phone number with its last digits put right: "it ends 819 not 818"."""
    held = held_name(draft, "phone")
    pair, ends = _DIGITS_NOT.search(words), _ENDS.search(words)
    if not isinstance(held, str):
        return None
    if pair is not None:
        new, old = pair["new"] or pair["b"], pair["old"] or pair["a"]
        is_end = held.endswith(old) and len(old) == len(new) and len(old) > 2
        return Fact("phone", held[: -len(old)] + new) if is_end else None
    if ends is None or held.endswith(ends["new"]):
        return None
    return Fact("phone", held[: -len(ends["new"])] + ends["new"], is_sure=False)


def _replaced_word(words: str, draft: Draft) -> Fact | None:
    """The answer in words with one of them put right: "thursdays not tuesdays".

    Where the very words are held ("not after 6") nothing is put right.
    """
    pairs = [(found["old"], found["new"]) for found in _NEW_THEN_OLD.finditer(words)]
    for found in _OLD_THEN_NEW.finditer(words):
        old, new = (part for part in found.groups() if part is not None)
        pairs.append((old, new))
    for old, new in pairs:
        for field in _IN_WORDS:
            held, one = str(value_of(draft, field) or ""), re.escape(old.split()[0])
            is_held_so = re.search(rf"\bnot {one}\b", held, re.IGNORECASE) is not None
            if is_held_so or len(old.split()) > 1:
                continue
            if re.search(rf"\b{one}\b", held, re.IGNORECASE):
                put = new.split()[-1]
                return Fact(field, re.sub(rf"\b{one}\b", put, held, flags=re.IGNORECASE))
    return None


def _replaced_name(words: str, draft: Draft) -> Fact | None:
    pairs = [(found["old"], found["new"], True) for found in _NEW_THEN_OLD.finditer(words)]
    for found in _OLD_THEN_NEW.finditer(words):
        old, new = (part for part in found.groups() if part is not None)
        pairs.append((old, new, False))
    for old, new, is_new_first in pairs:
        named = run_of_names(new, is_last=is_new_first)
        field = _field_called(run_of_names(old, is_last=not is_new_first), draft)
        if named and field is not None:
            return Fact(field, _with_surname(named, old, str(held_name(draft, field))))
    return _whole_name(words, draft)


def _whole_name(words: str, draft: Draft) -> Fact | None:
    """Kelly Dawes in "no kelly dawes", where a Kelly was named and no surname of hers."""
    named = run_of_names(words, is_last=True)
    does = is_a_verb(words[words.rfind(named[-1]) :]) if named else False
    if len(words.split()) > LONGEST_LONE_NAME or len(named) < 2 or does:
        return None
    for field in _NAMES:
        held = str(held_name(draft, field) or "").casefold().split()
        if held == [named[0].casefold()]:
            return Fact(field, write_name(" ".join(named)))
    return None


def _field_called(named: list[str], draft: Draft) -> str | None:
    """Whose name begins with the words, where it is one person's."""
    called = [word.casefold() for word in named]
    fields = [
        field
        for field in _NAMES
        if called and str(held_name(draft, field) or "").casefold().split()[: len(called)] == called
    ]
    return fields[0] if len(fields) == 1 else None


def with_rest_of_name(name: str, held: str) -> str:
    """The name, of which only a part was spelt anew, with what stays: Kraig, of Craig Sumner."""
    parts = held.split()
    if " " in name or len(parts) < 2:
        return name
    likeness = [fuzz.ratio(name.casefold(), part.casefold()) for part in parts]
    if max(likeness) < _LIKE:
        return name
    parts[likeness.index(max(likeness))] = name
    return " ".join(parts)


def _with_surname(named: list[str], old: str, held: str) -> str:
    """The new name, with the surname where only a first name was put right."""
    surname = held.split()[1:]
    is_first_only = len(named) == 1 and not set(_folded(surname)) & set(_folded(old.split()))
    name = write_name(" ".join(named))
    return " ".join([name, *surname]) if is_first_only else name


def _folded(words: list[str]) -> list[str]:
    return [word.casefold() for word in words]
