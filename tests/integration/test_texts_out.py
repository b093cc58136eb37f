from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa
from pydantic import SecretStr

from frontdesk.settings import FrontDeskSettings
from frontdesk.sms import sending
from store.database import Database, open_database
from store.tables import Conversation
from store.texts.suppressions import is_suppressed, release, suppress
from tests.integration.front_desk import (
    FrontDesk,
    run_front_desk,
    wait_until,
)
from tests.integration.outbox import GREETING, PARENT, begin, reasons, say_as_staff, states, texts
from tests.integration.rasa_stand_in import QUESTION, RasaStandIn
from tests.integration.twilio_answers import NUMBER
from tests.integration.twilio_stand_in import TwilioStandIn

SERVICE = "MG" + "7" * 32


@pytest.fixture
def kept(texting_settings: FrontDeskSettings) -> Iterator[Database]:
    database = open_database(texting_settings)
    yield database
    database.close()


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "BACKOFF", (0.1,))


def test_a_text_says_who_sends_it_to_whom_and_where_receipts_go(
    texting_desk: FrontDesk, twilio: TwilioStandIn, kept: Database
) -> None:
    begin(twilio)
    sent = twilio.requests[0]
    first = texts(kept)[0]
    assert (sent["To"], sent["From"], sent["Body"]) == (PARENT, NUMBER, GREETING)
    assert sent["StatusCallback"] == (
        f"{twilio.public_url}/sms/twilio/status?text={first.message_id}.0"
    )
    wait_until(lambda: states(kept) == ["sent", "sent"])
    assert [text.segments for text in texts(kept)] == [2, 1]
    assert texts(kept)[0].provider_sid == twilio.messages[0].sid


def test_a_messaging_service_may_be_the_sender(
    texting_settings: FrontDeskSettings, twilio: TwilioStandIn
) -> None:
    with run_front_desk(texting_settings.model_copy(update={"twilio_from": SERVICE})) as desk:
        twilio.front_desk = desk.url
        begin(twilio)
    assert twilio.requests[0]["MessagingServiceSid"] == SERVICE
    assert "From" not in twilio.requests[0]


def test_choices_come_numbered_in_one_text(
    texting_desk: FrontDesk, twilio: TwilioStandIn, rasa: RasaStandIn
) -> None:
    choices = [{"title": "Yes", "payload": "yes"}, {"title": "No", "payload": "no"}]
    rasa.messages = [{"text": "Is that right?", "asks": "role", "buttons": choices}]
    twilio.text(PARENT, "hello")
    wait_until(lambda: len(twilio.bodies_to(PARENT)) == 2)
    asked = twilio.bodies_to(PARENT)[1].casefold()
    assert asked.startswith("is that right?")
    assert all(part in asked for part in ("1", "yes", "2", "no"))
    twilio.text(PARENT, "2")
    wait_until(lambda: rasa.texts == ["hello", "no"])


def test_staff_words_go_out_in_order_and_very_long_ones_in_parts(
    texting_desk: FrontDesk, twilio: TwilioStandIn, kept: Database
) -> None:
    begin(twilio)
    long = "One sentence for you. " * 90
    say_as_staff(kept, "first", long.strip(), "last")
    wait_until(lambda: len(twilio.bodies_to(PARENT)) == 6)
    first, *parts, last = twilio.bodies_to(PARENT)[2:]
    assert (first, last) == ("first", "last")
    assert " ".join(parts) == long.strip() and all(len(part) <= 1_600 for part in parts)


