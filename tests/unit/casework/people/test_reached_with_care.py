"""What has to be heeded in reaching somebody is kept beside their times, and no yes hides it."""

from __future__ import annotations

import pytest

from casework.conversation.beside_danger import take_facts_beside_danger
from casework.message import Entity
from casework.people.reached_with_care import care_told
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import NOW, TODAY, Parent, fact, said

NUMBER = fact("phone", "+447700900701")
CARE = [
    "don't say who you are if his mum answers",
    "please dont mention kids",
    "ring but dont say its about mediation",
    "dont let on who you are",
    "pls be discreet",
    "ask for Joan only",
    "just say you're a friend",
    "I can't talk in front of her",
    "my flatmate answers it",
    "Tyler's mum sometimes picks up",
    "he must not know",
    "he dont know im doing this",
    "make sure mum doesnt get told",
    "dont tell my mum",
    "hang up if my boyfriend answers",
    "if a man answers say wrong number",
    "text is fine just dont put your name",
    "my partner is always here",
    "the phone is mums not mine",
    "he can hear every word",
    "she will overhear",
    "my husband can hear me",
    "call with no caller id",
    "I can't talk in front of my kids",
    "i dont want him to know",
    "I don't want my ex to find out about this",
]
NO_CARE = [
    "they dont say who decided it",
    "school never mention the plan",
    "I can't say what date",
    "will you tell my mum?",
    "ring me after 5",
    "his dad doesn't want mediation",
    "she needs the SALT to call back",
    "he can't hear well",
    "he wants to be called Max",
    "we call him J",
    "the council said they dont know",
    "he answers in one word",
    "they told my ex about it",
    "talk to me like a normal person",
    "just tell me in plain words",
    "she needs letters in big print",
    "he needs letters with pictures",
    "she can hear with her aids if people speak slowly",
    "mum can hear better on the left",
    "he can hear voices and needs breaks",
    "we can't talk in front of people",
    "he won't talk in front of strangers",
    "they will hear the appeal in June",
    "Mrs Jones is the main contact at school",
    "the school is the main contact",
    "don't call him Billy",
    "please dont call her Susan its Susie",
    "put no number on it",
]


@pytest.mark.parametrize("words", CARE)
def test_what_has_to_be_heeded_is_heard(words: str) -> None:
    assert care_told(words)


@pytest.mark.parametrize("words", NO_CARE)
def test_what_is_said_of_other_things_is_nothing_to_heed(words: str) -> None:
    assert not care_told(words)


@pytest.mark.parametrize("words", CARE)
@pytest.mark.parametrize("question", ["decision_date", "access_needs", "summary"])
def test_it_is_kept_beside_the_times_whatever_was_asked(question: str, words: str) -> None:
    parent = at(question)
    before = parent.draft.referral.access.details
    parent.say(words)
    assert care_told(words)[0] in str(parent.draft.referral.contact.best_time)
    assert parent.heard[0] == "utter_added_for_team"
    assert parent.draft.referral.access.details == before


@pytest.mark.parametrize("words", [words for words in CARE if "text is fine" not in words])
def test_number_told_beside_it_is_not_safe_by_itself(words: str) -> None:
    parent = at("phone")
    parent.say(f"07700 900701. {words}", NUMBER)
    contact = parent.draft.referral.contact
    assert (contact.phone, contact.safe_to_call) == ("+447700900701", None)
    assert parent.asked == "safe_contact"


def test_parent_whose_calls_others_answer_is_never_put_down_for_a_plain_yes() -> None:
    parent = at("phone")
    parent.say("its the landline, his mum sometimes picks up so dont say who you are", NUMBER)
    parent.say(
        "ring but don't say who you are if his mum answers",
        fact("contact_ok", "yes", "call", sure=False),
    )
    parent.say("Yes but the bit about not saying who you are!")
    contact = parent.draft.referral.contact
    assert contact.safe_to_call is True
    assert "don't say who you are if his mum answers" in str(contact.best_time)
    assert parent.asked != "safe_contact"


def test_yes_to_all_leaves_no_message_where_something_has_to_be_heeded() -> None:
    parent = at("phone")
    parent.say("07700 900701 but dont tell my mum", NUMBER)
    parent.say("yes, all of those are fine")
    contact = parent.draft.referral.contact
    assert contact.safe_to_call is True
    assert contact.safe_to_leave_voicemail is False


