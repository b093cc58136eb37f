"""Messages put into the spelling of the lessons, to be heard beside what was typed."""

from pathlib import Path

import pytest

from bot.nlu.respelling import Respeller

RESPELLER = Respeller(Path.cwd())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wats ur fone numba", "what's your phone number"),
        ("wot du i bring 2 it", "what do i bring 2 it"),
        ("is ther a dedline", "is there a deadline"),
        ("can my sistur come wiv me", "can my sister come with me"),
        ("discrimanation by the scool", "discrimination by the school"),
    ],
)
def test_words_that_only_sound_right_are_put_right(typed: str, meant: str) -> None:
    assert RESPELLER.respell(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "What happens once I have a certificate?",
        "my daughter Zsofia goes to Kirkwood",
        "they wont assess him",
        "call 07700 900123",
        "Holly",
        "kerri thankson",
    ],
)
def test_words_that_are_known_and_names_stay_as_they_are(typed: str) -> None:
    assert RESPELLER.respell(typed) == typed


def test_shouting_is_put_right_too() -> None:
    assert RESPELLER.respell("THE COUNSIL REFUSED") == "THE council REFUSED"
