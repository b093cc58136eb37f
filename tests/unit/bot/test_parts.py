"""Where one question of a message ends and the next begins."""

import pytest

from bot.nlu.parts import AT_MOST, split_into_parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("is it free and how long does it take", ["is it free", "how long does it take"]),
        (
            "My son is 9, can he come? Do you open on Sundays?",
            ["My son is 9", "can he come?", "Do you open on Sundays?"],
        ),
        ("does the council have to come also do i", ["does the council have to come", "do i"]),
        ("who comes\nwhere is it", ["who comes", "where is it"]),
    ],
)
def test_two_questions_in_one_message_are_two_parts(text: str, parts: list[str]) -> None:
    assert split_into_parts(text) == parts


@pytest.mark.parametrize("text", ["", "hi", "is it free", "bread and butter", "?!", "..."])
def test_message_that_says_one_thing_has_no_parts(text: str) -> None:
    assert split_into_parts(text) == []


def test_very_long_story_has_a_handful_of_parts() -> None:
    assert len(split_into_parts("He is nine now. " * 50)) == AT_MOST
