"""Runs a real front desk for a test, in a thread or as a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import uvicorn

from frontdesk.app import build_app
from frontdesk.settings import FrontDeskSettings
from frontdesk.turns import Timing

QUICK = Timing(
    answer=2.0,
    told=1.5,
    doubt=0.5,
    lease=1.0,
    turn=3.0,
    sweep=0.1,
    ping=0.3,
    look=0.1,
    mail=0.1,
    alerts=0.1,
    digests=0.1,
    texts=0.1,
    text_lease=2.0,
    text_request=1.0,
    text_doubt=0.5,
    text_read=0.0,
)
SERVE = """
import sys, uvicorn
from frontdesk.app import build_app
from store.logs import set_up_logs
from frontdesk.settings import FrontDeskSettings
from store.settings import load_settings
from tests.integration.front_desk import QUICK
set_up_logs()
uvicorn.run(build_app(load_settings(FrontDeskSettings), QUICK), port=int(sys.argv[1]),
            log_config=None, access_log=False)
"""


@dataclass
class Parent:
    """A parent's side of one conversation."""

    client: httpx.Client
    conversation_id: str
    token: str
    greeting: dict[str, Any]

    @property
    def path(self) -> str:
        return f"/api/conversations/{self.conversation_id}"

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def send(self, text: str, message_id: str | None = None) -> httpx.Response:
        body = {"client_message_id": message_id or str(uuid4()), "text": text}
        return self.client.post(f"{self.path}/messages", json=body, headers=self.headers)

    def read(self, after: int = 0) -> dict[str, Any]:
        response = self.client.get(
            f"{self.path}/messages", params={"after": after}, headers=self.headers
        )
        assert response.status_code == 200, response.text
        history: dict[str, Any] = response.json()
        return history

    def texts(self, sender: str = "assistant") -> list[str]:
        return [m["text"] for m in self.read()["messages"] if m["from"] == sender]

    def listen(
        self, count: int, last_event_id: int | None = None, after: int | None = None
    ) -> list[dict[str, Any]]:
        """The first `count` messages that the event stream gives."""
        headers = dict(self.headers)
        if last_event_id is not None:
            headers["Last-Event-ID"] = str(last_event_id)
        params = {} if after is None else {"after": after}
        events: list[dict[str, Any]] = []
        with self.client.stream(
            "GET", f"{self.path}/events", headers=headers, params=params
        ) as response:
            assert response.headers["content-type"].startswith("text/event-stream")
            for line in response.iter_lines():
                if line.startswith("data: "):
                    events.append(json.loads(line.removeprefix("data: ")))
                    if len(events) == count:
                        break
        return events


@dataclass
class FrontDesk:
    """A front desk that serves at `url`."""

    url: str
    client: httpx.Client

    def greet_parent(self, channel: str = "web") -> Parent:
        response = self.client.post("/api/conversations", json={"channel": channel})
        assert response.status_code == 201, response.text
        body = response.json()
        return Parent(self.client, body["conversation_id"], body["token"], body["messages"][0])


@contextmanager
def run_front_desk(settings: FrontDeskSettings, timing: Timing = QUICK) -> Iterator[FrontDesk]:
    config = uvicorn.Config(
        build_app(settings, timing),
        port=0,
        forwarded_allow_ips=settings.trusted_proxies,
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=1,
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    wait_until(lambda: server.started or not thread.is_alive())
    port = server.servers[0].sockets[0].getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    with httpx.Client(base_url=url, timeout=30, trust_env=False, verify=False) as client:
        yield FrontDesk(url, client)
    server.should_exit = True
    thread.join(30)
    assert not thread.is_alive()


class FrontDeskProcess:
    """A front desk that can be killed like a process on a machine that loses power."""

    def __init__(self, port: int, environment: dict[str, str], log: Path) -> None:
        with log.open("ab") as stderr:
            self.process = subprocess.Popen(
                [sys.executable, "-c", SERVE, str(port)],
                env={**os.environ, **environment},
                stderr=stderr,
            )
        self.url = f"http://127.0.0.1:{port}"
        wait_until(self.is_healthy, seconds=180)

    def is_healthy(self) -> bool:
        try:
            answer = httpx.get(f"{self.url}/health", trust_env=False, verify=False)
            return answer.status_code == 200
        except httpx.HTTPError:
            return False

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(30)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(30)


def wait_until(is_so: Callable[[], object], seconds: float = 60.0) -> None:
    """Long enough for a busy machine: only what never happens takes so long."""
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)
