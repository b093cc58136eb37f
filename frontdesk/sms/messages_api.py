"""The client of Twilio's Messages API.

Twilio's library makes the requests. Its HTTP clients do not: the asynchronous one logs numbers and
bodies, and neither hands on Retry-After or says whether a request can have arrived.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

import aiohttp

from frontdesk.sms.settings import TwilioAccount

CONNECT_SECONDS = 5.0
LOOKED_THROUGH = 100
# Twilio's clock and ours.
CLOCK_SKEW = timedelta(minutes=2)


class NotSent(Exception):
    """Twilio does not have the text, for certain. `code` is its error, `wait` its Retry-After."""

    def __init__(self, status: int | None, code: int | None, wait: float | None) -> None:
        super().__init__(f"status {status}, code {code}")
        self.status, self.code, self.wait = status, code, wait


class NotKnown(Exception):
    """Nobody can say whether Twilio has the text: the answer was lost, or was an error of its own.

    The message says why, in words without data.
    """


class MessagesApi(Protocol):
    """What a sender needs of Twilio."""

    async def send(self, *, number: str, body: str, reference: str) -> str:
        """Hands a text in; its id. Raises NotSent and NotKnown."""

    async def find(
        self, *, number: str, body: str, since: datetime, known_sids: frozenset[str]
    ) -> str | None:
        """The id of a text handed in since then, none of those known. Raises NotSent, NotKnown."""

    async def close(self) -> None:
        """Closes the connections."""


class TwilioMessages:
    """Hands texts in and looks them up."""

    def __init__(self, account: TwilioAccount, status_url: str | None, *, seconds: float) -> None:
        # Half a second and 25 MB that a front desk without texts does not need.
        from twilio.rest import Client

        self._http = _Http(seconds)
        self._client = Client(account.sid, account.token, http_client=self._http)
        self._client.api.base_url = account.api_base_url
        is_service = account.sender.startswith("MG")
        self._sender = {"messaging_service_sid" if is_service else "from_": account.sender}
        self._status_url = status_url

    async def send(self, *, number: str, body: str, reference: str) -> str:
        """Hands a text in; its id. Raises NotSent and NotKnown.

        The reference comes back with every receipt, so that one of a text whose answer was lost
        still says which text it is.
        """
        wanted = dict(self._sender)
        if self._status_url is not None:
            wanted["status_callback"] = f"{self._status_url}?text={reference}"
        message = await self._client.messages.create_async(to=number, body=body, **wanted)
        return str(message.sid)

    async def find(
        self, *, number: str, body: str, since: datetime, known_sids: frozenset[str]
    ) -> str | None:
        """The id of a text handed in since then, none of those known. Raises NotSent, NotKnown.

        Not by DateSent: a text that Twilio still queues has none. Not by the very characters: a
        messaging service may put others in their place ("smart encoding").
        """
        messages = await self._client.messages.list_async(
            to=number, limit=LOOKED_THROUGH, page_size=LOOKED_THROUGH
        )
        for message in messages:
            if (
                message.sid not in known_sids
                and str(message.direction).startswith("outbound")
                and message.date_created.replace(tzinfo=UTC) >= since - CLOCK_SKEW
                and _letters(message.body) == _letters(body)
            ):
                return str(message.sid)
        return None

    async def close(self) -> None:
        """Closes the connections."""
        await self._http.close()


class _Http:
    """The HTTP client under Twilio's library (twilio.http.AsyncHttpClient, of which it asks this).

    Raises NotSent and NotKnown instead of giving an error back.
    """

    is_async = True

    def __init__(self, seconds: float) -> None:
        self._limit = aiohttp.ClientTimeout(seconds, sock_connect=CONNECT_SECONDS)
        self._opened: aiohttp.ClientSession | None = None

    async def request(
        self,
        method: str,
        uri: str,
        *,
        params: dict[str, Any] | None = None,
        data: dict[str, Any] | None = None,
        headers: dict[str, str] | None = None,
        auth: tuple[str, str] | None = None,
        timeout: float | None = None,
        allow_redirects: bool = False,
    ) -> Any:
        """One request; twilio.http.response.Response."""
        from twilio.http.response import Response

        if self._opened is None:
            self._opened = aiohttp.ClientSession(trust_env=True)
        try:
            async with self._opened.request(
                method,
                uri,
                params=params,
                data=data,
                headers={**(headers or {}), **_authorize(auth)},
                timeout=self._limit,
                allow_redirects=allow_redirects,
            ) as response:
                text = await response.text()
                if response.status >= 500:
                    raise NotKnown(f"status {response.status}")
                if response.status >= 300:
                    raise NotSent(response.status, await _read_code(response), _read_wait(response))
                return Response(response.status, text)
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):
            raise NotSent(None, None, None) from None
        except (aiohttp.ClientError, TimeoutError, UnicodeDecodeError) as error:
            raise NotKnown(type(error).__name__) from None

    async def close(self) -> None:
        if self._opened is not None:
            await self._opened.close()


def _authorize(auth: tuple[str, str] | None) -> dict[str, str]:
    return {"Authorization": aiohttp.encode_basic_auth(*auth)} if auth else {}


async def _read_code(response: aiohttp.ClientResponse) -> int | None:
    try:
        code = (await response.json(content_type=None))["code"]
    except (ValueError, KeyError, TypeError):
        return None
    return code if isinstance(code, int) else None


def _read_wait(response: aiohttp.ClientResponse) -> float | None:
    """Retry-After in seconds; Twilio gives no dates there."""
    wait = response.headers.get("Retry-After", "")
    return float(wait) if wait.isdecimal() else None


def _letters(text: str | None) -> str:
    return "".join(each for each in (text or "").casefold() if each.isascii() and each.isalnum())
