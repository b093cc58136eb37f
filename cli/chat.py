"""`./intake chat`: talk to the running service in the terminal, over its public chat API."""

import textwrap
import time
from collections.abc import Sequence
from typing import Any
from uuid import uuid4

import httpx

from casework.texts.counting import count_segments
from cli.arguments import Commands
from cli.errors import CommandError
from cli.settings import UpSettings, read_settings
from frontdesk.choices import ANSWERED_WITH_NUMBERS

_ANSWER_SECONDS = 30.0
_LATE_SECONDS = 120.0
_PHONE_WIDTH = 40
_HINTS = {
    "web": "(Ctrl-D ends. A number picks a choice.)",
    "sms": "(Ctrl-D ends. Each box is one text. MORE, PAUSE, HELP and STOP work as on a phone.)",
}


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
            print(_HINTS[channel])
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
    """A message as the page shows it, its choices below with the numbers that pick them."""
    labels = [choice["label"] for choice in message["choices"]]
    if message["asks"] not in ANSWERED_WITH_NUMBERS:
        labels = [f"{number} {label}" for number, label in enumerate(labels, start=1)]
    return "\n" + "\n".join([message["text"], *labels])


def render_text(message: dict[str, Any]) -> str:
    """A message as the text that a phone shows, and what sending it takes.

    The service has worded it as it goes out: choices as numbers, long answers cut before MORE.
    """
    took = count_segments(message["text"])
    lines = [
        part
        for line in message["text"].splitlines()
        for part in textwrap.wrap(line, _PHONE_WIDTH) or [""]
    ]
    width = max(map(len, lines))
    bubble = [f"| {line.ljust(width)} |" for line in lines]
    edge = "+" + "-" * (width + 2) + "+"
    plural = "" if took.segments == 1 else "s"
    units = "characters" if took.encoding == "GSM-7" else "16-bit units"
    counted = f"  {took.segments} segment{plural}, {took.encoding}, {took.units} {units}"
    return "\n".join(["", edge, *bubble, edge, counted])


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
