"""A button of the review page says what the conversation understands."""

from __future__ import annotations

import pytest

from casework.message import Message
from casework.referral.changing import read_change, say_change
from casework.referral.summary import REVIEWED
from casework.turn.controls import read_control


@pytest.mark.parametrize("field", REVIEWED)
def test_each_answer_can_be_changed_by_what_its_button_says(field: str) -> None:
    words = say_change(field)
    assert read_change(words) in {field, "role", "change_what"}
    assert read_control(Message(words), "summary") == "change_answer"
    assert read_control(Message(words), "child_age") == "change_answer"


def test_no_two_buttons_say_the_same() -> None:
    assert len({say_change(field) for field in REVIEWED}) == len(REVIEWED)


@pytest.mark.parametrize(
    "words", ["Change the plan", "they want to change: council", "Change: Phone please no", "Phone"]
)
def test_what_a_parent_writes_is_not_taken_for_the_button(words: str) -> None:
    assert read_change(words) is None


@pytest.mark.parametrize(
    "asked",
    [
        "will it change my right to appeal?",
        "does mediation change the plan?",
        "can they change his school after?",
        "does that update my plan",
    ],
)
def test_parent_who_asks_what_else_changes_something_changes_no_answer(asked: str) -> None:
    assert read_control(Message(asked), "role") is None


@pytest.mark.parametrize("asked", ["can I change my number?", "could you change the age please?"])
def test_parent_may_ask_to_change_an_answer(asked: str) -> None:
    assert read_control(Message(asked), "role") == "change_answer"
