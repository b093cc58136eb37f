"""A colleague answers somebody who texts: what a text takes, and when none may go."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from casework.texts.times import Verdict
from frontdesk.notices import load_notices
from frontdesk.settings import FrontDeskSettings
from store.database import Database, open_database
from store.tables import Message
from tests.integration.colleagues import StaffBrowser
from tests.integration.front_desk import FrontDesk, wait_until
from tests.integration.outbox import PARENT, begin
from tests.integration.rasa_stand_in import QUESTION, RasaStandIn
from tests.integration.takeovers import (
    Writer,
    ask_for_person,
    edges,
    let_minutes_pass,
    mode_of,
    put_to_work,
)
from tests.integration.twilio_stand_in import TwilioStandIn

NOTICES = load_notices()
HERE = NOTICES["person_here"].text_for("sms").format(value="Priya")
BACK = NOTICES["handed_back"].text_for("sms")
STOPPED = NOTICES["texts_stopped"].text_for("sms")


@pytest.fixture
def kept(texting_settings: FrontDeskSettings) -> Iterator[Database]:
    database = open_database(texting_settings)
    yield database
    database.close()


@pytest.fixture
def priya(texting_desk: FrontDesk, twilio: TwilioStandIn, kept: Database) -> Iterator[Writer]:
    """In front of the conversation of somebody who has texted once."""
    begin(twilio)
    with kept.reading() as session:
        conversation_id = session.scalars(sa.select(Message.conversation_id).limit(1)).one()
    browser = StaffBrowser(texting_desk)
    yield put_to_work(browser, kept, conversation_id, "Priya Shah")
    browser.client.close()


def bodies(twilio: TwilioStandIn) -> list[str]:
    return twilio.bodies_to(PARENT)[2:]


def let_hours_pass(kept: Database, hours: int) -> None:
    with kept.writing() as session:
        for message in session.scalars(sa.select(Message)):
            message.at -= timedelta(hours=hours)


def test_replies_go_out_as_texts_and_the_answers_come_to_the_colleague(
    priya: Writer, twilio: TwilioStandIn, rasa: RasaStandIn
) -> None:
    turns = len(rasa.turns)
    priya.claim()
    priya.write("Hello \u2013 can I help? \U0001f600")
    wait_until(lambda: bodies(twilio) == [HERE, "Hello - can I help?"])
    twilio.text(PARENT, "yes please")
    assert "yes please" in priya.look()
    assert len(rasa.turns) == turns
    priya.hand_back()
    wait_until(lambda: bodies(twilio)[2:] == [BACK, QUESTION])


@edges("STOP by text")
def test_stop_is_obeyed_whoever_answers(
    priya: Writer, twilio: TwilioStandIn, kept: Database, rasa: RasaStandIn, state: str
) -> None:
    if state == "waiting":
        ask_for_person(kept, priya.conversation_id)
    if state not in ("assistant", "waiting"):
        priya.claim()
    if state == "handed back":
        priya.hand_back()
    if state == "closed":
        priya.close()
    if state == "staff silent":
        let_minutes_pass(kept, 16)
        wait_until(lambda: mode_of(kept, priya.conversation_id) == "waiting")
    turns = len(rasa.turns)
    twilio.text(PARENT, "STOP")
    wait_until(lambda: bodies(twilio)[-1:] == [STOPPED])
    count = len(bodies(twilio))
    twilio.text(PARENT, "are you there?")
    if state != "claimed":
        priya.claim()
    refused = priya.write("Yes, I am.")
    assert refused.status_code == (409 if state == "closed" else 422)
    assert "Yes, I am." in refused.text and "asked for no more texts" in priya.look()
    assert (len(rasa.turns), len(bodies(twilio))) == (turns, count)


def test_start_again_while_a_colleague_answers_brings_no_question_of_the_assistant(
    priya: Writer, twilio: TwilioStandIn
) -> None:
    priya.claim()
    wait_until(lambda: bodies(twilio) == [HERE])
    twilio.text(PARENT, "STOP")
    twilio.text(PARENT, "START")
    resumed = NOTICES["texts_resumed"].text_for("sms")
    wait_until(lambda: resumed in bodies(twilio))
    assert priya.write("Good to have you back.").status_code == 303
    wait_until(lambda: bodies(twilio)[-1] == "Good to have you back.")
    assert QUESTION not in bodies(twilio)


def test_no_text_is_begun_to_a_number_that_has_not_said_that_it_is_safe(
    priya: Writer, kept: Database, twilio: TwilioStandIn
) -> None:
    let_hours_pass(kept, 2)
    priya.claim()
    assert "No text may go to this number now" in priya.look()
    assert priya.write("Hello").status_code == 422
    assert bodies(twilio) == []


def test_a_text_that_has_to_wait_for_the_morning_says_so_before_it_is_written(
    priya: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    until = datetime(2026, 11, 23, 8, tzinfo=UTC)
    monkeypatch.setattr(
        "store.texts.outlook.judge_text", lambda *_args, **_kwargs: Verdict("wait_until", until)
    )
    priya.claim()
    assert "A text goes out on 23 November 2026, 08:00" in priya.look()
    assert priya.write("Good morning").status_code == 303


def test_what_a_text_takes_is_shown_before_it_is_sent(priya: Writer, twilio: TwilioStandIn) -> None:
    priya.claim()
    assert "network counts: 1 (GSM-7)" in priya.do("preview", text="Hello").text
    assert "network counts: 3 " in priya.do("preview", text="Hello there. " * 30).text
    assert "(UCS-2)" in priya.do("preview", text="\u4f60\u597d").text
    by_script = priya.browser.client.post(
        f"{priya.page}/preview",
        data={"text": "Hello"},
        headers={"Accept": "*/*", "X-Form-Token": priya.browser.form_token(priya.page)},
    )
    assert "network counts: 1 " in by_script.json()["says"]
    wait_until(lambda: bodies(twilio) == [HERE])
