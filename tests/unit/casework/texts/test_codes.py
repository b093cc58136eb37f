"""A code with words around it; a text that says more than its code."""

from __future__ import annotations

import pytest

from casework.texts.codes import take_words_off_code


@pytest.mark.parametrize(
    "text",
    [
        "MQKQ-H4XX",
        "My code is MQKQ-H4XX",
        "MQKQ-H4XX please",
        "hi, this is my code: (MQKQ-H4XX). Thanks!",
        "CODE:MQKQ-H4XX",
        "I got this code from the website MQKQ-H4XX",
    ],
)
def test_a_code_is_left_of_the_words_that_go_with_it(text: str) -> None:
    assert take_words_off_code(text) == "MQKQ-H4XX"


def test_digits_and_codes_in_two_halves_are_left_as_they_are() -> None:
    assert take_words_off_code("my code is 123 456") == "123 456"
    assert take_words_off_code("HERE 2345") == "HERE 2345"


def test_a_text_that_tells_something_too_is_no_code() -> None:
    # With the code alone, what is told would not be kept.
    left = take_words_off_code("MQKQ-H4XX he was excluded on Monday")
    assert left == "MQKQ-H4XX he excluded Monday"
