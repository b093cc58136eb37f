"""Counts of tries to sign in, shared by every front desk. Whose they are is kept as a keyed hash.

A count is over with its window; what is left of it is deleted by forget_old_tries.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.encryption import keyed_hash
from store.tables import SignInTry
from store.upserts import insert_into


@dataclass(frozen=True)
class Count:
    """One thing that tries are counted by, and how many of them are let through in a window."""

    what: str
    most: int


def count_try(
    session: Session, counts: Sequence[Count], *, window: timedelta, now: datetime
) -> timedelta | None:
    """Counts a try by each in turn. None lets it through, else how long to wait.

    Whatever stands first refuses first, and what it refuses is not counted by those behind it.
    """
    for counted in counts:
        insert = insert_into(session, SignInTry).values(
            key_hash=_hash(counted), count=1, ends_at=now + window
        )
        is_over = SignInTry.ends_at <= now
        made, ends_at = session.execute(
            insert.on_conflict_do_update(
                index_elements=["key_hash"],
                set_={
                    "count": sa.case((is_over, 1), else_=SignInTry.count + 1),
                    "ends_at": sa.case((is_over, insert.excluded.ends_at), else_=SignInTry.ends_at),
                },
            ).returning(SignInTry.count, SignInTry.ends_at)
        ).one()
        if made > counted.most:
            wait: timedelta = ends_at - now
            return wait
    return None


def take_try_back(session: Session, counts: Sequence[Count]) -> None:
    """Uncounts a try that was right."""
    session.execute(
        sa.update(SignInTry)
        .where(SignInTry.key_hash.in_([_hash(each) for each in counts]), SignInTry.count > 0)
        .values(count=SignInTry.count - 1)
        .execution_options(synchronize_session=False)
    )


def forget_old_tries(session: Session, *, now: datetime) -> None:
    """Deletes the counts whose window is over."""
    session.execute(sa.delete(SignInTry).where(SignInTry.ends_at <= now))


def _hash(counted: Count) -> str:
    return keyed_hash("sign-in try", counted.what)
