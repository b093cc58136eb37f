"""A question at the review what stands in a line reads it out and changes nothing."""

from __future__ import annotations

import pytest

from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent


def at_review() -> Parent:
    parent = at("summary")
    parent.draft.referral.referrer.name = "Jo Marsh"
    parent.draft.referral.council.name = "Stockport"
    parent.draft.progress.pending = "summary"
    return parent


@pytest.mark.parametrize(
    "words",
    ["what name have you put", "is my name right", "whats the name again", "what name did i give"],
)
def test_line_that_is_asked_for_is_read_out(words: str) -> None:
    parent = at_review()
    parent.say(words)
    assert parent.heard == ["utter_line_stands"]
    assert parent.asked == "summary"


@pytest.mark.parametrize("words", ["my name is wrong", "can you change my name"])
def test_line_that_is_wrong_is_asked_anew(words: str) -> None:
    parent = at_review()
    parent.say(words)
    assert "utter_line_stands" not in parent.heard


@pytest.mark.parametrize(
    "words",
    [
        "yes but my surname is spelt Low",
        "yes but its spelt Low",
        "yes but my surname has an e on the end",
        "yes but the date is a bit off",
    ],
)
def test_yes_with_a_name_or_line_put_right_is_not_sent(words: str) -> None:
    parent = at_review()
    outcome = parent.say(words)
    assert not outcome.must_submit
