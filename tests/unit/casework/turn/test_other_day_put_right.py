"""A day of a letter that is known is put right by naming it, whatever is asked."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import fact


@pytest.mark.parametrize("question", ["certificate_held", "phone"])
@pytest.mark.parametrize(
    "words",
    [
        "looking at it again its the 1st of November not the 11th",
        "1 november, not 11",
    ],
)
def test_parent_names_the_day_that_is_wrong(question: str, words: str) -> None:
    parent = at(question)
    parent.draft.referral.decision.letter_date = date(2026, 11, 11)
    parent.say(words, fact("date", "2026-11-01"))
    assert parent.draft.referral.decision.letter_date == date(2026, 11, 1)
    assert parent.asked == question


def test_day_that_no_paper_has_changes_nothing() -> None:
    parent = at("phone")
    parent.draft.referral.decision.letter_date = date(2026, 11, 11)
    parent.say("i can do the 1st of December not the 2nd", fact("date", "2026-12-01"))
    assert parent.draft.referral.decision.letter_date == date(2026, 11, 11)
