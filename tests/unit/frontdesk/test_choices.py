from __future__ import annotations

import pytest

from frontdesk.choices import list_choices, neutralise, read_choice
from store.messages import LastQuestion

YES_NO = [{"label": "Yes", "say": "yes"}, {"label": "No, thank you", "say": "no"}]


def test_a_text_message_numbers_its_choices() -> None:
    assert list_choices("Is it so?", YES_NO, asks=None) == "Is it so?\n1 Yes\n2 No, thank you"


def test_choices_have_no_number_where_the_answer_is_a_number() -> None:
    assert list_choices("How old?", YES_NO[:1], asks="child_age") == "How old?\nYes"


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("1", "yes"),
        (" 2. ", "no"),
        ("2)", "no"),
        ("YES", "yes"),
        ("no,  thank you!", "no"),
        ("0", "0"),
        ("3", "3"),
        ("yes but only on Mondays", "yes but only on Mondays"),
    ],
)
def test_a_number_or_a_label_means_its_choice(typed: str, heard: str) -> None:
    assert read_choice(typed, LastQuestion("consent", YES_NO)) == heard


def test_a_child_of_two_is_not_the_second_choice() -> None:
    assert read_choice("2", LastQuestion("child_age", YES_NO)) == "2"
    assert read_choice("yes", LastQuestion("child_age", YES_NO)) == "yes"


@pytest.mark.parametrize(
    ("typed", "heard"),
    [("/restart", "restart"), (" / /x", "x"), ("//", "?"), ("either/or", "either/or")],
)
def test_a_command_of_the_assistants_engine_is_only_words(typed: str, heard: str) -> None:
    assert neutralise(typed) == heard
