"""Conversations: opened with a token, found by it, and leased for one turn at a time."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection
from datetime import datetime
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.models import Conversation

# The queries of every turn, built once, without and with a lock. SQLite leaves FOR UPDATE out:
# there, BEGIN IMMEDIATE has locked already.
_by_token = sa.select(Conversation).where(Conversation.token_hash == sa.bindparam("token_hash"))
_by_id = sa.select(Conversation).where(Conversation.id == sa.bindparam("conversation_id"))
_BY_TOKEN = {False: _by_token, True: _by_token.with_for_update()}
_BY_ID = {False: _by_id, True: _by_id.with_for_update()}


def make_token() -> str:
    """A new secret that opens one conversation; only its hash is kept."""
    return secrets.token_urlsafe(32)


def open_conversation(
    session: Session,
    *,
    channel: str,
    locale: str,
    token: str,
    now: datetime,
    conversation_id: str | None = None,
) -> Conversation:
    """Adds a conversation that this token opens."""
    conversation = Conversation(
        id=conversation_id or str(uuid4()),
        channel=channel,
        locale=locale,
        token_hash=_hash_token(token),
        created_at=now,
        last_message_at=now,
        mode="assistant",
        last_seq=0,
        safety_categories=[],
    )
    session.add(conversation)
    session.flush()
    return conversation


def find_by_token(session: Session, token: str, *, lock: bool = False) -> Conversation | None:
    """The conversation that this token opens; with `lock`, nobody else changes it meanwhile."""
    return session.scalars(_BY_TOKEN[lock], {"token_hash": _hash_token(token)}).first()


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


def _hash_token(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
