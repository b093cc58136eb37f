"""Whose age a number is: the child's, one of two children's, or that of the plan."""

from __future__ import annotations

import pytest

from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact


def asked_before_the_age(words: str, age: int) -> int | None:
    """The age stored where the words were heard to tell it, and something else was asked."""
    parent = Parent()
    parent.say("mum, Newham", fact("referrer_role", "parent"), fact("council", "Newham"))
    parent.agree()
    parent.say(words, fact("age", age, "child"))
    return parent.draft.referral.child.age


@pytest.mark.parametrize(
    "words",
    [
        "the whole plan is 3 years old",
        "his plan is 3 years old and out of date",
        "the EHCP was nearly 3 years old",
        "her report's 3 years old",
        "it is 3 years old",
        "the assessments are over 3 years old",
    ],
)
def test_age_of_the_plan_is_not_the_childs(words: str) -> None:
    assert asked_before_the_age(words, 3) is None


@pytest.mark.parametrize(
    "words",
    [
        "he is 3 years old",
        "my son with a plan is 3 years old",
        "no plan, he's 3 years old",
        "my daughter who has an ehcp is 3 years old",
    ],
)
def test_age_of_a_child_beside_a_plan_is_the_childs(words: str) -> None:
    assert asked_before_the_age(words, 3) == 3


@pytest.mark.parametrize(
    ("words", "age"),
    [
        ("one is 7 and other is 9", 7),
        ("one's 7, the other's 9", 7),
        ("one is 5", 5),
        ("7 and 9", 7),
    ],
)
def test_parent_who_tells_two_ages_is_asked_which_child_it_is_for(words: str, age: int) -> None:
    parent = at("child_age")
    parent.say(words)
    assert parent.heard == ["utter_one_child_at_a_time", "utter_confirm_child_age"]
    assert parent.draft.progress.unconfirmed is not None
    assert parent.draft.progress.unconfirmed.value == {"age": age}


def test_parent_who_adds_the_age_of_another_child_is_told_that_it_is_for_one() -> None:
    parent = at("child_age")
    parent.say("hes 8 the other one is 6", fact("age", 8, "child"))
    assert "utter_one_child_at_a_time" in parent.heard
    assert parent.draft.referral.child.age == 8


@pytest.mark.parametrize(("words", "age"), [("7 and a half", 7), ("9", 9), ("eight", 8)])
def test_one_age_is_taken_without_more(words: str, age: int) -> None:
    parent = at("child_age")
    parent.say(words)
    assert "utter_one_child_at_a_time" not in parent.heard
    assert parent.draft.referral.child.age == age
