"""Words that remind of a kind of dispute and tell of another, and a few that tell one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Values = Callable[[str, str], set[str | int]]


@pytest.mark.parametrize(
    "words",
    [
        "we share custody",
        "her dad and i have joint custody and they named the wrong school",
        "I have full custody of him",
        "custody battle going on and they refused to assess",
        "dad has custody at weekends",
        "the court gave me custody",
    ],
)
def test_custody_of_a_child_is_no_custody_of_the_child(words: str, values: Values) -> None:
    assert "in_custody" not in values(words, "dispute")


@pytest.mark.parametrize(
    "words", ["my son is in custody and gets none of his plan", "he has been remanded in custody"]
)
def test_young_person_in_custody_is_heard(words: str, values: Values) -> None:
    assert "in_custody" in values(words, "dispute")


@pytest.mark.parametrize("words", ["not enough hours", "not enough TA", "its not enough therapy"])
def test_not_enough_hours_is_about_the_help_in_the_plan(words: str, values: Values) -> None:
    assert values(words, "dispute") == {"section_f"}


def test_disagreement_resolution_is_no_agreement_that_was_broken(values: Values) -> None:
    words = "I mean disagreement resolution, not mediation"
    assert "agreement_broken" not in values(words, "dispute")
