"""What sounds like an answer and is none: it takes note, says no to something else, or leaves."""

from __future__ import annotations

import pytest

from casework.words import (
    reads_as_mere_assent,
    reads_as_question,
    reads_as_skip,
    reads_as_venting,
)
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import Parent, fact
from tests.unit.casework.turn.test_never_a_loop import at_child_name

ASSENTS = ["thats fine", "that's ok", "yeah fine", "yes thats fine", "all good", "sounds good"]


@pytest.mark.parametrize("words", ASSENTS)
def test_who_only_says_that_it_is_fine_holds_nothing_and_needs_nobody(words: str) -> None:
    assert reads_as_mere_assent(words)
    parent = at("certificate_held")
    parent.say(words)
    assert parent.draft.referral.certificate.held is None
    parent = at("interpreter")
    parent.say(words)
    assert parent.draft.referral.interpreter.needed is None


@pytest.mark.parametrize("words", ["yes", "ok yes", "yes got it", "that's right", "yes it is"])
def test_yes_is_more_than_taking_note(words: str) -> None:
    assert not reads_as_mere_assent(words)


def test_who_takes_note_of_an_answer_is_simply_asked_again() -> None:
    parent = at("certificate_held")
    parent.say("is it free?", intent="ask_is_it_free")
    parent.say("thats fine")
    assert parent.heard == ["utter_ask_certificate_held"]
    assert parent.draft.progress.misses == 0


@pytest.mark.parametrize("question", ["certificate_held", "decision_date"])
@pytest.mark.parametrize(
    "words",
    ["no its bury", "no sorry wrong council, its bury", "not me the school", "no the other one"],
)
def test_no_to_something_else_is_no_answer(question: str, words: str) -> None:
    parent = at(question)
    parent.say(words)
    assert parent.asked == question
    assert parent.draft.referral.certificate.held is None
    assert question != "decision_date" or parent.draft.referral.decision.made is None


@pytest.mark.parametrize(
    "words",
    [
        "no",
        "no its not come yet",
        "no the council wont give us one",
        "no its too early",
        "no it's fine",
        "not yet",
        "no thats all",
        "no they havent",
    ],
)
def test_no_with_its_reason_is_one_still(words: str) -> None:
    parent = at("certificate_held")
    parent.say(words)
    assert parent.draft.referral.certificate.held is False


@pytest.mark.parametrize(
    "words",
    [
        "can you skip it",
        "i said skip",
        "just skip",
        "can we leave it out",
        "im not telling you that",
        "i dont want to say",
        "none of your business",
        "let's move on",
        "i'd rather not answer",
    ],
)
def test_whoever_would_leave_a_question_out_may(words: str) -> None:
    assert reads_as_skip(words)
    parent = at_child_name()
    parent.say(words)
    assert parent.heard == ["utter_cannot_skip", "utter_ask_child_name"]


@pytest.mark.parametrize(
    "words",
    ["i miss him", "leave a message", "they wont say", "not answering my emails", "next week"],
)
def test_what_only_holds_the_word_leaves_nothing_out(words: str) -> None:
    assert not reads_as_skip(words)


@pytest.mark.parametrize("words", ["i already told you", "see above", "as i said", "told you"])
def test_who_has_told_it_already_hears_that_we_are_sorry(words: str) -> None:
    parent = at("phone")
    parent.say(words)
    assert parent.heard == ["utter_told_already", "utter_ask_phone"]


@pytest.mark.parametrize("words", ["bye", "thats great thanks, bye", "ok thanks bye"])
def test_who_leaves_before_it_is_sent_hears_so(words: str) -> None:
    for question in ("phone", "summary"):
        parent = at(question)
        parent.say(words, intent="goodbye")
        assert parent.heard == ["utter_goodbye_not_sent"]
        assert parent.draft.progress.is_stopped


def test_who_leaves_once_it_is_sent_hears_goodbye() -> None:
    parent = at("summary")
    parent.say("yes, send it")
    parent.say("bye", intent="goodbye")
    assert parent.heard == ["utter_goodbye"]


@pytest.mark.parametrize(
    "words",
    [
        "can i think about it",
        "let me talk to my husband",
        "i need to ask his dad first",
        "hmm let me think",
    ],
)
def test_who_would_think_about_a_consent_takes_their_time(words: str) -> None:
    parent = at("consent")
    outcome = parent.say(words)
    assert parent.heard == ["utter_take_your_time", "utter_ask_consent"]
    assert not outcome.consents


def test_who_says_hello_after_a_pause_is_asked_where_they_left() -> None:
    parent = at("phone")
    parent.say("stop for now")
    parent.say("hello", intent="greet")
    assert parent.heard == ["utter_welcome_back", "utter_ask_phone"]


