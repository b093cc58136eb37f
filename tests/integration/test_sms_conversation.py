"""A conversation by text at the front desk: commands, strangers, MORE, the review, long silence."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from casework.texts.parts import ASK_FOR_MORE, fits
from frontdesk.notices import load_notices
from frontdesk.settings import FrontDeskSettings
from store.database import Database, open_database
from store.tables import AuditEntry, Handover, Message
from tests.integration.front_desk import FrontDesk, Parent
from tests.integration.rasa_stand_in import QUESTION, RasaStandIn

NOTICES = load_notices()
LONG = "This is one sentence of a long answer. " * 20


@pytest.fixture
def texter(front_desk: FrontDesk) -> Parent:
    return front_desk.greet_parent("sms")


@pytest.fixture
def kept(front_desk: FrontDesk, desk_settings: FrontDeskSettings) -> Database:
    return open_database(desk_settings)


def replies_to(parent: Parent, text: str) -> list[dict[str, Any]]:
    response = parent.send(text)
    assert response.status_code == 200, response.text
    replies: list[dict[str, Any]] = response.json()["messages"]
    return replies


def handovers_in(kept: Database) -> list[str]:
    with kept.reading() as session:
        return list(session.scalars(sa.select(Handover.reason)))


@pytest.mark.parametrize(
    "word", ["STOP", "stop.", " Unsubscribe ", "END", "quit", "Stop all", "ARRÊT"]
)
def test_stop_ends_the_texts_with_one_confirmation(
    texter: Parent, rasa: RasaStandIn, word: str
) -> None:
    [reply] = replies_to(texter, word)
    assert reply["text"] == NOTICES["texts_stopped"].text_for("sms")
    assert rasa.turns == []


def test_stop_is_noted_for_our_team(texter: Parent, kept: Database) -> None:
    replies_to(texter, "STOP")
    with kept.reading() as session:
        assert "texts ended" in list(session.scalars(sa.select(AuditEntry.action)))


def test_stop_in_a_sentence_is_heard_by_the_assistant(texter: Parent, rasa: RasaStandIn) -> None:
    [reply] = replies_to(texter, "stop them from excluding him")
    assert reply["text"] == QUESTION
    assert rasa.texts == ["stop them from excluding him"]


def test_on_the_page_stop_is_the_assistants_to_answer(parent: Parent, rasa: RasaStandIn) -> None:
    parent.send("STOP")
    assert rasa.texts == ["STOP"]


def test_pause_leaves_it_there_as_stop_does_on_the_page(texter: Parent, rasa: RasaStandIn) -> None:
    replies_to(texter, "PAUSE")
    assert rasa.texts == ["stop for now"]


def test_help_gives_the_phone_number_without_the_assistant(
    texter: Parent, rasa: RasaStandIn
) -> None:
    [reply] = replies_to(texter, "Help!")
    assert "03330 062 835" in reply["text"]
    assert rasa.turns == []


def test_danger_is_heard_before_any_command(texter: Parent) -> None:
    [reply] = replies_to(texter, "stop. I want to die")
    assert reply["topic"] == "safety:suicidal_adult"


def test_a_stranger_is_told_nothing_and_our_team_is_told(
    texter: Parent, rasa: RasaStandIn, kept: Database
) -> None:
    [reply] = replies_to(texter, "Sorry, you have the wrong number")
    assert reply["text"] == NOTICES["wrong_number"].text_for("sms")
    assert rasa.turns == []
    assert handovers_in(kept) == ["wrong_number"]


def test_who_asks_who_we_are_first_is_told_that_and_no_more(
    texter: Parent, rasa: RasaStandIn, kept: Database
) -> None:
    [reply] = replies_to(texter, "who is this?")
    assert reply["text"] == NOTICES["who_texts"].text_for("sms")
    assert (rasa.turns, handovers_in(kept)) == ([], [])


def test_who_asks_who_we_are_after_a_text_of_ours_is_a_stranger(
    texter: Parent, kept: Database
) -> None:
    let_time_pass(kept, timedelta(hours=1))
    [reply] = replies_to(texter, "who is this?")
    assert reply["text"] == NOTICES["wrong_number"].text_for("sms")
    assert handovers_in(kept) == ["wrong_number"]


def test_a_parent_who_has_told_us_something_may_ask_who_we_are(
    texter: Parent, rasa: RasaStandIn, kept: Database
) -> None:
    replies_to(texter, "they refused to assess my son")
    replies_to(texter, "who is this")
    assert rasa.texts[-1] == "who is this"
    assert handovers_in(kept) == []


def test_wrong_number_at_the_question_for_a_number_is_an_answer(
    texter: Parent, rasa: RasaStandIn
) -> None:
    rasa.messages = [{"text": "What is your number?", "asks": "phone"}]
    replies_to(texter, "hello")
    replies_to(texter, "wrong number")
    assert rasa.texts[-1] == "wrong number"


def test_more_gives_the_rest_of_a_long_answer_bit_by_bit(texter: Parent, rasa: RasaStandIn) -> None:
    rasa.messages = [{"text": LONG, "topic": "cost"}]
    [reply] = replies_to(texter, "is it free?")
    said = [reply["text"]]
    while said[-1].endswith(ASK_FOR_MORE):
        [reply] = replies_to(texter, "more")
        said.append(reply["text"])
    assert len(said) > 2
    assert all(map(fits, said))
    whole = " ".join(text.removesuffix(ASK_FOR_MORE).strip() for text in said)
    assert whole == LONG.strip()
    assert len(rasa.turns) == 1


def test_more_comes_at_any_later_time(texter: Parent, rasa: RasaStandIn, kept: Database) -> None:
    rasa.messages = [{"text": LONG}]
    replies_to(texter, "is it free?")
    rasa.messages = [{"text": QUESTION, "asks": "child_age"}]
    replies_to(texter, "ok")
    let_time_pass(kept, timedelta(days=3))
    [reply] = replies_to(texter, "More please")
    assert reply["text"].startswith("This is one sentence")


def test_a_review_comes_in_several_texts_and_its_numbers_are_the_answers(
    texter: Parent, rasa: RasaStandIn
) -> None:
    rows = "\n".join(f"{number}. Answer: what was said before 😭" for number in range(1, 25))
    yes = {"title": "Yes, send it", "payload": "yes, send it"}
    rasa.messages = [
        {"text": f"{rows}\n\nIs it right? Reply OK.", "asks": "summary", "topic": "summary",
         "buttons": [yes]}
    ]  # fmt: skip
    *before, last = replies_to(texter, "that is all")
    assert len(before) >= 2
    assert {each["asks"] for each in before} == {None}
    assert last["asks"] == "summary"
    assert all(fits(each["text"]) for each in [*before, last])
    replies_to(texter, "4")
    assert rasa.texts[-1] == "4"
    replies_to(texter, "Yes, send it")
    assert rasa.texts[-1] == "yes, send it"


def test_a_parent_who_comes_back_after_a_day_is_told_where_we_were_once(
    texter: Parent, rasa: RasaStandIn, kept: Database
) -> None:
    rasa.messages = [{"text": "What is your number?", "asks": "phone"}]
    replies_to(texter, "hello")
    let_time_pass(kept, timedelta(hours=13))
    rasa.messages = [{"text": "And your email?", "asks": "email"}]
    [reply] = replies_to(texter, "07700 900123")
    assert reply["text"] == "Welcome back. We were at your phone number.\nAnd your email?"
    assert reply["asks"] == "email"
    [reply] = replies_to(texter, "a@example.org")
    assert reply["text"] == "And your email?"


def test_a_parent_who_answers_within_hours_is_not_welcomed_back(
    texter: Parent, rasa: RasaStandIn, kept: Database
) -> None:
    replies_to(texter, "hello")
    let_time_pass(kept, timedelta(hours=11))
    [reply] = replies_to(texter, "he is 9")
    assert reply["text"] == QUESTION


def test_start_after_stop_asks_the_open_question_again(texter: Parent, rasa: RasaStandIn) -> None:
    replies_to(texter, "hello")
    replies_to(texter, "STOP")
    resumed, question = replies_to(texter, "START")
    assert resumed["text"] == NOTICES["texts_resumed"].text_for("sms")
    assert (question["text"], question["asks"]) == (QUESTION, "child_age")
    assert len(rasa.turns) == 1


def test_start_after_stop_asks_the_whole_of_a_question_in_parts(
    texter: Parent, rasa: RasaStandIn
) -> None:
    rows = "\n".join(f"{number}. Answer: what was said before" for number in range(1, 25))
    rasa.messages = [{"text": rows, "asks": "summary"}]
    parts = [each["text"] for each in replies_to(texter, "that is all")]
    assert len(parts) > 1
    replies_to(texter, "STOP")
    _resumed, *again = replies_to(texter, "START")
    assert [each["text"] for each in again] == parts
    assert again[-1]["asks"] == "summary"


def test_start_without_stop_is_a_word_like_any_other(texter: Parent, rasa: RasaStandIn) -> None:
    replies_to(texter, "START")
    assert rasa.texts == ["START"]


def test_what_is_written_after_stop_is_left_to_our_team(
    texter: Parent, rasa: RasaStandIn, kept: Database
) -> None:
    replies_to(texter, "STOP")
    assert replies_to(texter, "STOP") == []
    assert replies_to(texter, "are you there?") == []
    assert handovers_in(kept) == ["texted_after_stop"]
    assert rasa.turns == []


def let_time_pass(kept: Database, passed: timedelta) -> None:
    """As if everything so far had been said so much earlier."""
    with kept.writing() as session:
        for message in session.scalars(sa.select(Message)):
            message.at = message.at - passed
