"""A team on a rota, and what reaches it: emails at a real mail server, events at a receiver."""

from __future__ import annotations

import json
import threading
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from casework.team.alerting import AlertKind
from casework.team.duty import PERIODS, Duty, Shift
from frontdesk.alerting.digests import send_digests
from frontdesk.alerting.rounds import tell_next
from frontdesk.alerting.words import Words
from store.accounts.staff import Role, add_staff, find_staff, set_up_account
from store.alerting.rota import replace_week
from store.alerting.states import AlertLine, list_alerts
from store.conversations.opening import open_conversation
from store.conversations.tokens import make_token
from store.database import Database
from store.handling.handovers import record_handover
from store.handling.holding import note_look
from store.tables import OutgoingEmail
from tests.integration.colleagues import QUICK_HASH

WORDS = Words("https://chat.example.org")
MINUTES: dict[AlertKind, int] = {"safety": 10, "urgent": 30}
SECRET = "whsec_" + "c2VjcmV0IG9mIHRoZSBjaGFyaXR5J3MgY2FzZSBzeXN0ZW0="


def hire(session: Session, name: str, role: Role) -> int:
    """The id of a new colleague whose address is name@example.org."""
    now, email = datetime.now(UTC), f"{name.lower()}@example.org"
    sign_up = add_staff(session, name=name, email=email, role=role, now=now)
    set_up_account(
        session,
        sign_up.code,
        password_hash=QUICK_HASH,
        totp_secret="JBSWY3DPEHPK3PXP",
        totp_step=1,
        now=now,
    )
    found = find_staff(session, email)
    assert found is not None
    return found.id


def put_on_duty(session: Session, duty: Duty, *staff: int) -> None:
    """Puts colleagues on this duty at any time of any day."""
    shifts = [
        Shift(duty, day, period, one) for day in range(7) for period in PERIODS for one in staff
    ]
    replace_week(session, duty, shifts, by=staff[0], now=datetime.now(UTC))


def hand_over(
    database: Database, reason: str = "asked", priority: str = "urgent", conversation: str = ""
) -> str:
    """Asks a person to look; returns the conversation."""
    now = datetime.now(UTC)
    with database.writing() as session:
        if not conversation:
            conversation = open_conversation(
                session, channel="web", locale="en", token=make_token(), now=now
            ).id
        record_handover(session, conversation, reason=reason, priority=priority, now=now)
    return conversation


@dataclass
class Team:
    ana: int
    ben: int
    lea: int
    lou: int
    max: int


@pytest.fixture
def team(database: Database) -> Team:
    with database.writing() as session:
        team = Team(
            hire(session, "Ana", "caseworker"),
            hire(session, "Ben", "caseworker"),
            hire(session, "Lea", "safeguarding_lead"),
            hire(session, "Lou", "safeguarding_lead"),
            hire(session, "Max", "manager"),
        )
        put_on_duty(session, "team", team.ana)
        put_on_duty(session, "safeguarding", team.lea)
    return team


def tell(database: Database, *, later: timedelta = timedelta(0)) -> bool:
    with database.writing() as session:
        return tell_next(session, WORDS, MINUTES, now=datetime.now(UTC) + later)


def told(database: Database) -> Counter[str]:
    """How many emails go to whom, taken back ones left out."""
    with database.reading() as session:
        emails = session.scalars(sa.select(OutgoingEmail).where(OutgoingEmail.status != "dropped"))
        return Counter(email.to.partition("@")[0] for email in emails)


def alert(database: Database) -> AlertLine:
    with database.reading() as session:
        return list_alerts(session, limit=9, is_for_lead=True)[0]


def look(database: Database, conversation: str, staff_id: int) -> None:
    with database.writing() as session:
        note_look(session, conversation, staff_id, now=datetime.now(UTC))


def send_digest(database: Database, due_at: datetime) -> None:
    with database.writing() as session:
        send_digests(session, WORDS, due_at=due_at, today=date(2026, 11, 23), now=due_at)


class Receiver:
    """Another case system: keeps what it is told, and answers what it is set to."""

    def __init__(self) -> None:
        self.got: list[tuple[dict[str, str], bytes]] = []
        self.answers: list[int] = []
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                headers = {name.lower(): value for name, value in self.headers.items()}
                receiver.got.append((headers, body))
                self.send_response(receiver.answers.pop(0) if receiver.answers else 204)
                self.send_header("location", f"{receiver.url}elsewhere")
                self.send_header("content-length", "0")
                self.end_headers()

            def log_message(self, *_args: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_port}/"

    @property
    def types(self) -> list[str]:
        return [json.loads(body)["type"] for _, body in self.got]

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(30)
