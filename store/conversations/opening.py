"""Conversations: opened, found, and leased for one turn at a time."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.conversations.tokens import add_token
from store.tables import Conversation

# The queries of every turn, built once, without and with a lock. SQLite leaves FOR UPDATE out:
# there, BEGIN IMMEDIATE has locked already.
_by_id = sa.select(Conversation).where(Conversation.id == sa.bindparam("conversation_id"))
_BY_ID = {
    False: _by_id,
    True: _by_id.with_for_update().execution_options(populate_existing=True),
}


def open_conversation(
    session: Session,
    *,
    channel: str,
    locale: str,
    token: str,
    now: datetime,
    conversation_id: str | None = None,
    open_until: datetime | None = None,
) -> Conversation:
    """Adds a conversation that this token opens: a browser's until then, an API's for good."""
    conversation = Conversation(
        id=conversation_id or str(uuid4()),
        channel=channel,
        locale=locale,
        created_at=now,
        last_message_at=now,
        mode="assistant",
        last_seq=0,
        safety_categories=[],
    )
    session.add(conversation)
    session.flush()
    add_token(session, conversation.id, token, now=now, open_until=open_until)
    return conversation


def find_conversation(
    session: Session, conversation_id: str, *, lock: bool = False
) -> Conversation | None:
    """The conversation of this id; with `lock`, nobody else changes it meanwhile."""
    return session.scalars(_BY_ID[lock], {"conversation_id": conversation_id}).first()


def take_lease(conversation: Conversation, *, owner: str, until: datetime, now: datetime) -> bool:
    """Takes a locked conversation for the next turn unless a turn is under way, the owner's too."""
    if conversation.lease_until is not None and conversation.lease_until > now:
        return False
    conversation.lease_owner, conversation.lease_until = owner, until
    return True


def release_lease(conversation: Conversation) -> None:
    """Lets others take the conversation."""
    conversation.lease_owner = conversation.lease_until = None


def extend_leases(
    session: Session, conversation_ids: Collection[str], *, owner: str, until: datetime
) -> None:
    """Keeps the leases of turns that take long."""
    session.execute(
        sa.update(Conversation)
        .where(Conversation.id.in_(conversation_ids), Conversation.lease_owner == owner)
        .values(lease_until=until)
    )


def read_last_seqs(session: Session, conversation_ids: Collection[str]) -> dict[str, int]:
    """How far each of these conversations has come."""
    rows = session.execute(
        sa.select(Conversation.id, Conversation.last_seq).where(
            Conversation.id.in_(conversation_ids)
        )
    )
    return {row.id: row.last_seq for row in rows}
