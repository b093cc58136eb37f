"""What opens a conversation: an API client's token for good, a browser's while it is in use.

Only the hash of a token is kept. A browser's token has an end that every sign of the person moves
on; after it the token opens nothing until a resume code gives the browser a new one.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, cast

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.base import UtcDateTime
from store.tables import Conversation, ConversationToken

MOVED_ON_AFTER = timedelta(minutes=1)
"""A browser's end is moved on by so much at least: not every sign of the person is a write."""
TokenState = Literal["open", "locked", "unknown"]

# The query of every turn, built once, without and with a lock. SQLite leaves FOR UPDATE out:
# there, BEGIN IMMEDIATE has locked already.
_by_token = (
    sa.select(Conversation, ConversationToken.open_until)
    .join(ConversationToken)
    .where(
        ConversationToken.token_hash == sa.bindparam("token_hash"),
        sa.or_(
            ConversationToken.open_until.is_(None),
            ConversationToken.open_until > sa.bindparam("now", type_=UtcDateTime),
        ),
    )
)
_BY_TOKEN = {False: _by_token, True: _by_token.with_for_update(of=Conversation)}


def make_token() -> str:
    """A new secret that opens one conversation; only its hash is kept."""
    return secrets.token_urlsafe(32)


def add_token(
    session: Session,
    conversation_id: str,
    token: str,
    *,
    now: datetime,
    open_until: datetime | None = None,
) -> None:
    """Lets this token open the conversation: until then, or for good with None."""
    session.add(
        ConversationToken(
            token_hash=_hash_token(token),
            conversation_id=conversation_id,
            created_at=now,
            open_until=open_until,
        )
    )
    session.flush()


def find_by_token(
    session: Session, token: str, *, lock: bool = False, keep_until: datetime | None = None
) -> Conversation | None:
    """The conversation that this token opens now; with `lock`, nobody else changes it meanwhile.

    A browser's token is kept open until `keep_until`, moved on by the minute.
    """
    wanted = {"token_hash": _hash_token(token), "now": datetime.now(UTC)}
    row = session.execute(_BY_TOKEN[lock], wanted).first()
    if row is None:
        return None
    conversation, open_until = row
    if keep_until is not None and _has_lost_time(open_until, keep_until):
        keep_open(session, token, until=keep_until)
    return conversation


def _has_lost_time(open_until: datetime | None, keep_until: datetime) -> bool:
    return open_until is not None and keep_until - open_until > MOVED_ON_AFTER


def look_up_token(session: Session, token: str) -> tuple[TokenState, datetime | None]:
    """Whether the token is open, locked or unknown, and until when an open one of a browser is."""
    row = session.get(ConversationToken, _hash_token(token))
    if row is None:
        return "unknown", None
    if row.open_until is not None and row.open_until <= datetime.now(UTC):
        return "locked", row.open_until
    return "open", row.open_until


def keep_open(session: Session, token: str, *, until: datetime) -> bool:
    """Moves on the end of a browser's token that is still open. True when that is what it is."""
    now = datetime.now(UTC)
    result = session.execute(
        sa.update(ConversationToken)
        .where(
            ConversationToken.token_hash == _hash_token(token), ConversationToken.open_until > now
        )
        .values(open_until=until)
        .execution_options(synchronize_session=False)
    )
    return cast("sa.CursorResult[Any]", result).rowcount > 0


def lock_browsers(session: Session, conversation_id: str) -> None:
    """Locks every browser's token of a conversation now; the API's tokens stay open."""
    now = datetime.now(UTC)
    session.execute(
        sa.update(ConversationToken)
        .where(
            ConversationToken.conversation_id == conversation_id,
            ConversationToken.open_until > now,
        )
        .values(open_until=now)
        .execution_options(synchronize_session=False)
    )


def forget_token(session: Session, token: str) -> None:
    """Lets this token open nothing any more, as if it had never been."""
    session.execute(
        sa.delete(ConversationToken).where(ConversationToken.token_hash == _hash_token(token))
    )


def _hash_token(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
