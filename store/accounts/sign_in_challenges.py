"""What a browser has to bring back once and soon; only its hash is kept.

A challenge is good for one purpose and one browser. Where it comes back for another it counts as
unknown and stays, so that nobody uses up somebody else's.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Any, Literal, cast

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.encryption import keyed_hash
from store.tables import SignInChallenge

Purpose = Literal["passkey sign-in", "passkey added", "passkey set up", "single sign-on"]
LASTS = timedelta(minutes=10)


def make_challenge(
    session: Session,
    purpose: Purpose,
    browser: str,
    *,
    now: datetime,
    held: dict[str, Any] | None = None,
) -> str:
    """A new challenge for this browser: 32 random bytes in base64url."""
    challenge = secrets.token_urlsafe(32)
    session.add(
        SignInChallenge(
            key_hash=_hash(challenge, purpose, browser), held=held or {}, expires_at=now + LASTS
        )
    )
    session.flush()
    return challenge


def take_challenge(
    session: Session, challenge: str, purpose: Purpose, browser: str, *, now: datetime
) -> dict[str, Any] | None:
    """Uses a challenge up and returns what was held; None for one that is unknown, used or old."""
    row = session.get(SignInChallenge, _hash(challenge, purpose, browser))
    if row is None or row.expires_at <= now:
        return None
    deleted = session.execute(
        sa.delete(SignInChallenge)
        .where(SignInChallenge.key_hash == row.key_hash)
        .execution_options(synchronize_session=False)
    )
    return row.held if cast("sa.CursorResult[Any]", deleted).rowcount == 1 else None


def forget_old_challenges(session: Session, *, now: datetime) -> None:
    """Deletes those that were not brought back in time."""
    session.execute(sa.delete(SignInChallenge).where(SignInChallenge.expires_at <= now))


def _hash(challenge: str, purpose: Purpose, browser: str) -> str:
    return keyed_hash(f"challenge: {purpose}", f"{challenge} {browser}")
