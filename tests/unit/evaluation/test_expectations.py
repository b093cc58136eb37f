"""What an example may expect of a stored value."""

from typing import Any

import pytest

from evaluation.expectations import matches, value_at


@pytest.mark.parametrize(
    ("stored", "expected", "is_met"),
    [
        ("Mason", "mason", True),
        ("Mason", "Maison", False),
        (9, 9, True),
        (["bsl", "hoist"], ["bsl"], True),
        (["hoist"], ["bsl"], False),
        (None, ["bsl"], False),
        ("parent", {"any": ["carer", "parent"]}, True),
        (["section_b"], {"has_any": ["section_b", "b_f_i"]}, True),
        (None, {"has_any": ["section_b"]}, False),
        ("after 4pm", {"like": r"4\s*pm"}, True),
        ("E06000032", {"not": None}, True),
        (None, None, True),
        ("something", None, False),
    ],
)
def test_stored_value_is_held_against_what_is_expected(
    stored: Any, expected: Any, is_met: bool
) -> None:
    assert matches(stored, expected) is is_met


def test_path_into_a_part_that_is_not_there_leads_to_nothing() -> None:
    assert value_at({"interpreter": {"language": None}}, "interpreter.language.code") is None
