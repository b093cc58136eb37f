"""A number that turned out to be somebody else's: taken out of the referrals that hold it."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.audit import record_audit
from store.conversations.opening import find_conversation
from store.encryption import blind_index
from store.handling.handovers import record_handover
from store.tables import Referral

REASON = "wrong_number"


def remove_wrong_number(
    session: Session, number: str, *, told_in: str | None, now: datetime
) -> list[str]:
    """Takes an E.164 number out of every referral's contact and asks a person to look at each.

    Returns the conversations. A referral that was told from this very number by text (`told_in`)
    keeps it, since whoever holds the phone may not be who wrote: there a person only looks.
    """
    named = Referral.phone_index == blind_index(number)
    # Whoever changes a case locks its conversation first; the other way round two would wait for
    # each other.
    for conversation_id in session.scalars(
        sa.select(Referral.conversation_id).where(named).order_by(Referral.conversation_id)
    ).all():
        if conversation_id is not None:
            find_conversation(session, conversation_id, lock=True)
    found = session.scalars(
        sa.select(Referral)
        .where(named)
        .order_by(Referral.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all()
    conversations = []
    for row in found:
        if row.conversation_id != told_in:
            _take_out(row, now)
            record_audit(
                session,
                actor="the number's holder",
                action="wrong number removed",
                now=now,
                referral_id=row.id,
                conversation_id=row.conversation_id,
                fields=["contact.phone"],
            )
        if row.conversation_id is not None:
            record_handover(session, row.conversation_id, reason=REASON, priority="urgent", now=now)
            conversations.append(row.conversation_id)
    session.flush()
    return conversations


def _take_out(row: Referral, now: datetime) -> None:
    contact = dict(row.document.get("contact") or {})
    contact["phone"] = None
    if contact.get("preferred") in ("phone", "text"):
        contact["preferred"] = None
    for way in ("safe_to_call", "safe_to_text", "safe_to_leave_voicemail"):
        contact[way] = None
    row.document = {**row.document, "contact": contact}
    row.phone_index = None
    row.updated_at = now
