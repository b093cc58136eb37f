"""Referrals as staff look for them: all of them a line each, or one by reference."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.references import normalise_reference
from store.referrals.drafts import StoredDraft, to_stored_draft
from store.tables import Referral


@dataclass(frozen=True)
class ReferralLine:
    """What a list shows of a referral: nothing that needs decrypting."""

    reference: str
    status: str
    channel: str
    conversation_id: str | None
    council_gss: str | None
    days_counted_to: date | None
    urgency: str | None
    created_at: datetime
    updated_at: datetime
    submitted_at: datetime | None


def list_referrals(session: Session, *, limit: int | None = None) -> list[ReferralLine]:
    """Drafts and referrals, the newest first; all of them, or so many."""
    rows = session.execute(
        sa.select(
            Referral.reference,
            Referral.status,
            Referral.channel,
            Referral.conversation_id,
            Referral.council_gss,
            Referral.days_counted_to,
            Referral.urgency,
            Referral.created_at,
            Referral.updated_at,
            Referral.submitted_at,
        )
        .order_by(Referral.created_at.desc(), Referral.reference)
        .limit(limit)
    )
    return [ReferralLine(**row._mapping) for row in rows]


def find_referral(session: Session, reference: str) -> StoredDraft | None:
    """The draft or referral of this reference, however it was typed; None when there is none."""
    row = session.scalars(
        sa.select(Referral).where(Referral.reference == normalise_reference(reference))
    ).first()
    return None if row is None else to_stored_draft(row)


def find_reference(session: Session, conversation_id: str) -> str | None:
    """The reference of this conversation's draft or referral; None where there is none."""
    return session.scalar(
        sa.select(Referral.reference).where(Referral.conversation_id == conversation_id)
    )
