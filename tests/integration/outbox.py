"""A look into the outbox of texts, for tests."""

from __future__ import annotations

import re

import sqlalchemy as sa

from frontdesk.notices import load_notices
from store.conversations.opening import find_conversation
from store.database import Database
from store.messages.record import add_message
from store.tables import Conversation, Handover, OutgoingText
from store.texts.outbox import let_through
from tests.integration.front_desk import wait_until
from tests.integration.rasa_stand_in import QUESTION
from tests.integration.twilio_stand_in import TwilioStandIn

PARENT = "+447700900123"
GREETING = load_notices()["greeting"].sms


def texts(database: Database) -> list[OutgoingText]:
    with database.reading() as session:
        return list(session.scalars(sa.select(OutgoingText).order_by(OutgoingText.id)))


def states(database: Database) -> list[str]:
    return [text.state for text in texts(database)]


def reasons(database: Database) -> set[str]:
    with database.reading() as session:
        return set(session.scalars(sa.select(Handover.reason)))


def say_as_staff(database: Database, *words: str, through: bool = False) -> None:
    with database.writing() as session:
        found = session.scalars(sa.select(Conversation.id)).one()
        conversation = find_conversation(session, found, lock=True)
        assert conversation is not None
        now = conversation.last_message_at
        for text in words:
            message = add_message(session, conversation, sender="staff", text=text, now=now)
            if through:
                let_through(session, message.id)


def begin(twilio: TwilioStandIn) -> None:
    twilio.text(PARENT, "hello")
    wait_until(lambda: twilio.bodies_to(PARENT) == [GREETING, QUESTION])


def code_in(body: str) -> str:
    """The resume code that a text tells."""
    found = re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}", body)
    assert found is not None
    return found[0]
