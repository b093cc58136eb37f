"""An age or a date is put right at the review by what it was, or as the only date there is."""

from __future__ import annotations

from datetime import date

import pytest

from casework.message import Entity
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent


def at_review_with_letter_of(day: date) -> Parent:
    """A parent at the review whose only date is the letter's."""
    parent = at("summary")
    parent.draft.referral.decision.letter_date = day
    parent.draft.referral.certificate.date = None
    return parent


@pytest.mark.parametrize(
    "words", ["the 23rd not the 29th", "not the 29th, the 23rd", "29th should be 23rd"]
)
def test_parent_can_put_the_day_right_by_the_old_one(words: str) -> None:
    parent = at_review_with_letter_of(date(2026, 10, 29))
    parent.say(words)
    assert parent.draft.referral.decision.letter_date == date(2026, 10, 23)
    assert parent.asked == "summary"


@pytest.mark.parametrize(
    "words",
    [
        "It should be 29 October",
        "should be 29 October please",
        "sorry the date should be the 29th October",
        "that is actually 29 October",
        "please put 29 October 2026",
    ],
)
def test_parent_can_put_the_only_date_right(words: str) -> None:
    parent = at_review_with_letter_of(date(2026, 10, 23))
    start = words.index("29")
    parent.say(words, Entity("date", "2026-10-29", None, True, start, len(words)))
    assert parent.draft.referral.decision.letter_date == date(2026, 10, 29)
    assert parent.asked == "summary"


@pytest.mark.parametrize(
    "words", ["we have a review on 9 November", "can you ring on 9 November", "i moved 9 November"]
)
def test_day_of_something_else_changes_no_letter(words: str) -> None:
    parent = at_review_with_letter_of(date(2026, 10, 23))
    start = words.index("9")
    parent.say(words, Entity("date", "2026-11-09", None, True, start, len(words)))
    assert parent.draft.referral.decision.letter_date == date(2026, 10, 23)
