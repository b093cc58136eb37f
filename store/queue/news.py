"""What came into the queue since a page of it was loaded, and who has taken what it shows.

Asked for every few seconds by every open page: two short walks along indexes, nothing decrypted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.queue.pages import Wanted, conditions_of
from store.tables import Case

MOST_NEWS = 100
OVERLAP = timedelta(seconds=60)
"""A case may be kept a while after the moment it carries; no transaction takes longer."""


@dataclass(frozen=True)
class Newcomer:
    """A case that somebody asked a person to look at, and when they asked last."""

    conversation_id: str
    asked_at: datetime

    @property
    def key(self) -> str:
        """Tells a case that was asked about again from the one that a page knows."""
        return f"{self.conversation_id}@{self.asked_at.timestamp():.6f}"


def list_newcomers(
    session: Session, wanted: Wanted, *, since: datetime, today: date, now: datetime
) -> list[Newcomer]:
    """What stands in this queue and came since then, or shortly before; the newest first."""
    rows = session.execute(
        sa.select(Case.conversation_id, Case.asked_at)
        .where(Case.asked_at > since - OVERLAP, *conditions_of(wanted, today=today, now=now))
        .order_by(Case.asked_at.desc())
        .limit(MOST_NEWS)
    )
    return [Newcomer(row.conversation_id, row.asked_at) for row in rows]


def list_holders(session: Session, conversation_ids: Sequence[str]) -> dict[str, int | None]:
    """Who has each of these cases now."""
    rows = session.execute(
        sa.select(Case.conversation_id, Case.held_by).where(
            Case.conversation_id.in_(conversation_ids)
        )
    )
    return {row.conversation_id: row.held_by for row in rows}
