"""Sends the emails that wait in the store, through the mail server that SMTP_URL names."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime

import aiosmtplib
import structlog

from frontdesk.mail_server import MailServer
from frontdesk.transactions import Transactions
from store.outgoing_emails import (
    EmailToSend,
    mark_email_sent,
    put_email_off,
    take_due_email,
)

log = structlog.get_logger()
AT_ONCE = 10
SECONDS = 30.0
# Well within the lease, whatever each step takes.
SECONDS_IN_ALL = 90.0


class Mailer:
    """Sends what is due; what cannot be sent now stays in the store."""

    def __init__(self, transactions: Transactions, server: MailServer | None) -> None:
        self._transactions = transactions
        self._server = server

    async def send_due(self) -> None:
        """Sends the emails that are due. Without a mail server they wait."""
        if self._server is None:
            return
        for _ in range(AT_ONCE):
            email = await self._transactions.write(take_due_email, now=datetime.now(UTC))
            if email is None:
                return
            await self._send(self._server, email)

    async def _send(self, server: MailServer, email: EmailToSend) -> None:
        try:
            async with asyncio.timeout(SECONDS_IN_ALL):
                await aiosmtplib.send(
                    _write(server, email),
                    hostname=server.host,
                    port=server.port,
                    username=server.username,
                    password=server.password,
                    use_tls=server.has_tls_from_start,
                    start_tls=server.must_start_tls,
                    timeout=SECONDS,
                )
        except (aiosmtplib.SMTPException, OSError, ValueError) as error:
            log.warning("email not sent", email=email.id, error=type(error).__name__)
            await self._transactions.write(
                put_email_off, email, is_final=_is_final(error), now=datetime.now(UTC)
            )
        else:
            await self._transactions.write(mark_email_sent, email, now=datetime.now(UTC))


def _is_final(error: Exception) -> bool:
    """True where the server will say no tomorrow too: 5xx, but not to us or our sender address."""
    if isinstance(error, aiosmtplib.SMTPAuthenticationError | aiosmtplib.SMTPSenderRefused):
        return False
    if isinstance(error, ValueError):
        return True  # No email can be made of it.
    if isinstance(error, aiosmtplib.SMTPRecipientsRefused):
        return all(refusal.code >= 500 for refusal in error.recipients)
    return isinstance(error, aiosmtplib.SMTPResponseException) and error.code >= 500


def _write(server: MailServer, email: EmailToSend) -> EmailMessage:
    message = EmailMessage()
    message["From"] = server.sender
    message["To"] = email.to
    message["Subject"] = email.subject
    message["Date"] = format_datetime(datetime.now(UTC))
    message["Message-ID"] = f"<{email.id}@{server.sender.rpartition('@')[2].rstrip('>')}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(email.body)
    return message
