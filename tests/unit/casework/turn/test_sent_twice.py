"""A line that was sent twice does not answer the next question unseen."""

from __future__ import annotations

import pytest

from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent


def called(name: str) -> Parent:
    parent = at("name")
    parent.say(name)
    assert parent.asked == "child_name"
    return parent


@pytest.mark.parametrize("name", ["Jo Marsh", "Jo"])
@pytest.mark.parametrize("end", ["", ".", " "])
def test_own_name_sent_twice_is_confirmed_before_it_is_the_childs(name: str, end: str) -> None:
    parent = called(name)
    parent.say(name.lower() + end)
    assert parent.heard == ["utter_confirm_child_name"]
    parent.say("no", intent="deny")
    assert parent.asked == "child_name"
    parent.say("Sam")
    assert parent.draft.referral.child.name == "Sam"


def test_child_may_be_called_like_the_parent() -> None:
    parent = called("Jo Marsh")
    parent.say("Jo Marsh")
    parent.say("yes", intent="affirm")
    assert parent.draft.referral.child.name == "Jo Marsh"
    assert parent.asked == "child_age"


@pytest.mark.parametrize("name", ["Sam Marsh", "Joanna", "Jo"])
def test_other_name_needs_no_yes(name: str) -> None:
    parent = called("Jo Marsh")
    parent.say(name)
    assert parent.draft.referral.child.name == name
