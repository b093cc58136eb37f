"""Complaints for a manager, referrals sent before, and what is put off or sent once changed."""

from __future__ import annotations

import pytest

from casework.consent.calling_off import referral_called_off
from casework.consent.for_a_manager import asks_for_manager
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact


@pytest.mark.parametrize(
    "words",
    [
        "yes pass to manager. mediation was in september",
        "please manager call",
        "yes please manager call",
        "can I speak to your manager",
        "I want a manager to look at this",
        "pass it on to a manager",
        "please log a formal complaint",
    ],
)
@pytest.mark.parametrize("question", ["consent", "share_with_council", "phone"])
def test_complaint_reaches_a_manager_and_gives_no_consent(question: str, words: str) -> None:
    parent = at(question)
    before = parent.draft.referral.consent.model_copy(deep=True)
    outcome = parent.say(words)
    assert "complaint" in [one.reason for one in outcome.handovers]
    assert parent.draft.referral.consent == before
    assert parent.asked == question
    assert words in str(parent.draft.referral.dispute.in_own_words)


@pytest.mark.parametrize(
    "words",
    [
        "the case manager at the council said no",
        "my manager lets me off on Fridays",
        "the send manager refused",
        "I'm the manager of a nursery",
    ],
)
def test_manager_of_others_is_none_of_ours(words: str) -> None:
    assert not asks_for_manager(words)


@pytest.mark.parametrize(
    "words", ["cancel my referral please, ref 7XKD-99QA", "so is 7XKD-99QA cancelled?"]
)
def test_referral_sent_before_is_stopped_by_a_person_and_this_one_goes_on(words: str) -> None:
    parent = at("phone")
    outcome = parent.say(words)
    assert [(one.reason, one.note) for one in outcome.handovers] == [
        ("consent_withdrawn", "7XKD-99QA")
    ]
    assert not outcome.must_delete
    assert parent.heard[0] == "utter_cancel_another"
    assert parent.asked == "phone"


def test_phone_number_is_no_reference() -> None:
    assert referral_called_off("cancel the 07700-900345 number") is None


@pytest.mark.parametrize(
    "words",
    [
        "my mum is at work can she do it later",
        "can i finish this tomorrow",
        "can we do the rest another time",
        "could my wife do it when she gets home",
    ],
)
@pytest.mark.parametrize("question", ["consent", "phone", "child_age"])
def test_who_puts_it_off_is_asked_nothing_more(question: str, words: str) -> None:
    parent = at(question)
    parent.say(words)
    assert parent.heard[0] in ("utter_stopped_nothing_kept", "utter_stopped_draft_kept")
    assert parent.draft.progress.is_stopped


def test_no_thanks_bye_refuses_keeping() -> None:
    parent = at("consent")
    parent.say("No thanks, bye", intent="goodbye")
    assert parent.draft.progress.has_declined


@pytest.mark.parametrize(
    "words", ["his age is 10 then send it", "put 10 for the age and then send it please"]
)
def test_parent_can_have_it_sent_once_it_is_put_right(words: str) -> None:
    parent: Parent = at("summary")
    outcome = parent.say(words, fact("age", 10, "child"))
    assert outcome.must_submit
    assert parent.draft.referral.child.age == 10


@pytest.mark.parametrize(
    "words",
    ["change his age to 10, then show me then send", "dont send it, his age is 10 then send"],
)
def test_who_wants_to_see_it_first_reads_it_first(words: str) -> None:
    assert not at("summary").say(words, fact("age", 10, "child")).must_submit
