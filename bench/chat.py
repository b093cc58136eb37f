"""Talking to either assistant over HTTP, as cheaply as can be: the client shares the processor."""

import http.client
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol
from uuid import uuid4

ANSWER_SECONDS = 60.0


class NoAnswer(Exception):
    """The assistant did not answer a turn as it should; a figure taken would mean nothing."""


class Conversation(Protocol):
    """What every assistant measured here can do."""

    def say(self, text: str) -> None:
        """Take one turn, waiting for its replies. Raises NoAnswer when there are none."""


@dataclass
class BareConversation:
    """A conversation on Rasa's stock REST channel."""

    port: int
    sender: str = field(default_factory=lambda: str(uuid4()))

    def __post_init__(self) -> None:
        self._line = _Line(self.port)

    def say(self, text: str) -> None:
        """Take one turn."""
        status, answer = self._line.post(
            "/webhooks/rest/webhook", {"sender": self.sender, "message": text}
        )
        if status != 200 or not isinstance(answer, list):
            raise NoAnswer(f"bare Rasa answered {status}")


@dataclass
class OurConversation:
    """A conversation on our chat API, as a parent's browser holds it."""

    port: int

    def __post_init__(self) -> None:
        self._line = _Line(self.port)
        opening = {"channel": "web", "locale": "en"}
        status, opened = self._line.post("/api/conversations", opening)
        if status != 201:
            raise NoAnswer(f"opening a conversation: {status}")
        self._path = f"/api/conversations/{opened['conversation_id']}/messages"
        self._headers = {"Authorization": f"Bearer {opened['token']}"}

    def say(self, text: str) -> None:
        """Take one turn; an answer that only says "kept for later" (202) is none."""
        status, answer = self._line.post(
            self._path, {"client_message_id": str(uuid4()), "text": text}, self._headers
        )
        if status != 200 or not answer["messages"]:
            raise NoAnswer(f"a message was answered {status}")


class _Line:
    """One kept-open connection."""

    def __init__(self, port: int) -> None:
        self._http = http.client.HTTPConnection("127.0.0.1", port, timeout=ANSWER_SECONDS)

    def post(self, path: str, body: Any, headers: Mapping[str, str] | None = None) -> Any:
        """Status and decoded body of the answer. Raises NoAnswer when there is no connection."""
        sent = {"Content-Type": "application/json", **(headers or {})}
        try:
            self._http.request("POST", path, json.dumps(body), sent)
            answer = self._http.getresponse()
            return answer.status, json.loads(answer.read())
        except (OSError, http.client.HTTPException, ValueError) as error:
            self._http.close()
            raise NoAnswer(f"no answer ({type(error).__name__})") from None
