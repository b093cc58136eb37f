"""A figure in text speak is nobody's age."""

from __future__ import annotations

import pytest

from tests.unit.casework.answers.test_slips import at


@pytest.mark.parametrize(
    "words", ["sorry b4 i carry on do i hav 2 pay for this", "b4 we go on who sees this"]
)
def test_before_in_text_speak_is_no_age(words: str) -> None:
    parent = at("child_age")
    parent.say(words)
    assert parent.draft.referral.child.age is None


@pytest.mark.parametrize("words", ["4", "hes 4", "4 b4 xmas"])
def test_an_age_beside_it_is_one(words: str) -> None:
    parent = at("child_age")
    parent.say(words)
    assert parent.draft.referral.child.age == 4
