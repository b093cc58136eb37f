"""A referral is for one child: the one that the parent wants to begin with."""

from __future__ import annotations

import pytest

from tests.unit.casework.answers.test_slips import at


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("do Ava first", "Ava"),
        ("ok do zara first then, i'll do Zak after", "Zara"),
        ("start with Noah please", "Noah"),
        ("Ava first please", "Ava"),
        ("theres 2 of them, Ava and Noah", "Ava"),
        ("two boys, Sam and Joe", "Sam"),
        ("twins: Mia & Leo", "Mia"),
    ],
)
def test_parent_of_several_says_which_child_comes_first(words: str, name: str) -> None:
    parent = at("child_name")
    parent.say(words)
    assert parent.draft.referral.child.name == name
    assert parent.asked == "child_age"


@pytest.mark.parametrize("words", ["mediation first", "do it first", "me first"])
def test_what_is_no_name_is_no_child(words: str) -> None:
    parent = at("child_name")
    parent.say(words)
    assert parent.draft.referral.child.name is None
