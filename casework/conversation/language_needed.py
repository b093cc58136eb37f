"""Which language a parent needs: the one that they write in, or name beside little English."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

from casework.people.whose import is_about_writer
from casework.turn.state import Turn

FILE = Path(__file__).resolve().parents[2] / "data" / "knowledge" / "little_english.yml"
LONGEST_ANSWER = 5
"""Words: "Maria dos Santos" or "język polski" answers the question in English."""

_SHORT_ANSWERS = frozenset({"name", "child_name", "language", "interpreter", "supporters"})
_OWN_WORDS = frozenset({"in_own_words", "best_time", "access_needs"})
_ONLY_THEIRS = r"only (?:speaks?|understands?|talks?)|(?:speaks?|understands?) only"


@cache
def _little_english() -> re.Pattern[str]:
    with FILE.open(encoding="utf-8") as file:
        patterns = yaml.load(file, Loader=yaml.CSafeLoader)["patterns"]
    return re.compile(rf"\b(?:{'|'.join([*patterns, _ONLY_THEIRS])})\b", re.IGNORECASE)


def find_language_written(turn: Turn) -> str | None:
    """The key of the language that the message is in, where it is not just a name or a word."""
    found = turn.message.first("written_language")
    is_short = len(turn.message.plain.split()) <= LONGEST_ANSWER
    if found is None or turn.pending in _OWN_WORDS or (turn.pending in _SHORT_ANSWERS and is_short):
        return None
    return f"{found.value}-{found.role}" if found.role else str(found.value)


def find_language_asked_for(turn: Turn) -> str | None:
    """The key of a language that somebody names who says, in English, that they have little of it.

    Once: whoever goes on in English after the offer is not offered the same again.
    """
    named = turn.message.first("language")
    if named is None or turn.draft.referral.interpreter.asked:
        return None
    key = str(named.value)
    text = turn.message.plain
    was_offered = f"interpreter:{key}" in turn.draft.progress.told
    said = _little_english().finditer(text)
    is_theirs = any(is_about_writer(text, *found.span()) for found in said)
    return key if is_theirs and not was_offered else None
