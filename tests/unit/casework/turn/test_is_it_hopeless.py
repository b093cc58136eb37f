"""Parents who ask whether it is hopeless are told what is open to them still."""

from __future__ import annotations

import pytest

from casework.referral.fields import put
from casework.turn.asked_in_words import asks_whether_hopeless
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import TODAY, Parent


def after_a_result(**answers: object) -> Parent:
    """A parent who was told the result of these answers, and is asked their name."""
    parent = at("name")
    for field, value in answers.items():
        put(parent.draft, field, value, today=TODAY)
    parent.say("hello", intent="greet")
    return parent


SCHOOL = {
    "plan": "final",
    "issue": ["i_named_only"],
    "sections": ["I"],
    "school_only_check": "only_school",
    "appeal_lodged": False,
}


@pytest.mark.parametrize(
    "words",
    [
        "so is it hopeless",
        "is there any point then",
        "is there any hope?",
        "whats the point",
        "is it worth it then?",
        "so its pointless",
        "should i just give up",
        "can i still do anything?",
        "so i have no chance then",
        "is there nothing i can do",
        "is it a waste of time",
    ],
)
def test_parent_whose_case_is_exempt_is_told_what_is_open(words: str) -> None:
    parent = after_a_result(**SCHOOL)
    parent.say(words)
    assert parent.heard[0] == "utter_hope_exempt"
    assert parent.asked == "name"
    assert parent.draft.progress.misses == 0


@pytest.mark.parametrize(
    ("answers", "response"),
    [
        ({"issue": ["not_delivered"]}, "utter_hope_without_mediation"),
        ({"issue": ["admissions"]}, "utter_hope_elsewhere"),
        ({"council": "outside_england"}, "utter_hope_outside_england"),
        ({"council": "E08000034"}, "utter_hope_not_listed"),
        ({}, "utter_hope"),
    ],
)
def test_what_is_open_depends_on_what_was_found(answers: dict[str, object], response: str) -> None:
    parent = after_a_result(**answers)
    parent.say("so is it hopeless then?")
    assert response in parent.heard


def test_who_is_late_is_told_that_there_may_be_a_way() -> None:
    parent = after_a_result(decision_date="2026-06-01")
    parent.say("so is it hopeless then?")
    assert "utter_faq_missed_deadline" in parent.heard


@pytest.mark.parametrize(
    "words",
    [
        "the school is hopeless",
        "is it over the phone?",
        "what point are we at",
        "there is a point in section B",
        "any time is fine",
        "can i do anything on my phone",
    ],
)
def test_other_words_ask_nothing_of_the_kind(words: str) -> None:
    assert not asks_whether_hopeless(words)
