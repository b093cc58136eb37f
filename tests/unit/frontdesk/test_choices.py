from __future__ import annotations

import pytest

from frontdesk.choices import list_choices, neutralise, read_choice, take_off_choices
from store.messages.record import LastQuestion

YES_NO = [{"label": "Yes", "say": "yes"}, {"label": "No, thank you", "say": "no"}]


def test_choices_in_another_language_stand_without_english_words() -> None:
    urdu = [{"label": label} for label in ("مجھے فون کریں", "انگریزی میں (English)")]
    assert list_choices("…", urdu, asks=None) == "…\n1 مجھے فون کریں\n2 انگریزی میں (English)"


def test_a_text_message_says_which_number_to_reply_with() -> None:
    listed = list_choices("Is it so?", YES_NO, asks=None)
    assert listed == "Is it so?\nReply 1 for Yes\n2 for No, thank you"


def test_a_long_list_of_choices_has_its_numbers_under_one_heading() -> None:
    listed = list_choices("Who are you?", YES_NO * 2, asks="role")
    assert listed.startswith("Who are you?\nReply with a number:\n1 Yes\n2 No, thank you\n3 Yes")


def test_choices_have_no_number_where_the_answer_is_a_number() -> None:
    assert list_choices("How old?", YES_NO[:1], asks="child_age") == "How old?\nOr reply: Yes"


@pytest.mark.parametrize("asks", ["consent", "child_age", "summary"])
@pytest.mark.parametrize("choices", [YES_NO, YES_NO * 3, []])
def test_a_question_asked_by_text_can_be_asked_on_the_page(
    choices: list[dict[str, str]], asks: str
) -> None:
    listed = list_choices("Is it so?", choices, asks=asks)
    assert take_off_choices(listed, choices, asks=asks) == "Is it so?"


def test_the_review_lists_no_choices_since_its_numbers_are_those_of_the_answers() -> None:
    assert list_choices("1. Name: Sam\nReply OK.", YES_NO, asks="summary").endswith("Reply OK.")


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
