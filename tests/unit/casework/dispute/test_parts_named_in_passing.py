"""A part of the plan is at issue where it is named, and not where its word merely stands."""

from __future__ import annotations

import pytest

from casework.answers import read_answer
from casework.referral.draft import Draft
from tests.unit.casework.parents import TODAY, said


def _parts(words: str) -> list[str] | None:
    draft = Draft()
    draft.referral.plan = "final"
    answer = read_answer("issue", said(words), draft, TODAY)
    facts = answer.facts if answer is not None else ()
    return next((list(fact.value) for fact in facts if fact.field == "sections"), None)


@pytest.mark.parametrize(
    "words",
    [
        "school never ring me back",
        "he hasnt been in school since easter",
        "his placement broke down",
        "school said he is too bright",
    ],
)
def test_school_that_a_parent_speaks_of_is_not_the_part_at_issue(words: str) -> None:
    assert _parts(words) is None


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("the school", ["I"]),
        ("the school and the hours", ["F", "I"]),
        ("his needs and the school", ["B", "I"]),
        ("they named a school miles away", ["I"]),
        ("i want another school", ["I"]),
    ],
)
def test_school_that_is_named_is_the_part_at_issue(words: str, parts: list[str]) -> None:
    assert _parts(words) == parts


@pytest.mark.parametrize(
    "words", ["He needs a 1:1 and they said no", "she needs a speech therapist", "he needs OT"]
)
def test_help_that_a_child_needs_is_part_f_and_not_b(words: str) -> None:
    assert _parts(words) == ["F"]


@pytest.mark.parametrize(
    "words", ["the school and other parts of the plan", "school plus other bits of it"]
)
def test_school_and_other_parts_is_no_reading_of_the_school_alone(words: str) -> None:
    draft = Draft()
    draft.referral.plan = "final"
    answer = read_answer("issue", said(words), draft, TODAY)
    assert answer is not None
    assert [(each.field, each.value) for each in answer.facts] == [("issue", ["b_f_i"])]
