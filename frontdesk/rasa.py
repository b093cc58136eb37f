"""The client of the Rasa channel (docs/architecture.md, front desk to Rasa)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import aiohttp
import httpx

from casework.safety.screen import SafetyFlag, choose_flag

CONNECT_SECONDS = 2.0
# Longer than an action may take, shorter than Rasa's lock on a conversation (rasa-facts B6).
TURN_SECONDS = 45.0
_HEALTH_LIMIT = aiohttp.ClientTimeout(1.0)


class AssistantUnavailable(Exception):
    """The assistant gave no answer to a turn. The message says why, in words without data."""


@dataclass(frozen=True)
class Turn:
    """A message that is the assistant's to answer next; whoever has it holds the lease."""

    conversation_id: str
    channel: str
    message_id: str
    text: str
    only_facts: bool = False
    """Its danger is answered: the assistant takes its facts and says nothing."""
    suspected: SafetyFlag | None = None
    """A danger that may only sound like one: the assistant says, and if it cannot, it is one."""
    takes_back_danger: bool = False
    """It says that there is none, after an alarm; the text is what is left beside that."""
    answered: tuple[str, ...] = ()
    """Dangers that were answered and taken back: the assistant hears none of these in it."""
    repeats: SafetyFlag | None = None
    """The danger it tells in the words that were taken back: recorded, and not answered again."""
    after_notice: str | None = None
    """The danger whose notice was said right before it: it answers that, and not the question."""
    sent_before_asked: bool = False
    """The question that waits was asked after it was sent, so that it is no answer to it."""


@dataclass(frozen=True)
class Reply:
    """One message of the assistant's answer."""

    text: str
    choices: Sequence[dict[str, str]]
    asks: str | None
    topic: str | None


class Assistant:
    """Takes turns to the Rasa server. A turn may be sent again: it counts once by message id."""

    def __init__(
        self,
        rasa_url: str,
        actions_url: str,
        internal_key: str,
        *,
        turn_seconds: float = TURN_SECONDS,
    ) -> None:
        self._headers = {"X-Intake-Key": internal_key}
        self._base = f"{rasa_url}/webhooks/intake"
        self._healths = (f"{self._base}/health", f"{actions_url}/health")
        self._turn_limit = aiohttp.ClientTimeout(turn_seconds, sock_connect=CONNECT_SECONDS)
        self._opened: aiohttp.ClientSession | None = None

    @property
    def _client(self) -> aiohttp.ClientSession:
        """Opened with the first call, since it belongs to the running event loop.

        aiohttp, not httpx: a turn's call takes 0.3 ms instead of 1.4 ms of the front desk's time.
        """
        if self._opened is None:
            self._opened = aiohttp.ClientSession(
                headers=self._headers, connector=aiohttp.TCPConnector(limit=200)
            )
        return self._opened

    async def take_turn(self, turn: Turn) -> list[Reply] | SafetyFlag:
        """The answer to one message: at least one reply, or the danger heard in it.

        A message with a danger is no turn: nothing of it was kept over there. A danger that is
        suspected is heard too, unless the message is surely harmless, and none that is `answered`.
        Raises AssistantUnavailable.
        """
        body = {
            "conversation": turn.conversation_id,
            "channel": turn.channel,
            "message_id": turn.message_id,
            "text": turn.text,
            "pending": None,
            "only_facts": turn.only_facts,
            "suspected": turn.suspected.id if turn.suspected else None,
            "answered": turn.answered,
            "after_notice": turn.after_notice,
            "sent_before_asked": turn.sent_before_asked,
        }
        try:
            async with self._client.post(
                f"{self._base}/turns", json=body, timeout=self._turn_limit
            ) as response:
                if response.status != 200:
                    raise AssistantUnavailable(f"status {response.status}")
                said = await response.json(content_type=None)
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            raise AssistantUnavailable(type(error).__name__) from None
        try:
            if dangers := said["dangers"]:
                return choose_flag(dangers)
            replies = [_to_reply(message) for message in said["messages"]]
        except (AttributeError, KeyError, TypeError, ValueError):
            raise AssistantUnavailable("an answer that cannot be read") from None
        if not replies and not turn.only_facts:
            raise AssistantUnavailable("an empty answer")
        return replies

    async def is_ready(self) -> bool:
        """Whether the Rasa server and the action server both say that they can take turns."""
        try:
            for url in self._healths:
                async with self._client.get(url, timeout=_HEALTH_LIMIT) as response:
                    if response.status != 200:
                        return False
        except (aiohttp.ClientError, TimeoutError):
            return False
        return True

    def erase_tracker(self, conversation_id: str) -> None:
        """Makes Rasa forget a conversation; blocking, for threads. Raises httpx.HTTPError."""
        response = httpx.delete(
            f"{self._base}/conversations/{conversation_id}",
            headers=self._headers,
            timeout=TURN_SECONDS,
            trust_env=False,
        )
        if response.status_code != 404:
            response.raise_for_status()

    def read_tracker(self, conversation_id: str) -> dict[str, Any] | None:
        """What Rasa keeps of a conversation, None where that is nothing; blocking, for threads.

        Raises httpx.HTTPError.
        """
        response = httpx.get(
            f"{self._base}/conversations/{conversation_id}",
            headers=self._headers,
            timeout=TURN_SECONDS,
            trust_env=False,
        )
        if response.status_code == 404:
            return None
        tracker: dict[str, Any] = response.raise_for_status().json()
        return tracker

    async def close(self) -> None:
        """Closes the connections."""
        if self._opened is not None:
            await self._opened.close()


def _to_reply(message: dict[str, Any]) -> Reply:
    return Reply(
        text=str(message["text"]),
        choices=[
            {"label": str(button["title"]), "say": str(button["payload"])}
            for button in message.get("buttons") or ()
        ],
        asks=message.get("asks"),
        topic=message.get("topic"),
    )
