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
    """What the front desk says for a code that came by text (frontdesk.sms.commands.CARRY_ON)."""
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
