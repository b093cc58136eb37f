"""Who calls the referral off without saying "withdraw" is heard, and nobody else's words do it."""

from __future__ import annotations

import pytest

from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent

BEFORE_SENDING = [
    "cancel it please, forget i asked",
    "i want to withdraw this",
    "please cancel my referral",
    "i'd like to cancel this referral",
    "stop the referral",
    "I want to withdraw my son's referral",
    "i have changed my mind about all of this, take it back",
]
ONCE_SENT = [
    *BEFORE_SENDING,
    "actually no i dont want to do this anymore",
    "we dont want to do this any more sorry",
    "i dont want to carry on",
    "call it off",
    "please cancel it",
    "can i pull out please",
    "we've decided not to go ahead",
    "i've decided against it",
    "Michelle said no she doesnt want it. please stop it",
    "mum has changed her mind, please cancel",
    "i dont need it any more, the council agreed",
    "i no longer wish to proceed",
    "cancel the referral i made yesterday",
    "we no longer need this, its been sorted",
    "sorted now thanks dont need it",
]
ENDED = [
    "actually no i dont want to do this anymore",
    "we dont want to do this any more sorry",
    "i no longer want to do this",
]
NOT_CALLED_OFF = [
    "cancel it, put tuesday instead",
    "the council want to cancel my referral",
    "my ex said cancel it",
    "if i cancel it what happens",
    "cancel the call on tuesday",
    "i dont want to do this on the phone anymore",
    "i dont want to do this, can i skip",
    "dont want to go ahead with the appeal",
    "he doesnt want to do school any more",
    "they stopped it",
    "cancel that, i changed my mind. its 12 not 11",
    "leave it, i dont need it",
    "i cant carry on like this anymore",
]


def after_sending() -> Parent:
    """A parent whose referral was sent."""
    parent = at("summary")
    parent.say("yes", intent="affirm")
    return parent


@pytest.mark.parametrize("words", BEFORE_SENDING)
@pytest.mark.parametrize("question", ["share_with_council", "name", "summary"])
def test_parent_can_call_it_off_before_sending(question: str, words: str) -> None:
    parent = at(question)
    outcome = parent.say(words)
    assert parent.heard == ["utter_withdrawn"]
    assert outcome.must_delete
    assert {(c.kind, c.given) for c in outcome.consents} == {
        ("store", False),
        ("special_category", False),
    }


@pytest.mark.parametrize("words", ENDED)
@pytest.mark.parametrize("question", ["share_with_council", "name", "summary"])
def test_parent_who_wants_no_more_stops_and_may_still_withdraw(question: str, words: str) -> None:
    parent = at(question)
    assert not parent.say(words).must_delete
    assert parent.heard == ["utter_stopped_draft_kept"]
    assert parent.say("cancel it please, forget i asked").must_delete


@pytest.mark.parametrize("words", ONCE_SENT)
@pytest.mark.parametrize("has_finished", [False, True])
def test_parent_can_call_it_off_once_it_was_sent(has_finished: bool, words: str) -> None:
    parent = after_sending()
    if has_finished:
        parent.say("no thanks", intent="deny")
    outcome = parent.say(words)
    assert parent.heard == ["utter_withdrawn"]
    assert [asked.reason for asked in outcome.handovers] == ["consent_withdrawn"]
    consent = parent.draft.referral.consent
    assert consent.store.given is False
    assert consent.special_category.given is False
    assert consent.share_with_council.given is not True
    assert not outcome.must_delete


@pytest.mark.parametrize("words", NOT_CALLED_OFF)
@pytest.mark.parametrize("question", ["share_with_council", "name", "access_needs", "sent"])
def test_nothing_is_called_off_by_other_words(question: str, words: str) -> None:
    parent = after_sending() if question == "sent" else at(question)
    outcome = parent.say(words)
    assert not outcome.must_delete
    assert parent.draft.referral.consent.store.given is True


def test_before_the_first_yes_it_is_only_the_end_of_the_chat() -> None:
    parent = at("consent")
    outcome = parent.say("actually i dont want to do this anymore")
    assert outcome.must_delete
    assert outcome.handovers == ()


@pytest.mark.parametrize("words", ["can i pull out?", "call it off", "not going ahead"])
@pytest.mark.parametrize("question", ["share_with_council", "route_wanted"])
def test_what_may_answer_the_question_deletes_nothing(question: str, words: str) -> None:
    parent = at(question)
    assert not parent.say(words).must_delete


@pytest.mark.parametrize("words", ["cancel", "stop", "i want to cancel", "stop it please"])
def test_parent_who_stops_once_it_is_sent_is_told_how_and_the_team_looks(words: str) -> None:
    parent = after_sending()
    outcome = parent.say(words)
    assert parent.heard == ["utter_stop_once_sent"]
    assert ("told_more", "urgent") in [
        (asked.reason, asked.priority) for asked in outcome.handovers
    ]
    parent.say("withdraw")
    assert parent.draft.referral.consent.store.given is False


def test_parent_who_only_has_to_go_once_it_is_sent_is_not_told_of_kept_answers() -> None:
    parent = after_sending()
    assert not parent.say("i have to go now").handovers
    assert parent.heard == ["utter_goodbye"]


@pytest.mark.parametrize("question", ["access_needs", "summary"])
@pytest.mark.parametrize("words", ["sorted now thanks dont need it", "i want to cancel"])
def test_parent_who_needs_it_no_more_before_sending_stops(question: str, words: str) -> None:
    parent = at(question)
    assert not parent.say(words).must_delete
    assert "utter_stopped_draft_kept" in parent.heard


@pytest.mark.parametrize("words", ["dont need it", "it isnt sorted, we need it"])
def test_parent_who_needs_no_help_at_the_meeting_stops_nothing(words: str) -> None:
    parent = at("access_needs")
    parent.say(words)
    assert "utter_stopped_draft_kept" not in parent.heard


@pytest.mark.parametrize(
    "words",
    [
        "delete my number",
        "please delete my phone number",
        "can you delete my number",
        "can you take my number off",
    ],
)
def test_parent_who_wants_the_number_gone_once_it_is_sent_is_not_rung(words: str) -> None:
    parent = after_sending()
    outcome = parent.say(words)
    contact = parent.draft.referral.contact
    assert (contact.safe_to_call, contact.safe_to_text) == (False, False)
    assert ("told_more", "urgent") in [
        (asked.reason, asked.priority) for asked in outcome.handovers
    ]
    assert parent.asked == "anything_else"


@pytest.mark.parametrize("words", ["we dont need it, sorted", "sorted thanks dont need it"])
def test_interpreter_that_is_not_needed_ends_nothing(words: str) -> None:
    parent = at("interpreter")
    parent.say(words)
    assert "utter_stopped_draft_kept" not in parent.heard
