"""Reads one referral for somebody: what they may see of it, and an entry in the audit trail.

A danger that was heard is the safeguarding lead's: others learn that there was one, not which, and
do not see the messages that spoke of it nor what was answered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy.orm import Session

from casework.draft import Draft
from casework.result import count_from_today
from frontdesk.staff.rights import Reader
from store.audit import record_audit
from store.drafts import to_draft
from store.messages import list_messages
from store.models import Message
from store.referrals import find_referral
from store.safety_events import SafetyRecord, list_safety_records


@dataclass(frozen=True)
class SeenMessage:
    """A message of the timeline; without its text where it is the safeguarding lead's."""

    id: str
    seq: int
    sender: str
    channel: str
    at: datetime
    text: str | None


@dataclass(frozen=True)
class SeenReferral:
    """A referral as somebody may see it. `document` has the shape of the contract's schema."""

    reference: str
    document: dict[str, Any]
    draft: Draft
    messages: list[SeenMessage]
    safety: Sequence[SafetyRecord]


def see_referral(
    session: Session, reference: str, reader: Reader, today: date, action: str
) -> SeenReferral | None:
    """The referral of this reference, and an entry in the audit trail; None if there is none."""
    stored = find_referral(session, reference)
    if stored is None:
        return None
    conversation_id = stored.document["conversation_id"]
    record_audit(
        session,
        actor=reader.actor,
        action=action,
        now=datetime.now(UTC),
        referral_id=stored.referral_id,
        conversation_id=conversation_id,
    )
    safety = list_safety_records(session, conversation_id) if conversation_id else []
    document = count_from_today(stored.document, today)
    if not reader.sees_safeguarding:
        document = hide_dangers(document)
    return SeenReferral(
        reference=stored.reference,
        document=document,
        draft=to_draft(stored),
        messages=see_messages(session, conversation_id, reader) if conversation_id else [],
        safety=safety if reader.sees_safeguarding else [],
    )


def see_messages(session: Session, conversation_id: str, reader: Reader) -> list[SeenMessage]:
    """The messages of a conversation, without the words that are the safeguarding lead's."""
    safety = list_safety_records(session, conversation_id)
    hidden = set() if reader.sees_safeguarding else {record.message_id for record in safety}
    messages = list_messages(session, conversation_id)
    return [_to_seen(message, hidden, reader) for message in messages]


def hide_dangers(document: dict[str, Any]) -> dict[str, Any]:
    """The referral without which danger was heard; that there was one stays."""
    safety, handover = document["safety"], document["handover"]
    reasons = [reason.partition(":")[0] for reason in handover["reasons"]]
    return {
        **document,
        "safety": {**safety, "categories": []},
        "handover": {**handover, "reasons": list(dict.fromkeys(reasons))},
    }


def _to_seen(message: Message, hidden: set[str], reader: Reader) -> SeenMessage:
    is_answer = (message.topic or "").startswith("safety:") and not reader.sees_safeguarding
    is_hidden = message.id in hidden or message.reply_to in hidden or is_answer
    return SeenMessage(
        message.id,
        message.seq,
        message.sender,
        message.channel,
        message.at,
        None if is_hidden else message.text,
    )
