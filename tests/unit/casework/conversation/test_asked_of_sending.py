"""What is asked of sending: whether it can be changed later, whether it came, its reference."""

from __future__ import annotations

import pytest

from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent


def once_sent() -> Parent:
    parent = at("summary")
    parent.say("yes send it")
    return parent


@pytest.mark.parametrize(
    "words",
    [
        "whats my reference",
        "i lost my ref",
        "can you send me my reference again",
        "what was the referral number",
        "did it go through",
        "have you sent it",
        "did you get it?",
    ],
)
def test_parent_who_asks_for_the_reference_or_whether_it_came_is_told(words: str) -> None:
    parent = once_sent()
    parent.say(words)
    assert parent.heard[0] == "utter_already_submitted"
    assert parent.asked == "anything_else"


@pytest.mark.parametrize(
    "words",
    ["ive changed my mind", "is it too late to change my mind", "can i cancel", "second thoughts"],
)
def test_parent_who_thinks_again_is_told_how_it_is_stopped(words: str) -> None:
    parent = once_sent()
    parent.say(words)
    assert parent.heard == ["utter_stop_once_sent"]
    assert parent.draft.referral.consent.store.given is True


@pytest.mark.parametrize(
    "words",
    [
        "the council letter has a reference number",
        "changed my mind about the time, ring after 5",
        "have you had my letter",
        "they sent it to the wrong house",
    ],
)
def test_other_words_are_not_taken_for_a_question_about_it(words: str) -> None:
    parent = once_sent()
    parent.say(words)
    assert not {"utter_already_submitted", "utter_stop_once_sent"} & set(parent.heard)


@pytest.mark.parametrize(
    "words",
    [
        "can i change it after",
        "can i change things later if i need to",
        "will i be able to add to it once its sent",
    ],
)
def test_parent_who_asks_whether_it_can_be_changed_later_is_told_that_it_can(words: str) -> None:
    parent = at("summary")
    parent.say(words, intent="change_answer")
    assert parent.heard[0] == "utter_change_later"
    assert parent.asked == "summary"


def test_parent_who_wants_it_changed_now_is_asked_for_it() -> None:
    parent = at("summary")
    parent.say("can i change my number", intent="change_answer")
    assert parent.asked == "phone"
