"""Tells another case system what has happened: signed as Standard Webhooks says, ids only.

    POST {INTAKE_WEBHOOK_URL}
    webhook-id: 7c0d…            the same with every try: whoever has had it may leave it out
    webhook-timestamp: 1795338000
    webhook-signature: v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
    {"type":"referral.submitted","timestamp":"2026-11-22T09:00:00Z",
     "data":{"reference":"K7WM-3RTX","case":"b1946ac9-…"}}

The signature is HMAC-SHA256 in base64 over `id.timestamp.body` (standardwebhooks.com).
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta

import httpx
import structlog

from frontdesk.transactions import Transactions
from store.alerting.webhook_events import (
    EventToSend,
    end_unwanted_events,
    is_event_due,
    mark_event_sent,
    put_event_off,
    take_due_event,
)

log = structlog.get_logger()
AT_ONCE = 20
SECONDS = 15.0
SECONDS_IN_ALL = 30.0
UNWANTED_AFTER = timedelta(days=1)
LOOKED_EVERY = timedelta(hours=1)


class Webhook:
    """Sends what is due to the one system that is named; without one, events end unsent."""

    def __init__(
        self, transactions: Transactions, url: str | None, keys: tuple[bytes, ...]
    ) -> None:
        self._transactions = transactions
        self._url = url
        self._keys = keys
        self._looked_at: datetime | None = None
        # A redirect would carry a signed message to whoever the receiver names; a proxy of the
        # environment would read it.
        self._client = httpx.AsyncClient(follow_redirects=False, trust_env=False, timeout=SECONDS)

    async def send_due(self) -> None:
        """Sends the events that are due."""
        now = datetime.now(UTC)
        if self._url is None:
            await self._end_unwanted(now)
            return
        if not await self._transactions.read(is_event_due, now=now):
            return
        for _ in range(AT_ONCE):
            event = await self._transactions.write(take_due_event, now=datetime.now(UTC))
            if event is None:
                return
            await self._send(self._url, event)

    async def close(self) -> None:
        """Gives connections back."""
        await self._client.aclose()

    async def _end_unwanted(self, now: datetime) -> None:
        if self._looked_at is None or now - self._looked_at > LOOKED_EVERY:
            self._looked_at = now
            before = now - UNWANTED_AFTER
            await self._transactions.write(end_unwanted_events, before=before, now=now)

    async def _send(self, url: str, event: EventToSend) -> None:
        body = write_body(event)
        try:
            async with asyncio.timeout(SECONDS_IN_ALL):
                # The answer's words are nothing to us, and may be endless.
                async with self._client.stream(
                    "POST", url, content=body, headers=sign(event.id, body, self._keys)
                ) as response:
                    answer, is_taken = str(response.status_code), response.is_success
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            answer, is_taken = type(error).__name__, False
        now = datetime.now(UTC)
        if is_taken:
            await self._transactions.write(mark_event_sent, event, answer=answer, now=now)
        else:
            log.warning("event not sent", id=event.id, answer=answer)
            await self._transactions.write(put_event_off, event, answer=answer, now=now)


def write_body(event: EventToSend) -> bytes:
    """The message: what happened, when, and to which referral or case."""
    data = {"reference": event.reference, "case": event.conversation_id}
    message = {
        "type": event.type,
        "timestamp": event.at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        "data": {name: value for name, value in data.items() if value is not None},
    }
    return json.dumps(message, separators=(",", ":")).encode()


def sign(event_id: str, body: bytes, keys: tuple[bytes, ...]) -> dict[str, str]:
    """The headers of a message, with a signature of each key."""
    seconds = str(int(datetime.now(UTC).timestamp()))
    signed = f"{event_id}.{seconds}.".encode() + body
    signatures = [
        base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode() for key in keys
    ]
    return {
        "content-type": "application/json",
        "user-agent": "send-mediation-intake",
        "webhook-id": event_id,
        "webhook-timestamp": seconds,
        "webhook-signature": " ".join(f"v1,{signature}" for signature in signatures),
    }
