from __future__ import annotations

import copy
import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from store.database import Database
from store.referrals.drafts import (
    DraftChangedMeanwhile,
    StoredDraft,
    delete_draft,
    load_draft,
    record_consent,
    record_handover,
    save_draft,
    submit_draft,
)
from store.referrals.lookup import find_referral
from store.tables import AuditEntry, Consent, Conversation, Handover, Referral

CONVERSATION = "5b0f5a54-52b6-4c5b-9a4e-6a2f6a1f0001"
NOW = datetime(2026, 11, 21, 10, 15, tzinfo=UTC)
DOCUMENT: dict[str, Any] = {
    "schema_version": 1,
    "channel": "web",
    "contact": {"phone": "+447700900123", "email": "Ann.Lee@example.org"},
    "child": {"name": "J.P.", "age": 9},
    "council": {"gss": "E08000003", "name": "Manchester", "coverage": "listed"},
    "certificate": {"held": False, "date": None},
    "requirement": {"certificate": "required"},
    "deadlines": {
        "contact_by": "2026-12-20",
        "appeal_by": "2027-01-20",
        "appeal_by_unadjusted": "2026-12-20",
        "urgency": "soon",
    },
}


def save(database: Database, turn_id: str = "turn-1", **changes: Any) -> StoredDraft:
    with database.writing() as session:
        return save_draft(
            session,
            CONVERSATION,
            channel="web",
            document={**copy.deepcopy(DOCUMENT), **changes},
            progress={"answered": ["child_age"]},
            turn_id=turn_id,
            outcome={"say": ["Thank you."]},
            changed_fields=["contact.phone", "child.age"],
            now=NOW,
        )


def test_a_draft_comes_back_as_it_was_saved(database: Database) -> None:
    saved = save(database)
    with database.reading() as session:
        draft = load_draft(session, CONVERSATION)
    assert draft == saved
    assert re.fullmatch(r"[A-Z0-9]{4}-[A-Z0-9]{4}", draft.reference)
    assert draft.document["child"] == {"name": "J.P.", "age": 9}
    assert draft.document["reference"] == draft.reference
    assert draft.document["status"] == "draft"
    assert draft.document["created_at"] == "2026-11-21T10:15:00Z"
    assert draft.progress == {"answered": ["child_age"]}
    assert (draft.last_turn_id, draft.last_outcome) == ("turn-1", {"say": ["Thank you."]})


def test_nothing_a_parent_said_lies_in_the_database_in_the_clear(database: Database) -> None:
    save(database)
    with database.reading() as session:
        row = str(session.execute(sa.text("SELECT * FROM referrals")).all())
        assert "J.P." not in row and "7700" not in row and "example.org" not in row.lower()
        entry = session.scalars(sa.select(AuditEntry)).one()
        assert (entry.action, entry.fields) == ("draft saved", ["child.age", "contact.phone"])


def test_the_queue_sees_dates_and_council_without_decrypting(database: Database) -> None:
    save(database)
    with database.reading() as session:
        row = session.scalars(sa.select(Referral)).one()
    assert (row.council_gss, row.coverage, row.urgency) == ("E08000003", "listed", "soon")
    assert (row.contact_by, row.appeal_by) == (date(2026, 12, 20), date(2027, 1, 20))
    assert row.days_counted_to == date(2026, 12, 20)


def test_a_turn_that_was_saved_before_changes_nothing(database: Database) -> None:
    first = save(database)
    again = save(database, child={"name": "Someone else", "age": 3})
    assert again == first


def test_a_draft_is_written_over_as_it_was_read_before(database: Database) -> None:
    save(database)
    with database.reading() as session:
        loaded = load_draft(session, CONVERSATION)
    assert loaded is not None
    written = write_over(database, loaded, "turn-2")
    with database.reading() as session:
        assert load_draft(session, CONVERSATION) == written
    assert (written.revision, written.last_turn_id) == (loaded.revision + 1, "turn-2")
    assert written.document["child"]["name"] == "Zoë"


def test_a_draft_read_before_somebody_else_changed_it_is_not_written_over(
    database: Database,
) -> None:
    save(database)
    with database.reading() as session:
        loaded = load_draft(session, CONVERSATION)
    assert loaded is not None
    newer = save(database, "turn-2")
    with pytest.raises(DraftChangedMeanwhile):
        write_over(database, loaded, "turn-3")
    with database.reading() as session:
        assert load_draft(session, CONVERSATION) == newer


