"""Questions of the consents themselves, and at "which answer shall I change?", are answered."""

from __future__ import annotations

import pytest

from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.consent.test_after_no import asked_of_the_council, asked_to_agree
from tests.unit.casework.corrections.test_nothing_to_change import asked_what_to_change
from tests.unit.casework.parents import fact


@pytest.mark.parametrize(
    "words",
    [
        "how long do you keep it for",
        "so how long will you keep my details?",
        "how long is it kept",
    ],
)
def test_parent_who_asks_how_long_it_is_kept_is_told_the_time(words: str) -> None:
    parent = asked_to_agree()
    parent.say(words)
    assert "utter_privacy_more" in parent.heard
    assert parent.asked == "consent"


@pytest.mark.parametrize(
    "words",
    [
        "what will you tell them",
        "what do you tell them",
        "what will you say to the council?",
        "what exactly will you tell the council about us",
    ],
)
def test_parent_who_asks_what_the_council_is_told_is_told_that(words: str) -> None:
    parent = asked_of_the_council()
    parent.say(words)
    assert parent.heard[0] == "utter_help_share_with_council"
    assert parent.asked == "share_with_council"


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("is it free", "is_it_free"),
        ("what is section F", "what_are_the_sections"),
        ("what does mediation mean", "what_is_mediation"),
    ],
)
def test_parent_who_asks_something_before_changing_is_answered(words: str, topic: str) -> None:
    parent = asked_what_to_change()
    found = [fact("section", "F")] if "section" in words else []
    parent.say(words, *found, intent=f"ask_{topic}", confidence=0.99)
    assert parent.topics == [topic]
    assert parent.asked == "change_what"


def test_parent_who_asks_us_to_change_a_line_is_asked_for_it() -> None:
    parent = asked_what_to_change()
    parent.say("can you change the name please")
    assert parent.asked == "name"


def test_what_is_told_beside_a_question_at_the_review_is_not_dropped_in_silence() -> None:
    parent = at("summary")
    words = "he is 10 now. will they tell the school?"
    parent.say(words, fact("age", 10, "child"), intent="ask_who_sees_this")
    assert parent.heard[0] == "utter_left_for_team"
    assert words in (parent.draft.referral.dispute.in_own_words or "")
    assert parent.asked == "summary"


def test_mere_question_at_the_review_leaves_nothing_for_the_team() -> None:
    parent = at("summary")
    parent.say("is it free in hackney?", fact("council", "hackney"), intent="ask_is_it_free")
    assert "utter_left_for_team" not in parent.heard
