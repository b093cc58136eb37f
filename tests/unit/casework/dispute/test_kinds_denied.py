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
    ["not excluded but sent home every day", "he's not officially excluded", "not stopped yet"],
)
def test_child_who_is_sent_home_is_not_said_to_be_in_school(words: str) -> None:
    assert not kinds_denied(words)