def write_over(database: Database, loaded: StoredDraft, turn_id: str) -> StoredDraft:
    """Saves a turn on a draft that an earlier transaction has read, as the action server does."""
    with database.writing() as session:
        return save_draft(
            session,
            CONVERSATION,
            channel="web",
            document={**DOCUMENT, "child": {"name": "Zoë", "age": 9}},
            progress={},
            turn_id=turn_id,
            outcome={},
            changed_fields=["child.name"],
            now=NOW,
            expected_revision=loaded.revision,
            loaded=loaded,
        )


def test_a_draft_changed_by_somebody_else_is_not_overwritten(database: Database) -> None:
    first = save(database)
    save(database, "turn-2")
    with pytest.raises(DraftChangedMeanwhile), database.writing() as session:
        save_draft(
            session,
            CONVERSATION,
            channel="web",
            document=DOCUMENT,
            progress={},
            turn_id="turn-3",
            outcome={},
            changed_fields=[],
            now=NOW,
            expected_revision=first.revision,
        )


def test_a_referral_is_submitted_once_and_later_edits_are_kept(database: Database) -> None:
    save(database)
    edited = {**DOCUMENT, "child": {"name": "J.P.", "age": 10}}
    with database.writing() as session:
        reference = submit_draft(session, CONVERSATION, document=DOCUMENT, now=NOW)
    later = NOW + timedelta(hours=1)
    for document in (DOCUMENT, edited):
        with database.writing() as session:
            assert reference == submit_draft(session, CONVERSATION, document=document, now=later)
    with database.reading() as session:
        referral = find_referral(session, reference.lower().replace("-", " "))
        actions = session.scalars(sa.select(AuditEntry.action).order_by(AuditEntry.id)).all()
    assert referral is not None and referral.document["child"]["age"] == 10
    assert referral.document["submitted_at"] == "2026-11-21T10:15:00Z"
    assert actions == ["draft saved", "referral submitted", "referral changed"]


def test_an_answer_after_submitting_leaves_it_submitted(database: Database) -> None:
    save(database)
    with database.writing() as session:
        submit_draft(session, CONVERSATION, document=DOCUMENT, now=NOW)
    assert save(database, "turn-2").status == "submitted"


def test_a_withdrawn_draft_is_gone_but_a_referral_needs_a_person(database: Database) -> None:
    save(database)
    with database.writing() as session:
        assert delete_draft(session, CONVERSATION, actor="parent", now=NOW)
        assert load_draft(session, CONVERSATION) is None
    save(database)
    with database.writing() as session:
        submit_draft(session, CONVERSATION, document=DOCUMENT, now=NOW)
        assert not delete_draft(session, CONVERSATION, actor="parent", now=NOW)


def test_consent_is_logged_once_for_each_answer(database: Database) -> None:
    for given in (True, True, False, True):
        with database.writing() as session:
            record_consent(
                session,
                CONVERSATION,
                kind="store",
                given=given,
                notice_version="1",
                channel="web",
                by="parent",
                now=NOW,
            )
    with database.reading() as session:
        given_in_turn = session.scalars(sa.select(Consent.given).order_by(Consent.id)).all()
    assert given_in_turn == [True, False, True]


def test_a_person_is_asked_once_for_each_reason(database: Database) -> None:
    with database.writing() as session:
        session.add(
            Conversation(
                id=CONVERSATION,
                channel="web",
                locale="en",
                created_at=NOW,
                last_message_at=NOW,
            )
        )
    asked = []
    for reason, priority, note in (
        ("asked", "routine", "Please ring after four"),
        ("asked", "urgent", "With an interpreter: Polish (pol)"),
        ("asked", "routine", "Please ring after four"),
        ("lost", "soon", None),
    ):
        with database.writing() as session:
            asked.append(
                record_handover(
                    session,
                    CONVERSATION,
                    reason=reason,
                    priority=priority,
                    now=NOW,
                    note=note,
                )
            )
    with database.reading() as session:
        rows = session.scalars(sa.select(Handover).order_by(Handover.id)).all()
        conversation = session.get_one(Conversation, CONVERSATION)
        raw = str(session.execute(sa.text("SELECT note FROM handovers")).all())
    assert asked == [True, False, False, True]
    assert [(row.reason, row.priority) for row in rows] == [("asked", "urgent"), ("lost", "soon")]
    assert rows[0].note == "Please ring after four. With an interpreter: Polish (pol)"
    assert "four" not in raw
    assert conversation.mode == "waiting"
