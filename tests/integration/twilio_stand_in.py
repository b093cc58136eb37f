"""A small real HTTP server that speaks Twilio's Messages API and signs webhooks as Twilio does."""

from __future__ import annotations

import base64
import json
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import token_hex
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import httpx
from twilio.request_validator import (
    HMAC_SHA1,
    HMAC_SHA256,
    SIGNATURE_HEADER,
    SIGNATURE_SETTINGS_HEADER,
    RequestValidator,
)

from casework.texts.counting import count_segments
from tests.integration.twilio_answers import (
    ACCOUNT,
    NUMBER,
    Faults,
    StandInMessage,
    choose_messages,
    find_error,
    refuse,
)

TOKEN = "the-token-of-the-stand-in"
PUBLIC_URL = "https://intake.example.org"
STOP_WORDS = {"STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT"}
START_WORDS = {"START", "YES", "UNSTOP"}


class TwilioStandIn:
    """Takes messages at `url`, and texts a front desk that it knows as `public_url`."""

    def __init__(self, port: int = 0) -> None:
        self.messages: list[StandInMessage] = []
        self.requests: list[dict[str, str]] = []
        self.faults = Faults()
        self.front_desk = ""
        self.public_url = PUBLIC_URL
        self.token = TOKEN
        self.opted_out: set[str] = set()
        self.landlines: set[str] = set()
        self.minds_opt_out = False
        self.receipts: tuple[str, ...] = ()
        self.failing: dict[str, int] = {}
        self._lock = threading.Lock()
        self._callbacks = ThreadPoolExecutor(2)
        self._client = httpx.Client(trust_env=False, verify=False, timeout=30)
        self._server = self._serve(port)
        self.port = self._server.server_address[1]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        """The settings of a front desk that texts through this."""
        return {
            "TWILIO_ACCOUNT_SID": ACCOUNT,
            "TWILIO_AUTH_TOKEN": self.token,
            "TWILIO_FROM": NUMBER,
            "TWILIO_API_BASE_URL": self.url,
            "INTAKE_PUBLIC_URL": self.public_url,
        }

    def bodies_to(self, number: str) -> list[str]:
        """What this phone got, in order."""
        with self._lock:
            return [message.body for message in self.messages if message.to == number]

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._callbacks.shutdown(cancel_futures=True)
        self._client.close()

    def inbound(self, number: str, body: str, **changed: str) -> dict[str, str]:
        """The fields of a text as Twilio posts them; `changed` replaces or adds some."""
        sid = "SM" + token_hex(16)
        return {
            "ToCountry": "GB",
            "ToState": "",
            "SmsMessageSid": sid,
            "NumMedia": "0",
            "ToCity": "",
            "FromZip": "",
            "SmsSid": sid,
            "FromState": "",
            "SmsStatus": "received",
            "FromCity": "",
            "Body": body,
            "FromCountry": "GB",
            "To": NUMBER,
            "ToZip": "",
            "NumSegments": str(count_segments(body).segments),
            "MessageSid": sid,
            "AccountSid": ACCOUNT,
            "From": number,
            "ApiVersion": "2010-04-01",
            **changed,
        }

    def sign(
        self, path: str, fields: dict[str, str], *, scheme: str = HMAC_SHA1, token: str = ""
    ) -> dict[str, str]:
        """The headers that Twilio's own library computes for a post to this path."""
        validator = RequestValidator(token or self.token)
        signature = validator.compute_signature(f"{self.public_url}{path}", fields, scheme)
        headers = {
            SIGNATURE_HEADER: signature,
            "Content-Type": "application/x-www-form-urlencoded; charset=utf-8",
            "User-Agent": "TwilioProxy/1.1",
        }
        if scheme == HMAC_SHA256:
            headers[SIGNATURE_SETTINGS_HEADER] = f"key=webhooks_sharedkey_1,algorithm={scheme}"
        return headers

    def post(self, path: str, fields: dict[str, str], *, scheme: str = HMAC_SHA1) -> httpx.Response:
        """Posts signed fields to the front desk."""
        return self._client.post(
            f"{self.front_desk}{path}",
            content=urlencode(fields),
            headers=self.sign(path, fields, scheme=scheme),
        )

    def text(
        self, number: str, body: str, *, scheme: str = HMAC_SHA1, **changed: str
    ) -> httpx.Response:
        """Sends a text from this number to the front desk."""
        word = body.strip().upper()
        if self.minds_opt_out and word in STOP_WORDS:
            self.opted_out.add(number)
        elif self.minds_opt_out and word in START_WORDS:
            self.opted_out.discard(number)
        return self.post("/sms/twilio", self.inbound(number, body, **changed), scheme=scheme)

    def tell(self, message: StandInMessage, status: str, code: int | None = None) -> int:
        """Sends one delivery receipt; the status code of the answer."""
        message.status, message.error_code = status, code
        if message.callback is None:
            return 0
        parts = urlsplit(message.callback)
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        fields = {
            "ApiVersion": "2010-04-01",
            "MessageStatus": status,
            "SmsSid": message.sid,
            "SmsStatus": status,
            "To": message.to,
            "From": message.sender,
            "MessageSid": message.sid,
            "AccountSid": ACCOUNT,
            **({} if code is None else {"ErrorCode": str(code)}),
        }
        try:
            return self.post(path, fields).status_code
        except httpx.HTTPError:
            return 0

    def take(self, fields: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """Takes a message or refuses it, with Twilio's status and error."""
        to, body = fields.get("To", ""), fields.get("Body", "")
        sender = fields.get("MessagingServiceSid") or fields.get("From", "")
        code = find_error(to, body, sender)
        if code is None and to in self.landlines:
            code = 21614
        if code is None and to in self.opted_out:
            code = 21610
        if code is not None:
            return refuse(400, code)
        message = StandInMessage(
            sid="SM" + token_hex(16),
            to=to,
            sender=sender,
            body=body,
            callback=fields.get("StatusCallback"),
            at=datetime.now(UTC),
        )
        with self._lock:
            self.messages.append(message)
        if self.front_desk and self.receipts:
            self._callbacks.submit(self._tell_all, message)
        return 201, message.as_json()

    def list_messages(self, query: dict[str, list[str]]) -> dict[str, Any]:
        """The newest first, by pages."""
        wanted = {name: values[0] for name, values in query.items()}
        with self._lock:
            found = choose_messages(self.messages, wanted)
        size, page = int(wanted.get("PageSize", 50)), int(wanted.get("Page", 0))
        shown = found[page * size : (page + 1) * size]
        path = f"/2010-04-01/Accounts/{ACCOUNT}/Messages.json"
        rest = {**wanted, "PageSize": str(size), "Page": str(page + 1)}
        has_more = len(found) > (page + 1) * size
        return {
            "messages": [each.as_json() for each in shown],
            "page": page,
            "page_size": size,
            "uri": path,
            "first_page_uri": path,
            "previous_page_uri": None,
            "next_page_uri": f"{path}?{urlencode(rest)}" if has_more else None,
        }

    def _tell_all(self, message: StandInMessage) -> None:
        for status in self.receipts:
            self.tell(message, status, self.failing.get(message.to))

    def _serve(self, port: int) -> ThreadingHTTPServer:
        twilio = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_GET(self) -> None:
                parts = urlsplit(self.path)
                if self.is_refused(parts.path):
                    return
                if twilio.faults.list_fails:
                    self.answer(503, {"status": 503, "message": "Service Unavailable"})
                    return
                self.answer(200, twilio.list_messages(parse_qs(parts.query)))

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                if self.is_refused(urlsplit(self.path).path):
                    return
                fields = dict(parse_qsl(body, keep_blank_values=True))
                with twilio._lock:
                    twilio.requests.append(fields)
                    fault = twilio.faults.draw()
                self.answer_with(fault, fields)

            def answer_with(self, fault: str, fields: dict[str, str]) -> None:
                if fault == "429":
                    self.answer(*refuse(429, 20429), {"Retry-After": twilio.faults.retry_after})
                    return
                accepts = not fault or fault.endswith("after accepting")
                answer = twilio.take(fields) if accepts else (0, {})
                if fault.startswith("500"):
                    self.answer(500, {"status": 500, "message": "Internal Server Error"})
                elif fault.startswith(("hang", "reset")):
                    time.sleep(twilio.faults.hang_seconds if fault.startswith("hang") else 0)
                    self.close_connection = True
                    self.connection.shutdown(socket.SHUT_RDWR)
                else:
                    self.answer(*answer)

            def is_refused(self, path: str) -> bool:
                wanted = base64.b64encode(f"{ACCOUNT}:{twilio.token}".encode()).decode()
                if self.headers.get("Authorization") != f"Basic {wanted}":
                    self.answer(*refuse(401, 20003))
                    return True
                if path != f"/2010-04-01/Accounts/{ACCOUNT}/Messages.json":
                    self.answer(*refuse(404, 20404))
                    return True
                return False

            def answer(
                self, status: int, body: dict[str, Any], headers: dict[str, str] | None = None
            ) -> None:
                data = json.dumps(body).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json;charset=utf-8")
                self.send_header("Content-Length", str(len(data)))
                for name, value in (headers or {}).items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *args: object) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            block_on_close = False
            request_queue_size = 64

            def handle_error(self, request: object, client_address: object) -> None:
                pass

        server = Server(("127.0.0.1", port), Handler)
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        return server
