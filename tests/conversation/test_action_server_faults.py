"""The action server answers 500, hangs or is not there: the parent hears something kind in time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from cli.processes import describe_processes
from cli.settings import UpSettings, read_settings
from cli.supervisor import Supervisor
from tests.conversation.parents import Chat
from tests.conversation.service import ROOT, Service

KIND_WITHIN_S = 20.0


class Faults:
    """Stands where the action server should be and misbehaves as it is told."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.mode = "answers 500"
        self._server: ThreadingHTTPServer | None = None
        self._release = threading.Event()

    def begin(self, mode: str) -> None:
        self.end()
        self.mode = mode
        self._release = threading.Event()
        if mode == "refuses connections":
            return
        faults = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                if faults.mode == "hangs":
                    faults._release.wait(60)
                self.send_response(500)
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None:
                return

        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def end(self) -> None:
        self._release.set()
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None


@pytest.fixture(scope="module")
def without_actions(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Service, Faults]]:
    service = Service(tmp_path_factory.mktemp("faults"))
    service.folder.mkdir(parents=True, exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        for name, value in service.environment.items():
            if name.startswith("INTAKE_"):
                patch.setenv(name, value)
        settings = read_settings(UpSettings)
        children = [c for c in describe_processes(settings, ROOT) if c.name != "action server"]
        supervisor = Supervisor(children, ROOT, tell=lambda line: None)
        faults = Faults(service.ports["action server"])
        supervisor.start_all()
        _wait_for(lambda: _is_ready(supervisor))
        yield service, faults
        faults.end()
        supervisor.stop_all()


def _is_ready(supervisor: Supervisor) -> bool:
    supervisor.look_after()
    return supervisor.is_ready()


def _wait_for(condition: Callable[[], bool], seconds: float = 120) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.2)


@pytest.mark.parametrize("mode", ["answers 500", "hangs", "refuses connections"])
def test_parent_hears_something_kind_within_twenty_seconds(
    without_actions: tuple[Service, Faults], mode: str
) -> None:
    service, faults = without_actions
    faults.begin(mode)
    chat = Chat(service)
    began = time.monotonic()
    replies = chat.say("my daughter was refused an assessment")
    took = time.monotonic() - began
    assert took <= KIND_WITHIN_S
    assert replies, "silence is no answer"
    assert "safe" in replies[-1]["text"] or "kept" in replies[-1]["text"]


def test_nothing_is_submitted_while_the_action_server_fails(
    without_actions: tuple[Service, Faults],
) -> None:
    service, faults = without_actions
    faults.begin("answers 500")
    chat = Chat(service)
    chat.say("yes send it")
    assert "submitted" not in service.run("referrals", "list")


def test_what_was_told_meanwhile_is_answered_once_when_it_is_back(
    without_actions: tuple[Service, Faults], tmp_path: Path
) -> None:
    service, faults = without_actions
    faults.begin("refuses connections")
    chat = Chat(service)
    chat.say("my daughter was refused an assessment")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in service.environment.items():
            if name.startswith("INTAKE_"):
                patch.setenv(name, value)
        settings = read_settings(UpSettings)
    actions = [c for c in describe_processes(settings, ROOT) if c.name == "action server"]
    supervisor = Supervisor(actions, ROOT, tell=lambda line: None)
    supervisor.start_all()
    try:
        _wait_for(lambda: any(m["asks"] == "consent" for m in chat.read()), seconds=90)
        time.sleep(3)
        assert [m["asks"] for m in chat.read()].count("consent") == 1
    finally:
        supervisor.stop_all()
