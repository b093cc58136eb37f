"""Whatever is typed, it names a council or none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.places.councils import Council, all_councils, match_council


@settings(max_examples=150)
@given(st.text(max_size=80))
def test_any_text_gets_an_answer(text: str) -> None:
    match = match_council(text)
    assert (match.council is not None) == (match.kind in ("exact", "fuzzy"))


@settings(max_examples=100)
@given(st.sampled_from(all_councils()), st.sampled_from(["{}", "i think its {}", "{} please"]))
def test_words_around_a_council_change_nothing(council: Council, frame: str) -> None:
    assert match_council(frame.format(council.name)).council == council


@pytest.mark.parametrize(
    ("words", "council"),
    [
        ("leicester. not the city the county one", "Leicestershire"),
        ("nottingham but not the city", "Nottinghamshire"),
        ("leicester the county one", "Leicestershire"),
        ("its the county council, leicester", "Leicestershire"),
        ("leicester city not county", "Leicester"),
        ("nottingham city, not the county", "Nottingham"),
        ("york, not the city", "York"),
    ],
)
def test_county_around_a_city_of_its_name_can_be_meant(words: str, council: str) -> None:
    match = match_council(words)
    assert match.council is not None
    assert (match.kind, match.council.name) == ("exact", council)
