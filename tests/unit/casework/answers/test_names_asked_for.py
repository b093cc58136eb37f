"""A name that was asked for is taken, though it looked like somebody else's or was spelt out."""

from __future__ import annotations

import pytest

from casework.answers.name_words import clean_name
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import fact


@pytest.mark.parametrize(
    ("words", "guessed", "name"),
    [
        ("O'Brien, Siobhan", "Siobhan", "O'Brien, Siobhan"),
        ("Smith, John", "John", "Smith, John"),
        ("Grace (Gracie) Hall", "Grace", "Grace Hall"),
        ("jane smith mum", "Jane Smith", "Jane Smith"),
    ],
)
def test_name_of_the_parent_is_theirs_though_it_was_guessed_to_be_the_childs(
    words: str, guessed: str, name: str
) -> None:
    parent = at("name")
    parent.say(words, fact("person_name", guessed, "child", sure=False))
    assert parent.draft.referral.referrer.name == name
    assert parent.draft.progress.unconfirmed is None


@pytest.mark.parametrize("words", ["dad is Peter", "his name is Peter", "my sons Peter"])
def test_name_said_of_somebody_else_is_not_the_parents(words: str) -> None:
    parent = at("name")
    parent.say(words, fact("person_name", "Peter", "child", sure=False))
    assert parent.draft.referral.referrer.name is None


def test_both_names_in_one_answer_are_each_of_whom_they_are() -> None:
    parent = at("name")
    parent.say(
        "im jane, mum of Tom",
        fact("person_name", "Jane", "self"),
        fact("person_name", "Tom", "child"),
    )
    assert parent.draft.referral.referrer.name == "Jane"
    assert parent.draft.referral.child.name == "Tom"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Kian but its spelt K-I-A-N", "Kian"),
        ("Kaya but it's spelt K A Y A", "Kaya"),
        ("Kelly Marsh but it's spelt K-E-L-L-Y", "Kelly Marsh"),
        ("Rhys but its spelt Reece", "Reece"),
        ("Zoe but its spelt differently", "Zoe"),
        ("Zoe, it's spelt with a y", "Zoe"),
        ("lee not leigh", "Lee"),
        ("I am not Sam", None),
        ("my name is spelled Tess Hartnall", "Tess Hartnall"),
        ("Billy Butt", "Billy Butt"),
        ("Nott, Anna", "Nott, Anna"),
    ],
)
def test_how_a_name_is_spelt_is_no_part_of_it(words: str, name: str | None) -> None:
    assert clean_name(words) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Logan, the eldest", "Logan"),
        ("Rosie, my youngest", "Rosie"),
        ("Sam the middle one", "Sam"),
    ],
)
def test_name_of_the_child_is_taken_with_which_of_several_it_is(words: str, name: str) -> None:
    parent = at("child_name")
    parent.say(words, fact("council", name, sure=False))
    assert parent.draft.referral.child.name == name
