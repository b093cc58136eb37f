"""Who finds nothing to change at the review is not asked which answer to change."""

from __future__ import annotations

import pytest

from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent


def asked_what_to_change() -> Parent:
    parent = at("summary")
    parent.say("change something", intent="change_answer")
    assert parent.asked == "change_what"
    return parent


@pytest.mark.parametrize(
    "words",
    [
        "no thats all",
        "no thats all right",
        "nope all good",
        "nothing to change",
        "No changes needed",
        "no its fine",
        "nothing else thanks",
    ],
)
def test_parent_with_nothing_to_change_is_asked_whether_to_send_it(words: str) -> None:
    parent = at("summary")
    before = parent.draft.referral.dispute.in_own_words
    assert not parent.say(words, intent="deny").must_submit
    assert parent.heard == ["utter_shall_i_send"]
    assert parent.draft.referral.dispute.in_own_words == before
    assert parent.say("yes, send it", intent="affirm").must_submit


@pytest.mark.parametrize("words", ["no", "no thats wrong", "no thats not all", "nothing is right"])
def test_parent_who_only_says_no_is_asked_which_answer(words: str) -> None:
    parent = at("summary")
    parent.say(words, intent="deny")
    assert parent.asked == "change_what"


@pytest.mark.parametrize(
    "words",
    [
        "actually nothing its fine",
        "ok nothing then",
        "oh its all fine",
        "dont worry",
        "its right sorry",
    ],
)
def test_parent_who_changes_nothing_after_all_is_back_at_the_review(words: str) -> None:
    parent = asked_what_to_change()
    parent.say(words)
    assert parent.heard == ["utter_ask_summary"]


@pytest.mark.parametrize("words", ["the age isnt right", "its fine but the age is wrong"])
def test_parent_who_names_a_line_is_asked_for_it(words: str) -> None:
    parent = asked_what_to_change()
    parent.say(words)
    assert parent.asked == "child_age"
