from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
import sqlalchemy as sa
from twilio.request_validator import HMAC_SHA256

from frontdesk.notices import load_notices
from frontdesk.settings import FrontDeskSettings
from store.database import Database, open_database
from store.tables import Conversation, Handover, Message, PhoneNumber
from tests.integration.front_desk import FrontDesk, run_front_desk, wait_until
from tests.integration.rasa_stand_in import QUESTION, RasaStandIn
from tests.integration.twilio_stand_in import PUBLIC_URL, TwilioStandIn

PARENT = "+447700900123"
OTHER = "+447700900456"
NOTICES = load_notices()
GREETING = NOTICES["greeting"].sms
NO_PICTURES = NOTICES["no_pictures"].sms


@pytest.fixture
def kept(texting_settings: FrontDeskSettings) -> Iterator[Database]:
    database = open_database(texting_settings)
    yield database
    database.close()


def messages(database: Database, sender: str | None = None) -> list[Message]:
    with database.reading() as session:
        query = sa.select(Message).order_by(Message.conversation_id, Message.seq)
        return [m for m in session.scalars(query) if sender in (None, m.sender)]


@pytest.mark.parametrize("scheme", ["HMAC_SHA1", HMAC_SHA256])
def test_parent_can_text_and_gets_the_greeting_and_the_answer(
    texting_desk: FrontDesk, twilio: TwilioStandIn, rasa: RasaStandIn, scheme: str
) -> None:
    response = twilio.text(PARENT, "Hi, my son is 9", scheme=scheme)
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/xml")
    assert response.text.endswith("<Response></Response>")
    wait_until(lambda: len(twilio.bodies_to(PARENT)) == 2)
    assert twilio.bodies_to(PARENT) == [GREETING, QUESTION]
    assert rasa.texts == ["Hi, my son is 9"]
    assert {turn["channel"] for turn in rasa.turns} == {"sms"}


def test_webhook_is_answered_before_the_assistant_has_thought(
    texting_desk: FrontDesk, twilio: TwilioStandIn, rasa: RasaStandIn
) -> None:
    rasa.seconds = 2.0
    assert twilio.text(PARENT, "hello").elapsed.total_seconds() < rasa.seconds
    wait_until(lambda: QUESTION in twilio.bodies_to(PARENT))


def test_a_number_goes_on_where_it_was_and_is_not_greeted_again(
    texting_desk: FrontDesk, twilio: TwilioStandIn, kept: Database
) -> None:
    for words in ("hello", "he is nine"):
        twilio.text(PARENT, words)
    twilio.text(OTHER, "hello")
    wait_until(lambda: len(twilio.messages) == 5)
    assert twilio.bodies_to(PARENT) == [GREETING, QUESTION, QUESTION]
    with kept.reading() as session:
        assert len(session.scalars(sa.select(Conversation)).all()) == 2


def test_a_text_sent_many_times_is_one_message(
    texting_desk: FrontDesk, twilio: TwilioStandIn, rasa: RasaStandIn, kept: Database
) -> None:
    fields = twilio.inbound(PARENT, "hello")
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda _: twilio.post("/sms/twilio", fields), range(6)))
    assert {answer.status_code for answer in answers} == {200}
    wait_until(lambda: len(twilio.messages) == 2)
    assert rasa.texts == ["hello"]
    assert [m.text for m in messages(kept, "parent")] == ["hello"]


def test_a_text_repeated_after_the_conversation_was_closed_is_still_the_same(
    texting_desk: FrontDesk, twilio: TwilioStandIn, kept: Database
) -> None:
    fields = twilio.inbound(PARENT, "hello")
    twilio.post("/sms/twilio", fields)
    with kept.writing() as session:
        session.execute(sa.update(Conversation).values(mode="closed"))
    twilio.post("/sms/twilio", fields)
    assert len(messages(kept, "parent")) == 1
    twilio.text(PARENT, "hello again")
    with kept.reading() as session:
        assert len(session.scalars(sa.select(Conversation)).all()) == 2


