"""What is said right after a notice answers the notice, and nothing that was asked before it."""

from __future__ import annotations

import pytest

from casework.safety.answer_to_notice import (
    AnswerToNotice,
    end_of_answer,
    read_answer_to_notice,
    refuses_calls,
)

WANTS_A_CALL = [
    "yes ring please",
    "yes please ring me",
    "yes call me",
    "yes a person please",
    "yes someone to ring me would be good",
    "yes please can someone call me tomorrow",
    "yes a call would help",
    "please ring me tonight",
    "ring me please im on my own",
    "can you ring me",
    "ring me tomorrow at 10 please",
    "please ring me but not when hes in",
    "could somebody phone me back",
    "phone me on 07700 900123",
    "i dont feel good. please call me",
]
NO_CALL = [
    "dont ring me",
    "no calls please",
    "police said they will ring me",
    "thank you, i will ring them",
    "call me Jo",
    "he rings me every night",
    "no need to ring",
    "no need to call me",
    "I'll ring",
    "i can call them",
    "no phone",
]


@pytest.mark.parametrize("text", WANTS_A_CALL)
@pytest.mark.parametrize("notice", ["suicidal_adult", "distress", "domestic_abuse"])
def test_who_asks_to_be_rung_picks_the_choice_of_the_notice(text: str, notice: str) -> None:
    assert read_answer_to_notice(text, notice) == "ring"


@pytest.mark.parametrize("text", NO_CALL)
def test_who_speaks_of_another_call_asks_for_none(text: str) -> None:
    assert read_answer_to_notice(text, "distress") is None


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "Nope.",
        "no thanks",
        "no not yet",
        "not really",
        "i dont think so",
        "not at the moment",
        "no it isnt safe",
        "not safe",
        "its not safe to talk",
        "no hes in the next room",
        "no im scared",
        "I don't feel safe",
        "id rather leave",
        "leave this page",
    ],
)
def test_a_no_in_any_words_to_whether_it_is_safe_stops_for_now(text: str) -> None:
    assert read_answer_to_notice(text, "domestic_abuse") == "stops"


@pytest.mark.parametrize(
    "text",
    [
        "none",
        "I haven't",
        "no certificate",
        "no interpreter",
        "no one is hurting him",
        "i dont want to be in a room with my ex",
        "its not safe for him at school",
        "no dont ring me",
        "he doesnt live here anymore",
        "07700 900123",
        "Luton",
    ],
)
def test_what_tells_something_else_is_no_answer_to_the_notice(text: str) -> None:
    assert read_answer_to_notice(text, "domestic_abuse") is None


@pytest.mark.parametrize(
    ("text", "notice", "answer"),
    [
        ("yes", "domestic_abuse", "goes on"),
        ("yes its safe", "domestic_abuse", "goes on"),
        ("no problem", "domestic_abuse", "goes on"),
        ("no but i have to do this", "domestic_abuse", "goes on"),
        ("yes please", "suicidal_adult", "ring"),
        ("\U0001f44d", "suicidal_adult", "ring"),
        ("yes im just so tired", "suicidal_adult", "ring"),
        ("yes carry on", "suicidal_adult", "goes on"),
        ("no", "suicidal_adult", "goes on"),
        ("no", "suicidal_child", "goes on"),
        ("ok that is fine thank you", "medical", "goes on"),
        ("im ok thanks just tired", "distress", "goes on"),
        ("stop for now", "distress", "stops"),
        ("just tired", "distress", None),
        ("not sure", "domestic_abuse", "goes on"),
        ("I don't know", "medical", "goes on"),
        ("maybe", "suicidal_child", "goes on"),
        ("i dont know the date", "medical", None),
        ("not sure about the council", "medical", None),
    ],
)
def test_a_yes_or_a_no_is_what_that_notice_asked(
    text: str, notice: str, answer: AnswerToNotice | None
) -> None:
    assert read_answer_to_notice(text, notice) == answer


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("no, he's still here", "he's still here"),
        ("no he is outside", "he is outside"),
        ("yes, Urdu", "Urdu"),
        ("yes found him", "found him"),
        ("ok. its Luton council", "its Luton council"),
        ("no one can find her", "no one can find her"),
        ("no interpreter", "no interpreter"),
        ("yesterday", "yesterday"),
        ("Noah. he is 9", "Noah. he is 9"),
    ],
)
def test_a_leading_yes_or_no_is_the_notices(text: str, rest: str) -> None:
    assert text[end_of_answer(text) :] == rest


@pytest.mark.parametrize(
    ("text", "refuses"),
    [
        ("no calls please my husband hits me", True),
        ("dont ring me he will kill me", True),
        ("please do not call, he answers my phone and hits me", True),
        ("i dont want anyone to ring me, my ex threatens me", True),
        ("my husband hits me when i ring my mum", False),
        ("he hits me, please ring me", False),
        ("my husband calls me names and hits me", False),
    ],
)
def test_who_asks_for_no_calls_is_offered_none(text: str, refuses: bool) -> None:
    assert refuses_calls(text) is refuses
