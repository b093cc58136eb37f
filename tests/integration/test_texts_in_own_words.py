"""Texts in anybody's own words: no more of them, a stranger's, and MORE with nothing left."""

from __future__ import annotations

from datetime import timedelta

import pytest

from casework.texts.parts import ASK_FOR_MORE
from store.database import Database
from tests.integration.front_desk import Parent, wait_until
from tests.integration.rasa_stand_in import QUESTION, RasaStandIn
from tests.integration.test_sms_conversation import (
    LONG,
    NOTICES,
    handovers_in,
    kept,
    let_time_pass,
    replies_to,
    texter,
)

__all__ = ["kept", "texter"]


@pytest.mark.parametrize("text", ["please stop texting me", "Leave me alone!", "no more texts"])
def test_who_wants_no_texts_may_say_so_in_own_words(
    texter: Parent, rasa: RasaStandIn, kept: Database, text: str
) -> None:
    [reply] = replies_to(texter, text)
    assert reply["text"] == NOTICES["texts_stopped"].text_for("sms")
    assert replies_to(texter, "are you there?") == []
    assert (rasa.turns, handovers_in(kept)) == ([], ["texted_after_stop"])


@pytest.mark.parametrize("answer", ["FINISH", "yes", "stop now"])
def test_what_may_mean_the_end_is_asked_back_once(
    texter: Parent, rasa: RasaStandIn, answer: str
) -> None:
    [asked] = replies_to(texter, "please stop now")
    assert asked["text"] == NOTICES["end_texts"].text_for("sms")
    [reply] = replies_to(texter, answer)
    assert reply["text"] == NOTICES["texts_stopped"].text_for("sms")
    assert rasa.turns == []


@pytest.mark.parametrize("answer", ["KEEP", "no", "1"])
def test_who_keeps_the_texts_is_asked_the_open_question_again(
    texter: Parent, rasa: RasaStandIn, answer: str
) -> None:
    replies_to(texter, "hello")
    replies_to(texter, "go away")
    go_on, question = replies_to(texter, answer)
    assert go_on["text"] == NOTICES["texts_go_on"].text_for("sms")
    assert question["asks"] == "child_age"
    assert rasa.texts == ["hello"]


def test_who_tells_something_instead_goes_on(texter: Parent, rasa: RasaStandIn) -> None:
    replies_to(texter, "hello")
    replies_to(texter, "go away")
    replies_to(texter, "he is 9")
    replies_to(texter, "yes")
    assert rasa.texts == ["hello", "he is 9", "yes"]


def test_no_texts_at_the_question_how_to_reach_them_is_an_answer(
    texter: Parent, rasa: RasaStandIn
) -> None:
    rasa.messages = [{"text": "May we text you?", "asks": "safe_contact"}]
    replies_to(texter, "hello")
    replies_to(texter, "dont text me")
    assert rasa.texts[-1] == "dont text me"
    [reply] = replies_to(texter, "stop texting me")
    assert reply["text"] == NOTICES["texts_stopped"].text_for("sms")


def test_a_stranger_in_the_terminal_gets_no_answer_either(
    texter: Parent, rasa: RasaStandIn
) -> None:
    replies_to(texter, "wrong number")
    assert replies_to(texter, "hello") == []
    assert rasa.turns == []
    [resumed] = replies_to(texter, "START")
    assert resumed["text"] == NOTICES["texts_resumed"].text_for("sms")


def test_who_asks_who_we_are_twice_is_still_a_stranger(texter: Parent, kept: Database) -> None:
    replies_to(texter, "who dis new phone")
    let_time_pass(kept, timedelta(minutes=5))
    [reply] = replies_to(texter, "this is not me")
    assert reply["text"] == NOTICES["wrong_number"].text_for("sms")


def test_more_with_nothing_left_says_so_and_asks_again(texter: Parent, rasa: RasaStandIn) -> None:
    replies_to(texter, "hello")
    that_was_all, question = replies_to(texter, "more")
    assert that_was_all["text"] == NOTICES["that_was_all"].text_for("sms")
    assert (question["text"], question["asks"]) == (QUESTION, "child_age")
    assert rasa.texts == ["hello"]


def test_more_after_the_last_bit_gives_no_bit_twice(texter: Parent, rasa: RasaStandIn) -> None:
    rasa.messages = [{"text": LONG}, {"text": QUESTION, "asks": "child_age"}]
    [reply, _question] = replies_to(texter, "is it free?")
    while reply["text"].endswith(ASK_FOR_MORE):
        [reply] = replies_to(texter, "more")
    that_was_all, question = replies_to(texter, "more")
    assert that_was_all["text"] == NOTICES["that_was_all"].text_for("sms")
    assert question["text"] == QUESTION


def test_more_as_the_first_text_is_not_heard_as_stop(texter: Parent, rasa: RasaStandIn) -> None:
    replies_to(texter, "more")
    assert rasa.texts == ["carry on"]


@pytest.mark.parametrize(
    "text",
    [
        "STOP he is here",
        "stop messaging me my ex has this phone now",
        "dont reply he sees",
        "he has my phone",
    ],
)
def test_who_is_watched_is_texted_nothing_that_tells_of_danger(
    texter: Parent, rasa: RasaStandIn, kept: Database, text: str
) -> None:
    replies_to(texter, "hello")
    [reply] = replies_to(texter, text)
    assert reply["text"] == NOTICES["texts_stopped"].text_for("sms")
    assert "safety:domestic_abuse" in handovers_in(kept)
    wait_until(lambda: rasa.facts_of == [f"do not text me. {text}"])
    assert replies_to(texter, "dont answer") == []