def test_yes_after_a_danger_is_to_the_one_way_that_was_told_beside_it() -> None:
    parent = at("phone")
    parent.say("07700 900701 but dont tell my mum", NUMBER)
    beside = said("ring but not when he is in", fact("contact_ok", "yes", "call", sure=False))
    parent.draft = take_facts_beside_danger(parent.draft, beside, today=TODAY, now=NOW).draft
    parent.say("yes")
    contact = parent.draft.referral.contact
    assert (contact.safe_to_call, contact.safe_to_text) == (True, None)


def test_yes_beside_somebody_who_answers_the_phone_says_not_which_way_is_safe() -> None:
    parent = at("phone")
    parent.say("07700 900701 it's shared", NUMBER)
    parent.say("yes all fine but my husband picks up")
    assert parent.draft.referral.contact.safe_to_text is None
    assert parent.asked == "safe_contact"


@pytest.mark.parametrize(
    ("question", "words"),
    [("share_with_council", "yes but dont tell my ex"), ("summary", "yes send it. dont tell mum")],
)
def test_yes_with_something_to_heed_is_still_a_yes(question: str, words: str) -> None:
    parent = at(question)
    outcome = parent.say(words)
    assert parent.asked != question
    assert "tell" in str(parent.draft.referral.contact.best_time)
    assert question != "summary" or outcome.must_submit


def test_time_told_later_never_takes_away_what_has_to_be_heeded() -> None:
    parent = at("access_needs")
    parent.say("dont say who you are")
    parent.say("not Tuesdays", fact("best_time", "not Tuesdays"))
    parent.say("better before noon", fact("best_time", "before noon"))
    parent.say("after 2 then", fact("best_time", "after 2"))
    assert parent.draft.referral.contact.best_time == "dont say who you are, not Tuesdays, after 2"


@pytest.mark.parametrize(
    ("words", "time", "kept"),
    [
        ("8-16 I am at work, you cannot call then", "8-16", "at work"),
        ("i work 9-5", "9-5", "i work"),
        ("cant do school run 3-4", "3-4", "cant do"),
        ("not between 12 and 1", "between 12 and 1", "not between"),
    ],
)
def test_time_at_which_they_cannot_be_rung_is_kept_as_such(
    words: str, time: str, kept: str
) -> None:
    start = words.index(time)
    parent = at("access_needs")
    parent.say(words, Entity("best_time", time, start=start, end=start + len(time)))
    assert kept in str(parent.draft.referral.contact.best_time)


@pytest.mark.parametrize(
    "words", ["dont ring me at work", "i cant answer at work", "don't call me when i work"]
)
def test_when_they_are_at_work_is_no_time_to_ring_and_no_refusal(words: str) -> None:
    parent = at("access_needs")
    parent.say(words)
    contact = parent.draft.referral.contact
    assert contact.best_time == words
    assert contact.safe_to_call is True


@pytest.mark.parametrize("words", ["call me 9-5", "i am free 9-5", "not before 4"])
def test_time_to_call_is_kept_by_itself(words: str) -> None:
    time = words.removeprefix("call me ").removeprefix("i am free ")
    start = words.index(time)
    parent = at("access_needs")
    parent.say(words, Entity("best_time", time, start=start, end=start + len(time)))
    assert parent.draft.referral.contact.best_time == time


def test_family_that_has_not_agreed_has_nothing_kept_of_it() -> None:
    parent = Parent()
    parent.say("hello", intent="greet")
    parent.agree()
    parent.say("I'm the SENCO", fact("referrer_role", "school"))
    parent.say("her dad must not know about this")
    assert parent.draft.referral.contact.best_time is None


def test_number_that_is_to_go_is_taken_out_of_how_to_reach_them() -> None:
    parent = at("phone")
    parent.say("07700 900701 is my sister's number, ring her not me 07700 900701", NUMBER)
    parent.say("delete my number")
    assert "900701" not in parent.draft.model_dump_json()


@pytest.mark.parametrize(
    ("words", "need"),
    [
        ("she needs letters in big print", "big print"),
        ("she can hear with her aids if people speak slowly", "speak slowly"),
        ("we can't talk in front of people", "in front of people"),
        ("he can hear voices and needs breaks", "hear voices"),
        ("he can't do phone calls", "phone calls"),
        ("she hates the phone", "hates the phone"),
        ("my son doesnt like phone calls", "phone calls"),
    ],
)
def test_need_of_the_meeting_is_kept_as_one_where_needs_are_asked_for(
    words: str, need: str
) -> None:
    parent = at("access_needs")
    parent.say(words)
    assert need in str(parent.draft.referral.access.details)
    assert parent.asked != "access_needs"
