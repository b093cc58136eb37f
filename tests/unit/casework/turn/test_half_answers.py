"""An answer and a question in one message: both are heard."""

from __future__ import annotations

import pytest

from casework.message import Message
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import NOW, TODAY, Parent, take_turn


def test_parent_can_give_her_name_and_ask_why_it_is_needed() -> None:
    parent = at("name")
    parent.say("Sarah, why do you need it?", intent="why")
    assert parent.draft.referral.referrer.name == "Sarah"
    assert parent.heard[0] == "utter_why_name"
    assert parent.asked == "child_name"


def test_name_in_small_letters_before_a_question_is_confirmed() -> None:
    parent = at("name")
    parent.say("sarah why do u need that", intent="why")
    assert parent.heard == ["utter_why_name", "utter_confirm_name"]
    parent.say("yes", intent="affirm")
    assert parent.draft.referral.referrer.name == "Sarah"


@pytest.mark.parametrize(
    "words", ["Sorry, why do you need it?", "Hang on, what for?", "Ok but why?"]
)
def test_small_talk_before_a_question_is_no_name(words: str) -> None:
    parent = at("name")
    parent.say(words, intent="why")
    assert parent.draft.referral.referrer.name is None
    assert parent.asked == "name"
    assert parent.draft.progress.unconfirmed is None


def test_parent_can_answer_and_ask_something_of_the_service() -> None:
    parent = at("child_age")
    message = Message(
        "8, is that too young?",
        intents=(("ask_who_is_it_for", 0.95),),
    )
    outcome = take_turn(parent.draft, message, today=TODAY, now=NOW)
    assert outcome.draft.referral.child.age == 8
    assert outcome.says[0].response == "utter_faq_who_is_it_for"


def test_half_a_yes_is_no_consent() -> None:
    parent = Parent()
    parent.say("hello", intent="greet")
    parent.say("yes but why do you need it?", intent="why")
    assert parent.draft.referral.consent.store.given is None
    assert parent.asked == "consent"


def test_somebody_who_does_not_know_and_asks_is_asked_again_after_the_answer() -> None:
    parent = at("decision_date")
    parent.say("not sure, what do you mean?", intent="help_me")
    assert parent.asked == "decision_date"
    assert "decision_date" not in parent.draft.progress.unsure


def test_word_before_a_question_to_the_service_is_confirmed_as_a_name() -> None:
    parent = at("name")
    message = Message("Zebedee, is he allowed to come?", intents=(("ask_who_comes", 0.95),))
    outcome = take_turn(parent.draft, message, today=TODAY, now=NOW)
    assert outcome.draft.referral.referrer.name is None
    assert [one.response for one in outcome.says] == ["utter_faq_who_comes", "utter_confirm_name"]


def test_word_before_a_question_that_names_nobody_is_no_name() -> None:
    parent = at("name")
    message = Message("Grandad, is he allowed to come?", intents=(("ask_who_comes", 0.95),))
    outcome = take_turn(parent.draft, message, today=TODAY, now=NOW)
    assert [one.response for one in outcome.says] == ["utter_faq_who_comes", "utter_ask_name"]
