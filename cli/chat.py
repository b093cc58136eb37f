"""`./intake chat`: talk to the running service in the terminal, over its public chat API."""

import time
from collections.abc import Sequence
from typing import Any
from uuid import uuid4

import httpx

from casework.sms_text import count_segments
from cli.arguments import Commands
from cli.errors import CommandError
from cli.settings import UpSettings, read_settings
from frontdesk.choices import list_choices

_ANSWER_SECONDS = 30.0
_LATE_SECONDS = 120.0


def add_command(commands: Commands) -> None:
    """Add `chat` to the command line."""
    parser = commands.add_parser("chat", help="talk to the running service in the terminal")
    parser.add_argument(
        "--channel", choices=("web", "sms"), default="web", help="sms shows it as texts"
    )
    parser.add_argument("--url", help="where the service is (default: from the settings)")
    parser.set_defaults(run=lambda options: talk(options.channel, options.url))


def talk(channel: str, url: str | None = None) -> int:
    """Hold one conversation until Ctrl-D. Raises CommandError when the service cannot be used."""
    address = url or read_settings(UpSettings).front_desk_url
    with httpx.Client(base_url=address, timeout=_ANSWER_SECONDS, trust_env=url is not None) as http:
        try:
            conversation = Conversation(http, channel)
            print("(Ctrl-D ends. A number picks a choice.)")
            while (said := _read_line()) is not None:
                if said:
                    conversation.say(said)
        except httpx.TransportError:
            raise CommandError(f"Nothing answers at {address}. Start it with: make run") from None
    return 0


class Conversation:
    """One conversation on the chat API, printed as it goes."""

    def __init__(self, http: httpx.Client, channel: str) -> None:
        self._http = http
        self._channel = channel
        self._last_seq = 0
        opened = _check(http.post("/api/conversations", json={"channel": channel, "locale": "en"}))
        self._path = f"/api/conversations/{opened['conversation_id']}/messages"
        self._headers = {"Authorization": f"Bearer {opened['token']}"}
        self._show(opened["messages"])

    def say(self, typed: str) -> None:
        """Send what was typed and show the replies; the service knows a choice by its number."""
        sent = {"client_message_id": str(uuid4()), "text": typed}
        answer = self._http.post(self._path, json=sent, headers=self._headers)
        self._show(_check(answer)["messages"])
        if answer.status_code == 202:
            self._await_late_reply()

    def _await_late_reply(self) -> None:
        deadline = time.monotonic() + _LATE_SECONDS
        while time.monotonic() < deadline:
            time.sleep(1)
            news = self._http.get(
                self._path, params={"after": self._last_seq}, headers=self._headers
            )
            if self._show(_check(news)["messages"]):
                return

    def _show(self, messages: Sequence[dict[str, Any]]) -> int:
        fresh = [message for message in messages if message["seq"] > self._last_seq]
        for message in fresh:
            self._last_seq = message["seq"]
            if message["from"] != "parent":
                print(render_text(message) if self._channel == "sms" else render_message(message))
        return len(fresh)


def render_message(message: dict[str, Any]) -> str:
    """A message as the page shows it, its choices below."""
    return "\n" + list_choices(message["text"], message["choices"], asks=message["asks"])


def render_text(message: dict[str, Any]) -> str:
    """A message as a text, and what sending it takes; the service lists the choices in it."""
    took = count_segments(message["text"])
    plural = "" if took.segments == 1 else "s"
    return f"\n{message['text']}\n[{took.segments} segment{plural}, {took.encoding}]"


def _check(answer: httpx.Response) -> dict[str, Any]:
    if answer.is_success:
        return dict(answer.json())
    try:
        problem = answer.json()
        reason = problem.get("detail") or problem.get("title")
    except ValueError:
        reason = answer.reason_phrase
    raise CommandError(f"The service refused ({answer.status_code}): {reason}")


def _read_line() -> str | None:
    try:
        return input("\n> ").strip()
    except EOFError:
        print()
        return None
