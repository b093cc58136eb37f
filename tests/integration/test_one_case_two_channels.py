"""A parent begins on the page, goes on by text and comes back: one conversation, one timeline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from frontdesk.notices import load_notices
from frontdesk.settings import FrontDeskSettings
from frontdesk.sms.wording import describe_question
from store.conversations.resume_codes import find_conversation_of_code, make_resume_code
from store.database import Database, open_database
from store.referrals.drafts import save_draft
from store.tables import Message, NumberConfirmation
from tests.integration.front_desk import FrontDesk, Parent, run_front_desk, wait_until
from tests.integration.outbox import PARENT, code_in, texts
from tests.integration.rasa_stand_in import RasaStandIn
from tests.integration.twilio_stand_in import TwilioStandIn

YES_NO = [{"title": "Yes", "payload": "yes"}, {"title": "No", "payload": "no"}]
STRANGER = "+447700900999"
NOTICES = load_notices()


@pytest.fixture
def kept(texting_settings: FrontDeskSettings) -> Iterator[Database]:
    database = open_database(texting_settings)
    yield database
    database.close()


@pytest.fixture
def on_the_page(texting_desk: FrontDesk, rasa: RasaStandIn) -> Parent:
    rasa.messages = [{"text": "Do you hold a certificate?", "asks": "role", "buttons": YES_NO}]
    parent = texting_desk.greet_parent("web")
    parent.send("hello")
    return parent


def code_of(database: Database, parent: Parent, phone: str | None) -> str:
    """The code that the page shows, with this number in the referral."""
    now = datetime.now(UTC)
    with database.writing() as session:
        save_draft(
            session,
            parent.conversation_id,
            channel="web",
            document={"contact": {"phone": phone}},
            progress={},
            turn_id="turn",
            outcome={},
            changed_fields=(),
            now=now,
        )
        return make_resume_code(session, parent.conversation_id, days=14, now=now).code


def channels(database: Database, parent: Parent) -> list[tuple[str, str]]:
    with database.reading() as session:
        messages = session.scalars(
            sa.select(Message)
            .where(Message.conversation_id == parent.conversation_id)
            .order_by(Message.seq)
        )
        return [(each.sender, each.channel) for each in messages]


def digits_sent_to(twilio: TwilioStandIn, number: str) -> str:
    wait_until(lambda: any("code is" in body for body in twilio.bodies_to(number)))
    found = re.search(r"\b\d{6}\b", twilio.bodies_to(number)[-1])
    assert found is not None
    return found[0]


@pytest.mark.parametrize("words", ["{}", "My code is {}", "{} please", "hi, code: {}. Thanks"])
def test_the_number_of_the_referral_goes_on_by_text_at_once(
    on_the_page: Parent, twilio: TwilioStandIn, rasa: RasaStandIn, kept: Database, words: str
) -> None:
    twilio.text(PARENT, words.format(code_of(kept, on_the_page, PARENT).lower()))
    wait_until(lambda: len(twilio.bodies_to(PARENT)) == 2)
    welcome, question = twilio.bodies_to(PARENT)
    assert "we can go on by text" in welcome
    assert question == "Do you hold a certificate?\nReply 1 for Yes\n2 for No"
    twilio.text(PARENT, "2")
    wait_until(lambda: len(twilio.bodies_to(PARENT)) == 3)
    assert [turn["text"] for turn in rasa.turns] == ["hello", "carry on", "no"]
    assert {turn["conversation"] for turn in rasa.turns} == {on_the_page.conversation_id}
    assert [turn["channel"] for turn in rasa.turns] == ["web", "sms", "sms"]


def test_the_question_comes_in_its_words_for_texts(
    on_the_page: Parent, twilio: TwilioStandIn, rasa: RasaStandIn, kept: Database
) -> None:
    rasa.messages = [{"text": "Have you got the paper?", "asks": "role", "buttons": YES_NO}]
    twilio.text(PARENT, code_of(kept, on_the_page, PARENT))
    wait_until(lambda: len(twilio.bodies_to(PARENT)) == 2)
    assert twilio.bodies_to(PARENT)[1].startswith("Have you got the paper?")


def test_while_the_assistant_is_down_the_question_waits_and_nothing_of_the_page_is_texted(
    on_the_page: Parent, twilio: TwilioStandIn, rasa: RasaStandIn, kept: Database
) -> None:
    rasa.status = 503
    twilio.text(PARENT, code_of(kept, on_the_page, PARENT))
    wait_until(lambda: len(twilio.bodies_to(PARENT)) == 2)
    assert twilio.bodies_to(PARENT)[1] == NOTICES["delayed"].text_for("sms")
    rasa.status = 200
    wait_until(lambda: any("certificate?" in body for body in twilio.bodies_to(PARENT)))


def test_who_was_changing_an_answer_is_not_texted_the_summary_that_comes_next(
    texting_desk: FrontDesk, twilio: TwilioStandIn, rasa: RasaStandIn, kept: Database
) -> None:
    parent = texting_desk.greet_parent("web")
    for asks in ("summary", "phone"):
        rasa.messages = [{"text": "1. Child: Zoe", "asks": asks}]
        parent.send("change my number")
    twilio.text(PARENT, code_of(kept, parent, PARENT))
    wait_until(lambda: len(twilio.bodies_to(PARENT)) == 2)
    assert twilio.bodies_to(PARENT)[1].startswith("We were at your phone number.")
    assert len(rasa.turns) == 2


@pytest.mark.parametrize("asks", ["summary", "consent"])
def test_a_summary_never_comes_unasked_and_no_code_agrees_to_anything(
    texting_desk: FrontDesk, twilio: TwilioStandIn, rasa: RasaStandIn, kept: Database, asks: str
) -> None:
    rasa.messages = [{"text": "1. Child: Zoe\n2. SEND Tribunal: no", "asks": asks}]
    parent = texting_desk.greet_parent("web")
    parent.send("that is all")
    twilio.text(PARENT, code_of(kept, parent, PARENT))
    wait_until(lambda: len(twilio.bodies_to(PARENT)) == 2)
    was_at = describe_question(asks)
    assert was_at is not None
    assert twilio.bodies_to(PARENT)[1] == NOTICES["text_to_go_on"].sms.format(value=was_at).strip()
    assert rasa.texts == ["that is all"]
    twilio.text(PARENT, "hello")
    wait_until(lambda: any("Zoe" in body for body in twilio.bodies_to(PARENT)))


def test_start_after_stop_does_not_text_what_was_asked_on_the_page(
    on_the_page: Parent, twilio: TwilioStandIn, kept: Database
) -> None:
    twilio.text(PARENT, code_of(kept, on_the_page, PARENT))
    wait_until(lambda: len(twilio.bodies_to(PARENT)) == 2)
    on_the_page.send("back on the page")
    twilio.text(PARENT, "STOP")
    twilio.text(PARENT, "START")
    wait_until(lambda: len(twilio.bodies_to(PARENT)) == 5)
    assert twilio.bodies_to(PARENT)[4].startswith("We were at who you are.")


def test_replies_go_where_the_message_came_from_and_the_page_shows_them_all(
    on_the_page: Parent, twilio: TwilioStandIn, kept: Database
) -> None:
    twilio.text(PARENT, code_of(kept, on_the_page, PARENT))
    wait_until(lambda: len(twilio.bodies_to(PARENT)) == 2)
    twilio.text(PARENT, "yes")
    wait_until(lambda: len(twilio.bodies_to(PARENT)) == 3)
    [reply] = on_the_page.send("back on the page").json()["messages"]
    assert reply["text"] == "Do you hold a certificate?"
    assert len(twilio.bodies_to(PARENT)) == 3
    assert channels(kept, on_the_page) == [
        ("assistant", "web"),
        ("parent", "web"),
        ("assistant", "web"),
        ("parent", "sms"),
        ("assistant", "sms"),
        ("assistant", "sms"),
        ("parent", "sms"),
        ("assistant", "sms"),
        ("parent", "web"),
        ("assistant", "web"),
    ]
    history: list[dict[str, Any]] = on_the_page.read()["messages"]
    assert [each["seq"] for each in history] == list(range(1, 11))


def test_another_number_proves_itself_first_and_is_told_nothing_until_then(
    on_the_page: Parent, twilio: TwilioStandIn, rasa: RasaStandIn, kept: Database
) -> None:
    twilio.text(STRANGER, code_of(kept, on_the_page, PARENT))
    digits = digits_sent_to(twilio, STRANGER)
    assert len(twilio.bodies_to(STRANGER)) == 1
    twilio.text(STRANGER, f" {digits[:3]} {digits[3:]} ")
    wait_until(lambda: len(twilio.bodies_to(STRANGER)) == 3)
    twilio.text(STRANGER, "1")
    wait_until(lambda: rasa.texts == ["hello", "carry on", "yes"])
    assert rasa.turns[-1]["conversation"] == on_the_page.conversation_id


def test_wrong_digits_open_nothing_and_five_of_them_end_it(
    on_the_page: Parent, twilio: TwilioStandIn, rasa: RasaStandIn, kept: Database
) -> None:
    twilio.text(STRANGER, code_of(kept, on_the_page, None))
    digits = digits_sent_to(twilio, STRANGER)
    wrong = f"{(int(digits) + 1) % 10**6:06}"
    for _ in range(5):
        twilio.text(STRANGER, wrong)
    twilio.text(STRANGER, digits)
    wait_until(lambda: len(rasa.turns) == 2)
    assert rasa.turns[-1]["conversation"] != on_the_page.conversation_id
    assert not any("go on by text" in body for body in twilio.bodies_to(STRANGER))


def test_digits_end_after_a_quarter_of_an_hour(
    on_the_page: Parent, twilio: TwilioStandIn, rasa: RasaStandIn, kept: Database
) -> None:
    twilio.text(STRANGER, code_of(kept, on_the_page, None))
    digits = digits_sent_to(twilio, STRANGER)
    with kept.writing() as session:
        row = session.scalars(sa.select(NumberConfirmation)).one()
        row.expires_at = row.expires_at - timedelta(minutes=15)
    twilio.text(STRANGER, digits)
    wait_until(lambda: len(rasa.turns) == 2)
    assert rasa.turns[-1]["conversation"] != on_the_page.conversation_id


def test_the_code_is_used_up_and_the_next_one_comes_by_text(
    on_the_page: Parent, twilio: TwilioStandIn, kept: Database
) -> None:
    code = code_of(kept, on_the_page, PARENT)
    twilio.text(PARENT, code)
    wait_until(lambda: len(twilio.bodies_to(PARENT)) == 2)
    fresh = code_in(twilio.bodies_to(PARENT)[0])
    now = datetime.now(UTC)
    with kept.reading() as session:
        assert find_conversation_of_code(session, code, now=now) is None
        assert find_conversation_of_code(session, fresh, now=now) == on_the_page.conversation_id


def test_a_word_of_eight_letters_is_only_a_word(
    texting_desk: FrontDesk, twilio: TwilioStandIn, rasa: RasaStandIn
) -> None:
    twilio.text(PARENT, "pregnant")
    wait_until(lambda: rasa.texts == ["pregnant"])


def test_no_code_and_no_digits_are_kept_in_the_conversation(
    on_the_page: Parent, twilio: TwilioStandIn, kept: Database
) -> None:
    code = code_of(kept, on_the_page, PARENT)
    twilio.text(STRANGER, code)
    digits = digits_sent_to(twilio, STRANGER)
    twilio.text(STRANGER, digits)
    wait_until(lambda: len(twilio.bodies_to(STRANGER)) == 3)
    fresh = code_in(twilio.bodies_to(STRANGER)[1])
    with kept.reading() as session:
        said = "\n".join(session.scalars(sa.select(Message.text)))
    assert not any(secret in said for secret in (code, digits, fresh))
    assert said.count(NOTICES["code_hidden"].text_for("sms")) == 2
    wait_until(lambda: not any(waiting(kept)))
    assert {each.words for each in texts(kept)} == {None}


def test_a_code_texted_without_end_has_digits_sent_three_times_a_day(
    on_the_page: Parent, twilio: TwilioStandIn, kept: Database
) -> None:
    code = code_of(kept, on_the_page, PARENT)
    for _ in range(10):
        assert twilio.text(STRANGER, code).status_code == 200
    wait_until(lambda: not any(waiting(kept)))
    assert len(twilio.bodies_to(STRANGER)) == 3
    with kept.writing() as session:
        row = session.scalars(sa.select(NumberConfirmation)).one()
        row.counted_until = row.counted_until - timedelta(days=1)
    twilio.text(STRANGER, code)
    wait_until(lambda: len(twilio.bodies_to(STRANGER)) == 4)


def test_codes_count_as_texts_and_one_too_many_is_not_looked_at(
    texting_settings: FrontDeskSettings, twilio: TwilioStandIn, rasa: RasaStandIn, kept: Database
) -> None:
    with run_front_desk(texting_settings.model_copy(update={"rate_limit": "2,300"})) as desk:
        twilio.front_desk = desk.url
        parent = desk.greet_parent("web")
        code = code_of(kept, parent, PARENT)
        for words in ("hello", "he is nine", code):
            twilio.text(PARENT, words)
        with kept.reading() as session:
            now = datetime.now(UTC)
            assert find_conversation_of_code(session, code, now=now) == parent.conversation_id
            assert code not in session.scalars(sa.select(Message.text)).all()


def waiting(database: Database) -> list[bool]:
    return [each.state in ("waiting", "sending") for each in texts(database)]