def test_pictures_are_refused_with_words_and_what_was_written_is_heard(
    texting_desk: FrontDesk, twilio: TwilioStandIn, rasa: RasaStandIn, kept: Database
) -> None:
    url = f"{twilio.url}/a-picture"
    twilio.text(PARENT, "this is the letter", NumMedia="2", MediaUrl0=url)
    wait_until(lambda: len(twilio.bodies_to(PARENT)) == 3)
    assert twilio.bodies_to(PARENT) == [NO_PICTURES, GREETING, QUESTION]
    assert rasa.texts == ["this is the letter"]
    assert [m.text for m in messages(kept, "parent")] == [
        NOTICES["picture_came"].sms,
        "this is the letter",
    ]


def test_a_picture_alone_is_kept_as_a_note_once(
    texting_desk: FrontDesk, twilio: TwilioStandIn, rasa: RasaStandIn
) -> None:
    fields = twilio.inbound(PARENT, "", NumMedia="1", MediaUrl0="https://example.org/x")
    for _ in range(3):
        assert twilio.post("/sms/twilio", fields).status_code == 200
    wait_until(lambda: twilio.bodies_to(PARENT) == [NO_PICTURES])
    assert rasa.turns == []


@pytest.mark.parametrize("first", ["HELP", "my son wants to kill himself", "who is this?"])
def test_the_greeting_comes_before_the_assistants_first_answer_whatever_came_before(
    texting_desk: FrontDesk, twilio: TwilioStandIn, first: str
) -> None:
    twilio.text(PARENT, first)
    wait_until(lambda: len(twilio.bodies_to(PARENT)) == 1)
    for _ in range(2):
        twilio.text(PARENT, "my daughter is 9")
    wait_until(lambda: len(twilio.bodies_to(PARENT)) == 4)
    assert twilio.bodies_to(PARENT)[1:] == [GREETING, QUESTION, QUESTION]


@pytest.mark.parametrize(
    "words", ["", "   ", "👍", "’“…", "x" * 1_600, "My son " * 300, "a\x00b", "/restart", "<b>&"]
)
def test_whatever_a_phone_can_send_is_kept_whole_and_answered(
    texting_desk: FrontDesk, twilio: TwilioStandIn, kept: Database, words: str
) -> None:
    assert twilio.text(PARENT, words).status_code == 200
    wait_until(lambda: QUESTION in twilio.bodies_to(PARENT))
    assert [m.text for m in messages(kept, "parent")] == [words]


@pytest.mark.parametrize(
    "sender", ["60777", "KIDS", "whatsapp:+447700900123", "messenger:123", "+44", "", "anonymous"]
)
def test_who_cannot_be_answered_leaves_no_trace(
    texting_desk: FrontDesk, twilio: TwilioStandIn, kept: Database, sender: str
) -> None:
    response = twilio.text(sender, "Your parcel is waiting")
    assert response.status_code == 200 and response.text.endswith("<Response></Response>")
    assert messages(kept) == []


def test_a_text_of_danger_is_answered_first_and_without_the_assistant(
    texting_desk: FrontDesk, twilio: TwilioStandIn, rasa: RasaStandIn
) -> None:
    rasa.stop()
    twilio.text(PARENT, "my son wants to kill himself")
    wait_until(lambda: twilio.messages)
    assert twilio.bodies_to(PARENT) == [NOTICES["safety.suicidal_child"].sms]


def test_the_number_they_text_from_is_known_where_a_number_is_asked_for(
    texting_desk: FrontDesk, twilio: TwilioStandIn, rasa: RasaStandIn
) -> None:
    rasa.messages = [{"text": "What number?", "asks": "phone"}]
    twilio.text(PARENT, "hello")
    wait_until(lambda: "What number?" in twilio.bodies_to(PARENT))
    twilio.text(PARENT, "same number as this")
    wait_until(lambda: len(rasa.texts) == 2)
    assert rasa.texts[-1] == f"same number as this {PARENT}"


