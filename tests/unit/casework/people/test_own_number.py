from __future__ import annotations

import pytest

from casework.people.own_number import means_own_number


@pytest.mark.parametrize(
    "text",
    [
        "same number as this",
        "this one",
        "this number please",
        "the one im texting on",
        "same",
        "this 1",
        "dis 1 x",
        "this no.",
        "this un",
        "the no im on",
        "same mob",
        "number u already got",
        "the 1 you have",
        "the number i texted you from",
    ],
)
def test_the_number_that_they_text_from_is_meant(text: str) -> None:
    assert means_own_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "not this number",
        "this one is broken use 07700 900701",
        "this one is shared",
        "dont ring this no",
        "the number you have is my old one",
        "no u have it wrong",
        "07700 900701",
        "my mums",
        "what",
    ],
)
def test_another_number_or_none_is_meant(text: str) -> None:
    assert not means_own_number(text)
