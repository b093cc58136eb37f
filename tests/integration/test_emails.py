"""Emails go out through a real mail server: once, later if it must be, and given up in the end."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
import sqlalchemy as sa
from aiosmtpd.controller import Controller

from frontdesk.mail_server import MailServer
from frontdesk.mailing import Mailer
from frontdesk.transactions import Transactions
from store.database import Database
from store.outgoing_emails import (
    LEASE,
    Queued,
    mark_email_sent,
    queue_email,
    take_due_email,
)
from store.tables import OutgoingEmail

SENDER = "KIDS <noreply@kids.example>"


class Postbox:
    """What the mail server took; `answer` makes it refuse."""

    def __init__(self) -> None:
        self.taken: list[EmailMessage] = []
        self.answer = "250 OK"
        self.answer_to_sender = "250 OK"

    async def handle_MAIL(
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        envelope.mail_from = address
        return self.answer_to_sender

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.answer.startswith("250"):
            message = message_from_bytes(envelope.content, policy=policy.default)
            assert isinstance(message, EmailMessage)
            self.taken.append(message)
        return self.answer


@pytest.fixture
def postbox(free_port: int) -> Iterator[Postbox]:
    box = Postbox()
    server = Controller(box, hostname="127.0.0.1", port=free_port)
    server.start()
    yield box
    server.stop()


@pytest.fixture
def mailer(database: Database, free_port: int) -> Iterator[Mailer]:
    transactions = Transactions(database)
    server = MailServer.from_url(f"smtp://127.0.0.1:{free_port}", SENDER)
    yield Mailer(transactions, server)
    transactions.close()


def queue(database: Database, key: str = "receipt 1", at: datetime | None = None) -> Queued:
    with database.writing() as session:
        return queue_email(
            session,
            key=key,
            conversation_id="one",
            to="sam@example.org",
            subject="Your reference from KIDS",
            body="Your reference is K7WM-3RTX.\nGrüße, Zoë 😀",
            now=at or datetime.now(UTC),
        )


def kept(database: Database) -> OutgoingEmail:
    with database.reading() as session:
        return session.scalars(sa.select(OutgoingEmail)).one()


def make_due(database: Database) -> None:
    with database.writing() as session:
        session.execute(sa.update(OutgoingEmail).values(next_attempt_at=datetime.now(UTC)))


def test_email_that_waits_is_sent_once(
    database: Database, mailer: Mailer, postbox: Postbox
) -> None:
    assert queue(database) == "now"
    assert queue(database) == "before"
    asyncio.run(mailer.send_due())
    asyncio.run(mailer.send_due())
    [email] = postbox.taken
    assert (email["To"], email["From"]) == ("sam@example.org", SENDER)
    assert email["Message-ID"].endswith("@kids.example>")
    assert email["Auto-Submitted"] == "auto-generated"
    assert "K7WM-3RTX" in email.get_content() and "Zoë 😀" in email.get_content()
    assert (kept(database).status, kept(database).body) == ("sent", "")


def test_email_waits_while_the_mail_server_is_busy_and_goes_out_later(
    database: Database, mailer: Mailer, postbox: Postbox
) -> None:
    queue(database)
    postbox.answer = "451 try again later"
    asyncio.run(mailer.send_due())
    assert kept(database).status == "waiting"
    assert kept(database).next_attempt_at > datetime.now(UTC)
    postbox.answer = "250 OK"
    make_due(database)
    asyncio.run(mailer.send_due())
    assert len(postbox.taken) == 1


def test_email_waits_while_the_mail_server_is_away(database: Database, mailer: Mailer) -> None:
    queue(database)
    asyncio.run(mailer.send_due())
    assert kept(database).status == "waiting"


def test_refused_email_is_given_up_and_forgets_its_words(
    database: Database, mailer: Mailer, postbox: Postbox
) -> None:
    queue(database)
    postbox.answer = "550 no such mailbox"
    asyncio.run(mailer.send_due())
    assert (kept(database).status, kept(database).body) == ("failed", "")
    assert queue(database) == "failed"


def test_sender_that_the_mail_server_refuses_loses_no_email(
    database: Database, mailer: Mailer, postbox: Postbox
) -> None:
    queue(database)
    postbox.answer_to_sender = "550 not from here"
    asyncio.run(mailer.send_due())
    assert kept(database).status == "waiting"


def test_email_to_no_address_at_all_is_given_up_and_holds_up_nobody(
    database: Database, mailer: Mailer, postbox: Postbox
) -> None:
    with database.writing() as session:
        queue_email(
            session,
            key="odd",
            conversation_id=None,
            to="sam@example.org\nBcc: eve@example.org",
            subject="x",
            body="x",
            now=datetime.now(UTC) - timedelta(hours=1),
        )
    queue(database)
    asyncio.run(mailer.send_due())
    assert [email["To"] for email in postbox.taken] == ["sam@example.org"]
    with database.reading() as session:
        assert set(session.scalars(sa.select(OutgoingEmail.status))) == {"failed", "sent"}


def test_email_that_could_not_be_sent_for_days_is_given_up(
    database: Database, mailer: Mailer
) -> None:
    queue(database, at=datetime.now(UTC) - timedelta(days=3))
    asyncio.run(mailer.send_due())
    assert kept(database).status == "failed"


def test_email_of_a_process_that_died_is_taken_up_by_another(database: Database) -> None:
    queue(database)
    now = datetime.now(UTC)
    with database.writing() as session:
        first = take_due_email(session, now=now)
    with database.writing() as session:
        assert take_due_email(session, now=now) is None
    with database.writing() as session:
        second = take_due_email(session, now=now + LEASE)
    assert first is not None and second is not None
    with database.writing() as session:
        mark_email_sent(session, first, now=now)
    assert kept(database).status == "waiting", "the one who came late has no say"


def test_nothing_of_the_words_is_in_the_clear(database: Database) -> None:
    queue(database)
    with database.reading() as session:
        row = session.execute(sa.text("SELECT * FROM outgoing_emails")).one()
    assert "sam@" not in str(row) and "K7WM" not in str(row)


@pytest.mark.parametrize("url", ["smtp://", "http://mail.example", "mail.example:25"])
def test_mail_server_must_be_an_smtp_address(url: str) -> None:
    with pytest.raises(ValueError, match="smtp://"):
        MailServer.from_url(url, SENDER)
