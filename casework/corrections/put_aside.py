"""Takes out of the draft what the parent says it is not: parts, kinds, a number of another."""

from __future__ import annotations

from casework.corrections.answer_before import (
    put_answer_before_right,
    put_name_beside_number_right,
)
from casework.corrections.care_noted import put_care_aside
from casework.corrections.council_told import take_word_on_council
from casework.corrections.family_number import put_family_number_aside
from casework.corrections.kinds_taken_away import take_kinds_away
from casework.corrections.parent_named import put_parents_name_aside
from casework.corrections.parts_taken_away import take_parts_away, take_parts_of_no_plan
from casework.corrections.phone_number import put_number_right
from casework.corrections.signer_taken_away import take_signer_away
from casework.corrections.taken_out import take_answer_out, take_needs_away
from casework.corrections.told_otherwise import put_told_otherwise
from casework.turn.state import Turn

_IN_ORDER = (
    put_answer_before_right,
    take_word_on_council,
    take_parts_away,
    take_parts_of_no_plan,
    take_kinds_away,
    take_signer_away,
    take_needs_away,
    put_name_beside_number_right,
    put_family_number_aside,
    put_number_right,
    take_answer_out,
    put_parents_name_aside,
    put_told_otherwise,
    put_care_aside,
)


def put_aside(turn: Turn) -> bool:
    """Take out what is denied; True where the message tells nothing else and so is dealt with."""
    return any(take(turn) for take in _IN_ORDER)
