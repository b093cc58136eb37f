"""The review: yes sends it; anything else names or says what to change."""

from __future__ import annotations

import re
from typing import Literal

from casework.controls import read_field_name
from casework.facts import Fact
from casework.summary import summary_fields
from casework.turn import Turn, take_facts
from casework.words import reads_as_correction, reads_as_no, reads_as_yes

PLAIN_YES_WORDS = 4
_NUMBER = re.compile(r"^\W*(?:no\.?|number|#)?\s*(\d{1,2})\W*$", re.IGNORECASE)


def take_review_answer(turn: Turn, facts: list[Fact]) -> Literal["send", "changed", "unclear"]:
    """What the answer to "is all this right?" leads to; changes are made here."""
    words = turn.message.plain
    is_plain_yes = reads_as_yes(words) and len(words.split()) <= PLAIN_YES_WORDS
    if is_plain_yes and not reads_as_correction(words):
        return "send"
    field = _named_field(turn, words)
    if field is not None and _names_only(turn, words, field, facts):
        ask_again(turn, field)
        return "changed"
    if facts:
        before = list(turn.changed)
        take_facts(turn, facts, is_answer=True, is_correction=True)
        if turn.changed != before:
            return "changed"
    if reads_as_yes(words):
        return "send"
    if field is not None:
        ask_again(turn, field)
        return "changed"
    if reads_as_no(words) or turn.message.intent == "change_answer":
        ask_what_to_change(turn)
        return "changed"
    return "unclear"


def _names_only(turn: Turn, words: str, field: str, facts: list[Fact]) -> bool:
    """True for "council" or "4", false for "his age is 9", which is the new answer itself."""
    is_short = len(words.split()) <= PLAIN_YES_WORDS
    return is_short and all(fact.field != field for fact in facts)


def take_change(turn: Turn, facts: list[Fact]) -> None:
    """The answer to "which answer shall I change?": a number, a name, or the new answer itself."""
    field = _named_field(turn, turn.message.plain)
    if field is not None and _names_only(turn, turn.message.plain, field, facts):
        ask_again(turn, field)
    elif facts:
        take_facts(turn, facts, is_answer=True, is_correction=True)
    elif field is not None:
        ask_again(turn, field)
    elif not (reads_as_no(turn.message.plain) or reads_as_yes(turn.message.plain)):
        turn.say("utter_error_change_what", asks="change_what")


def ask_what_to_change(turn: Turn) -> None:
    """Ask which answer to change."""
    turn.draft.progress.pending = "change_what"
    turn.say("utter_ask_change_what", asks="change_what")


def ask_again(turn: Turn, field: str) -> None:
    """Ask for the answer anew, even where it is not asked unprompted; the old one stands so far."""
    if field == "phone":
        turn.draft.progress.asked_email = False
    turn.draft.progress.changing = field
    turn.draft.progress.pending = field
    turn.draft.progress.misses = 0
    turn.say(f"utter_ask_{field}", asks=field)


def _named_field(turn: Turn, words: str) -> str | None:
    number = _NUMBER.match(words)
    if number is not None:
        fields = summary_fields(turn.draft)
        position = int(number.group(1)) - 1
        return fields[position] if 0 <= position < len(fields) else None
    return read_field_name(words)
