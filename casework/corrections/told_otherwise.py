"""Hears answers put right where any words would do for the question: "its not final, its a draft".

What would help at the meeting, when to call and who comes are told in any words, so that such a
message would be kept as their answer. The question comes again instead.
"""

from __future__ import annotations

import re

from casework.answers.facts import facts_in
from casework.answers.replacing import with_replacements
from casework.corrections.certificate_told import with_certificate_told
from casework.corrections.heard_twice import without_readings
from casework.corrections.left_over import keep_left_over
from casework.referral.fields import is_given
from casework.turn.compared import same_value
from casework.turn.left_out import tells_only_of_another
from casework.turn.putting_facts import take_facts
from casework.turn.state import Turn
from casework.words import reads_as_correction

_TAKE_ANY_WORDS = frozenset({"access_needs", "best_time", "supporters"})
_PUT_RIGHT_SO = frozenset(
    {"role", "council", "plan", "decision_date", "certificate_held", "certificate_date"}
    | {"appeal_lodged", "route_wanted", "setting"}
)
_AFTER_ALL = re.compile(
    r"\b(?:after all|any ?more|changed my mind|instead|now\W*$|i said .{2,30} but)\b", re.IGNORECASE
)


def put_told_otherwise(turn: Turn) -> bool:
    """Take what differs from an answer given before; True where the message tells only that."""
    words = turn.message.plain
    if turn.pending not in _TAKE_ANY_WORDS or turn.draft.progress.is_submitted:
        return False
    if not (reads_as_correction(words) or _AFTER_ALL.search(words)) or tells_only_of_another(turn):
        return False
    heard = with_replacements(
        facts_in(turn.message, turn.draft, turn.today), turn.message, turn.draft
    )
    facts = without_readings(heard, turn.draft)
    facts = with_certificate_told(facts, turn.message, turn.draft, turn.today)
    if any(fact.field == turn.pending for fact in facts):
        return False
    new = [
        fact
        for fact in facts
        if fact.field in _PUT_RIGHT_SO
        and is_given(turn.draft, fact.field)
        and not same_value(turn.draft, fact)
    ]
    take_facts(turn, new, is_answer=False, is_correction=True)
    if new:
        keep_left_over(turn)
    return bool(new)
