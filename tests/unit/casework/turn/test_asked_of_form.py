"""Parents ask what was written down, and how much more there is to answer."""

from __future__ import annotations

import pytest

from casework.turn.coming_and_going import read_asked_of_form
from tests.unit.casework.answers.test_slips import at


@pytest.mark.parametrize(
    "words",
    [
        "what have you got so far",
        "what did you write down?",
        "can i see what i put",
        "show me my answers",
        "read it back to me",
        "can you read back what ive said",
        "hang on what did i put for the date",
        "did i give you my email",
        "have you got my number?",
    ],
)
def test_parent_who_asks_what_was_noted_hears_that_it_is_all_shown(words: str) -> None:
    parent = at("phone")
    parent.say(words, intent="ask_what_will_you_ask_me")
    assert parent.heard == ["utter_so_far", "utter_ask_phone"]


@pytest.mark.parametrize(
    "words",
    [
        "how many more questions",
        "are we nearly done?",
        "are we done",
        "is this nearly finished",
        "too many questions",
        "how much longer",
        "is there much more",
        "this is too long",
    ],
)
def test_parent_who_asks_how_much_is_left_hears_the_number(words: str) -> None:
    parent = at("phone")
    outcome = parent.say(words, intent="ask_how_long_in_all")
    assert parent.heard == ["utter_questions_left", "utter_ask_phone"]
    assert outcome.says[0].values["count"] == "about 3 more questions"


def test_review_is_shown_again_to_who_asks_for_it() -> None:
    parent = at("summary")
    parent.say("what have you got so far")
    assert parent.heard == ["utter_ask_summary"]


@pytest.mark.parametrize(
    "words",
    [
        "what have you got for autism",
        "how many hours will he get",
        "how long is the meeting",
        "can i see the plan",
        "how many people come",
        "how much does it cost",
        "how many weeks left to appeal",
        "is it too late",
        "what did you mean",
    ],
)
def test_other_questions_are_none_of_the_form(words: str) -> None:
    assert read_asked_of_form(words) is None
