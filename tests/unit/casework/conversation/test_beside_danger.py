"""What is told beside danger: kept, and answered with nothing."""

from __future__ import annotations

from casework.conversation.beside_danger import take_facts_beside_danger
from casework.message import Message
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
