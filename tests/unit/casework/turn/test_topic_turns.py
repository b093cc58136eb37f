"""What is said to questions: answers, two of them, another to tap, and what comes after."""

from __future__ import annotations

from casework.message import Message, Part, Ranking
from casework.referral.draft import Draft
from casework.turn.state import Outcome
from casework.turn.topics import question_of
from tests.unit.casework.parents import NOW, TODAY, take_turn


def hear(message: Message, draft: Draft | None = None) -> Outcome:
    return take_turn(draft or Draft(), message, today=TODAY, now=NOW)


def ranked(**confidences: float) -> Ranking:
    return tuple(confidences.items())


def responses(outcome: Outcome) -> list[str]:
    return [said.response for said in outcome.says]


TWO_QUESTIONS = Message(
    "is it free and who comes",
    intents=ranked(ask_who_comes=0.6, ask_is_it_free=0.3),
    parts=(
        Part("is it free", ranked(ask_is_it_free=0.9), is_clause=True),
        Part("who comes", ranked(ask_who_comes=0.9), is_clause=True),
    ),
)


def test_parent_who_asks_two_things_gets_two_answers_and_then_the_question_once() -> None:
    outcome = hear(TWO_QUESTIONS)
    assert responses(outcome)[:2] == ["utter_faq_is_it_free", "utter_faq_who_comes"]
    assert [said.asks for said in outcome.says].count("consent") == 1


def test_parent_who_is_hard_to_follow_can_tap_one_of_two_questions() -> None:
    message = Message("when?", intents=ranked(ask_how_soon=0.35, ask_opening_hours=0.3))
    outcome = hear(message)
    assert "utter_did_you_mean" in responses(outcome)
    last = outcome.says[-1]
    assert last.asks == "consent"
    assert [choice.say for choice in last.choices] == [
        question_of("how_soon"),
        question_of("opening_hours"),
    ]


def test_answer_that_may_be_another_offers_the_other_beside_it() -> None:
    message = Message("when is it?", intents=ranked(ask_how_soon=0.5, ask_opening_hours=0.3))
    outcome = hear(message)
    assert responses(outcome)[:2] == ["utter_faq_how_soon", "utter_or_did_you_mean"]
    assert [choice.say for choice in outcome.says[-1].choices] == [question_of("opening_hours")]


def test_answer_to_the_pending_question_is_not_taken_for_a_follow_up() -> None:
    draft = hear(Message("is it free?", intents=ranked(ask_is_it_free=0.9))).draft
    assert draft.progress.last_topic == "is_it_free"
    outcome = hear(
        Message("yes", intents=ranked(affirm=0.9), leaning=ranked(ask_is_it_free=0.9)), draft
    )
    assert outcome.draft.referral.consent.store.given is True
    assert "utter_faq_is_it_free" not in responses(outcome)
    assert outcome.draft.progress.last_topic is None


def test_parent_who_asks_the_same_again_is_shown_the_way_to_a_person() -> None:
    question = Message("is it free?", intents=ranked(ask_is_it_free=0.9))
    again = hear(question, hear(question).draft)
    assert responses(again)[:2] == ["utter_faq_is_it_free", "utter_more_than_that"]


def test_parent_who_is_not_understood_three_times_is_offered_a_person() -> None:
    unclear = Message("when then?", intents=ranked(ask_how_soon=0.35, ask_opening_hours=0.3))
    draft = hear(Message("hello", intents=ranked(greet=0.9))).draft
    heard = []
    for _ in range(3):
        outcome = hear(unclear, draft)
        draft = outcome.draft
        heard.append(responses(outcome)[0])
    assert heard[:2] == ["utter_did_you_mean", "utter_did_you_mean"]
    assert heard[2].startswith("utter_offer_person")


def test_parent_who_asks_three_things_can_tap_the_third() -> None:
    third = Part("where is it", ranked(ask_where_is_the_meeting=0.9), is_clause=True)
    message = Message(
        "is it free and who comes and where is it",
        intents=TWO_QUESTIONS.intents,
        parts=(*TWO_QUESTIONS.parts, third),
    )
    outcome = hear(message)
    assert responses(outcome)[:3] == [
        "utter_faq_is_it_free",
        "utter_faq_who_comes",
        "utter_one_question_left",
    ]
    assert [choice.say for choice in outcome.says[-1].choices] == [
        question_of("where_is_the_meeting")
    ]
