"""What a parent wishes for in passing, also in the form of a question, is heard."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.bot.conftest import Heard

Values = Callable[[str, str], set[str | int]]


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("can you send everything by email please its lena@example.com", "email"),
        ("could everything come by text please", "text"),
        ("would you send me any letters by email not post", "email"),
        ("My no. 07700900707 text pls. Plymouth", "text"),
        ("07700 900707 email pls", "email"),
        ("07700 900707, call pls", "phone"),
        ("I just need a person to phone me on 07700 900 219", "phone"),
        ("i want a human to ring me", "phone"),
    ],
)
def test_parent_can_say_how_they_like_to_be_reached(words: str, way: str, values: Values) -> None:
    assert values(words, "contact_preferred") == {way}


@pytest.mark.parametrize(
    "words",
    ["Can you send me the form by email?", "I want large text please", "school never email. help"],
)
def test_words_of_writing_are_no_wish_for_it(words: str, values: Values) -> None:
    assert values(words, "contact_preferred") == set()


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Can the SENDIASS lady sit in with me?", "SENDIASS lady"),
        ("could someone from SENDIASS come with me to the meeting?", "someone from SENDIASS"),
        ("is it ok if my family support worker sits in?", "family support worker"),
        ("can I bring the lady from mencap", "lady from mencap"),
        ("can I have our parent advocate there", "parent advocate"),
        ("can the school nurse join us for support?", "school nurse"),
    ],
)
def test_parent_can_ask_who_may_sit_with_them(words: str, who: str, values: Values) -> None:
    assert values(words, "supporter") == {who}


@pytest.mark.parametrize(
    "words",
    [
        "can someone come with me?",
        "can the mediator come with me to school",
        "will the council officer be with me",
        "can his teacher come?",
    ],
)
def test_question_who_may_come_names_nobody(words: str, values: Values) -> None:
    assert values(words, "supporter") == set()


@pytest.mark.parametrize(
    ("words", "need"),
    [
        ("and parking, forgot to put parking on that", "parking"),
        ("oh also captions please", "captions"),
        ("no, but forgot to say about breaks", "breaks"),
        ("I get tired so could we stop for a bit now and then", "breaks"),
        ("a suitable lavatory please", "accessible_toilet"),
    ],
)
def test_need_that_was_forgotten_is_added(words: str, need: str, values: Values) -> None:
    assert need in values(words, "access_need")


@pytest.mark.parametrize(
    "words",
    [
        "social care part of the plan is wrong, they took the short breaks out",
        "they cut his short breaks",
        "we only get 2 hours of short breaks a month",
    ],
)
def test_short_breaks_of_the_council_are_no_pause(words: str, values: Values) -> None:
    assert values(words, "access_need") == set()


@pytest.mark.parametrize(
    "words", ["could it be at a venue, not online", "can it be held in a community centre"]
)
def test_parent_can_ask_for_a_place(words: str, hear: Callable[[str], Heard]) -> None:
    assert ("meeting", None, "in_person") in hear(words)
