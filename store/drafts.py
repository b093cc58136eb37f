"""The draft of a conversation: saved with each answer, submitted once, deleted when withdrawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from casework.draft import Draft, Progress
from casework.referral import Referral as ReferralRecord
from store.audit import record_audit
from store.cases import refresh_case
from store.consents import record_consent
from store.encryption import blind_index
from store.handovers import record_handover
from store.models import Referral
from store.references import make_reference

# Consents and handovers are recorded in the same turn as the draft: one door for all three.
__all__ = [
    "DraftChangedMeanwhile",
    "StoredDraft",
    "delete_draft",
    "load_draft",
    "record_consent",
    "record_handover",
    "save_draft",
    "submit_draft",
    "to_draft",
    "to_stored_draft",
    "write_document",
]


IDENTITY = ("reference", "conversation_id", "channel", "status", "created_at", "submitted_at")


_NOT_IN_DRAFT = frozenset(
    {
        "schema_version",
        "reference",
        "conversation_id",
        "channel",
        "locale",
        "status",
        "created_at",
        "submitted_at",
        "bot_version",
    }
)
"""What the store itself writes into the document."""


class DraftChangedMeanwhile(Exception):
    """Somebody else saved this draft since it was loaded: load it again and repeat the turn."""


@dataclass(frozen=True)
class StoredDraft:
    """A draft or referral as stored. `document` has the shape of the contract's referral."""

    referral_id: str
    document: dict[str, Any]
    progress: dict[str, Any]
    reference: str
    status: str
    revision: int
    last_turn_id: str | None
    last_outcome: dict[str, Any] | None


def load_draft(session: Session, conversation_id: str) -> StoredDraft | None:
    """What is kept of this conversation's referral, draft or submitted; None before consent."""
    row = _find_row(session, conversation_id)
    return None if row is None else to_stored_draft(row)


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
) -> StoredDraft:
    """Inserts or updates the draft after a turn; a turn that was saved before changes nothing.

    The reference is given with the first save. Whatever `document` says of reference, status,
    channel, conversation and times, the columns win. `outcome` is what the turn answered, kept to
    answer a repeated turn. Raises DraftChangedMeanwhile when another turn got in between.
    """
    row = _find_row(session, conversation_id)
    if row is not None and row.last_turn_id == turn_id:
        return to_stored_draft(row)
    revision = row.revision if row is not None else 0
    if expected_revision is not None and revision != expected_revision:
        raise DraftChangedMeanwhile
    if row is None:
        row = _add_row(session, conversation_id, channel=channel, now=now)
    write_document(row, document, now)
    row.progress = progress
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
    refresh_case(session, conversation_id)
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
    if not is_first and _without_identity(row.document) == _without_identity(document):
        return row.reference
    if is_first:
        row.status = "submitted"
        row.submitted_at = now
    write_document(row, document, now)
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


def to_stored_draft(row: Referral) -> StoredDraft:
    """The row with what the columns say written into its document."""
    return StoredDraft(
        referral_id=row.id,
        document={**row.document, **_identity(row)},
        progress=row.progress,
        reference=row.reference,
        status=row.status,
        revision=row.revision,
        last_turn_id=row.last_turn_id,
        last_outcome=row.last_outcome,
    )


def to_draft(stored: StoredDraft) -> Draft:
    """The draft in a stored row."""
    document = {name: part for name, part in stored.document.items() if name not in _NOT_IN_DRAFT}
    return Draft(
        referral=ReferralRecord.model_validate(document),
        progress=Progress.model_validate(stored.progress),
    )


def _identity(row: Referral) -> dict[str, Any]:
    return {
        "reference": row.reference,
        "conversation_id": row.conversation_id,
        "channel": row.channel,
        "status": row.status,
        "created_at": _utc_text(row.created_at),
        "submitted_at": _utc_text(row.submitted_at) if row.submitted_at else None,
    }


def _without_identity(document: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in document.items() if key not in IDENTITY}


def _find_row(session: Session, conversation_id: str) -> Referral | None:
    return session.scalars(
        sa.select(Referral).where(Referral.conversation_id == conversation_id)
    ).first()


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


def write_document(row: Referral, document: Mapping[str, Any], now: datetime) -> None:
    """Stores the document and keeps the columns that the queue sorts by in step with it."""
    row.document = _without_identity(document)
    row.updated_at = now
    council = document.get("council") or {}
    deadlines = document.get("deadlines") or {}
    contact = document.get("contact") or {}
    certificate = document.get("certificate") or {}
    row.council_gss = council.get("gss")
    row.coverage = council.get("coverage")
    row.contact_by = _to_date(deadlines.get("contact_by"))
    row.appeal_by = _to_date(deadlines.get("appeal_by"))
    needs_certificate = (document.get("requirement") or {}).get("certificate") == "required"
    row.days_counted_to = (
        row.contact_by
        if needs_certificate and not certificate.get("held")
        else _to_date(deadlines.get("appeal_by_unadjusted"))
    )
    row.urgency = deadlines.get("urgency")
    row.phone_index = blind_index(contact.get("phone"))
    row.email_index = blind_index(contact.get("email"))


def _flush(session: Session) -> None:
    try:
        session.flush()
    except (StaleDataError, IntegrityError):
        # From None: the driver's message would carry the row's values into a log.
        raise DraftChangedMeanwhile from None


def _to_date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _utc_text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
