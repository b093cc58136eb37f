"""Tokens that other programs read referrals with; only the hash of each is kept."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, get_args

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.audit import record_audit
from store.encryption import keyed_hash
from store.tables import ApiToken

Scope = Literal["referrals:read", "referrals:list", "safeguarding:read"]
SCOPES: tuple[Scope, ...] = get_args(Scope)
PREFIX = "intake_"
"""So that a token that leaked into a text can be found."""
LONGEST_NAME = 80
NOTED_AFTER = timedelta(minutes=1)
"""That a token is used is noted when it has been this long, so not with every request."""


@dataclass(frozen=True)
class TokenHolder:
    """The program that shows a token: how the audit trail names it, and what it may."""

    id: int
    actor: str
    scopes: frozenset[str]
    last_used_at: datetime | None

    def is_to_be_noted(self, now: datetime) -> bool:
        """Whether the last use that was noted is some time ago."""
        return self.last_used_at is None or now - self.last_used_at > NOTED_AFTER


def add_api_token(
    session: Session,
    name: str,
    scopes: Sequence[Scope],
    *,
    now: datetime,
    by: str = "command line",
) -> str:
    """A new token, which is shown once."""
    token = PREFIX + secrets.token_urlsafe(32)
    row = ApiToken(name=name, token_hash=_hash_token(token), scopes=list(scopes), created_at=now)
    session.add(row)
    session.flush()
    record_audit(
        session,
        actor=by,
        action=f"added {_actor_of(row)}",
        now=now,
        fields=list(scopes),
    )
    return token


def find_api_token(session: Session, token: str) -> TokenHolder | None:
    """Who shows this token; None where it is none, or was revoked."""
    row = session.scalars(
        sa.select(ApiToken).where(
            ApiToken.token_hash == _hash_token(token), ApiToken.revoked_at.is_(None)
        )
    ).one_or_none()
    if row is None:
        return None
    return TokenHolder(row.id, _actor_of(row), frozenset(row.scopes), row.last_used_at)


def note_use(session: Session, token_id: int, *, now: datetime) -> None:
    """Notes that a program has shown this token."""
    session.execute(sa.update(ApiToken).where(ApiToken.id == token_id).values(last_used_at=now))


def list_api_tokens(session: Session) -> Sequence[ApiToken]:
    """Every token, revoked ones too, in the order they were made."""
    return session.scalars(sa.select(ApiToken).order_by(ApiToken.id)).all()


def revoke_api_token(
    session: Session, token_id: int, *, now: datetime, by: str = "command line"
) -> bool:
    """Lets a token open nothing any more. False where there is no such token in force."""
    row = session.get(ApiToken, token_id)
    if row is None or row.revoked_at is not None:
        return False
    row.revoked_at = now
    record_audit(session, actor=by, action=f"revoked {_actor_of(row)}", now=now)
    return True


def _actor_of(row: ApiToken) -> str:
    return f"api token {row.id}"


def _hash_token(token: str) -> str:
    return keyed_hash("api token", token)
