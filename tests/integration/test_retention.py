from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.database import Database
from store.erasing.erasers import TABLE_ERASERS, TableEraser
from store.erasing.retention import load_retention, purge
from store.handling.handovers import close_handover, list_handovers
from store.referrals.drafts import load_draft
from store.tables import (
    AuditEntry,
    Conversation,
    Message,
    NumberConfirmation,
    OutgoingText,
    PhoneNumber,
)
from tests.integration.families import add_family

RETENTION = load_retention()


def nothing_to_erase(conversation_id: str) -> None:
    pass


def purge_after(
    database: Database,
    now: datetime,
    *,
    erase_tracker: Callable[[str], None] = nothing_to_erase,
    **age: int,
) -> dict[str, int]:
    return purge(database, RETENTION, now=now + timedelta(**age), erase_tracker=erase_tracker)


def test_a_draft_that_was_not_sent_goes_after_30_days(database: Database, now: datetime) -> None:
    with database.writing() as session:
        begun = add_family(session, now)
        sent = add_family(session, now, is_submitted=True)
    assert purge_after(database, now, days=29)["drafts"] == 0
    assert purge_after(database, now, days=31)["drafts"] == 1
    with database.reading() as session:
        assert load_draft(session, begun) is None
        assert load_draft(session, sent) is not None


def test_what_was_said_goes_after_90_days_and_the_referral_stays(
    database: Database, now: datetime
) -> None:
    with database.writing() as session:
        family = add_family(session, now, is_submitted=True)
    assert purge_after(database, now, days=89)["transcripts"] == 0
    assert purge_after(database, now, days=91)["transcripts"] == 1
    with database.reading() as session:
        assert session.scalars(sa.select(Message)).all() == []
        assert session.get(Conversation, family) is None
        assert load_draft(session, family) is not None


def test_the_number_and_its_texts_go_with_what_was_said(database: Database, now: datetime) -> None:
    with database.writing() as session:
        add_family(session, now, channel="sms")
    purge_after(database, now, days=89)
    with database.reading() as session:
        assert session.scalars(sa.select(OutgoingText)).all()
    assert purge_after(database, now, days=91)["transcripts"] == 1
    with database.reading() as session:
        assert session.scalars(sa.select(OutgoingText)).all() == []
        assert session.scalars(sa.select(PhoneNumber)).all() == []


def test_a_number_that_was_sent_digits_is_forgotten_after_a_day(
    database: Database, now: datetime
) -> None:
    with database.writing() as session:
        family = add_family(session, now, channel="sms")
    assert purge_after(database, now, hours=23)["number confirmations"] == 0
    assert purge_after(database, now, hours=25)["number confirmations"] == 1
    with database.reading() as session:
        assert session.scalars(sa.select(NumberConfirmation)).all() == []
        assert session.get(PhoneNumber, family) is not None


def test_a_conversation_without_consent_goes_after_a_day(database: Database, now: datetime) -> None:
    with database.writing() as session:
        agreed = add_family(session, now)
        silent = add_family(session, now, consents=False)
        in_danger = add_family(session, now, consents=False, is_in_danger=True)
    assert purge_after(database, now, hours=23)["without consent"] == 0
    assert purge_after(database, now, hours=25)["without consent"] == 1
    with database.reading() as session:
        left = set(session.scalars(sa.select(Conversation.id)))
        entry = session.scalars(sa.select(AuditEntry).order_by(AuditEntry.id.desc())).first()
    assert left == {agreed, in_danger} and silent not in left
    assert entry is not None and entry.action == "purged without consent"
    assert entry.conversation_id == silent and RETENTION.version in entry.actor


def test_while_rasa_cannot_forget_nothing_is_half_deleted(
    database: Database, now: datetime
) -> None:
    with database.writing() as session:
        family = add_family(session, now, consents=False)

    def refuse(conversation_id: str) -> None:
        raise ConnectionError

    assert purge_after(database, now, erase_tracker=refuse, hours=25)["without consent"] == 0
    with database.reading() as session:
        assert session.get(Conversation, family) is not None
    forgotten: list[str] = []
    purged = purge_after(database, now, erase_tracker=forgotten.append, hours=25)
    assert purged["without consent"] == 1 and forgotten == [family]


def test_nothing_is_left_of_a_family_that_sent_no_referral_once_nobody_owes_them_anything(
    database: Database, now: datetime
) -> None:
    with database.writing() as session:
        family = add_family(session, now, is_in_danger=True)
    purge_after(database, now, days=91)
    purge_after(database, now, days=400)
    with database.writing() as session:
        left = {eraser.identifier for eraser in TABLE_ERASERS if count_rows(session, eraser)}
        assert {"handovers", "cases", "alerts"} <= left  # A danger that nobody has closed.
        for handover in list_handovers(session, family):
            close_handover(
                session, handover.id, family, outcome="answered", note=None, by=1, now=now
            )
    purge_after(database, now, days=401)
    with database.reading() as session:
        assert [e.identifier for e in TABLE_ERASERS if count_rows(session, e)] == []


def count_rows(session: Session, eraser: TableEraser) -> int:
    return session.scalar(sa.select(sa.func.count()).select_from(eraser.model)) or 0
