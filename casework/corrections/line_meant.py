"""Which line of the review a message means, and whether it asks to have that line changed."""

from __future__ import annotations

import re

from casework.answers.fact import Fact
from casework.consent.leading import read_yes
from casework.corrections.left_over import weighty_words
from casework.corrections.line_names import line_spoken_of
from casework.people.kin_named import kin_named
from casework.referral.draft import Draft
from casework.referral.summary import summary_fields
from casework.turn.compared import NAMES
from casework.turn.state import Turn
from casework.turn.wishes_to_change import read_field_name
from casework.words import reads_as_question

MOST_WORDS = 4
"""Words of a message that does no more than name a line."""
_OF_WHAT_IT_DOES = re.compile(
    r"^(?!.*\b(?:wrong|different|another|other|change|should|correct)\b).*"
    r"\b(?:see|show|know|tell|told|said|says?|read|want|need|listen|hear|let|ha(?:ve|s)|care|help|"
    r"secret)",
    re.IGNORECASE,
)
"""Beside the council these speak of what it does or learns, and do not name its line."""
_CLAUSE_END = re.compile(r"[.,;!\n]+|\b(?:but|and)\b", re.IGNORECASE)
_IS_WRONG = re.compile(
    r"\b(?:is|are|was)(?:n'?t| not)\b|\bain'?t\b|"
    r"\b(?:wrong|incorrect|not (?:right|correct|true))\b",
    re.IGNORECASE,
)
_WANTS_A_CHANGE = re.compile(
    r"\b(?:no longer|not (?:my|his|her|our|the)|old|chang\w+|different|another|should|shud|"
    r"needs? (?:to|chang\w+)|spel\w+|mistake\w*|typo|missing|add|remove|delete|meant|instead|where|"
    r"why|check|except|apart from|take (?:out|off|away)|get rid)\b",
    re.IGNORECASE,
)
"""Words by which a mention of a line asks to have it changed."""


_FULL_NAME = re.compile(r"[A-Z][\w'-]+(?: [A-Z][\w'-]+){1,2}")


def says_wrong(words: str) -> bool:
    """True for "its wrong" and "the date isn't right"."""
    return _IS_WRONG.search(words) is not None


def field_said_to_be_wrong(words: str) -> str | None:
    """The name, of "the date is right, the name isn't"."""
    wrong = [clause for clause in _CLAUSE_END.split(words) if _IS_WRONG.search(clause)]
    named = [field for clause in wrong if (field := read_field_name(clause)) is not None]
    return named[0] if named else None


def names_only(words: str, field: str, facts: list[Fact]) -> bool:
    """True for "council" or "4", false for "his age is 9", which is the new answer itself.

    Nor for "the council are useless", which is about more than a line.
    """
    is_told = any(fact.field == field for fact in facts)
    return len(words.split()) <= MOST_WORDS and not is_told and is_of_a_line(words)


def is_of_a_line(words: str) -> bool:
    """True where every word of weight is what some line is called by, or asks for a change."""
    if line_spoken_of(words) or _WANTS_A_CHANGE.search(words) or _IS_WRONG.search(words):
        return True
    return all(read_field_name(word) is not None for word in weighty_words(words))


def field_named(draft: Draft, words: str) -> str | None:
    """The line that is called by its number or its name; a question asks for none to change."""
    number = line_spoken_of(words)
    if number is None:
        field = read_field_name(words)
        if field in NAMES and kin_named(words):
            return None
        return None if field == "council" and _OF_WHAT_IT_DOES.search(words) else field
    fields = summary_fields(draft)
    is_asked = reads_as_question(words) or not 0 < number <= len(fields)
    return None if is_asked else fields[number - 1]


def names_another(turn: Turn) -> bool:
    """True for "yeah fine. its birmingham btw" and "yes Jayden Marsh", where others are held."""
    referral = turn.draft.referral
    held_as = [str(name).lower() for name in (referral.council.name, referral.council.as_typed)]
    named = [str(one.value).lower() for one in turn.message.all_of("council")]
    if any(not any(one in name or name in one for name in held_as) for one in named):
        return True
    said = read_yes(turn.message.plain, "reading")
    beside = " ".join(said.beside) if said is not None else ""
    held = f"{referral.child.name} {referral.referrer.name}".lower().split()
    is_name = _FULL_NAME.fullmatch(beside.strip(" .,!")) is not None
    return is_name and not set(re.findall(r"[\w'-]+", beside.lower())) <= set(held)
