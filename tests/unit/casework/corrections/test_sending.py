"""The review is sent for who asks so in any words, and for nobody else."""

from __future__ import annotations

import pytest

from casework.message import Message
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.parents import NOW, TODAY, fact, take_turn


@pytest.mark.parametrize(
    "words",
    [
        "send it please im sick of this",
        "ok just send it now please thank you",
        "please send it its all fine",
        "send it off then love",
        "you still havent put the school... just send it",
        "thats all correct send please my battery is dying",
        "no more changes send it",
        "its fine just send it",
        "can you send it now please",
        "looks right to me send",
        "just send the bloody thing",
        "I'm happy send it off",
        "Correct, thank you for listening to me",
        "yes I want this sorted asap",
        "yes. I dont want this to drag on",
        "whatever just send",
        "yes send it, his name is spelt right",
        "yes please can someone ring me soon",
        "yes I dont want to go to court",
        "yes i dont want anyone else to go through this",
        "yes once you get it please ring me",
        "yes before christmas if possible",
        "yes we want our son back in school",
        "correct thats all",
    ],
)
def test_parent_who_asks_to_send_has_sent(words: str) -> None:
    assert at("summary").say(words).must_submit


@pytest.mark.parametrize(
    "words",
    [
        "no dont send it",
        "send me a copy",
        "send it but change his age to 9",
        "send it to my email",
        "send it when you have changed the age",
        "wait send it later",
        "they didnt send it",
        "SEND team refused",
        "send support was cut",
        "what happens if i send it",
        "send it tomorrow",
        "correct the date please",
        "yes but correct the name",
        "yes but i want the name changed",
        "yes but i want to read it first",
        "yes but we want to wait",
        "yes but he wants his age right",
        "yes i dont want this sent",
        "yes i dont want to go ahead",
        "yes but i want a copy first",
        "yes once i have checked it",
    ],
)
def test_parent_who_holds_back_has_not(words: str) -> None:
    assert not at("summary").say(words).must_submit


def test_what_is_told_beside_it_is_kept() -> None:
    parent = at("summary")
    outcome = parent.say("send it please. my husband comes too", fact("supporter", "my husband"))
    assert outcome.must_submit
    assert parent.draft.referral.supporters == ["my husband"]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("yes but I don't know if the date is right", ["I don't know if the date is right"]),
        ("yes all correct thank you for your help x", []),
        ("Correct, thank you for listening to me", []),
        (
            "yes and he hates loud rooms at lunch. also hes scared of dogs",
            ["he hates loud rooms at lunch. hes scared of dogs"],
        ),
    ],
)
def test_remark_beside_it_is_kept_once_and_thanks_are_not(words: str, kept: list[str]) -> None:
    parent = at("summary")
    before = parent.draft.referral.dispute.in_own_words or ""
    assert parent.say(words).must_submit
    told = (parent.draft.referral.dispute.in_own_words or "").removeprefix(before).strip()
    assert (told.splitlines() if told else []) == kept


def test_answer_that_changes_beside_it_is_shown_again_first() -> None:
    parent = at("summary")
    outcome = parent.say("send it, hes 9", fact("age", 9, "child"))
    assert not outcome.must_submit
    assert parent.draft.referral.child.age == 9


@pytest.mark.parametrize(
    "words",
    [
        "yes send it. after, how many days you ring me?",
        "Yes, send it. must I telephone you on Monday given the eight days?",
        "yes send it. also she's not been in school since half term, is that on there?",
        "yes thats all right. how long till someone calls",
        "yes. so what happens now",
        "I am her nan yes. Molly doesnt come out of her room. yes send",
        "yep send, its been 14 weeks and no one has answered",
        "yes all correct, thank you so much, you have been brilliant",
    ],
)
def test_question_or_remark_beside_a_clear_yes_holds_nothing_back(words: str) -> None:
    parent = at("summary")
    assert parent.say(words).must_submit
    assert "utter_not_sent_yet" not in parent.heard


def test_question_beside_it_is_answered_too() -> None:
    parent = at("summary")
    message = Message("yes send it. how long till someone calls", intents=(("ask_how_long", 0.95),))
    outcome = take_turn(parent.draft, message, today=TODAY, now=NOW)
    assert outcome.must_submit
    assert "utter_faq_how_long" in [said.response for said in outcome.says]


@pytest.mark.parametrize(
    "words",
    [
        "Yes send it. wait kent said i have till 15 november so is it dead",
        "yes but his name is wrong",
        "send it. but the date is wrong",
        "yes but take the email out first",
        "yes but not with my number on it",
        "yes when you have put the school in",
        "send it off once ive checked with my wife",
        "yes but wait",
    ],
)
def test_who_may_think_it_is_sent_is_told_that_it_is_not(words: str) -> None:
    parent = at("summary")
    assert not parent.say(words).must_submit
    assert "utter_not_sent_yet" in parent.heard


@pytest.mark.parametrize("words", ["ok. his name is spelt Jon", "is it sent", "what do i send"])
def test_who_never_said_yes_is_not_told_of_sending(words: str) -> None:
    parent = at("summary")
    assert not parent.say(words).must_submit
    assert "utter_not_sent_yet" not in parent.heard


def test_change_beside_it_is_shown_with_a_plain_word_that_it_is_not_sent() -> None:
    parent = at("summary")
    outcome = parent.say("yes send it, but hes 9", fact("age", 9, "child"))
    assert not outcome.must_submit
    assert parent.heard[-2:] == ["utter_not_sent_yet", "utter_ask_summary"]


def test_way_that_is_refused_beside_it_is_seen_before_it_is_sent() -> None:
    parent = at("summary")
    outcome = parent.say("yes send it but dont ring me", fact("contact_ok", "no", "call"))
    assert not outcome.must_submit
    assert parent.draft.referral.contact.safe_to_call is False
    assert parent.heard[-2:] == ["utter_not_sent_yet", "utter_ask_summary"]


@pytest.mark.parametrize(
    "words",
    ["yes the phone number is right", "yes ive nothing to add", "yes ive had a look its fine"],
)
def test_yes_that_finds_all_of_it_right_sends_it(words: str) -> None:
    assert at("summary").say(words).must_submit


@pytest.mark.parametrize(
    "words", ["yes they took it away", "yes she does", "yes the school is not right"]
)
def test_yes_to_another_question_sends_nothing(words: str) -> None:
    assert not at("summary").say(words).must_submit


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("yes send. he is apprentice at a garage not just work", "apprentice at a garage"),
        ("yes send it but dont ring the house", "dont ring the house"),
        ("yes. can you put that the nurse never came", "nurse never came"),
    ],
)
def test_remark_beside_it_is_kept_for_the_team(words: str, kept: str) -> None:
    parent = at("summary")
    assert parent.say(words).must_submit
    told = (parent.draft.referral.dispute.in_own_words, parent.draft.referral.contact.best_time)
    assert kept in " ".join(filter(None, told))
