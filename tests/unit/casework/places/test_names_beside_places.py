"""Councils named beside a part of town, and postcodes of another council."""

from __future__ import annotations

import pytest

from casework.places.councils import match_council


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Newham, east ham", "Newham"),
        ("camden, kentish town", "Camden"),
        ("shepherds bush, hammersmith", "Hammersmith and Fulham"),
        ("Leeds, Headingley", "Leeds"),
        ("moss side, Manchester", "Manchester"),
    ],
)
def test_part_of_town_beside_the_council_needs_no_second_asking(words: str, name: str) -> None:
    match = match_council(words)
    assert match.council is not None
    assert (match.kind, match.council.name) == ("exact", name)


def test_unknown_word_without_a_comma_may_still_be_a_longer_name() -> None:
    assert match_council("Leeds Abbas").kind == "fuzzy"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (
            "we have a Bristol postcode but it's South Gloucestershire who do his plan",
            "South Gloucestershire",
        ),
        ("it's a Bath postcode but Wiltshire do the plan", "Wiltshire"),
        ("Leeds postcode, Bradford council", "Bradford"),
        ("Bristol postcode", "Bristol"),
    ],
)
def test_postcode_of_one_town_may_come_under_another_council(words: str, name: str) -> None:
    match = match_council(words)
    assert match.council is not None and match.council.name == name


def test_it_isnt_scotland_tells_of_no_scotland() -> None:
    match = match_council("Berwick upon Tweed (and no it isnt scotland before you ask)")
    assert match.council is not None and match.council.name == "Northumberland"
