"""The worst day: processes are killed at random moments while parents are in conversation."""

from __future__ import annotations

import json
import random
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
import sqlalchemy as sa

from store.database import open_database
from store.settings import StoreSettings
from store.tables import Message, Referral
from tests.conversation.conftest import find_words_in_logs
from tests.conversation.parents import PLAIN_ANSWERS
from tests.conversation.service import Service

KILLS = 30
PARENTS = 4
SEED = 20261121
VICTIMS = ("front desk", "front desk", "action server", "action server", "Rasa server")
PERSONA = json.loads((Path(__file__).parent / "personas.jsonl").read_text().splitlines()[0])
PATIENCE_S = 240.0


@pytest.fixture(scope="module")
def own_service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    running = Service(tmp_path_factory.mktemp("worst-day"))
    running.start()
    yield running
    running.stop()
    told = [words[0] for words in PERSONA["facts"].values()]
    assert find_words_in_logs(running, [PERSONA["opening"], *told]) == []


class StubbornParent(threading.Thread):
    """Sends each message until it is taken, with the same id, and waits for its answer."""

    def __init__(self, service: Service, until: threading.Event) -> None:
        super().__init__(daemon=True)
        self.service = service
        self.until = until
        self.client = httpx.Client(base_url=service.url, timeout=30)
        self.conversations: list[str] = []
        self.confirmed: list[str] = []
        self.sent: dict[str, list[str]] = {}
        self.problem: str | None = None

    def run(self) -> None:
        try:
            while not self.until.is_set():
                self.talk()
        except Exception as error:
            self.problem = repr(error)

    def talk(self) -> None:
        opened = self.insist("POST", "/api/conversations", {"channel": "web", "locale": "en"})
        conversation = opened["conversation_id"]
        self.client.headers["Authorization"] = f"Bearer {opened['token']}"
        self.conversations.append(conversation)
        self.sent[conversation] = []
        asked, words = None, PERSONA["opening"]
        for _ in range(30):
            replies = self.say(conversation, words)
            if any(reply["topic"] == "receipt" for reply in replies):
                self.confirmed.append(conversation)
                return
            asked = next((r["asks"] for r in reversed(replies) if r["asks"]), asked)
            told = PERSONA["facts"].get(asked)
            words = told[0] if told else PLAIN_ANSWERS.get(asked or "", "skip")
        raise AssertionError("no receipt after 30 messages")

    def say(self, conversation: str, words: str) -> list[dict[str, Any]]:
        message_id = str(uuid4())
        self.sent[conversation].append(message_id)
        path = f"/api/conversations/{conversation}/messages"
        self.insist("POST", path, {"client_message_id": message_id, "text": words})
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            messages = self.insist("GET", path, None)["messages"]
            own = [m["seq"] for m in messages if m["from"] == "parent"]
            replies = [m for m in messages if m["seq"] > own[-1] and m["from"] == "assistant"]
            if any(reply["asks"] or reply["topic"] == "receipt" for reply in replies):
                return replies
            time.sleep(0.5)
        raise AssertionError("no answer in time")

    def insist(self, method: str, path: str, body: dict[str, Any] | None) -> dict[str, Any]:
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            try:
                response = self.client.request(method, path, json=body)
            except httpx.HTTPError:
                time.sleep(0.3)
                continue
            if response.status_code < 500:
                assert response.status_code in (200, 201, 202), response.status_code
                answer: dict[str, Any] = response.json()
                return answer
            time.sleep(0.3)
        raise AssertionError("the front desk did not come back")


@pytest.mark.long
def test_nothing_is_lost_or_doubled_when_processes_are_killed(own_service: Service) -> None:
    chance = random.Random(SEED)
    is_over = threading.Event()
    parents = [StubbornParent(own_service, is_over) for _ in range(PARENTS)]
    for parent in parents:
        parent.start()
    killed = 0
    deadline = time.monotonic() + 600
    while killed < KILLS and time.monotonic() < deadline:
        time.sleep(chance.uniform(0.5, 4.0))
        killed += own_service.kill(chance.choice(VICTIMS))
    is_over.set()
    for parent in parents:
        parent.join(timeout=PATIENCE_S + 60)
    assert killed == KILLS
    assert [parent.problem for parent in parents] == [None] * PARENTS
    own_service.wait_until_ready()
    confirmed = {conversation for parent in parents for conversation in parent.confirmed}
    assert len(confirmed) >= PARENTS
    _check_store(own_service, parents, confirmed)


def _check_store(service: Service, parents: list[StubbornParent], confirmed: set[str]) -> None:
    settings = StoreSettings(var=service.folder, env="test")
    database = open_database(settings)
    with database.reading() as session:
        for parent in parents:
            for conversation, sent in parent.sent.items():
                _check_messages(session, conversation, sent)
        submitted = session.scalars(
            sa.select(Referral.conversation_id).where(Referral.status == "submitted")
        ).all()
    database.close()
    assert sorted(submitted) == sorted(confirmed), "each confirmed referral exactly once"


def _check_messages(session: sa.orm.Session, conversation: str, sent: list[str]) -> None:
    rows = session.scalars(
        sa.select(Message).where(Message.conversation_id == conversation).order_by(Message.seq)
    ).all()
    assert [row.seq for row in rows] == list(range(1, len(rows) + 1)), "no gap in the numbers"
    stored = [row for row in rows if row.sender == "parent"]
    assert [row.client_message_id for row in stored] == sent, "each message once, in order"
    for row in stored:
        assert row.status == "answered"
        answers = [reply for reply in rows if reply.reply_to == row.id and reply.asks]
        receipts = [r for r in rows if r.reply_to == row.id and r.topic == "receipt"]
        assert len(answers) == 1 and len(receipts) <= 1, "exactly one answer"
        following = [other.seq for other in stored if other.seq > row.seq]
        assert all(a.seq < min(following, default=10**9) for a in answers), "answers in order"
