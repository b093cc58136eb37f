"""What the stand-in of Twilio answers: messages and errors as Twilio tells them, and faults."""

from __future__ import annotations

import operator
import random
import re
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime
from typing import Any

from casework.texts.counting import count_segments

ACCOUNT = "AC" + "5" * 32
NUMBER = "+447700900999"
E164 = re.compile(r"\+[1-9]\d{6,14}")
LONGEST_BODY = 1_600
# twilio.com/docs/api/errors
MESSAGES = {
    20003: "Authenticate",
    20404: "The requested resource was not found",
    20429: "Too Many Requests",
    21211: "Invalid 'To' Phone Number",
    21602: "Message body is required",
    21603: "A 'From' phone number is required",
    21606: "The 'From' phone number provided is not a valid message-capable phone number",
    21610: "Attempt to send to unsubscribed recipient",
    21614: "'To' number is not a valid mobile number",
    21617: "The concatenated message body exceeds the 1600 character limit",
}


@dataclass
class StandInMessage:
    """A message that the stand-in has taken."""

    sid: str
    to: str
    sender: str
    body: str
    callback: str | None
    at: datetime
    status: str = "queued"
    error_code: int | None = None

    @property
    def is_sent(self) -> bool:
        return self.status != "queued"

    def as_json(self) -> dict[str, Any]:
        when = format_datetime(self.at)
        return {
            "account_sid": ACCOUNT,
            "api_version": "2010-04-01",
            "body": self.body,
            "date_created": when,
            "date_sent": when if self.is_sent else None,
            "date_updated": when,
            "direction": "outbound-api",
            "error_code": self.error_code,
            "error_message": None,
            "from": self.sender if self.sender.startswith("+") else None,
            "messaging_service_sid": self.sender if self.sender.startswith("MG") else None,
            "num_media": "0",
            "num_segments": str(count_segments(self.body).segments),
            "price": None,
            "price_unit": "GBP",
            "sid": self.sid,
            "status": self.status,
            "subresource_uris": {},
            "to": self.to,
            "uri": f"/2010-04-01/Accounts/{ACCOUNT}/Messages/{self.sid}.json",
        }


@dataclass
class Faults:
    """What goes wrong: the next ones by name, then at random with these shares of requests.

    `429` (with Retry-After), `500`, `hang` (no answer, nothing taken), `reset` (nothing taken),
    `reset after accepting`, `500 after accepting`, `hang after accepting`.
    """

    next: deque[str] = field(default_factory=deque)
    shares: dict[str, float] = field(default_factory=dict)
    list_fails: bool = False
    retry_after: str = "1"
    hang_seconds: float = 5.0
    chance: random.Random = field(default_factory=lambda: random.Random(5))

    def draw(self) -> str:
        if self.next:
            return self.next.popleft()
        drawn = self.chance.random()
        for name, share in self.shares.items():
            drawn -= share
            if drawn < 0:
                return name
        return ""


def refuse(status: int, code: int) -> tuple[int, dict[str, Any]]:
    """An error as Twilio tells it."""
    return status, {
        "code": code,
        "message": MESSAGES[code],
        "more_info": f"https://www.twilio.com/docs/errors/{code}",
        "status": status,
    }


def find_error(to: str, body: str, sender: str) -> int | None:
    """What is wrong with a message, whoever it goes to."""
    if not E164.fullmatch(to):
        return 21211
    if not sender:
        return 21603
    if sender != NUMBER and not sender.startswith("MG"):
        return 21606
    if not body:
        return 21602
    return 21617 if len(body) > LONGEST_BODY else None


def choose_messages(
    messages: Sequence[StandInMessage], wanted: Mapping[str, str]
) -> list[StandInMessage]:
    """The newest first, by the filters of Twilio's list; one that is queued has no DateSent."""
    found = [
        each
        for each in reversed(messages)
        if each.to == wanted.get("To", each.to) and each.sender == wanted.get("From", each.sender)
    ]
    compares = {"DateSent>": operator.ge, "DateSent<": operator.le}
    for name, is_chosen in compares.items():
        if name in wanted:
            moment = datetime.fromisoformat(wanted[name])
            found = [each for each in found if each.is_sent and is_chosen(each.at, moment)]
    return found
