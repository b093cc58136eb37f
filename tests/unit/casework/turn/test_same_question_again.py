"""No question comes for ever because of what is no miss: distress, stories, other things told."""

from __future__ import annotations

import pytest

from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.conversation.test_order import answer_everything
from tests.unit.casework.parents import Parent, fact


@pytest.mark.parametrize("question", ["council", "decision_date", "certificate_held"])
def test_parent_in_distress_is_not_asked_the_same_a_third_time(question: str) -> None:
    parent = Parent() if question == "council" else at(question)
    if question == "council":
        parent.say("mum of Sam", fact("referrer_role", "parent"))
        parent.agree()
    assert parent.asked == question
    parent.say("it is so unfair")
    assert parent.heard == ["utter_hard_time", f"utter_ask_{question}"]
    parent.say("nobody listens")
    assert parent.heard[:2] == ["utter_hard_time", "utter_noted_unsure"]
    assert parent.asked != question


@pytest.mark.parametrize("question", ["name", "phone"])
def test_what_is_needed_in_the_end_is_put_off_for_a_parent_in_distress(question: str) -> None:
    parent = at(question)
    parent.say("it is so unfair")
    parent.say("nobody listens")
    assert "utter_put_off" in parent.heard
    assert parent.asked != question
    answer_everything(parent)
    parent.say("yes, send it")
    assert "utter_still_needed" in parent.heard
    assert parent.asked == question


@pytest.mark.parametrize("question", ["consent", "share_with_council"])
def test_consent_is_never_passed_over_and_a_person_is_offered(question: str) -> None:
    parent = at(question)
    for words in ("it is so unfair", "nobody listens"):
        parent.say(words)
    assert parent.heard[-1] == "utter_offer_person_required"
    assert parent.asked == question
    consent = parent.draft.referral.consent
    given = consent.store.given if question == "consent" else consent.share_with_council.given
    assert given is None


def test_reading_told_again_in_the_same_words_is_asked_about_twice_at_most() -> None:
    parent = Parent()
    parent.say("mum, York", fact("referrer_role", "parent"), fact("council", "York"))
    parent.agree()
    half_heard = fact("dispute", "i_named_only", sure=False)
    parent.say("they put him where he cannot cope", half_heard)
    assert parent.heard == ["utter_confirm_issue"]
    for _ in range(3):
        if parent.asked == "issue":
            parent.say("they put him where he cannot cope at all", half_heard)
    assert parent.asked != "issue"
    assert "cannot cope at all" in (parent.draft.referral.dispute.in_own_words or "")


def test_questions_of_theirs_count_for_nothing() -> None:
    parent = at("decision_date")
    for words in ("thanks", "hello", "why", "ok thanks", "one moment please"):
        parent.say(words, intent="thanks")
        assert parent.asked == "decision_date"


def test_answer_that_was_to_be_changed_stands_where_the_new_one_is_not_understood() -> None:
    parent = at("summary")
    council = parent.draft.referral.council.gss
    parent.say("change the council", intent="change_answer")
    assert parent.asked == "council"
    for _ in range(4):
        parent.say("zz9")
    assert parent.draft.referral.council.gss == council
    assert parent.heard[0] == "utter_skipped"
    assert parent.asked == "summary"


@pytest.mark.parametrize("question", ["name", "child_age", "phone"])
def test_what_is_never_understood_is_put_off_once_a_person_was_offered(question: str) -> None:
    parent = at(question)
    for _ in range(3):
        parent.say("?")
    assert parent.heard == ["utter_offer_person_required"]
    parent.say("?")
    assert parent.heard[0] == "utter_put_off"
    assert parent.asked != question


def test_review_that_is_not_understood_is_not_sent_and_says_so() -> None:
    parent = at("summary")
    for _ in range(4):
        parent.say("zz9")
    assert parent.heard == ["utter_not_sent_yet", "utter_ask_summary"]


def test_which_answer_to_change_is_not_asked_for_ever() -> None:
    parent = at("summary")
    parent.say("that is not right", intent="change_answer")
    assert parent.asked == "change_what"
    for _ in range(4):
        parent.say("zz9 zz")
    assert parent.asked == "summary"


def test_who_keeps_asking_what_is_meant_is_offered_a_person() -> None:
    parent = at("decision_date")
    for _ in range(2):
        parent.say("what do you mean")
        assert parent.heard == ["utter_help_decision_date"]
    parent.say("what do you mean")
    assert parent.heard == ["utter_offer_person"]
