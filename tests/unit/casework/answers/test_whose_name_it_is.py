"""A name that is told where another's is asked for goes to whom it belongs to."""

from __future__ import annotations

import pytest

from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact


def asked_for_the_child(own_name: str = "Tamsin Penrose") -> Parent:
    """A parent whose own name is known, and who is asked for the child's."""
    parent = at("child_name")
    parent.draft.referral.referrer.name = own_name
    return parent


@pytest.mark.parametrize("words", ["er names Morwenna", "the names Morwenna", "name: Morwenna"])
def test_name_heard_as_the_writers_is_the_childs_where_the_writers_is_known(words: str) -> None:
    parent = asked_for_the_child()
    parent.say(words, fact("person_name", "Morwenna", "self"))
    assert parent.draft.referral.child.name == "Morwenna"
    assert parent.draft.referral.referrer.name == "Tamsin Penrose"
    assert parent.asked != "name"


@pytest.mark.parametrize("words", ["my name is Morwenna", "i'm Morwenna", "call me Morwenna"])
def test_name_that_the_writer_says_is_theirs_is_not_the_childs(words: str) -> None:
    parent = asked_for_the_child()
    parent.say(words, fact("person_name", "Morwenna", "self"))
    assert parent.draft.referral.child.name != "Morwenna"


@pytest.mark.parametrize(
    "words",
    [
        "please put my name as Rosalind Peake. Ros is the short form.",
        "my full name is Rosalind Peake, Ros for short",
        "its Rosalind Peake on my letters, Ros is only what friends say",
    ],
)
def test_short_form_of_the_writers_name_is_not_the_childs(words: str) -> None:
    parent = asked_for_the_child("Ros Peake")
    parent.say(
        words,
        fact("person_name", "Rosalind Peake", "self"),
        fact("person_name", "Ros", "child", sure=False),
    )
    assert parent.draft.referral.child.name != "Ros"


def test_child_may_be_called_after_the_parent() -> None:
    parent = asked_for_the_child("Rob Stone")
    parent.say("Rob", fact("person_name", "Rob", "child", sure=False))
    assert parent.draft.referral.child.name == "Rob"


@pytest.mark.parametrize(
    "words",
    [
        "actually Leena Foster, same surname as me",
        "Leena Foster, the same last name as mine",
        "really Leena Foster, same as me",
    ],
)
def test_child_with_the_same_surname_is_one_child_and_changes_nobody(words: str) -> None:
    parent = asked_for_the_child("Priya Foster")
    parent.say(words)
    assert parent.draft.referral.child.name == "Leena Foster"
    assert parent.draft.referral.referrer.name == "Priya Foster"
    assert "utter_one_child_at_a_time" not in parent.heard


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ("I'm Mason's mum, Kelly", "Kelly"),
        ("Mason's mum, Kelly Robson", "Kelly Robson"),
        ("Kelly, Mason's mum", "Kelly"),
        ("Kelly - mason's mum", "Kelly"),
        ("masons mum kelly", "Kelly"),
        ("i'm mason's nan - Jean Brook", "Jean Brook"),
        ("Kelly Dadson", "Kelly Dadson"),
        ("Charles Grant", "Charles Grant"),
        ("Agnes Nance", "Agnes Nance"),
    ],
)
def test_parent_who_says_whose_mum_she_is_gives_her_own_name(words: str, own: str) -> None:
    parent = at("name")
    parent.say(words, fact("person_name", own, "self"))
    assert parent.draft.referral.referrer.name == own
