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


@pytest.mark.parametrize(
    "words",
    [
        "the council have been useless from the start",
        "we moved to be by the school and they still refused",
        "our request got torpedoed at panel again",
    ],
)
def test_remark_that_names_no_need_is_kept_and_needs_are_asked_again(words: str) -> None:
    parent = at("access_needs")
    parent.say(words)
    referral = parent.draft.referral
    assert not referral.access.needs
    assert referral.dispute.in_own_words is not None
    assert parent.asked == "access_needs"


@pytest.mark.parametrize("words", ["he bolts", "my legs are bad", "he absconds", "im albino"])
def test_need_told_in_words_of_their_own_is_taken_at_once(words: str) -> None:
    parent = at("access_needs")
    parent.say(words)
    access = parent.draft.referral.access
    assert (access.needs, access.details) == (["other"], words)


def test_what_is_told_a_second_time_is_taken_for_the_need() -> None:
    parent = at("access_needs")
    parent.say("it goes all wobbly on me")
    assert parent.asked == "access_needs"
    parent.say("it goes all wobbly on me")
    assert parent.draft.referral.access.details == "it goes all wobbly on me"
