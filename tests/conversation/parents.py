"""Parents who chat over the chat API, as the contract describes it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar
from uuid import uuid4

import httpx

from tests.conversation.service import Service

PLAIN_ANSWERS = {
    "consent": "yes",
    "share_with_council": "yes",
    "summary": "yes",
    "safe_contact": "yes all fine",
    "want_callback": "no",
    "anything_else": "no",
}


@dataclass
class Chat:
    """One conversation over HTTP."""

    service: Service
    channel: str = "web"
    messages: list[dict[str, Any]] = field(default_factory=list)
    everything_said: ClassVar[set[str]] = set()
    """What all parents of this test run said, to be looked for in the logs at the end."""

    def __post_init__(self) -> None:
        self.client = httpx.Client(base_url=self.service.url, timeout=40)
        opened = self.client.post(
            "/api/conversations", json={"channel": self.channel, "locale": "en"}
        )
        assert opened.status_code == 201, opened.text
        self.id = opened.json()["conversation_id"]
        self.client.headers["Authorization"] = f"Bearer {opened.json()['token']}"
        self.messages += opened.json()["messages"]

    def say(self, text: str, message_id: str | None = None) -> list[dict[str, Any]]:
        """Send a message and return the replies."""
        self.everything_said.add(text)
        sent = self.client.post(
            f"/api/conversations/{self.id}/messages",
            json={"client_message_id": message_id or str(uuid4()), "text": text},
        )
        assert sent.status_code in (200, 202), (sent.status_code, sent.text)
        replies: list[dict[str, Any]] = sent.json()["messages"]
        self.messages += replies
        return replies

    def read(self, after: int = 0) -> list[dict[str, Any]]:
        """All messages of the conversation, the parent's among them."""
        found = self.client.get(f"/api/conversations/{self.id}/messages", params={"after": after})
        assert found.status_code == 200
        messages: list[dict[str, Any]] = found.json()["messages"]
        return messages

    @property
    def asked(self) -> str | None:
        """The question that waits: what the latest asking message asks."""
        return next((m["asks"] for m in reversed(self.messages) if m["asks"]), None)

    @property
    def topics(self) -> list[str]:
        """The topics of everything the assistant said."""
        return [m["topic"] for m in self.messages if m["topic"]]


@dataclass
class Told:
    """What became of a persona's conversation."""

    chat: Chat
    asked: list[str]
    referral: dict[str, Any] | None


def talk_like(persona: Mapping[str, Any], service: Service, *, limit: int = 60) -> Told:
    """Have the persona answer whatever is asked until the receipt, and fetch what was stored."""
    chat = Chat(service, persona["channel"])
    digressions = {d["after_asks"]: d for d in persona["digressions"]}
    corrections = {c["after_asks"]: c for c in persona["corrections"]}
    waiting_correction: dict[str, Any] | None = None
    asked: list[str] = []
    replies = chat.say(persona["opening"])
    for _ in range(limit):
        if any(reply["topic"] == "receipt" for reply in replies):
            break
        pending = chat.asked
        if waiting_correction is not None:
            replies = chat.say(waiting_correction["text"])
            waiting_correction = None
            continue
        if pending in digressions:
            digression = digressions.pop(pending)
            replies = chat.say(digression["text"])
            topics = [reply["topic"] for reply in replies]
            assert set(topics) & set(digression["topic"]), (digression, replies)
            assert chat.asked == pending, "the pending question comes again"
        if pending in corrections:
            waiting_correction = corrections.pop(pending)
            if pending == "summary":
                continue
        asked.append(pending or "")
        told = persona["facts"].get(pending)
        words = told[0] if told else PLAIN_ANSWERS.get(pending or "", "skip")
        replies = chat.say(words)
    return Told(chat, asked, find_referral(service, chat.id))


def find_referral(service: Service, conversation: str) -> dict[str, Any] | None:
    """The stored referral of the conversation, as `referrals show --json` prints it."""
    for line in service.run("referrals", "list").splitlines():
        if conversation in line:
            reference = line.split()[0]
            shown = service.run("referrals", "show", reference, "--json")
            document: dict[str, Any] = json.loads(shown)
            return document
    return None
