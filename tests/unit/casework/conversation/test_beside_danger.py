"""What is told beside danger: kept, and answered with nothing."""

from __future__ import annotations

from datetime import date

import pytest

from casework.conversation.beside_danger import take_facts_beside_danger
from casework.message import Entity, Message
from casework.referral.draft import Draft
from casework.turn.state import Outcome
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import NOW, TODAY, Parent, fact, said

FEARFUL = said(
    "my ex is abusive and reads my phone. dont text me. ring me on 07700 905299 after 6",
    fact("phone", "+447700905299"),
    fact("contact_ok", "no", "text"),
    fact("contact_ok", "yes", "call"),
    fact("best_time", "after 6"),
)


def take(draft: Draft, message: Message) -> Outcome:
    return take_facts_beside_danger(draft, message, today=TODAY, now=NOW)


def test_how_it_is_safe_to_reach_somebody_is_kept_and_nothing_is_said() -> None:
    outcome = take(Draft(), FEARFUL)
    contact = outcome.draft.referral.contact
    assert contact.phone == "+447700905299"
    assert (contact.safe_to_text, contact.safe_to_call) == (False, True)
    assert contact.best_time == "after 6"
    assert not outcome.says and not outcome.handovers and not outcome.consents


def test_the_question_that_waits_is_not_answered_by_words_of_danger() -> None:
    parent = at("consent")
    outcome = take(parent.draft, said("yes he hits me", intent="affirm"))
    assert outcome.draft.referral.consent.store.given is None
    assert outcome.draft.progress.pending == "consent"
    assert outcome.draft.progress.misses == 0


def test_another_number_told_in_danger_waits_for_a_yes_before_the_next_question() -> None:
    parent = at("access_needs")
    parent.draft = take(parent.draft, FEARFUL).draft
    assert parent.draft.referral.contact.phone == "+447700900701"
    assert parent.draft.referral.contact.safe_to_text is False
    parent.say("breaks", fact("access_need", "breaks"))
    assert parent.draft.referral.access.needs == ["breaks"]
    assert parent.heard[-1] == "utter_confirm_phone"
    parent.say("yes", intent="affirm")
    assert parent.draft.referral.contact.phone == "+447700905299"


def test_somebody_who_said_no_to_keeping_has_nothing_kept() -> None:
    parent = Parent()
    parent.say("hello", intent="greet")
    parent.say("no", intent="deny")
    assert take(parent.draft, FEARFUL).draft == parent.draft


def on_day(text: str, day: str, words: str) -> Message:
    """A message with one date in it, as the Rasa side finds it: words like "told me" lead there."""
    start = text.index(words)
    found = Entity("date", day, "decision", is_sure=True, start=start, end=start + len(words))
    return Message(text, (("inform", 0.9),), (found,))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("his stepdad has been hitting him, he told me last night", "last night"),
        ("she told me on Friday that her uncle touches her", "Friday"),
        ("the letter came ages ago. he hit her on 20 november", "20 november"),
    ],
)
def test_the_day_of_what_happened_is_not_the_date_of_a_letter(text: str, words: str) -> None:
    for parent in (at("decision_date"), at("name")):
        before = parent.draft.referral.decision.letter_date
        outcome = take(parent.draft, on_day(text, "2026-11-20", words))
        assert outcome.draft.referral.decision.letter_date == before
        assert outcome.draft.progress.unconfirmed is None
        assert not outcome.draft.progress.to_confirm_first


def test_the_date_of_a_letter_told_beside_a_danger_is_kept() -> None:
    text = "his dad beats him and the letter is dated 3 november"
    outcome = take(at("decision_date").draft, on_day(text, "2026-11-03", "3 november"))
    assert outcome.draft.referral.decision.letter_date == date(2026, 11, 3)


def test_who_says_after_the_notice_that_others_know_is_asked_again_without_a_word_of_blame() -> (
    None
):
    parent = at("child_age")
    parent.draft = take(parent.draft, said("his stepdad has been hitting him")).draft
    parent.say("i rang his social worker about it this morning")
    assert parent.heard == ["utter_ask_child_age"]
    parent.say("glub blub")
    assert parent.heard != ["utter_ask_child_age"]


@pytest.mark.parametrize("question", ["consent", "summary"])
def test_who_carries_on_after_the_notice_is_asked_again_and_has_agreed_to_nothing(
    question: str,
) -> None:
    parent = at(question)
    parent.draft = take(parent.draft, said("his stepdad has been hitting him")).draft
    parent.say("carry on", intent="carry_on")
    assert parent.asked == question
    assert parent.heard[-1] == f"utter_ask_{question}"
    assert parent.draft.referral.consent.store.given is (None if question == "consent" else True)
    assert not parent.draft.progress.is_submitted


def test_a_referral_that_was_sent_before_is_as_urgent_as_the_danger_told_later() -> None:
    draft = at("summary").draft
    draft.progress.is_submitted = True
    draft.referral.safety.flagged = True
    handover = take(draft, said("his mum knows where we live now")).draft.referral.handover
    assert handover.priority == "immediate"
    assert "safety" in handover.reasons