def test_a_flood_gets_one_kind_text_then_silence_and_is_kept(
    texting_settings: FrontDeskSettings, twilio: TwilioStandIn, rasa: RasaStandIn, kept: Database
) -> None:
    settings = texting_settings.model_copy(update={"rate_limit": "4,300"})
    with run_front_desk(settings) as desk:
        twilio.front_desk = desk.url
        for number in range(8):
            twilio.text(PARENT, f"text {number}")
        twilio.text(OTHER, "hello")
        wait_until(lambda: len(twilio.bodies_to(PARENT)) == 6)
        wait_until(lambda: QUESTION in twilio.bodies_to(OTHER))
        twilio.text(PARENT, "my son wants to kill himself")
        wait_until(lambda: len(twilio.bodies_to(PARENT)) == 7)
    bodies = twilio.bodies_to(PARENT)
    assert bodies.count(NOTICES["too_many_messages"].sms) == 1
    assert bodies[-1] == NOTICES["safety.suicidal_child"].sms
    assert len(messages(kept, "parent")) == 10
    with kept.reading() as session:
        reasons = set(session.scalars(sa.select(Handover.reason)))
    assert "too many texts" in reasons


def test_what_may_be_danger_in_one_text_too_many_is_answered(
    texting_settings: FrontDeskSettings, twilio: TwilioStandIn, kept: Database
) -> None:
    settings = texting_settings.model_copy(update={"rate_limit": "1,300"})
    with run_front_desk(settings) as desk:
        twilio.front_desk = desk.url
        twilio.text(PARENT, "hello")
        wait_until(lambda: QUESTION in twilio.bodies_to(PARENT))
        twilio.text(PARENT, "my ex found out and he threatens us so we are going to my mums")
        wait_until(lambda: len(twilio.bodies_to(PARENT)) == 3)
    assert twilio.bodies_to(PARENT)[-1] == NOTICES["safety.domestic_abuse"].sms
    with kept.reading() as session:
        reasons = set(session.scalars(sa.select(Handover.reason)))
    assert {"safety:domestic_abuse", "too many texts"} <= reasons


def test_the_number_is_encrypted_and_never_logged(
    texting_desk: FrontDesk,
    twilio: TwilioStandIn,
    kept: Database,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with caplog.at_level(0):
        twilio.text(PARENT, "our secret words")
        wait_until(lambda: QUESTION in twilio.bodies_to(PARENT))
    with kept.reading() as session:
        assert session.scalars(sa.select(PhoneNumber.number)).all() == [PARENT]
        raw = session.execute(sa.text("SELECT number, number_index FROM phone_numbers")).all()
    written = str(raw) + caplog.text + "".join(capsys.readouterr())
    assert PARENT not in written and PARENT[3:] not in written and "secret words" not in written


def test_two_front_desks_open_one_conversation_for_a_new_number(
    texting_settings: FrontDeskSettings,
    twilio: TwilioStandIn,
    rasa: RasaStandIn,
    postgres_url: str,
) -> None:
    on_postgres = texting_settings.model_copy(update={"database_url": postgres_url})
    with run_front_desk(on_postgres) as one, run_front_desk(on_postgres) as two:
        posts = []
        for number in range(8):
            fields = twilio.inbound(PARENT, f"text {number}")
            posts += [(desk, fields) for desk in (one, two)]

        def post(given: tuple[FrontDesk, dict[str, str]]) -> int:
            desk, fields = given
            headers = twilio.sign("/sms/twilio", fields)
            content = str(httpx.QueryParams(fields))
            return desk.client.post("/sms/twilio", content=content, headers=headers).status_code

        with ThreadPoolExecutor(8) as pool:
            assert set(pool.map(post, posts)) == {200}
        wait_until(lambda: len(twilio.messages) == 9)
    assert sorted(rasa.texts) == [f"text {number}" for number in range(8)]
    assert len({turn["conversation"] for turn in rasa.turns}) == 1
    assert rasa.most_at_once == 1
    assert twilio.public_url == PUBLIC_URL
