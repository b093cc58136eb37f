"""A small action server of its own, over real HTTP, that can be made to fail in every way."""

from __future__ import annotations

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class ActionsServer:
    """Speaks Rasa's action protocol. `behaviour` says what it does with the next calls."""

    def __init__(self) -> None:
        self.behaviour = "answers"
        self.responses: list[dict[str, Any]] | None = None
        self.extra_events: list[dict[str, Any]] = []
        self.calls: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        owner = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = 65536

            def do_POST(self) -> None:
                owner.answer(self)

            def log_message(self, *_args: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def behave(self) -> None:
        """Go back to answering, and forget all calls."""
        self.behaviour, self.responses, self.extra_events = "answers", None, []
        self.calls.clear()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        body = json.loads(request.rfile.read(int(request.headers["Content-Length"])))
        self.calls.append(body)
        self.keys.append(request.headers.get("X-Intake-Key"))
        if self.behaviour == "hangs":
            time.sleep(3)
        if self.behaviour == "breaks off":
            request.close_connection = True
            return
        status = {"is broken": 500, "rejects": 400}.get(self.behaviour, 200)
        text = json.dumps(self._result(body)).encode()
        request.send_response(status)
        request.send_header("Content-Type", "application/json")
        request.send_header("Content-Length", str(len(text)))
        request.end_headers()
        request.wfile.write(text)

    def _result(self, body: dict[str, Any]) -> Any:
        message_id = body["tracker"]["latest_message"]["metadata"]["message_id"]
        turn_done = {"event": "slot", "name": "turn_done", "value": message_id}
        asking = {"event": "slot", "name": "asking", "value": "child_age"}
        ask = {
            "response": "utter_ask_child_age",
            "metadata": {"asks": "child_age", "topic": None},
        }
        if self.behaviour == "says nothing of the turn":
            return {"events": [asking], "responses": [ask]}
        if self.behaviour == "sends nothing":
            return {"events": [], "responses": []}
        if self.behaviour == "sends nonsense":
            return {"events": [{"event": "slot", "name": 5}], "responses": "none"}
        if self.behaviour in ("is broken", "rejects"):
            return {"error": "failed", "action_name": "validate_referral_form", "body": body}
        said = [ask] if self.responses is None else self.responses
        return {"events": [turn_done, asking, *self.extra_events], "responses": said}
