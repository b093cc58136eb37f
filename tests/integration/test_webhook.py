"""Another case system is told what happened: signed, once or again until it has it, ids only."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from frontdesk.alerting.settings import read_keys
from frontdesk.alerting.webhook import Webhook
from frontdesk.transactions import Transactions
from store.alerting.webhook_events import LEASE, TRIED_FOR, list_events, take_due_event
from store.database import Database
from store.handling.handovers import close_handover, list_handovers
from store.handling.steps import close_case
from store.referrals.drafts import submit_draft
from store.tables import WebhookEvent
from tests.integration.alerting import SECRET, Receiver, hand_over
from tests.integration.families import DOCUMENT, add_family

KEYS = read_keys(SECRET)
only_sqlite = pytest.mark.parametrize("kind_of_database", ["sqlite"], indirect=True)


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    receiver = Receiver()
    yield receiver
    receiver.stop()


def send(database: Database, url: str | None) -> None:
    async def once() -> None:
        transactions = Transactions(database)
        webhook = Webhook(transactions, url, KEYS)
        await webhook.send_due()
        await webhook.close()
        transactions.close()

    asyncio.run(once())


def make_due(database: Database, *, older: timedelta = timedelta(0)) -> None:
    with database.writing() as session:
        for event in session.scalars(sa.select(WebhookEvent)):
            event.next_attempt_at = datetime.now(UTC)
            event.at -= older


def states(database: Database) -> list[str]:
    with database.reading() as session:
        return [event.status for event in list_events(session, limit=99)]


def test_life_of_a_case_is_told_step_by_step_and_once(
    database: Database, receiver: Receiver
) -> None:
    now = datetime.now(UTC)
    with database.writing() as session:
        family = add_family(session, now)
        submit_draft(session, family, document=DOCUMENT, now=now)
    hand_over(database, reason="new_referral", priority="routine", conversation=family)
    with database.writing() as session:
        changed = {**DOCUMENT, "child": {"name": "Zoe"}}
        submit_draft(session, family, document=changed, now=now)
        [handover] = list_handovers(session, family)
        close_handover(session, handover.id, family, outcome="answered", note=None, by=1, now=now)
        close_case(session, family, outcome="mediation", note=None, by=1, now=now)
    send(database, receiver.url)
    send(database, receiver.url)
    assert sorted(receiver.types) == [
        "case.closed",
        "case.opened",
        "handover.closed",
        "handover.opened",
        "referral.changed",
        "referral.changed",
        "referral.submitted",
    ]
    assert set(states(database)) == {"sent"}


@only_sqlite
def test_message_is_signed_and_holds_ids_and_nothing_else(
    database: Database, receiver: Receiver
) -> None:
    conversation = hand_over(database, reason="safety:distress", priority="immediate")
    send(database, receiver.url)
    headers, body = next(one for one in receiver.got if b"handover.opened" in one[1])
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    key = base64.b64decode(SECRET.removeprefix("whsec_"))
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{expected}"
    message = json.loads(body)
    assert set(message) == {"type", "timestamp", "data"}
    assert message["data"] == {"case": conversation}
    assert "safety" not in str(receiver.got) and "distress" not in str(receiver.got)


@only_sqlite
@pytest.mark.parametrize("answer", [500, 302])
def test_what_is_refused_is_sent_again_later_under_the_same_id_and_never_elsewhere(
    database: Database, receiver: Receiver, answer: int
) -> None:
    hand_over(database)
    receiver.answers = [answer, answer]
    send(database, receiver.url)
    assert set(states(database)) == {"waiting"} and len(receiver.got) == 2
    send(database, receiver.url)
    assert len(receiver.got) == 2, "not due yet"
    make_due(database)
    send(database, receiver.url)
    assert set(states(database)) == {"sent"} and len(receiver.got) == 4
    assert len({headers["webhook-id"] for headers, _ in receiver.got}) == 2


@only_sqlite
def test_what_nobody_took_for_days_is_given_up_and_shown(database: Database) -> None:
    hand_over(database)
    make_due(database, older=TRIED_FOR)
    send(database, "http://127.0.0.1:9/")
    with database.reading() as session:
        events = list_events(session, limit=9)
    assert {(event.status, event.answer) for event in events} == {("failed", "ConnectError")}


@only_sqlite
def test_without_another_system_news_wait_for_a_day_and_end(
    database: Database, receiver: Receiver
) -> None:
    hand_over(database)
    send(database, None)
    assert set(states(database)) == {"waiting"}
    make_due(database, older=timedelta(days=2))
    send(database, None)
    assert states(database) == []
    send(database, receiver.url)
    assert receiver.got == []


def test_event_of_a_process_that_died_is_taken_up_by_another_and_by_one_only(
    database: Database,
) -> None:
    hand_over(database)
    now = datetime.now(UTC)

    def take(later: timedelta) -> str | None:
        with database.writing() as session:
            event = take_due_event(session, now=now + later)
            return None if event is None else event.id

    with ThreadPoolExecutor(4) as desks:
        taken = [one for one in desks.map(lambda _: take(timedelta(0)), range(8)) if one]
    assert len(taken) == len(set(taken)) == 2
    assert take(timedelta(seconds=5)) is None
    assert take(LEASE + timedelta(seconds=5)) in taken
