"""Colleagues who take conversations over, through the forms of the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import httpx
import pytest
import sqlalchemy as sa

from store.accounts.staff import find_staff
from store.database import Database
from store.handling.handovers import record_handover
from store.tables import Claim, Conversation, Handover
from tests.integration.colleagues import StaffBrowser, employ
from tests.integration.front_desk import Parent, wait_until
from tests.integration.rasa_stand_in import RasaStandIn

STATES = ("assistant", "waiting", "claimed", "staff silent", "handed back", "closed")
MODES = {
    "assistant": "assistant",
    "waiting": "waiting",
    "claimed": "staff",
    "staff silent": "waiting",
    "handed back": "assistant",
    "closed": "closed",
}


EDGES: set[tuple[str, str]] = set()
"""Each state and event of the table in docs/decisions/0011 that a test names (`edges`)."""


def edges(event: str, states: Sequence[str] = STATES) -> pytest.MarkDecorator:
    """Runs a test for what this event does in each of these states."""
    EDGES.update((state, event) for state in states)
    return pytest.mark.parametrize("state", states)


@dataclass
class Writer:
    """A colleague with a browser open at one conversation."""

    browser: StaffBrowser
    conversation_id: str
    staff_id: int

    @property
    def page(self) -> str:
        return f"/staff/conversations/{self.conversation_id}"

    def look(self) -> str:
        return self.browser.look(self.page)

    def do(self, what: str, **fields: str) -> httpx.Response:
        token = self.browser.form_token(self.page)
        return self.browser.client.post(f"{self.page}/{what}", data={"form_token": token, **fields})

    def claim(self, instead_of: int | None = None) -> httpx.Response:
        return self.do("claim", **({} if instead_of is None else {"from": str(instead_of)}))

    def write(self, text: str, form_id: str | None = None) -> httpx.Response:
        return self.do("reply", text=text, form_id=form_id or str(uuid4()))

    def hand_back(self) -> httpx.Response:
        return self.do("hand-back")

    def close(self) -> httpx.Response:
        return self.do("close")


def put_to_work(
    browser: StaffBrowser, kept: Database, conversation_id: str, name: str, role: str = "caseworker"
) -> Writer:
    """A colleague of this name, signed in, in front of this conversation."""
    email = f"{name.split()[0].lower()}@example.org"
    colleague = employ(kept, email, role=role)  # type: ignore[arg-type]
    with kept.writing() as session:
        member = find_staff(session, email)
        assert member is not None
        member.name = name
        staff_id = member.id
    browser.sign_in_quickly(kept, colleague)
    # Where the address is https, as with texts, the cookie has this name.
    browser.client.cookies.set("__Host-staff", browser.client.cookies["staff"])
    return Writer(browser, conversation_id, staff_id)


def mode_of(kept: Database, conversation_id: str) -> str:
    with kept.reading() as session:
        return session.scalars(
            sa.select(Conversation.mode).where(Conversation.id == conversation_id)
        ).one()


def open_reasons(kept: Database) -> set[str]:
    with kept.reading() as session:
        return set(session.scalars(sa.select(Handover.reason).where(Handover.status == "open")))


def let_minutes_pass(kept: Database, minutes: int) -> None:
    """Everybody who waits for a colleague has waited so much longer."""
    with kept.writing() as session:
        for claim in session.scalars(sa.select(Claim).where(Claim.waits_since.is_not(None))):
            assert claim.waits_since is not None
            claim.waits_since -= timedelta(minutes=minutes)


@dataclass
class Scene:
    """A parent, a colleague and what is kept of both."""

    parent: Parent
    priya: Writer
    kept: Database
    rasa: RasaStandIn

    def bring_to(self, state: str) -> None:
        """After one question of the assistant, the conversation is in this state."""
        self.parent.send("hello")
        if state == "waiting":
            ask_for_person(self.kept, self.parent.conversation_id)
        if state in ("claimed", "staff silent", "handed back", "closed"):
            assert self.priya.claim().status_code == 303
        if state == "staff silent":
            let_minutes_pass(self.kept, 16)
            wait_until(lambda: mode_of(self.kept, self.parent.conversation_id) == "waiting")
        if state == "handed back":
            assert self.priya.hand_back().status_code == 303
        if state == "closed":
            assert self.priya.close().status_code == 303
        assert self.parent.read()["mode"] == MODES[state]

    def said_since(self, count: int) -> list[tuple[str, str]]:
        messages = self.parent.read()["messages"][count:]
        return [(message["from"], message["text"]) for message in messages]

    @property
    def count(self) -> int:
        return len(self.parent.read()["messages"])


def ask_for_person(kept: Database, conversation_id: str) -> None:
    with kept.writing() as session:
        record_handover(
            session,
            conversation_id,
            reason="asked_for_person",
            priority="soon",
            now=datetime.now(UTC),
        )


@pytest.fixture
def scene(parent: Parent, staff_browser: StaffBrowser, kept: Database, rasa: RasaStandIn) -> Scene:
    priya = put_to_work(staff_browser, kept, parent.conversation_id, "Priya Shah")
    return Scene(parent, priya, kept, rasa)
