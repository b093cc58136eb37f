"""The Rasa server as a process of its own, reached over HTTP as the front desk reaches it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from cryptography.fernet import Fernet

from tools.free_ports import find_free_port

from .actions_server import ActionsServer
from .conftest import KEY, REPOSITORY

SECONDS_TO_START = 60
MEGABYTES = 520
AS_UNDER_THE_SUPERVISOR = {
    "MALLOC_ARENA_MAX": "2",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "TF_NUM_INTRAOP_THREADS": "1",
    "TF_NUM_INTEROP_THREADS": "1",
}
"""What cli/processes.py gives the Rasa server; this environment cannot import it."""


@dataclass
class Server:
    """The process, and a way to call it."""

    process: subprocess.Popen[bytes]
    port: int
    log: Path
    home: Path

    def call(
        self, method: str, path: str, body: Any = None, key: str | None = KEY
    ) -> tuple[int, Any]:
        headers = {"Content-Type": "application/json"}
        if key is not None:
            headers["X-Intake-Key"] = key
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}",
            data=None if body is None else json.dumps(body).encode(),
            headers=headers,
            method=method,
        )
        try:
            with urllib.request.urlopen(request, timeout=15) as answer:
                text = answer.read()
                return answer.status, json.loads(text) if text else None
        except urllib.error.HTTPError as error:
            return error.code, json.loads(error.read())

    def tell(self, conversation: str, text: str, /, **changes: Any) -> tuple[int, Any]:
        turn = {
            "conversation": conversation,
            "channel": "web",
            "message_id": str(uuid4()),
            "text": text,
            "pending": None,
        }
        return self.call("POST", "/webhooks/intake/turns", {**turn, **changes})


@pytest.fixture(scope="module")
def server(
    project: Path, actions_for_all: ActionsServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("server")
    port = find_free_port()
    environment = {
        **os.environ,
        "PYTHONPATH": str(REPOSITORY),
        "HOME": str(folder),
        **AS_UNDER_THE_SUPERVISOR,
        "INTAKE_VAR": str(REPOSITORY / "var"),
        "INTAKE_RASA_PORT": str(port),
        "INTAKE_ACTIONS_URL": actions_for_all.url,
        "INTAKE_INTERNAL_KEY": KEY,
        "INTAKE_TRACKER_KEY": Fernet.generate_key().decode(),
        "INTAKE_TRACKER_URL": f"sqlite:///{folder}/tracker.db",
    }
    environment.pop("RASA_TELEMETRY_ENABLED", None)
    log = folder / "log.txt"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "bot.serve"],
            cwd=project,
            env=environment,
            stdout=output,
            stderr=output,
        )
    server = Server(process, port, log, folder)
    _wait_until_ready(server)
    yield server
    process.terminate()
    process.wait(timeout=15)


@pytest.fixture
def conversation() -> str:
    return str(uuid4())


def test_server_says_it_is_ready_once_it_is(server: Server) -> None:
    status, body = server.call("GET", "/webhooks/intake/health", key=None)
    assert status == 200
    assert body["status"] == "ready"


def test_turn_is_answered(server: Server, actions: ActionsServer, conversation: str) -> None:
    status, body = server.tell(conversation, "hello")
    assert status == 200
    assert body["repeated"] is False
    assert [message["asks"] for message in body["messages"]] == ["child_age"]
    assert set(body["messages"][0]) == {"text", "buttons", "asks", "topic"}
    assert actions.keys[-1] == KEY


def test_repeated_turn_is_told_again(
    server: Server, actions: ActionsServer, conversation: str
) -> None:
    _, first = server.tell(conversation, "hello", message_id="m-1")
    status, second = server.tell(conversation, "hello", message_id="m-1")
    assert status == 200
    assert second == {"messages": first["messages"], "dangers": [], "repeated": True}
    assert len(actions.calls) == 1


@pytest.mark.parametrize("key", [None, "", "wrong", KEY + "x", "caf\u00e9"])
def test_stranger_is_refused(server: Server, key: str | None) -> None:
    for method, path in (
        ("POST", "/webhooks/intake/turns"),
        ("GET", "/webhooks/intake/conversations/1"),
        ("DELETE", "/webhooks/intake/conversations/1"),
    ):
        status, _ = server.call(method, path, {}, key=key)
        assert status == 401


@pytest.mark.parametrize(
    "wrong",
    [
        {"channel": "fax"},
        {"channel": None},
        {"text": None},
        {"text": "x" * 4001},
        {"conversation": ""},
        {"message_id": 5},
    ],
)
def test_wrong_turn_is_refused(server: Server, conversation: str, wrong: dict[str, Any]) -> None:
    status, body = server.tell(conversation, "hello", **wrong)
    assert status == 422
    assert next(iter(wrong)) in body["title"]


@pytest.mark.parametrize(
    "failure", ["is broken", "rejects", "breaks off", "sends nothing", "says nothing of the turn"]
)
def test_b7_failed_action_is_503_and_b12_nothing_of_it_is_logged(
    server: Server, actions: ActionsServer, conversation: str, failure: str
) -> None:
    actions.behaviour = failure
    status, body = server.tell(conversation, "my son Zebedee is nine", message_id="m-1")
    assert status == 503
    assert "Zebedee" not in json.dumps(body)
    actions.behave()
    status, body = server.tell(conversation, "my son Zebedee is nine", message_id="m-1")
    assert status == 200
    assert body["repeated"] is False
    logged = server.log.read_text()
    assert "A turn was not taken" in logged
    assert "Zebedee" not in logged
    assert conversation not in logged


def test_erasing_a_conversation_forgets_it(
    server: Server, actions: ActionsServer, conversation: str
) -> None:
    server.tell(conversation, "hello", message_id="m-1")
    path = f"/webhooks/intake/conversations/{conversation}"
    status, body = server.call("GET", path)
    assert status == 200 and body["sender_id"] == conversation
    assert "hello" in [event.get("text") for event in body["events"]]
    for _ in range(2):
        status, _ = server.call("DELETE", path)
        assert status == 204
    assert server.call("GET", path)[0] == 404
    _, body = server.tell(conversation, "hello", message_id="m-1")
    assert body["repeated"] is False


@pytest.mark.parametrize("path", ["/", "/version", "/status", "/model", "/webhooks/rest/webhook"])
def test_b15_nothing_else_is_served(server: Server, path: str) -> None:
    request = urllib.request.Request(f"http://127.0.0.1:{server.port}{path}")
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request, timeout=5)
    assert refused.value.code == 404


def test_b15_server_listens_on_this_machine_only(server: Server) -> None:
    listening = "0A"
    addresses = set()
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        for line in Path(table).read_text().splitlines()[1:]:
            address, state = line.split()[1], line.split()[3]
            if state == listening and int(address.split(":")[1], 16) == server.port:
                addresses.add(address.split(":")[0])
    assert addresses == {"0100007F"}


def test_b13_server_reports_to_nobody(server: Server) -> None:
    environment = Path(f"/proc/{server.process.pid}/environ").read_bytes()
    assert b"RASA_TELEMETRY_ENABLED=true" not in environment
    assert not (server.home / ".config" / "rasa").exists()
    loaded = Path(f"/proc/{server.process.pid}/maps").read_text()
    assert "segment" not in loaded


def test_server_stays_within_its_memory(server: Server) -> None:
    # Its own memory: how much of TensorFlow's files counts as resident depends on what else the
    # machine has just read. The whole is measured beside a bare Rasa by make bench.
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("RssAnon"))
    assert int(kilobytes) / 1024 < MEGABYTES, kilobytes


def test_second_server_on_the_same_port_says_so_in_one_line(server: Server, project: Path) -> None:
    told = _start_and_fail(project, {"INTAKE_RASA_PORT": str(server.port)})
    assert told == f"127.0.0.1:{server.port} cannot be used: Address already in use."


def test_server_without_a_model_says_so_in_one_line(tmp_path: Path) -> None:
    assert "run python -m bot.train" in _start_and_fail(tmp_path, {})


@pytest.mark.parametrize("name", ["INTAKE_INTERNAL_KEY", "INTAKE_TRACKER_KEY", "INTAKE_RASA_PORT"])
def test_server_with_a_bad_setting_names_it_in_one_line(project: Path, name: str) -> None:
    told = _start_and_fail(project, {name: "bad"})
    assert told.startswith(name)
    assert "\n" not in told


def _start_and_fail(project: Path, changes: dict[str, str]) -> str:
    environment = {
        **os.environ,
        "PYTHONPATH": str(REPOSITORY),
        "INTAKE_INTERNAL_KEY": KEY,
        "INTAKE_TRACKER_KEY": Fernet.generate_key().decode(),
        **changes,
    }
    finished = subprocess.run(
        [sys.executable, "-m", "bot.serve"],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert finished.returncode != 0
    return finished.stderr.strip()


def _wait_until_ready(server: Server) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        if server.process.poll() is not None:
            pytest.fail(f"The server stopped: {server.log.read_text()}")
        try:
            if server.call("GET", "/webhooks/intake/health", key=None)[0] == 200:
                return
        except urllib.error.URLError:
            time.sleep(0.2)
    pytest.fail(f"The server did not start: {server.log.read_text()}")
