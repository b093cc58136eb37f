"""A kind of dispute that the words deny."""

from __future__ import annotations

import pytest

from casework.dispute.kinds_denied import kinds_denied


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("its not stopped its just dudley ignoring it", "cease_plan"),
        ("it isn't stopped, they ignore it", "cease_plan"),
        ("he's NOT excluded", "exclusion"),
        ("she was not suspended", "exclusion"),
    ],
)
def test_kind_can_be_denied_in_one_word(words: str, kind: str) -> None:
    assert kind in kinds_denied(words)


@pytest.mark.parametrize(
    "words",
    [
        "he was never excluded before this year",
        "he is not suspended now but it might happen again",
        "he wasn't excluded at first",
        "they didn't stop the plan until july",
        "they didn't say no to a plan till after he was assessed",
        "they didn't refuse to assess straight away but then they did",
        "they did not refuse to change the plan at the time",
    ],
)
def test_what_was_not_so_at_another_time_is_not_denied(words: str) -> None:
    assert not kinds_denied(words)


@pytest.mark.parametrize(
    "words",
    [
        "my form was not late so they have no excuse",
        "i was not late for the meeting they were",
        "i was not late sending it back",
        "my reply was not late",
        "he wasnt late for school",
    ],
)
def test_family_that_was_not_late_does_not_say_that_the_council_was_not(words: str) -> None:
    assert not kinds_denied(words)


@pytest.mark.parametrize(
    "words",
    ["its not late, they refused", "they were not late", "the answer wasn't late", "no not late"],
)
def test_council_that_was_not_late_is_heard(words: str) -> None:
    assert kinds_denied(words) == {"annual_review_late", "no_decision"}


@pytest.mark.parametrize(
    "words",
    ["not excluded but sent home every day", "he's not officially excluded", "not stopped yet"],
)
def test_child_who_is_sent_home_is_not_said_to_be_in_school(words: str) -> None:
    assert not kinds_denied(words)
