"""A control is what a parent says instead of answering, and never an answer."""

from __future__ import annotations

import pytest

from casework.message import Message
from casework.turn.controls import read_control
from casework.turn.questions import QUESTIONS
from tests.unit.casework.parents import Parent


@pytest.mark.parametrize("pending", ["name", "child_name"])
@pytest.mark.parametrize("intent", ["greet", "thanks", "goodbye"])
def test_name_that_sounds_like_a_greeting_is_a_name(pending: str, intent: str) -> None:
    assert read_control(Message("Holly", ((intent, 0.99),)), pending) is None


@pytest.mark.parametrize("words", ["hello", "Hi", "thank you", "bye"])
def test_plain_greeting_is_no_name(words: str) -> None:
    assert read_control(Message(words), "name") in {"greet", "thanks", "goodbye"}


def test_greeting_at_another_question_is_a_greeting() -> None:
    assert read_control(Message("heya", (("greet", 0.99),)), "council") == "greet"


@pytest.mark.parametrize("pending", [each.id for each in QUESTIONS])
def test_carry_on_asks_again_and_answers_nothing(pending: str) -> None:
    """What the front desk says for a code that came by text (frontdesk.sms.commands)."""
    parent = Parent()
    parent.say("I want to make a referral", intent="start_referral")
    parent.agree()
    parent.draft.progress.pending = pending
    before = parent.draft.referral.model_copy(deep=True)
    outcome = parent.say("carry on", intent="carry_on")
    assert outcome.draft.referral == before
    assert outcome.says[-1].asks is not None


@pytest.mark.parametrize("words", ["y do u ask", "y do you need that", "y u ask"])
def test_why_in_one_letter_is_asked(words: str) -> None:
    assert read_control(Message(words), "access_needs") == "why"
    assert read_control(Message("y"), "access_needs") is None


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("Ive had enough of being on hold now", "stop"),
        ("I'm on a break", "stop"),
        ("long night with the baby", "goodbye"),
    ],
)
def test_nothing_ends_the_talk_without_a_word_of_leaving(words: str, intent: str) -> None:
    assert read_control(Message(words, ((intent, 0.99),)), "consent") is None


@pytest.mark.parametrize(
    ("words", "intent"),
    [("thats enough for now", "stop"), ("cu tomorrow", "goodbye"), ("too many qs stop", "stop")],
)
def test_who_leaves_in_other_words_may(words: str, intent: str) -> None:
    assert read_control(Message(words, ((intent, 0.99),)), "phone") == intent


def test_who_asks_to_begin_in_the_middle_is_asked_on() -> None:
    message = Message("can you help me", (("start_referral", 0.9),))
    assert read_control(message, "phone") == "carry_on"
    assert read_control(message, "consent") is None
