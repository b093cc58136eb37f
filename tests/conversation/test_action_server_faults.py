"""The action server answers 500, hangs or is not there: the parent hears something kind in time."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from cli.processes import describe_processes
from cli.settings import UpSettings, read_settings
from cli.supervisor import Supervisor
from tests.conversation.conftest import find_words_in_logs
from tests.conversation.parents import PLAIN_ANSWERS, Chat, find_referral
from tests.conversation.service import ROOT, Service
from tests.conversation.test_personas import PERSONAS_FILE

KIND_WITHIN_S = 20.0
PERSONA = json.loads(PERSONAS_FILE.read_text().splitlines()[0])


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
    assert find_words_in_logs(service, Chat.everything_said) == []


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


def test_nothing_is_submitted_while_the_action_server_fails_and_all_of_it_once_it_is_back(
    without_actions: tuple[Service, Faults],
) -> None:
    service, faults = without_actions
    faults.end()
    with running_actions(service):
        chat = Chat(service)
        replies = chat.say(PERSONA["opening"])
        for _ in range(20):
            if chat.asked == "summary":
                break
            told = PERSONA["facts"].get(chat.asked)
            replies = chat.say(told[0] if told else PLAIN_ANSWERS.get(chat.asked or "", "skip"))
        assert chat.asked == "summary"
    faults.begin("answers 500")
    replies = chat.say("yes")
    assert [reply["topic"] for reply in replies] != ["receipt"]
    assert find_referral(service, chat.id)["status"] == "draft"  # type: ignore[index]
    faults.end()
    with running_actions(service):
        _wait_for(lambda: any(m["topic"] == "receipt" for m in chat.read()), seconds=90)
        assert [m["topic"] for m in chat.read()].count("receipt") == 1
    referral = find_referral(service, chat.id)
    assert referral is not None
    assert referral["status"] == "submitted"
    assert referral["child"]["name"] == PERSONA["expect"]["child.name"]


def test_what_was_told_meanwhile_is_answered_once_when_it_is_back(
    without_actions: tuple[Service, Faults],
) -> None:
    service, faults = without_actions
    faults.begin("refuses connections")
    chat = Chat(service)
    chat.say("my daughter was refused an assessment")
    with running_actions(service):
        _wait_for(lambda: any(m["asks"] == "consent" for m in chat.read()), seconds=90)
        time.sleep(3)
        assert [m["asks"] for m in chat.read()].count("consent") == 1


@contextmanager
def running_actions(service: Service) -> Iterator[None]:
    """The real action server, for the length of a `with`."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in service.environment.items():
            if name.startswith("INTAKE_"):
                patch.setenv(name, value)
        settings = read_settings(UpSettings)
    actions = [c for c in describe_processes(settings, ROOT) if c.name == "action server"]
    supervisor = Supervisor(actions, ROOT, tell=lambda line: None)
    supervisor.start_all()
    try:
        _wait_for(lambda: _is_ready(supervisor))
        yield
    finally:
        supervisor.stop_all()
