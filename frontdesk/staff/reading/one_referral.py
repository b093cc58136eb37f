"""Reads one referral for somebody: what they may see of it, and an entry in the audit trail.

A danger that was heard is the safeguarding lead's: others learn that there was one, not which, and
do not see the messages that spoke of it nor what was answered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy.orm import Session

from casework.dispute.result import count_from_today
from casework.referral.draft import Draft
from casework.turn.consents import may_tell_council
from frontdesk.staff.reading.dangers import Dangers, read_dangers, show_to
from frontdesk.staff.rights import Reader
from store.audit import record_audit
from store.cases.family import list_parts
from store.messages.record import list_messages
from store.messages.safety_events import SafetyRecord, list_safety_records
from store.referrals.drafts import StoredDraft, to_draft
from store.referrals.lookup import find_referral
from store.tables import Message


@dataclass(frozen=True)
class SeenMessage:
    """A message of the timeline; without its text where it is the safeguarding lead's."""

    id: str
    seq: int
    sender: str
    channel: str
    at: datetime
    text: str | None
    by: str | None = None
    """The first name of the colleague who wrote it."""


@dataclass(frozen=True)
class SeenReferral:
    """A referral as somebody may see it. `document` has the shape of the contract's schema."""

    referral_id: str
    reference: str
    revision: int
    document: dict[str, Any]
    draft: Draft
    messages: list[SeenMessage]
    safety: Sequence[SafetyRecord]

    @property
    def may_tell_council(self) -> bool:
        """Whether the family lets us tell its council now (DP-05)."""
        is_sent = self.document["submitted_at"] is not None
        return may_tell_council(self.draft.referral.consent, is_sent=is_sent)


def see_referral(
    session: Session,
    reference: str,
    reader: Reader,
    today: date,
    action: str,
    *,
    with_messages: bool = True,
) -> SeenReferral | None:
    """The referral of this reference, and an entry in the audit trail; None if there is none.

    A page that shows messages by itself, a part at a time, asks for it without them.
    """
    seen = find_seen(session, reference, reader, today, with_messages=with_messages)
    if seen is not None:
        note_sight(session, seen, reader, action)
    return seen


def find_seen(
    session: Session, reference: str, reader: Reader, today: date, *, with_messages: bool
) -> SeenReferral | None:
    """The referral as this reader may see it. Whoever shows it has to note the sight."""
    stored = find_referral(session, reference)
    if stored is None:
        return None
    conversation_id = stored.document["conversation_id"]
    parts = list_parts(session, conversation_id) if conversation_id else []
    safety = [record for part in parts for record in list_safety_records(session, part)]
    shown = _flag(show_to(reader, stored), safety, reader)
    return SeenReferral(
        referral_id=stored.referral_id,
        reference=stored.reference,
        revision=stored.revision,
        document=count_from_today(shown.document, today),
        draft=to_draft(shown),
        messages=[message for part in parts for message in see_messages(session, part, reader)]
        if with_messages
        else [],
        safety=safety if reader.sees_safeguarding else [],
    )


def _flag(shown: StoredDraft, safety: Sequence[SafetyRecord], reader: Reader) -> StoredDraft:
    """The referral, marked where a danger was heard that no turn of the assistant has put into it.

    What is said while a colleague answers never reaches the assistant, nor what belongs to a
    conversation that is part of the same case.
    """
    if not safety:
        return shown
    heard = {record.category for record in safety if not record.is_taken_back}
    heard = heard if reader.sees_safeguarding else set()
    categories = sorted(heard | set(shown.document["safety"]["categories"]))
    flagged = {**shown.document["safety"], "flagged": True, "categories": categories}
    return replace(shown, document={**shown.document, "safety": flagged})


def note_sight(session: Session, seen: SeenReferral, reader: Reader, action: str) -> None:
    """An entry in the audit trail: who has seen or taken what."""
    record_audit(
        session,
        actor=reader.actor,
        action=action,
        now=datetime.now(UTC),
        referral_id=seen.referral_id,
        conversation_id=seen.document["conversation_id"],
    )


def see_messages(session: Session, conversation_id: str, reader: Reader) -> list[SeenMessage]:
    """The messages of a conversation, without the words that are the safeguarding lead's."""
    dangers = read_dangers(session, [conversation_id])
    messages = list_messages(session, conversation_id)
    return [see_message(message, dangers, reader) for message in messages]


def see_message(message: Message, dangers: Dangers, reader: Reader) -> SeenMessage:
    """One message, without its words where they are the safeguarding lead's."""
    is_hidden = dangers.is_in(message) and not reader.sees_safeguarding
    return SeenMessage(
        message.id,
        message.seq,
        message.sender,
        message.channel,
        message.at,
        None if is_hidden else message.text,
        message.by,
    )
