"""Where colleagues are signed in: each browser until it is left alone, or for ten hours.

Only the hash of a session's token is kept. The role is read with every request, so that a change
counts at once.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.encryption import keyed_hash
from store.tables import Staff, StaffSession

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=10)
LONGEST_BROWSER = 200


@dataclass(frozen=True)
class OpenSession:
    """A session that is open now, and whose it is."""

    id: int
    staff_id: int
    name: str
    role: str
    form_token: str
    created_at: datetime
    last_seen_at: datetime
    failed_before: int
    is_of_provider: bool
    """Whether the account signs in with single sign-on, which leaves it no other way in."""


@dataclass(frozen=True)
class SessionLine:
    """What a colleague sees of one of their sessions."""

    id: int
    browser: str
    created_at: datetime
    last_seen_at: datetime


def begin_session(session: Session, member: Staff, *, browser: str, now: datetime) -> str:
    """Signs a colleague in and returns the token of the session; their old ones are deleted."""
    session.execute(
        sa.delete(StaffSession).where(StaffSession.staff_id == member.id, sa.not_(_is_open(now)))
    )
    token = secrets.token_urlsafe(32)
    session.add(
        StaffSession(
            staff_id=member.id,
            token_hash=_hash_token(token),
            form_token=secrets.token_urlsafe(32),
            browser=browser[:LONGEST_BROWSER],
            created_at=now,
            last_seen_at=now,
            failed_before=member.failed_attempts,
        )
    )
    member.failed_attempts = 0
    session.flush()
    return token


def find_session(session: Session, token: str, *, now: datetime) -> OpenSession | None:
    """The open session of this token; None once it is over or the account is disabled."""
    row = session.execute(
        sa.select(StaffSession, Staff)
        .join(Staff, Staff.id == StaffSession.staff_id)
        .where(
            StaffSession.token_hash == _hash_token(token),
            _is_open(now),
            Staff.disabled_at.is_(None),
        )
    ).first()
    if row is None:
        return None
    found, member = row
    return OpenSession(
        id=found.id,
        staff_id=member.id,
        name=member.name,
        role=member.role,
        form_token=found.form_token,
        created_at=found.created_at,
        last_seen_at=found.last_seen_at,
        failed_before=found.failed_before,
        is_of_provider=member.single_sign_on_index is not None,
    )


def keep_session_open(session: Session, session_id: int, *, now: datetime) -> None:
    """Notes that the colleague is there."""
    session.execute(
        sa.update(StaffSession).where(StaffSession.id == session_id).values(last_seen_at=now)
    )


def list_sessions(session: Session, staff_id: int, *, now: datetime) -> Sequence[SessionLine]:
    """A colleague's open sessions, the newest first."""
    rows = session.scalars(
        sa.select(StaffSession)
        .where(StaffSession.staff_id == staff_id, _is_open(now))
        .order_by(StaffSession.created_at.desc(), StaffSession.id.desc())
    )
    return [SessionLine(row.id, row.browser, row.created_at, row.last_seen_at) for row in rows]


def end_session(session: Session, session_id: int, staff_id: int, *, now: datetime) -> None:
    """Ends one session of this colleague, and nobody else's."""
    session.execute(
        sa.update(StaffSession)
        .where(StaffSession.id == session_id, StaffSession.staff_id == staff_id)
        .values(revoked_at=now)
    )


def end_sessions_of(session: Session, staff_id: int, *, now: datetime) -> None:
    """Ends all sessions of a colleague."""
    session.execute(
        sa.update(StaffSession)
        .where(StaffSession.staff_id == staff_id, StaffSession.revoked_at.is_(None))
        .values(revoked_at=now)
    )


def _is_open(now: datetime) -> sa.ColumnElement[bool]:
    return sa.and_(
        StaffSession.revoked_at.is_(None),
        StaffSession.created_at > now - LONGEST,
        StaffSession.last_seen_at > now - IDLE,
    )


def _hash_token(token: str) -> str:
    return keyed_hash("staff session", token)
