"""Several answers put right at once, each by what it is called; none of them is lost."""

from __future__ import annotations

import pytest

from casework.message import Entity
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact


def told(words: str, *facts: Entity) -> Parent:
    """A parent at the review who said this; the child is Holly, 8."""
    parent = at("summary")
    parent.say(words, *facts)
    return parent


@pytest.mark.parametrize(
    "words",
    [
        "No change the age to 11 and its Aisha Noor",
        "no, age to 11 and it's Aisha Noor",
        "the age should be 11. and its Aisha Noor",
        "change his age to eleven and its Aisha Noor",
        "sorry, age is 11, its Aisha Noor",
        "two things age is 11 and its Aisha Noor",
        "nope age 11 and its Aisha Noor",
        "its Aisha Noor, and the age needs to be 11",
        "its Aisha Noor and age: 11 please",
        "wrong. her age is actually 11 and its Aisha Noor",
    ],
)
def test_parent_can_put_age_and_name_right_beside_a_no(words: str) -> None:
    parent = told(words, fact("person_name", "Aisha Noor", "child", sure=False))
    assert parent.draft.referral.child.age == 11
    assert parent.heard[-1] == "utter_confirm_child_name"
    parent.say("yes", intent="affirm")
    assert parent.draft.referral.child.name == "Aisha Noor"
    assert parent.asked == "summary"


def test_parent_can_put_age_and_name_right_when_asked_what_to_change() -> None:
    parent = at("summary")
    parent.say("no", intent="deny")
    parent.say("the age to 11 and its Aisha Noor", fact("person_name", "Aisha Noor", "child"))
    assert parent.heard[-1] == "utter_confirm_child_name"
    parent.say("yes", intent="affirm")
    child = parent.draft.referral.child
    assert (child.name, child.age) == ("Aisha Noor", 11)


def test_parent_can_put_two_answers_right_that_only_their_names_tell() -> None:
    parent = told("no, change the age to 11 and my name to Rita Lowe")
    assert parent.draft.referral.child.age == 11
    assert parent.draft.referral.referrer.name == "Rita Lowe"


def test_parent_can_put_the_date_and_the_age_right() -> None:
    parent = told(
        "the age should be 11 and the date 20 october 2026",
        Entity("date", "2026-10-20", start=34, end=49),
    )
    assert parent.draft.referral.child.age == 11
    assert str(parent.draft.referral.decision.letter_date) == "2026-10-20"


def test_name_that_may_be_the_parents_or_the_childs_is_asked_about() -> None:
    parent = told("change age to 11 and name to Aisha Noor")
    assert parent.draft.referral.child.name == "Holly"
    assert parent.heard[-1] == "utter_confirm_child_name"
    parent = told("no the name should be Aisha Noor")
    assert parent.draft.referral.referrer.name == "Craig Sumner"
    assert parent.heard[-1] == "utter_confirm_name"


@pytest.mark.parametrize(
    "words",
    [
        "the school name is Oakfield Primary",
        "the age group there is 11 to 16",
        "the name of the school is Oakfield",
        "her name is on the waiting list",
        "the date of the meeting is 4 december",
        "no the age is right",
        "his age is the problem",
    ],
)
def test_talk_of_other_names_ages_and_dates_changes_nothing(words: str) -> None:
    parent = told(words, fact("date", "2026-12-04"))
    referral = parent.draft.referral
    assert (referral.child.name, referral.child.age) == ("Holly", 8)
    assert referral.referrer.name == "Craig Sumner"
    assert str(referral.decision.letter_date) == "2026-10-16"
    assert parent.draft.progress.unconfirmed is None


@pytest.mark.parametrize("is_sure", [True, False])
def test_surname_beside_the_childs_first_name_is_the_childs(is_sure: bool) -> None:
    parent = told(
        "No change the age to 10 and its Holly Price",
        fact("person_name", "Holly Price", "self", sure=is_sure),
    )
    assert (parent.draft.referral.child.name, parent.draft.referral.child.age) == (
        "Holly Price",
        10,
    )
    assert parent.draft.referral.referrer.name == "Craig Sumner"
    assert parent.asked == "summary"


def test_parent_with_the_childs_first_name_may_say_so() -> None:
    parent = told("no, my name is Holly Price", fact("person_name", "Holly Price", "self"))
    assert parent.draft.referral.referrer.name == "Holly Price"
    assert parent.draft.referral.child.name == "Holly"
