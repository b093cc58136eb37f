"""STOP, START and strangers on real numbers, and which texts of ours go out when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from casework.texts.times import LONDON, QUIET_UNTIL
from frontdesk.notices import load_notices
from frontdesk.settings import FrontDeskSettings
from store.conversations.opening import find_conversation, open_conversation
from store.conversations.tokens import make_token
from store.database import Database, open_database
from store.messages.record import add_message
from store.referrals.drafts import save_draft
from store.tables import Conversation, Message, Referral
from store.texts.suppressions import is_suppressed
from tests.integration.front_desk import FrontDesk, run_front_desk, wait_until
from tests.integration.outbox import GREETING, PARENT, begin, reasons, say_as_staff, states, texts
from tests.integration.rasa_stand_in import QUESTION, RasaStandIn
from tests.integration.twilio_stand_in import TwilioStandIn

STOPPED = load_notices()["texts_stopped"].text_for("sms")
RESUMED = load_notices()["texts_resumed"].text_for("sms")
SORRY = load_notices()["wrong_number"].text_for("sms")
CONTACT = {"phone": PARENT, "preferred": "text", "safe_to_text": True, "safe_to_call": True}


@pytest.fixture
def kept(texting_settings: FrontDeskSettings) -> Iterator[Database]:
    database = open_database(texting_settings)
    yield database
    database.close()


def keep_referral(database: Database, conversation_id: str, contact: dict[str, Any]) -> None:
    with database.writing() as session:
        save_draft(
            session,
            conversation_id,
            channel="web",
            document={"contact": contact},
            progress={},
            turn_id="turn",
            outcome={},
            changed_fields=(),
            now=datetime.now(UTC),
        )


def begin_on_the_page(database: Database) -> str:
    with database.writing() as session:
        return open_conversation(
            session, channel="web", locale="en", token=make_token(), now=datetime.now(UTC)
        ).id


def the_conversation(database: Database) -> str:
    with database.reading() as session:
        return session.scalars(sa.select(Message.conversation_id).limit(1)).one()


def contacts(database: Database) -> list[dict[str, Any]]:
    with database.reading() as session:
        return [row.document["contact"] for row in session.scalars(sa.select(Referral))]


def let_a_day_pass(database: Database) -> None:
    with database.writing() as session:
        for message in session.scalars(sa.select(Message)):
            message.at = message.at - timedelta(days=1)


def test_stop_ends_the_texts_with_one_confirmation_and_start_resumes_them(
    texting_desk: FrontDesk, twilio: TwilioStandIn, kept: Database
) -> None:
    begin(twilio)
    twilio.text(PARENT, "Stop!")
    wait_until(lambda: twilio.bodies_to(PARENT)[2:] == [STOPPED])
    twilio.text(PARENT, "stop")
    twilio.text(PARENT, "are you there?")
    say_as_staff(kept, "Hello from our team.")
    wait_until(lambda: "suppressed" in states(kept))
    assert twilio.bodies_to(PARENT)[3:] == []
    assert reasons(kept) == {"texted_after_stop"}
    twilio.text(PARENT, "START")
    wait_until(lambda: twilio.bodies_to(PARENT)[3:] == [RESUMED, QUESTION])
    with kept.reading() as session:
        assert not is_suppressed(session, PARENT)


def test_start_where_nothing_had_ended_brings_the_question_again(
    texting_desk: FrontDesk, twilio: TwilioStandIn, kept: Database
) -> None:
    begin(twilio)
    twilio.text(PARENT, "START")
    wait_until(lambda: twilio.bodies_to(PARENT)[2:] == [QUESTION])
    assert reasons(kept) == set()


def test_stop_does_not_cancel_the_referral_and_our_team_sees_it(
    texting_desk: FrontDesk, twilio: TwilioStandIn, kept: Database
) -> None:
    begin(twilio)
    keep_referral(kept, the_conversation(kept), CONTACT)
    twilio.text(PARENT, "UNSUBSCRIBE")
    wait_until(lambda: twilio.bodies_to(PARENT)[2:] == [STOPPED])
    assert reasons(kept) == {"texts_stopped"}
    assert contacts(kept) == [CONTACT]


def test_where_twilio_answers_stop_itself_ours_is_refused_and_nobody_gets_two(
    texting_desk: FrontDesk, twilio: TwilioStandIn, kept: Database
) -> None:
    twilio.minds_opt_out = True
    begin(twilio)
    twilio.text(PARENT, "STOP")
    wait_until(lambda: states(kept)[2:] == ["suppressed"])
    assert twilio.bodies_to(PARENT)[2:] == []


def test_our_answer_to_stop_can_be_left_to_twilio(
    texting_settings: FrontDeskSettings, twilio: TwilioStandIn, kept: Database
) -> None:
    with run_front_desk(texting_settings.model_copy(update={"confirm_stop": False})) as desk:
        twilio.front_desk = desk.url
        begin(twilio)
        twilio.text(PARENT, "STOP")
        assert states(kept)[2:] == []
    with kept.reading() as session:
        assert is_suppressed(session, PARENT)


def test_a_stranger_is_taken_out_of_the_referral_that_named_their_number(
    texting_desk: FrontDesk, twilio: TwilioStandIn, rasa: RasaStandIn, kept: Database
) -> None:
    keep_referral(kept, begin_on_the_page(kept), CONTACT)
    twilio.text(PARENT, "Sorry, you've got the wrong number")
    wait_until(lambda: twilio.bodies_to(PARENT) == [SORRY])
    [contact] = contacts(kept)
    assert (contact["phone"], contact["safe_to_text"]) == (None, None)
    assert reasons(kept) == {"wrong_number"}
    assert rasa.turns == []
    with kept.reading() as session:
        assert is_suppressed(session, PARENT)
        assert list(session.scalars(sa.select(Referral.phone_index))) == [None]


def test_who_told_the_referral_by_text_keeps_the_number_in_it_until_a_person_looked(
    texting_desk: FrontDesk, twilio: TwilioStandIn, kept: Database
) -> None:
    begin(twilio)
    keep_referral(kept, the_conversation(kept), CONTACT)
    twilio.text(PARENT, "wrong person")
    wait_until(lambda: twilio.bodies_to(PARENT)[2:] == [SORRY])
    assert contacts(kept) == [CONTACT]
    assert reasons(kept) == {"wrong_number"}


def test_danger_is_answered_even_after_stop_and_nothing_else_is(
    texting_desk: FrontDesk, twilio: TwilioStandIn, kept: Database
) -> None:
    begin(twilio)
    twilio.text(PARENT, "STOP")
    twilio.text(PARENT, "I want to die")
    twilio.text(PARENT, "hello?")
    wait_until(lambda: "safety:suicidal_adult" in reasons(kept))
    wait_until(lambda: len(twilio.bodies_to(PARENT)) == 4)
    assert any("116 123" in body for body in twilio.bodies_to(PARENT)[2:])
    with kept.reading() as session:
        assert is_suppressed(session, PARENT)


def test_what_the_network_kept_back_is_said_after_start(
    texting_desk: FrontDesk, twilio: TwilioStandIn, rasa: RasaStandIn, kept: Database
) -> None:
    twilio.minds_opt_out = True
    twilio.opted_out.add(PARENT)
    notice = "We keep what you tell us safe."
    rasa.messages = [{"text": notice}, {"text": QUESTION, "asks": "consent"}]
    twilio.text(PARENT, "hello")
    wait_until(lambda: states(kept) == ["suppressed"] * 3)
    twilio.text(PARENT, "START")
    wait_until(lambda: twilio.bodies_to(PARENT) == [RESUMED, GREETING, notice, QUESTION])


def test_what_had_come_is_not_said_again_after_start(
    texting_desk: FrontDesk, twilio: TwilioStandIn, rasa: RasaStandIn, kept: Database
) -> None:
    rasa.messages = [{"text": "It is free."}, {"text": QUESTION, "asks": "consent"}]
    twilio.text(PARENT, "hello")
    wait_until(lambda: twilio.bodies_to(PARENT)[2:] == [QUESTION])
    twilio.text(PARENT, "stop texting me please")
    twilio.text(PARENT, "START")
    wait_until(lambda: twilio.bodies_to(PARENT)[3:] == [STOPPED, RESUMED, QUESTION])


@pytest.mark.parametrize("safe", [False, None])
def test_what_we_start_is_withheld_where_nobody_said_texts_are_safe_and_our_team_knows(
    texting_desk: FrontDesk, twilio: TwilioStandIn, kept: Database, safe: bool | None
) -> None:
    begin(twilio)
    keep_referral(kept, the_conversation(kept), {**CONTACT, "safe_to_text": safe})
    let_a_day_pass(kept)
    say_later(kept, "Please ring us.")
    wait_until(lambda: states(kept)[2:] == ["withheld"])
    assert len(twilio.bodies_to(PARENT)) == 2
    assert reasons(kept) == {"text withheld"}
    with kept.reading() as session:
        assert session.scalars(sa.select(Conversation.mode)).all() == ["assistant"]


def test_what_we_start_waits_at_night_until_somebody_writes(
    texting_desk: FrontDesk,
    twilio: TwilioStandIn,
    kept: Database,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begin(twilio)
    keep_referral(kept, the_conversation(kept), CONTACT)
    let_a_day_pass(kept)
    monkeypatch.setattr("casework.texts.times.is_quiet", lambda now: True)
    say_later(kept, "Please ring us.")
    wait_until(lambda: waits_until(kept) is not None)
    assert waits_until(kept) == QUIET_UNTIL.hour
    twilio.text(PARENT, "hello again")
    wait_until(lambda: "Please ring us." in twilio.bodies_to(PARENT))


def test_the_fourth_text_of_a_day_that_we_start_waits(
    texting_desk: FrontDesk,
    twilio: TwilioStandIn,
    kept: Database,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("casework.texts.times.is_quiet", lambda now: False)
    begin(twilio)
    keep_referral(kept, the_conversation(kept), CONTACT)
    let_a_day_pass(kept)
    for number in range(4):
        say_later(kept, f"Text {number}")
    wait_until(lambda: states(kept)[-2:] == ["sent", "waiting"])
    assert twilio.bodies_to(PARENT)[-1] == "Text 2"


def say_later(database: Database, text: str) -> None:
    """What our team writes now, long after the parent wrote."""
    with database.writing() as session:
        [conversation] = session.scalars(sa.select(Message.conversation_id).distinct())
        found = find_conversation(session, conversation, lock=True)
        assert found is not None
        add_message(session, found, sender="staff", text=text, now=datetime.now(UTC))


def waits_until(database: Database) -> int | None:
    """The hour in London that the newest text waits for; None while it does not wait."""
    newest = texts(database)[-1]
    is_far = newest.next_attempt_at - datetime.now(UTC) > timedelta(seconds=5)
    return newest.next_attempt_at.astimezone(LONDON).hour if is_far else None
