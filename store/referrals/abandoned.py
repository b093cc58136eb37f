"""Drafts that were left and not sent, of people who may be rung: a person is asked to ring them.

Only where they agreed that we keep what they told and said that the number is safe to call. Who
withdrew, refused calls or gave no number is left alone; so is whoever a person was asked to look
at since the draft last changed, and a draft that is part of another case, whose colleague rings.
Words are decrypted once for each draft: one that is left alone is not looked at again unless it
changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.audit import record_audit
from store.conversations.opening import find_conversation
from store.handling.handovers import record_handover
from store.referrals.drafts import load_draft, to_draft
from store.tables import Case, Consent, Conversation, Handover, Referral

REASON = "abandoned"
AT_ONCE = 100


def list_left_drafts(session: Session, *, before: datetime) -> Sequence[str]:
    """Conversations with a draft that nobody touched since then and nobody was asked about.

    The oldest first, so many at a time; the next of them are there once these were looked at.
    """
    query = _select_left(before).order_by(Referral.updated_at).limit(AT_ONCE)
    return session.scalars(query).all()


def ask_to_ring(session: Session, conversation_id: str, *, before: datetime, now: datetime) -> bool:
    """Puts a draft that was left into the queue, once. False where they may not be rung."""
    find_conversation(session, conversation_id, lock=True)
    still = _select_left(before).where(Referral.conversation_id == conversation_id)
    if session.scalars(still).first() is None:
        return False  # They came back, or a person was asked, since the list was made.
    if not may_be_rung(session, conversation_id):
        session.execute(
            sa.update(Referral)
            .where(Referral.conversation_id == conversation_id)
            # For programs that ask what has changed, nothing has.
            .values(left_alone_at=now, changed_at=Referral.changed_at)
            .execution_options(synchronize_session=False)
        )
        return False
    record_handover(
        session, conversation_id, reason=REASON, priority="routine", now=now, is_awaited=False
    )
    record_audit(
        session,
        actor="front desk",
        action="left draft put in the queue",
        now=now,
        conversation_id=conversation_id,
    )
    return True


def may_be_rung(session: Session, conversation_id: str) -> bool:
    """Whether they agreed to be kept and said that their number is safe to call."""
    stored = load_draft(session, conversation_id)
    if stored is None or not _agreed(session, conversation_id):
        return False
    referral = to_draft(stored).referral
    if referral.is_third_party and not referral.has_permission:
        return False
    is_kept = referral.consent.store.given is True
    return is_kept and bool(referral.contact.phone) and referral.contact.safe_to_call is True


def _select_left(before: datetime) -> sa.Select[str]:
    asked = sa.select(Handover.id).where(
        Handover.conversation_id == Conversation.id,
        sa.or_(
            Handover.reason == REASON,
            Handover.status == "open",
            Handover.closed_at >= Referral.updated_at,
        ),
    )
    merged = sa.select(Case.conversation_id).where(
        Case.conversation_id == Conversation.id, Case.merged_into.is_not(None)
    )
    return (
        sa.select(Conversation.id)
        .join(Referral, Referral.conversation_id == Conversation.id)
        .where(
            Referral.status == "draft",
            Referral.updated_at < before,
            Conversation.last_message_at < before,
            Conversation.mode == "assistant",
            Referral.phone_index.is_not(None),
            sa.or_(Referral.left_alone_at.is_(None), Referral.left_alone_at <= Referral.updated_at),
            ~asked.exists(),
            ~merged.exists(),
        )
    )


def _agreed(session: Session, conversation_id: str) -> bool:
    """Whether the last that they said of keeping what they told was yes."""
    latest: Any = session.scalars(
        sa.select(Consent.given)
        .where(Consent.conversation_id == conversation_id, Consent.kind == "store")
        .order_by(Consent.id.desc())
        .limit(1)
    ).first()
    return latest is True
