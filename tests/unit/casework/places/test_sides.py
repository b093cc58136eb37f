"""Which of two councils of one county is meant, by its side of it."""

from __future__ import annotations

import pytest

from casework.places.councils import match_council


@pytest.mark.parametrize(
    ("words", "council"),
    [
        ("Northants, the west one", "West Northamptonshire"),
        ("the west part of northants", "West Northamptonshire"),
        ("Cheshire, the east one", "Cheshire East"),
        ("beds, central one", "Central Bedfordshire"),
    ],
)
def test_side_of_the_county_tells_which_council(words: str, council: str) -> None:
    match = match_council(words)
    assert match.kind == "exact"
    assert match.council is not None
    assert match.council.name == council


@pytest.mark.parametrize(
    "words", ["Northants", "northants, not the west one", "northants, from north to west"]
)
def test_county_with_no_side_or_with_two_is_asked_about(words: str) -> None:
    assert match_council(words).kind == "ambiguous"
