"""Who is named in a note."""

from __future__ import annotations

import pytest

from store.cases.mentions import find_named

COLLEAGUES = {1: "Priya Shah", 2: "Priya Roy", 3: "Sam Lee", 4: "Jo"}


@pytest.mark.parametrize(
    ("note", "named"),
    [
        ("@Priya Shah please ring", [1]),
        ("@priya roy, and @Sam", [2, 3]),
        ("@Priya ring them", [1, 2]),
        ("ask @Jo, she knows", [4]),
        ("write to jo@example.org", []),
        ("@nobody", []),
        ("@Samantha", []),
    ],
)
def test_colleagues_are_named_by_first_name_or_both(note: str, named: list[int]) -> None:
    assert find_named(note, COLLEAGUES) == named
