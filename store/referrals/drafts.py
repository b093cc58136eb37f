"""The draft of a conversation: saved with each answer, submitted once, deleted when withdrawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from casework.dispute.result import is_confirmed_still
from store.audit import record_audit
from store.cases.name_index import forget_names
from store.handling.handovers import record_handover
from store.handling.upkeep import refresh_case
from store.references import make_reference
from store.referrals.answer_changes import record_answer_changes
from store.referrals.consents import record_consent
from store.referrals.documents import (
    StoredDraft,
    to_draft,
    to_stored_draft,
    without_identity,
    write_document,
)
from store.tables import Conversation, Referral

# Consents and handovers are recorded in the same turn as the draft: one door for all three.
__all__ = [
    "DraftChangedMeanwhile",
    "StoredDraft",
    "delete_draft",
    "load_draft",
    "load_with_conversation",
    "record_consent",
    "record_handover",
    "save_draft",
    "submit_draft",
    "to_draft",
    "to_stored_draft",
    "write_document",
]


class DraftChangedMeanwhile(Exception):
    """Somebody else saved this draft since it was loaded: load it again and repeat the turn."""


def load_draft(session: Session, conversation_id: str) -> StoredDraft | None:
    """What is kept of this conversation's referral, draft or submitted; None before consent."""
    row = _find_row(session, conversation_id)
    return None if row is None else to_stored_draft(row)


def load_with_conversation(
    session: Session, conversation_id: str
) -> tuple[Conversation | None, StoredDraft | None]:
    """The conversation and what is kept of its referral, in one query: every turn begins so."""
    found = session.execute(_WITH_CONVERSATION, {"conversation_id": conversation_id}).first()
    if found is None:
        return None, None
    conversation: Conversation = found[0]
    row: Referral | None = found[1]
    return conversation, None if row is None else to_stored_draft(row)


def save_draft(
    session: Session,
    conversation_id: str,
    *,
    channel: str,
    document: dict[str, Any],
    progress: dict[str, Any],
    turn_id: str,
    outcome: dict[str, Any],
    changed_fields: Sequence[str],
    now: datetime,
    expected_revision: int | None = None,
    loaded: StoredDraft | None = None,
) -> StoredDraft:
    """Inserts or updates the draft after a turn; a turn that was saved before changes nothing.

    The reference is given with the first save. Whatever `document` says of reference, status,
    channel, conversation and times, the columns win. `outcome` is what the turn answered, kept to
    answer a repeated turn. `loaded` is the draft as a transaction that has ended read it: it is
    written over without being read again. Raises DraftChangedMeanwhile when another turn got in
    between.
    """
    if loaded is not None:
        row: Referral | None = loaded.row
        session.add(loaded.row)
    else:
        row = _find_row(session, conversation_id)
    if row is not None and row.last_turn_id == turn_id:
        return to_stored_draft(row)
    revision = row.revision if row is not None else 0
    if expected_revision is not None and revision != expected_revision:
        raise DraftChangedMeanwhile
    if row is None:
        row = _add_row(session, conversation_id, channel=channel, now=now)
    _write_by_parent(session, row, document, progress, now)
    row.last_turn_id = turn_id
    row.last_outcome = outcome
    _flush(session)
    record_audit(
        session,
        actor="parent",
        action="draft saved" if row.status == "draft" else "referral changed",
        now=now,
        referral_id=row.id,
        conversation_id=conversation_id,
        fields=changed_fields,
    )
    refresh_case(session, conversation_id, is_about_answers=True)
    return to_stored_draft(row)


def submit_draft(
    session: Session, conversation_id: str, *, document: dict[str, Any], now: datetime
) -> str:
    """Makes the draft a referral and returns its reference.

    Idempotent: confirmed once. A second call returns the same reference and only stores what was
    edited since. The caller has validated `document`.
    """
    row = _find_row(session, conversation_id)
    if row is None:
        row = _add_row(session, conversation_id, channel=document["channel"], now=now)
    is_first = row.submitted_at is None
    document = _confirmed_as_stored(row, document)
    if not is_first and without_identity(row.document) == without_identity(document):
        return row.reference
    if is_first:
        row.status = "submitted"
        row.submitted_at = now
        write_document(row, document, now)
    else:
        _write_by_parent(session, row, document, row.progress, now)
    _flush(session)
    record_audit(
        session,
        actor="parent",
        action="referral submitted" if is_first else "referral changed",
        now=now,
        referral_id=row.id,
        conversation_id=conversation_id,
    )
    refresh_case(session, conversation_id)
    return row.reference


