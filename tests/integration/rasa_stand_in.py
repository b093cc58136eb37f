"""A small real HTTP server that speaks the Rasa channel's protocol (docs/architecture.md)."""

from __future__ import annotations

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

QUESTION = "How old is your child?"


class RasaStandIn:
    """Answers every turn once by message id; `seconds`, `status` and `stop` make it misbehave."""

    def __init__(self, port: int = 0) -> None:
        self.turns: list[dict[str, Any]] = []
        self.facts_of: list[str] = []
        """Messages whose danger is answered already: their texts, in order."""
        self.keys: list[str | None] = []
        self.erased: list[str] = []
        self.trackers: dict[str, dict[str, Any]] = {}
        """What Rasa keeps, by conversation."""
        self.status = 200
        self.seconds = 0.0
        self.seconds_of_facts = 0.0
        self.messages: list[dict[str, Any]] = [{"text": QUESTION, "asks": "child_age"}]
        self.danger: str | None = None
        self.clears_doubts = False
        self.is_taking_turns: dict[str, int] = {}
        self.most_at_once = 0
        self._lock = threading.Lock()
        self._server: ThreadingHTTPServer | None = None
        self.port = port
        self.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def texts(self) -> list[str]:
        return [turn["text"] for turn in self.turns]

    def start(self) -> None:
        rasa = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_GET(self) -> None:
                if "/conversations/" in self.path:
                    kept = rasa.trackers.get(self.path.rsplit("/", 1)[-1])
                    self.answer(404 if kept is None else 200, kept or {})
                    return
                self.answer(503 if rasa._server is None else 200, {})

            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                rasa.keys.append(self.headers["X-Intake-Key"])
                self.answer(*rasa.take_turn(body))

            def do_DELETE(self) -> None:
                rasa.erased.append(self.path.rsplit("/", 1)[-1])
                self.answer(200, {})

            def answer(self, status: int, body: dict[str, Any]) -> None:
                data = json.dumps(body).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *args: object) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            block_on_close = False

            def handle_error(self, request: object, client_address: object) -> None:
                pass

        self._server = Server(("127.0.0.1", self.port), Handler)
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def take_turn(self, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        if self._server is None:
            return 503, {}
        if body["only_facts"]:
            time.sleep(self.seconds_of_facts)
            if self.status == 200:
                self.facts_of.append(body["text"])
            return self.status, {"messages": [], "dangers": [], "repeated": False}
        with self._lock:
            self.turns.append(body)
            at_once = self.is_taking_turns.get(body["conversation"], 0) + 1
            self.is_taking_turns[body["conversation"]] = at_once
            self.most_at_once = max(self.most_at_once, at_once)
        time.sleep(self.seconds)
        with self._lock:
            self.is_taking_turns[body["conversation"]] -= 1
        if self.status != 200:
            return self.status, {}
        suspected = None if self.clears_doubts else body["suspected"]
        dangers = [type_ for type_ in (suspected, self.danger) if type_]
        dangers = [type_ for type_ in dangers if type_ not in body["answered"]]
        said = [] if dangers else self.messages
        return 200, {"messages": said, "dangers": dangers, "repeated": False}
