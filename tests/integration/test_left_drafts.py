"""People who began a referral, may be rung and did not come back: put in the queue, once."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from casework.referral.draft import Draft
from casework.referral.record import Referral
from frontdesk.left_drafts import LeftDrafts
from frontdesk.transactions import Transactions
from store.conversations.opening import open_conversation
from store.conversations.tokens import make_token
from store.database import Database
from store.handling.handovers import close_handover, list_handovers, record_handover
from store.handling.merging import merge_cases
from store.referrals.abandoned import ask_to_ring, list_left_drafts
from store.referrals.drafts import record_consent, save_draft, submit_draft, write_document
from store.tables import Handover
from store.tables import Referral as Row

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
BEFORE = NOW - timedelta(days=3)
LONG_AGO = NOW - timedelta(days=4)


def leave_draft(
    database: Database, *, at: datetime = LONG_AGO, consents: bool = True, **said: Any
) -> str:
    referral = Referral()
    referral.referrer.role, referral.consent.store.given = said.pop("role", "parent"), consents
    contact = {"phone": "+447700900701", "safe_to_call": True} | said
    referral.contact = referral.contact.model_copy(update=contact)
    document = Draft(referral=referral).referral.to_document() | {"channel": "web"}
    with database.writing() as session:
        family = open_conversation(
            session, channel="web", locale="en", token=make_token(), now=at
        ).id
        record_consent(
            session,
            family,
            kind="store",
            given=consents,
            notice_version="1",
            channel="web",
            by="parent",
            now=at,
        )
        save_draft(
            session,
            family,
            channel="web",
            document=document,
            progress={},
            turn_id="1",
            outcome={},
            changed_fields=[],
            now=at,
        )
    return family


def sweep(database: Database) -> list[str]:
    with database.reading() as session:
        left = list_left_drafts(session, before=BEFORE)
    asked = []
    for family in left:
        with database.writing() as session:
            if ask_to_ring(session, family, before=BEFORE, now=NOW):
                asked.append(family)
    return asked


def test_who_left_and_may_be_rung_is_put_in_the_queue_once(database: Database) -> None:
    family = leave_draft(database)
    assert sweep(database) == [family]
    assert sweep(database) == []
    with database.writing() as session:
        [handover] = list_handovers(session, family)
        assert handover.reason == "abandoned"
        close_handover(session, handover.id, family, outcome="answered", note=None, by=1, now=NOW)
    assert sweep(database) == []


@pytest.mark.parametrize(
    "said",
    [
        {"safe_to_call": False},
        {"safe_to_call": None},
        {"phone": None},
        {"consents": False},
        {"role": "school"},
        {"at": NOW - timedelta(days=2)},
    ],
    ids=["not to be rung", "not asked", "no number", "withdrew", "no permission", "not long ago"],
)
def test_nobody_else_is_rung(database: Database, said: dict[str, Any]) -> None:
    leave_draft(database, **said)
    assert sweep(database) == []


def test_who_sent_the_referral_or_waits_already_is_not_asked_for_twice(database: Database) -> None:
    sent, waits = leave_draft(database), leave_draft(database)
    with database.writing() as session:
        submit_draft(session, sent, document={"channel": "web"}, now=LONG_AGO)
        record_handover(session, waits, reason="callback_wanted", priority="soon", now=LONG_AGO)
    assert sweep(database) == []


def test_draft_that_is_part_of_another_case_is_rung_by_whoever_has_that(
    database: Database,
) -> None:
    whole, part = leave_draft(database), leave_draft(database)
    with database.writing() as session:
        record_handover(session, whole, reason="callback_wanted", priority="soon", now=LONG_AGO)
        merge_cases(session, part, into=whole, reason="one family", by=1, now=LONG_AGO)
    assert sweep(database) == []


def test_draft_that_is_left_alone_is_looked_at_again_only_once_it_changes(
    database: Database,
) -> None:
    family = leave_draft(database, safe_to_call=False)
    with database.reading() as session:
        before = session.query(Row).one().changed_at
        assert list_left_drafts(session, before=BEFORE) == [family]
    assert sweep(database) == []
    with database.reading() as session:
        assert list_left_drafts(session, before=BEFORE) == []
        assert session.query(Row).one().changed_at == before, "no news for other programs"
    with database.writing() as session:
        row = session.query(Row).one()
        contact = row.document["contact"] | {"safe_to_call": True}
        write_document(row, row.document | {"contact": contact}, NOW)
    later = BEFORE + timedelta(days=4)
    with database.writing() as session:
        assert list_left_drafts(session, before=later) == [family]
        assert ask_to_ring(session, family, before=later, now=NOW + timedelta(days=4))


def test_list_of_left_drafts_is_never_longer_than_one_look_takes(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.referrals.abandoned.AT_ONCE", 2)
    for hours in range(5):
        leave_draft(database, at=LONG_AGO - timedelta(hours=hours), safe_to_call=hours == 0)
    assert [len(sweep(database)) for _ in range(3)] == [0, 0, 1]


@pytest.mark.parametrize("kind_of_database", ["postgres"], indirect=True)
def test_two_front_desks_put_a_left_draft_in_the_queue_once(database: Database) -> None:
    family = leave_draft(database)

    def ask() -> bool:
        with database.writing() as session:
            return ask_to_ring(session, family, before=BEFORE, now=NOW)

    with ThreadPoolExecutor(1) as second, database.writing() as session:
        assert ask_to_ring(session, family, before=BEFORE, now=NOW)
        other = second.submit(ask)
        with pytest.raises(TimeoutError):
            other.result(timeout=0.5)
        session.commit()
        assert other.result(timeout=30) is False
    with database.reading() as session:
        assert len(list_handovers(session, family)) == 1


def test_database_refuses_a_second_open_request_of_one_kind(database: Database) -> None:
    family = leave_draft(database)
    with database.writing() as session:
        record_handover(session, family, reason="asked", priority="soon", now=NOW)
    with pytest.raises(sa.exc.IntegrityError), database.writing() as session:
        asked = {"conversation_id": family, "reason": "asked", "priority": "soon"}
        session.add(Handover(**asked, status="open", created_at=NOW))


def test_front_desk_looks_for_them_itself(database: Database) -> None:
    family = leave_draft(database, at=datetime.now(UTC) - timedelta(days=4))
    transactions = Transactions(database)
    asyncio.run(LeftDrafts(transactions, after=timedelta(days=3)).ask_to_ring_due())
    transactions.close()
    with database.reading() as session:
        assert [row.reason for row in list_handovers(session, family)] == ["abandoned"]