def delete_draft(session: Session, conversation_id: str, *, actor: str, now: datetime) -> bool:
    """Deletes a draft that was withdrawn or started again.

    False when there is none, or when it was submitted: then a person decides (UK GDPR art 17(3)).
    """
    row = _find_row(session, conversation_id)
    if row is None or row.status != "draft":
        return False
    session.delete(row)
    forget_names(session, conversation_id)
    _flush(session)
    record_audit(
        session,
        actor=actor,
        action="draft deleted",
        now=now,
        referral_id=row.id,
        conversation_id=conversation_id,
    )
    refresh_case(session, conversation_id)
    return True


_BY_CONVERSATION = sa.select(Referral).where(
    Referral.conversation_id == sa.bindparam("conversation_id")
)
_WITH_CONVERSATION = (
    sa.select(Conversation, Referral)
    .outerjoin(Referral, Referral.conversation_id == Conversation.id)
    .where(Conversation.id == sa.bindparam("conversation_id"))
)


def _find_row(session: Session, conversation_id: str) -> Referral | None:
    return session.scalars(_BY_CONVERSATION, {"conversation_id": conversation_id}).first()


def _add_row(session: Session, conversation_id: str, *, channel: str, now: datetime) -> Referral:
    reference = make_reference()
    while session.scalars(sa.select(Referral.id).where(Referral.reference == reference)).first():
        reference = make_reference()
    row = Referral(
        id=str(uuid4()),
        conversation_id=conversation_id,
        reference=reference,
        status="draft",
        channel=channel,
        document={},
        progress={},
        created_at=now,
        updated_at=now,
    )
    session.add(row)
    return row


def _write_by_parent(
    session: Session,
    row: Referral,
    document: Mapping[str, Any],
    progress: dict[str, Any],
    now: datetime,
) -> None:
    """Stores what a parent's turn led to, beside what colleagues know of a referral that was sent.

    A confirmation is a colleague's: it stays as it is stored, and falls where the parent's answers
    have changed what it was about. What an answer was before is kept.
    """
    if row.status == "draft" or not row.document:
        write_document(row, document, now)
        row.progress = progress
        return
    before = to_draft(to_stored_draft(row))
    confirmed_by = before.referral.requirement.confirmed_by
    kept = _confirmed_as_stored(row, document)
    write_document(row, kept, now)
    row.progress = progress
    after = to_draft(to_stored_draft(row))
    assert row.conversation_id is not None
    record_answer_changes(session, row.conversation_id, before, after, by=None, now=now)
    if confirmed_by is not None and not is_confirmed_still(before, after):
        fallen = {**kept["requirement"], "confirmed_by": None}
        write_document(row, {**kept, "requirement": fallen}, now)
        record_audit(
            session,
            actor="parent",
            action="requirement to be confirmed again",
            now=now,
            referral_id=row.id,
            conversation_id=row.conversation_id,
            fields=["requirement.confirmed_by"],
        )


def _confirmed_as_stored(row: Referral, document: Mapping[str, Any]) -> dict[str, Any]:
    """The document, its requirement confirmed by whom the stored one is confirmed by."""
    requirement = document.get("requirement") or {}
    stored = row.document.get("requirement") or {}
    confirmed_by = stored.get("confirmed_by")
    if row.status == "draft" or requirement.get("confirmed_by") == confirmed_by:
        return dict(document)
    return {**document, "requirement": {**requirement, "confirmed_by": confirmed_by}}


def _flush(session: Session) -> None:
    try:
        session.flush()
    except (StaleDataError, IntegrityError):
        # From None: the driver's message would carry the row's values into a log.
        raise DraftChangedMeanwhile from None
