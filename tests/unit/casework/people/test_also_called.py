"""A child or parent who is called by two names is kept with both."""

from __future__ import annotations

import pytest

from casework.answers.name_words import clean_name
from casework.people.also_called import two_names
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.answers.test_whose_name_it_is import asked_for_the_child
from tests.unit.casework.parents import fact


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Noah (but we call him Bear)", "Noah (known as Bear)"),
        ("Oluwaseun but everyone calls him Seun", "Oluwaseun (known as Seun)"),
        ("Alexandra known as Lexi", "Alexandra (known as Lexi)"),
        ("Robert, Robbie for short", "Robert (known as Robbie)"),
        ("legally Lily but goes by Leo now, please use Leo", "Lily (known as Leo)"),
        ("he was called Kayla but is now Kai", "Kayla (now Kai)"),
        ("Samuel (Sam)", "Samuel (known as Sam)"),
        ("Sam (Samuel James Marsh)", "Samuel James Marsh (known as Sam)"),
        ("Samuel or Sam", "Samuel (known as Sam)"),
        ("Sam, full name Samuel", "Samuel (known as Sam)"),
        ("Ash (formerly Ashley)", "Ash (was Ashley)"),
    ],
)
def test_both_names_of_one_person_are_kept(words: str, name: str) -> None:
    assert two_names(words, clean_name) == name


@pytest.mark.parametrize(
    "words",
    [
        "Sam",
        "Sam Marsh",
        "Sam / Max",
        "Sam and Max",
        "Sam or Jo",
        "Sam (9)",
        "Sam (autistic)",
        "Sam (they/them)",
        "Kelly (mum)",
        "Sam is my son",
        "Sam was refused",
        "Sam is now excluded",
        "Sam but he prefers email",
    ],
)
def test_one_name_and_what_is_said_of_them_are_not_two(words: str) -> None:
    assert two_names(words, clean_name) is None


def test_childs_own_name_in_full_is_not_asked_about_as_the_parents() -> None:
    parent = asked_for_the_child()
    parent.say("Sam, full name Samuel", fact("person_name", "Samuel", "self"))
    assert parent.draft.referral.child.name == "Samuel (known as Sam)"
    assert parent.asked == "child_age"


def test_child_named_beside_the_parent_is_no_second_name() -> None:
    parent = at("name")
    parent.say(
        "Jo, hes called Sam", fact("person_name", "Jo", "self"), fact("person_name", "Sam", "child")
    )
    assert parent.draft.referral.referrer.name == "Jo"
