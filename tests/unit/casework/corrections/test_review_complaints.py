"""Words of a dispute that sound like a complaint about the review ask nothing anew."""

from __future__ import annotations

import pytest

from casework.corrections.review_complaints import read_complaints
from tests.unit.casework.corrections.test_lines_put_right import at_the_review
from tests.unit.casework.parents import said


def complained_of(words: str) -> list[str | None]:
    return [one.field for one in read_complaints(said(words), at_the_review().draft)]


@pytest.mark.parametrize(
    "words",
    [
        "the school still says no to him",
        "the council still says no",
        "the head still is against us",
        "its got no time limit",
        "theres no school transport for him",
        "he has got no time to finish",
        "there's no plan to help him",
    ],
)
def test_what_is_told_of_the_dispute_is_no_complaint(words: str) -> None:
    assert complained_of(words) == []


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("the council still says Stockport", "council"),
        ("the time still says mornings", "best_time"),
        ("it's got no email", "email"),
        ("there's no best time on it", "best_time"),
        ("where's the college name", "setting"),
        ("you havnt put the college", "setting"),
    ],
)
def test_line_that_is_wrong_or_missing_is_one(words: str, field: str) -> None:
    assert complained_of(words) == [field]
