"""Asked what would help, a yes with a need is that need, and a question is none."""

from __future__ import annotations

import pytest

from tests.unit.casework.answers.test_slips import at


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("yes i get overwhelmed", "i get overwhelmed"),
        ("yes my anxiety is bad", "my anxiety is bad"),
        ("yes adhd", "adhd"),
        ("yes please, crowds", "crowds"),
        ("yeah I struggle to sit for long", "I struggle to sit for long"),
        ("a room near the door", "a room near the door"),
        ("please dont use long words", "please dont use long words"),
        ("we can manage the stairs if slow", "we can manage the stairs if slow"),
    ],
)
def test_need_told_beside_a_yes_is_kept(words: str, kept: str) -> None:
    parent = at("access_needs")
    parent.say(words)
    access = parent.draft.referral.access
    assert (access.needs, access.details) == (["other"], kept)


@pytest.mark.parametrize(
    "words",
    [
        *("yes", "yes please", "yes a few", "yes we do", "yes there are", "help please"),
        *("what sort of things", "like what?", "like", "for me or him?", "what kind of needs"),
        *("such as?", "which ones?", "do you mean me or my son?", "examples?", "for who?"),
    ],
)
def test_yes_and_question_that_name_no_need_are_answered_with_help(words: str) -> None:
    parent = at("access_needs")
    parent.say(words)
    assert not parent.draft.referral.access.needs
    assert "utter_help_access_needs" in parent.heard
    assert parent.asked == "access_needs"


@pytest.mark.parametrize(
    "words", ["cant think of any", "we can manage thanks", "we'll manage", "I'm fine", "no"]
)
def test_parent_who_manages_has_no_needs(words: str) -> None:
    parent = at("access_needs")
    parent.say(words)
    access = parent.draft.referral.access
    assert (access.needs, access.details, access.asked) == ([], None, True)
