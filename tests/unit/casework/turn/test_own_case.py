"""Questions that the family's own case answers: their certificate, what a no means."""

from __future__ import annotations

import pytest

from casework.say import Say, words_of
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact


@pytest.mark.parametrize(
    "words", ["Do we even need one?", "do I need the certificate?", "is one needed"]
)
def test_parent_who_asks_if_a_certificate_is_needed_is_told_for_her_case(words: str) -> None:
    parent = at("certificate_held")
    parent.say(words, intent="ask_who_is_it_for")
    assert parent.heard[0] == "utter_certificate_needed"
    assert parent.asked == "certificate_held"


def test_parent_who_disputes_only_the_school_is_told_that_she_needs_none() -> None:
    parent = at("phone")
    parent.draft.progress.stated_kinds = ["i_named_only"]
    parent.draft.progress.school_only = "only_school"
    parent.draft.referral.plan = "final"
    parent.say("do I need the certificate?", intent="ask_what_is_a_certificate")
    assert parent.heard[0] == "utter_faq_school_only"


@pytest.mark.parametrize("words", ["no whats that", "no sorry whats that", "no, what is it?"])
def test_no_and_what_is_that_are_both_heard(words: str) -> None:
    parent = at("certificate_held")
    parent.say(words, intent="deny")
    assert parent.heard[0] == "utter_faq_what_is_a_certificate"
    assert parent.draft.referral.certificate.held is False


@pytest.mark.parametrize(
    "words",
    [
        "What happens if I say no?",
        "what is happen if i say yes",
        "not till you tell me what happens if i say no",
        "what if i say no to you talking to the council",
        "can i change that later",
    ],
)
def test_what_a_no_means_is_told_before_an_answer_is_taken(words: str) -> None:
    parent = at("share_with_council")
    parent.say(words, intent="ask_can_i_change_my_mind")
    assert parent.heard[0] == "utter_if_council_not_told"
    assert parent.draft.referral.consent.share_with_council.given is None
    assert parent.asked == "share_with_council"


def test_what_a_no_to_keeping_means_is_told() -> None:
    parent = Parent()
    parent.say("hello", intent="greet")
    parent.say("what happens if i say no?", intent="ask_do_i_have_to_mediate")
    assert parent.heard[0] == "utter_if_not_kept"
    assert parent.asked == "consent"


def test_no_to_mediation_is_another_question() -> None:
    parent = at("share_with_council")
    parent.say("what if i say no to mediation?", intent="ask_do_i_have_to_mediate")
    assert parent.heard[0] == "utter_faq_do_i_have_to_mediate"


def test_parent_who_fears_the_council_will_be_angry_is_told_of_her_right() -> None:
    parent = at("certificate_held")
    parent.say("will they be angry with us?", intent="ask_must_council_come")
    assert parent.heard[0] == "utter_held_against_us"


def test_parent_who_withdrew_is_not_told_that_her_answers_wait() -> None:
    parent = at("phone")
    parent.say("withdraw", intent="withdraw")
    parent.say("have you still got my old answers??", intent="ask_what_do_you_do_with_my_data")
    assert parent.heard == ["utter_nothing_is_kept"]
    parent.say("i didnt mean it, can i carry on?", intent="ask_can_i_come_back")
    assert parent.heard == ["utter_nothing_is_kept"]


def test_question_beside_an_answer_is_never_passed_over_in_silence() -> None:
    parent = at("certificate_held")
    parent.say("no. is the moon made of cheese?", intent="out_of_scope", confidence=0.5)
    assert parent.draft.referral.certificate.held is False
    assert "utter_question_for_team" in parent.heard
    assert "moon" in parent.draft.referral.dispute.in_own_words


@pytest.mark.parametrize("words", ["no. is that ok?", "no, is that all right?", "no?"])
def test_courtesy_is_no_question_for_the_team(words: str) -> None:
    parent = at("certificate_held")
    parent.say(words, intent="deny")
    assert "utter_question_for_team" not in parent.heard


def test_nobody_is_promised_that_a_plan_stays() -> None:
    words = words_of(Say("utter_faq_plan_while_appealing"))
    assert "must check" in words
    assert "stays" not in words


def test_tears_alone_are_met_with_a_kind_word() -> None:
    parent = at("certificate_held")
    parent.say("\U0001f62d\U0001f62d\U0001f621", intent="out_of_scope")
    assert parent.heard[0] == "utter_hard_time"
    assert parent.asked == "certificate_held"


def test_parent_who_withdrew_what_was_sent_is_told_that_a_person_checks() -> None:
    parent = at("summary")
    parent.say("yes", intent="affirm")
    parent.say("withdraw", intent="withdraw")
    parent.say("have you still got my old answers??", intent="ask_what_do_you_do_with_my_data")
    assert parent.heard == ["utter_withdrawn"]


def test_parent_can_ask_to_delete_it_later_without_changing_an_answer() -> None:
    parent = at("access_needs")
    parent.say("can i delete it after", intent="ask_what_do_you_do_with_my_data")
    assert parent.heard[0] == "utter_faq_what_do_you_do_with_my_data"
    assert parent.asked == "access_needs"


def test_no_needs_and_a_question_are_both_heard() -> None:
    parent = at("access_needs")
    parent.say("no. who comes to it?", fact("access_need", "none"), intent="ask_who_comes")
    assert "utter_faq_who_comes" in parent.heard
    assert parent.asked == "interpreter"


@pytest.mark.parametrize(
    "words",
    [
        "I dont have PR, does that matter",
        "im not on the birth certificate is that ok",
        "can i do this without parental responsibility",
    ],
)
def test_relative_without_responsibility_is_told_who_counts_as_a_parent(words: str) -> None:
    parent = at("certificate_held")
    parent.say(words, intent="ask_who_can_refer")
    assert parent.heard[0] == "utter_counts_as_parent"


def test_what_an_answer_does_is_explained_at_any_question() -> None:
    parent = at("certificate_held")
    parent.say("what is happen if i say yes", intent="ask_what_happens_next", confidence=0.3)
    assert parent.heard[0] == "utter_why_certificate_held"
    assert parent.asked == "certificate_held"
