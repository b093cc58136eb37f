"""What this browser may see and send of its own referral."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from casework.referral.draft import Draft
from frontdesk.desk import Desk
from frontdesk.inbox import Received, receive_message
from frontdesk.pages.visitor import Visitor
from store.conversations.tokens import find_by_token
from store.messages.record import find_parent_message, list_waiting
from store.referrals.drafts import load_draft, to_draft
from store.tables import Conversation


@dataclass(frozen=True)
class OwnDraft:
    """The visitor's draft or referral, with what only the store knows of it."""

    conversation_id: str
    draft: Draft
    reference: str
    submitted_at: datetime | None

    @property
    def is_ready(self) -> bool:
        """True where the conversation asks whether all is right, so that "yes" sends it."""
        progress = self.draft.progress
        return progress.pending == "summary" and progress.unconfirmed is None


def read_own_draft(session: Session, visitor: Visitor) -> OwnDraft | None:
    """The visitor's draft; None before consent, and where the cookie opens nothing."""
    conversation = _find_own(session, visitor)
    stored = load_draft(session, conversation.id) if conversation is not None else None
    if conversation is None or stored is None:
        return None
    submitted_at = stored.document["submitted_at"]
    return OwnDraft(
        conversation_id=conversation.id,
        draft=to_draft(stored),
        reference=stored.reference,
        submitted_at=datetime.fromisoformat(submitted_at) if submitted_at else None,
    )


def receive_own(
    session: Session, desk: Desk, visitor: Visitor, client_message_id: str, text: str
) -> Received | None:
    """Keeps what a button of a page says, as a message of the visitor's own conversation."""
    conversation = _find_own(session, visitor, lock=True)
    if conversation is None:
        return None
    return receive_message(
        session, conversation, desk, client_message_id=client_message_id, text=text
    )


def send_own(
    session: Session, desk: Desk, visitor: Visitor, client_message_id: str, text: str
) -> Received | None:
    """Keeps `text`, which sends the referral, while nothing but that is asked; else None.

    A page left open while another one or a text changed an answer must not say yes to what has
    been asked since. The same button pressed twice counts as once.
    """
    conversation = _find_own(session, visitor, lock=True)
    if conversation is None:
        return None
    if find_parent_message(session, conversation.id, client_message_id) is None:
        own = read_own_draft(session, visitor)
        if own is None or not own.is_ready or list_waiting(session, conversation.id):
            return None
    return receive_own(session, desk, visitor, client_message_id, text)


def _find_own(session: Session, visitor: Visitor, *, lock: bool = False) -> Conversation | None:
    conversation = find_by_token(session, visitor.token, lock=lock)
    if conversation is None or conversation.id != visitor.conversation_id:
        return None
    return conversation
