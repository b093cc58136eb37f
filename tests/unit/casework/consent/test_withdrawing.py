"""Whoever wants all deleted is heard in any words, and nothing is deleted by less."""

from __future__ import annotations

import pytest

from casework.consent.calling_off import asks_to_withdraw
from tests.unit.casework.answers.test_slips import at
from tests.unit.casework.conversation.test_order import answer_everything
from tests.unit.casework.parents import Parent


@pytest.mark.parametrize(
    "words",
    [
        "withdraw",
        "please just delete everything",
        "delete it all",
        "hmm actually withdraw",
        "actually I want to withdraw. i need to talk to my husband",
        "i dont want this any more",
        "forget it, remove my details",
        "can you delete my data?",
        "I've changed my mind, delete everything",
        "Withdraw my referral because my husband said no",
        "erase everything ive told you",
        "i dont want you to keep my details anymore",
        "i want my data deleted",
        "dont send it, delete it",
        "I've changed my mind delete it",
        "dont send it just delete it",
        "i dont want you having my childs info now",
        "call off the referral and remove my details",
        "I am withdrawing my referral",
        "i no longer consent",
        "take my consent away",
        "remove us from your records",
        "take me off the system",
    ],
)
@pytest.mark.parametrize("question", ["share_with_council", "name", "summary"])
def test_parent_can_withdraw_in_any_words(question: str, words: str) -> None:
    parent = at(question)
    outcome = parent.say(words)
    assert parent.heard == ["utter_withdrawn"]
    assert outcome.must_delete
    assert parent.draft.referral.child.age is None


@pytest.mark.parametrize(
    "words",
    [
        "delete the second number",
        "remove section F",
        "i dont want this any more hassle",
        "they want me to withdraw",
        "the council said, withdraw my referral",
        "if i withdraw, what happens?",
        "i dont want to withdraw",
        "can i withdraw later?",
        "withdraw him from school",
        "remove my details, put my sisters instead",
        "delete that, its 12 not 11",
        "they removed everything from the plan",
        "remove my name",
        "delete that, wrong number",
        "changed my mind, delete that and put 12",
        "i changed my mind delete section F",
        "remove my ex's details",
        "i dont want you having my husbands info",
        "we dont keep any of it",
        "i withdraw that",
    ],
)
@pytest.mark.parametrize("question", ["share_with_council", "name", "summary"])
def test_nothing_is_deleted_by_other_words(question: str, words: str) -> None:
    parent = at(question)
    outcome = parent.say(words)
    assert not outcome.must_delete
    assert parent.draft.referral.consent.store.given is True


def test_referral_that_was_sent_is_withdrawn_in_other_words() -> None:
    parent = at("summary")
    parent.say("yes", intent="affirm")
    answer_everything(parent)
    outcome = parent.say("please just delete everything")
    assert [asked.reason for asked in outcome.handovers] == ["consent_withdrawn"]
    assert parent.draft.referral.consent.share_with_council.given is not True


@pytest.mark.parametrize(
    "words", ["ok im back… can we carry on", "sorry im back now", "I changed my mind, carry on"]
)
def test_parent_can_come_back_after_stopping(words: str) -> None:
    parent = at("name")
    parent.say("stop")
    parent.say(words)
    assert parent.heard == ["utter_welcome_back", "utter_ask_name"]


def test_parent_can_come_back_after_withdrawing() -> None:
    parent = at("name")
    parent.say("withdraw")
    parent.say("how long does it take?", intent="ask_how_long")
    assert parent.asked is None
    parent.say("ok im back… can we carry on")
    assert parent.asked == "consent"


@pytest.mark.parametrize("words", ["back to school in september", "can i carry on at his old one"])
def test_what_only_sounds_like_coming_back_is_no_control(words: str) -> None:
    parent = Parent()
    parent.say("hello", intent="greet")
    parent.say("no", intent="deny")
    parent.say(words)
    assert parent.asked is None


@pytest.mark.parametrize(
    "words", ["i dont want to give my name", "i dont have his name", "no name"]
)
def test_parent_who_keeps_one_thing_back_goes_on(words: str) -> None:
    parent = at("name")
    parent.say(words, intent="skip", confidence=0.3)
    assert not parent.draft.progress.is_stopped


@pytest.mark.parametrize(
    "words",
    [
        "i need you to delete my data",
        "you must delete my details",
        "delete my account",
        "dont keep my details",
        "you cant keep my data",
        "please dont keep any of this",
        "i dont want you to keep this any more",
        "ive changed my mind about you keeping my info",
        "stop using my data",
        "Please can you delete all the information that you have on me",
    ],
)
def test_parent_can_ask_for_deletion_as_people_do(words: str) -> None:
    assert asks_to_withdraw(words)


@pytest.mark.parametrize(
    "words",
    [
        "dont keep my number",
        "dont keep it",
        "they cant keep my data",
        "you cant keep ignoring us",
        "i dont have all my details",
        "dont have any of it",
        "dont keep him in at lunch",
        "stop keeping him off school",
        "do not hold everything against her",
        "i dont want you to use my name",
        "can i delete my data later",
    ],
)
def test_one_thing_not_kept_and_what_others_keep_withdraws_nothing(words: str) -> None:
    assert not asks_to_withdraw(words)


@pytest.mark.parametrize(
    "words", ["oh no all my messages gone", "my chat gone", "all my answers gone"]
)
def test_who_says_that_all_is_gone_may_have_lost_it_and_withdraws_nothing(words: str) -> None:
    assert not asks_to_withdraw(words)


@pytest.mark.parametrize("words", ["i want my details gone", "my details deleted please"])
def test_who_wants_it_gone_withdraws(words: str) -> None:
    assert asks_to_withdraw(words)


@pytest.mark.parametrize(
    "words",
    [
        "clear all of it and start again",
        "delete my answers and start again",
        "changed my mind, delete that and put 12",
        "Would you take us?",
        "i no longer agree",
        "im withdrawing him from school",
    ],
)
def test_who_begins_again_or_puts_one_thing_right_withdraws_nothing(words: str) -> None:
    assert not asks_to_withdraw(words)
