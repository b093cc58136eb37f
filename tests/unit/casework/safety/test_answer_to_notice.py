"""A yes or a no right after a notice answers the notice, and nothing that was asked before it."""

from __future__ import annotations

import pytest

from casework.safety.answer_to_notice import (
    read_answer_to_notice,
    what_it_asks_for,
    without_answer_to_notice,
)


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "Yes please",
        "yeah",
        "ok thanks",
        "yes and yes",
        "\U0001f44d",
        "sure",
        "yes its fine",
        "yes please do",
        "yep no problem",
        "sure go for it",
        "yeah crack on",
        "yes happy to",
        "okay that is fine thank you",
    ],
)
def test_a_bare_yes_is_heard(text: str) -> None:
    assert read_answer_to_notice(text) == "yes"


@pytest.mark.parametrize("text", ["no", "No.", "nope", "nah", "no no", "no thanks", "no not yet"])
def test_a_bare_no_is_heard(text: str) -> None:
    assert read_answer_to_notice(text) == "no"


@pytest.mark.parametrize(
    "text",
    [
        "none",
        "I haven't",
        "not yet",
        "no certificate",
        "no one is hurting him",
        "yes you can keep it",
        "yes tell the council",
        "yes send it to you now please",
        "07700 900123",
        "Luton",
    ],
)
def test_who_says_more_answers_more_than_the_notice(text: str) -> None:
    assert read_answer_to_notice(text) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("no, he's still here", "he's still here"),
        ("no he is outside", "he is outside"),
        ("yes, Urdu", "Urdu"),
        ("ok. its Luton council", "its Luton council"),
        ("no one can find her", "no one can find her"),
        ("no interpreter", "no interpreter"),
        ("yesterday", "yesterday"),
        ("Noah. he is 9", "Noah. he is 9"),
    ],
)
def test_a_leading_yes_or_no_is_the_notices(text: str, rest: str) -> None:
    assert without_answer_to_notice(text) == rest


@pytest.mark.parametrize(
    ("answer", "notice", "heard"),
    [
        ("yes", "domestic_abuse", "carry on"),
        ("no", "domestic_abuse", "stop for now"),
        ("yes", "suicidal_adult", "please ring me"),
        ("no", "suicidal_adult", "carry on"),
        ("yes", "medical", "carry on"),
        ("no", "suicidal_child", "carry on"),
    ],
)
def test_it_does_what_that_notice_asked(answer: str, notice: str, heard: str) -> None:
    assert answer in ("yes", "no")
    said = "yes" if answer == "yes" else "no"
    assert what_it_asks_for(said, notice, to_be_reached="please ring me") == heard
