"""Numbers as people write them."""

from __future__ import annotations

import re

import pytest

from casework.people.numbers_said import NUMBER, number_said


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("14", 14),
        ("14th", 14),
        ("1st", 1),
        ("fourteen", 14),
        ("Fourteenth", 14),
        ("sixth", 6),
        ("twenty-one", 21),
    ],
)
def test_number_is_read_with_and_without_its_ending(words: str, number: int) -> None:
    assert re.match(NUMBER, words, re.IGNORECASE)
    assert number_said(words) == number