def test_without_an_account_texts_wait_and_go_out_once_there_is_one(
    texting_settings: FrontDeskSettings,
    twilio: TwilioStandIn,
    kept: Database,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with run_front_desk(texting_settings.model_copy(update={"twilio_from": None})) as desk:
        twilio.front_desk = desk.url
        assert twilio.text(PARENT, "hello").status_code == 200
        wait_until(lambda: states(kept) == ["waiting", "waiting"])
    assert "texts are not sent" in capsys.readouterr().out
    with run_front_desk(texting_settings):
        wait_until(lambda: twilio.bodies_to(PARENT) == [GREETING, QUESTION])


@pytest.mark.parametrize(("code", "state"), [(21614, "failed"), (21610, "suppressed")])
def test_a_no_for_good_stops_the_text(
    texting_desk: FrontDesk, twilio: TwilioStandIn, kept: Database, code: int, state: str
) -> None:
    (twilio.landlines if code == 21614 else twilio.opted_out).add(PARENT)
    twilio.text(PARENT, "hello")
    wait_until(lambda: states(kept) == [state, state])
    assert texts(kept)[0].error_code == code
    with kept.reading() as session:
        assert is_suppressed(session, PARENT) == (code == 21610)
    # Of the second text to a number that has opted out, Twilio is not even asked.
    assert len(twilio.requests) == (1 if code == 21610 else 2)
    assert reasons(kept) == ({"text not sent"} if code == 21614 else set())


def test_a_suppressed_number_gets_nothing_until_it_is_released(
    texting_desk: FrontDesk, twilio: TwilioStandIn, kept: Database
) -> None:
    begin(twilio)
    with kept.writing() as session:
        conversation = session.scalars(sa.select(Conversation)).one()
        assert suppress(session, PARENT, why="asked", now=conversation.created_at)
        assert not suppress(session, PARENT, why="asked", now=conversation.created_at)
    say_as_staff(kept, "Hello from our team.")
    wait_until(lambda: states(kept) == ["sent", "sent", "suppressed"])
    say_as_staff(kept, "You get no more texts from us.", through=True)
    wait_until(lambda: states(kept) == ["sent", "sent", "suppressed", "sent"])
    with kept.writing() as session:
        assert release(session, PARENT) and not release(session, PARENT)
    twilio.text(PARENT, "and again")
    wait_until(lambda: states(kept)[2:] == ["suppressed", "sent", "sent"])
    assert len(twilio.bodies_to(PARENT)) == 4


def test_a_wrong_token_of_ours_keeps_texts_until_it_is_put_right(
    texting_settings: FrontDeskSettings, twilio: TwilioStandIn, kept: Database
) -> None:
    wrong_first = SecretStr(f"wrong,{twilio.token}")
    settings = texting_settings.model_copy(update={"twilio_auth_token": wrong_first})
    with run_front_desk(settings) as desk:
        twilio.front_desk = desk.url
        twilio.text(PARENT, "hello")
        wait_until(lambda: texts(kept) and texts(kept)[0].attempts > 2)
        assert set(states(kept)) <= {"waiting", "sending"}
    with run_front_desk(texting_settings):
        wait_until(lambda: twilio.bodies_to(PARENT) == [GREETING, QUESTION])


def test_after_a_day_a_text_is_given_up_and_a_person_is_told(
    texting_desk: FrontDesk,
    twilio: TwilioStandIn,
    kept: Database,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sending, "TRIED_FOR", timedelta(seconds=0.5))
    twilio.faults.shares = {"429": 1.0}
    twilio.faults.retry_after = "0"
    twilio.text(PARENT, "hello")
    wait_until(lambda: states(kept) == ["failed", "failed"])
    assert reasons(kept) == {"text not sent"} and twilio.messages == []


def test_retry_after_is_honoured(
    texting_desk: FrontDesk, twilio: TwilioStandIn, kept: Database
) -> None:
    twilio.faults.next.append("429")
    twilio.faults.retry_after = "3600"
    twilio.text(PARENT, "hello")
    wait_until(lambda: texts(kept) and texts(kept)[0].attempts == 1)
    wait_until(lambda: states(kept) == ["waiting", "waiting"])
    first = texts(kept)[0]
    assert first.next_attempt_at - first.created_at >= timedelta(seconds=3_590)


def test_receipts_count_in_any_order(
    texting_desk: FrontDesk, twilio: TwilioStandIn, kept: Database
) -> None:
    begin(twilio)
    message = twilio.messages[0]
    for status, state in (
        ("sent", "sent"),
        ("delivered", "delivered"),
        ("sent", "delivered"),
        ("queued", "delivered"),
        ("undelivered", "delivered"),
        ("nonsense", "delivered"),
    ):
        assert twilio.tell(message, status) == 204
        assert states(kept)[0] == state
    assert twilio.tell(twilio.messages[1], "undelivered", 30003) == 204
    assert (states(kept)[1], texts(kept)[1].error_code) == ("failed", 30003)
    assert reasons(kept) == {"text not delivered"}
    stranger = replace(
        message, sid="SM" + "0" * 32, callback=f"{twilio.public_url}/sms/twilio/status"
    )
    assert twilio.tell(stranger, "delivered") == 204


def test_a_receipt_may_say_that_the_number_has_opted_out(
    texting_desk: FrontDesk, twilio: TwilioStandIn, kept: Database
) -> None:
    begin(twilio)
    twilio.tell(twilio.messages[1], "failed", 21610)
    with kept.reading() as session:
        assert is_suppressed(session, PARENT)
