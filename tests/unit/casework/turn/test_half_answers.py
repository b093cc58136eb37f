"""An answer and a question in one message: both are heard."""

from __future__ import annotations

from datetime import date

import pytest

from casework.message import Message
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import NOW, TODAY, Parent, fact, take_turn


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


@pytest.mark.parametrize(
    "need",
    [
        "someone who can explain things slowly",
        "I need to see who is talking as i lip read",
        "a room where he can calm down",
        "I need to know who is going to be there",
        "my partner will do the talking",
        "a big room because i panic when there are lots of people",
        "someone to explain what is being said",
        "please dont use long words, tell me when it is my turn",
        "time to think, and someone to tell me what has been agreed",
        "I have to know how long it will be",
    ],
)
def test_need_is_kept_whole_whatever_word_it_goes_on_with(need: str) -> None:
    parent = at("access_needs")
    parent.say(need)
    assert parent.draft.referral.access.details == need


@pytest.mark.parametrize("words", ["no can you tell me where it is", "no where is it held"])
def test_parent_who_needs_nothing_and_asks_is_not_asked_for_needs_again(words: str) -> None:
    parent = at("access_needs")
    parent.say(words, intent="ask_where_is_the_meeting", confidence=0.95)
    assert parent.asked != "access_needs"


@pytest.mark.parametrize(
    ("words", "need"),
    [
        ("a seat by the door. who will be there?", "a seat by the door"),
        ("a seat by the door, how long does it take?", "a seat by the door"),
        ("a seat by the door but do i have to pay", "a seat by the door"),
    ],
)
def test_question_behind_a_need_is_no_part_of_it(words: str, need: str) -> None:
    parent = at("access_needs")
    parent.say(words)
    assert parent.draft.referral.access.details == need


@pytest.mark.parametrize(
    "words",
    [
        "6 november have i missed it?",
        "6 november am i in time",
        "6 november are we too late",
        "6 november will that be ok for the appeal",
        "6 november is it too late",
    ],
)
def test_date_before_a_question_without_a_stop_is_taken(words: str) -> None:
    parent = at("decision_date")
    parent.say(words, fact("date", "2026-11-06"), intent="ask_appeal_deadline", confidence=0.95)
    assert parent.draft.referral.decision.letter_date == date(2026, 11, 6)
    assert parent.asked == "certificate_held"


@pytest.mark.parametrize(
    ("question", "words", "asked"),
    [
        ("child_age", "9 will he have to come to the meeting", "will he have to come"),
        ("child_age", "hes 9 are you able to help at that age", "are you able to help"),
        ("certificate_held", "no can you post me one", "can you post me one"),
    ],
)
def test_question_without_a_mark_is_left_for_the_team(
    question: str, words: str, asked: str
) -> None:
    parent = at(question)
    parent.say(words)
    assert "utter_question_for_team" in parent.heard
    assert asked in (parent.draft.referral.dispute.in_own_words or "")
    assert parent.asked != question


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("certificate_held", "yes i have it here"),
        ("certificate_held", "no i have not"),
        ("decision_date", "I don't have it to hand"),
        ("certificate_held", "no we will have it soon"),
        ("child_age", "9 and he is tall"),
        ("name", "Jo Will"),
        ("name", "Will Marsh"),
        ("child_age", "hes 9 is that ok"),
    ],
)
def test_answer_that_asks_nothing_leaves_no_question(question: str, words: str) -> None:
    parent = at(question)
    parent.say(words)
    assert "utter_question_for_team" not in parent.heard
    assert parent.asked != question


@pytest.mark.parametrize(
    "words",
    ["6 november?", "is it the 6 november one?", "6 november i think?", "6 november maybe?"],
)
def test_date_with_a_question_mark_is_confirmed_and_no_question(words: str) -> None:
    parent = at("decision_date")
    parent.say(words, fact("date", "2026-11-06"), intent="ask_appeal_deadline", confidence=0.95)
    assert parent.heard == ["utter_confirm_decision_date"]
    parent.say("yes", intent="affirm")
    assert parent.draft.referral.decision.letter_date == date(2026, 11, 6)


@pytest.mark.parametrize(
    "words", ["what date?", "the 6 or 7 november?", "do you mean 6 november?", "yes?"]
)
def test_question_about_the_date_is_no_date(words: str) -> None:
    parent = at("decision_date")
    parent.say(words, intent="ask_appeal_deadline", confidence=0.95)
    assert parent.draft.progress.unconfirmed is None
    assert parent.draft.referral.decision.letter_date is None
