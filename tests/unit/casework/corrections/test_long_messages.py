"""However odd a long message is, it is read at once."""

from __future__ import annotations

import time

import pytest

from casework.answers.name_words import clean_name
from casework.answers.safe_contact import read_safe_contact
from casework.corrections.line_names import NAMES_A_LINE
from casework.referral.draft import Draft
from casework.turn.own_words import complains_in_asking
from tests.unit.casework.parents import TODAY, said

LONGEST = 2000
AT_ONCE = 0.25
"""Seconds of one core, of a busy and slow machine too; a pattern that goes wrong takes many."""


@pytest.mark.parametrize(
    "odd",
    [
        *(" ", "\n", ", ", "? ", "and ", "hi ", " but  ", "a , and ", "the my ", "with  a ", "me "),
        *("is ", "way ", "thank you ", "whatever ", "comma ", "(", "'", "\t\n"),
    ],
)
@pytest.mark.parametrize(("first", "last"), [("", ""), ("all ", " x"), ("what is missing", "b?")])
def test_person_who_sends_a_long_odd_message_does_not_wait(odd: str, first: str, last: str) -> None:
    words = first + (odd * LONGEST)[: LONGEST - len(first + last)] + last
    for read in (
        clean_name,
        NAMES_A_LINE.search,
        complains_in_asking,
        lambda text: read_safe_contact(said(text), Draft(), TODAY),
    ):
        took = []
        for _ in range(3):
            began = time.process_time()
            read(words)
            took.append(time.process_time() - began)
        assert min(took) < AT_ONCE, read
