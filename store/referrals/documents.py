"""The document of a draft or referral: read out of its row, and written into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy.orm import object_session

from casework.referral.draft import Draft, Progress
from casework.referral.record import Referral as ReferralRecord
from store.cases.name_index import hash_names, index_names
from store.encryption import blind_index
from store.tables import Referral

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
    row: Referral = field(repr=False, compare=False)
    """What it was read from, to be written over without being read again."""


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
        row=row,
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


def without_identity(document: Mapping[str, Any]) -> dict[str, Any]:
    """The document without what the columns say."""
    return {key: value for key, value in document.items() if key not in IDENTITY}


def write_document(row: Referral, document: Mapping[str, Any], now: datetime) -> None:
    """Stores the document and keeps the columns that the queue sorts by in step with it."""
    has_other_names = hash_names(row.document) != hash_names(document)
    row.document = without_identity(document)
    row.updated_at = now
    council = document.get("council") or {}
    deadlines = document.get("deadlines") or {}
    contact = document.get("contact") or {}
    row.council_gss = council.get("gss")
    row.coverage = council.get("coverage")
    row.contact_by = _to_date(deadlines.get("contact_by"))
    row.appeal_by = _to_date(deadlines.get("appeal_by"))
    row.days_counted_to = (
        row.contact_by
        if counts_to_contact(document)
        else _to_date(deadlines.get("appeal_by_unadjusted"))
    )
    row.urgency = deadlines.get("urgency")
    row.phone_index = blind_index(contact.get("phone"))
    row.email_index = blind_index(contact.get("email"))
    if has_other_names:
        session = object_session(row)
        assert session is not None
        index_names(session, row, document, begun_at=row.created_at)


def counts_to_contact(document: Mapping[str, Any]) -> bool:
    """Whether the date that counts is the last to contact an adviser, rather than to appeal."""
    needs_certificate = (document.get("requirement") or {}).get("certificate") == "required"
    return needs_certificate and not (document.get("certificate") or {}).get("held")


def _to_date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _utc_text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