@pytest.mark.parametrize(
    "words",
    ["please dont tell anyone", "keep this between us", "dont tell the council i said that"],
)
def test_who_asks_for_silence_hears_who_sees_it(words: str) -> None:
    parent = at("phone")
    parent.say(words)
    assert "utter_faq_who_sees_this" in parent.heard
    assert parent.asked == "phone"


def test_more_of_the_case_told_at_another_question_is_taken_with_thanks() -> None:
    parent = at("phone")
    parent.say("forgot to say hes got a diagnosis of adhd")
    assert parent.heard == ["utter_added_for_team", "utter_ask_phone"]
    assert "adhd" in (parent.draft.referral.dispute.in_own_words or "")


def test_few_words_that_nobody_could_read_are_kept() -> None:
    parent = at("phone")
    parent.say("and his dads coming too")
    assert "his dads coming" in (parent.draft.referral.dispute.in_own_words or "")


@pytest.mark.parametrize("words", ["any news", "has anyone looked at it", "no one has rung me"])
def test_who_asks_for_news_once_it_is_sent_is_passed_on(words: str) -> None:
    parent = at("summary")
    parent.say("yes, send it")
    outcome = parent.say(words)
    assert parent.heard == ["utter_news_asked", "utter_ask_anything_else"]
    assert [request.reason for request in outcome.handovers] == ["told_more"]


def test_rough_day_of_the_letter_may_come_a_question_later() -> None:
    parent = at("decision_date")
    parent.say("cant find it")
    assert parent.asked == "certificate_held"
    parent.say("october i think")
    assert "utter_added_for_team" in parent.heard
    assert "october" in (parent.draft.referral.dispute.in_own_words or "")


@pytest.mark.parametrize("words", ["ok do it", "go ahead and do that"])
def test_what_tells_us_to_do_it_asks_nothing(words: str) -> None:
    assert not reads_as_question(words)


def test_what_is_wanted_may_be_put_right_right_after() -> None:
    parent = Parent()
    parent.say("mum, York, refused", fact("referrer_role", "parent"), fact("council", "York"))
    parent.agree()
    while parent.asked != "route_wanted":
        parent.say("skip")
    parent.say("just the certificate", fact("route", "certificate_only"))
    assert parent.asked == "name"
    parent.say("mediation i mean")
    assert parent.draft.referral.route_wanted == "mediation"


@pytest.mark.parametrize(
    "words",
    [
        "i dont want my mum knowing",
        "i dont want his dad to find out",
        "i dont want my ex contacted",
    ],
)
def test_whom_not_to_tell_is_kept_and_is_no_certificate(words: str) -> None:
    parent = at("certificate_held")
    parent.say(words)
    assert parent.draft.referral.certificate.held is None
    assert words in (parent.draft.referral.dispute.in_own_words or "")
    assert "utter_added_for_team" in parent.heard


def test_ok_to_an_answer_of_ours_is_no_yes_to_the_date_that_waits() -> None:
    parent = at("decision_date")
    parent.say("i think 20 october", fact("date", "2026-10-20", sure=False))
    parent.say("is it free?", intent="ask_is_it_free")
    parent.say("ok")
    assert parent.heard == ["utter_confirm_decision_date"]
    assert parent.draft.referral.decision.letter_date is None
    parent.say("ok")
    assert parent.draft.referral.decision.letter_date is not None


@pytest.mark.parametrize(
    "words", ["is it ok if i say no to the council bit", "can i say no to that"]
)
def test_what_a_no_to_the_council_means_is_told(words: str) -> None:
    parent = at("share_with_council")
    parent.say(words, intent="ask_can_i_change_my_mind")
    assert parent.heard[0] == "utter_if_council_not_told"


@pytest.mark.parametrize(
    "words",
    [
        "his mum lives abroad and hasn't been told",
        "her grandfather's funeral is friday",
        "dad cant be copied in",
    ],
)
def test_what_is_told_beside_what_is_known_is_kept_and_said(words: str) -> None:
    parent = at("phone")
    parent.say(words, fact("referrer_role", "parent"))
    assert words in (parent.draft.referral.dispute.in_own_words or "")
    assert parent.heard == ["utter_added_for_team", "utter_ask_phone"]


def test_what_is_known_already_is_not_scolded() -> None:
    parent = at("phone")
    parent.say("im his mum", fact("referrer_role", "parent"))
    assert parent.heard == ["utter_ask_phone"]


def test_question_of_their_child_that_nobody_can_answer_is_left_to_the_team() -> None:
    parent = at("phone")
    parent.say("how do i get my lad free school meals?", fact("referrer_role", "parent"))
    assert parent.heard == ["utter_question_for_team", "utter_ask_phone"]


@pytest.mark.parametrize("words", ["he is hard work and I love him", "im at the end of the form"])
def test_hard_work_is_no_despair(words: str) -> None:
    assert not reads_as_venting(words)
