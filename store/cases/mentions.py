"""Colleagues named in notes: the case is then among those that they were named in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.cases.family import find_whole
from store.tables import Case, Mention


def find_named(note: str, colleagues: Mapping[int, str]) -> list[int]:
    """The colleagues whom a note names: "@Priya" or "@Priya Shah", a first name all who have it.

    >>> find_named("@priya shah, please ring", {1: "Priya Shah", 2: "Priya Roy", 3: "Sam Lee"})
    [1]
    """
    named: set[int] = set()
    for found in re.finditer(r"@(\w[\w'’ -]*)", note):
        words = found[1].casefold().split()
        whole = {key for key, name in colleagues.items() if words[:2] == name.casefold().split()}
        first = {
            key for key, name in colleagues.items() if words[:1] == name.casefold().split()[:1]
        }
        named |= whole or first
    return sorted(named)


def name_colleague(
    session: Session, conversation_id: str, staff_id: int, *, by: int, now: datetime
) -> None:
    """Notes that a colleague was named in a note about this case."""
    whole = find_whole(session, conversation_id)
    session.merge(Mention(conversation_id=whole, staff_id=staff_id, by=by, at=now))
    session.flush()


def cases_naming(staff_id: int) -> sa.Select[str]:
    """The conversations of the cases in which this colleague was named, also before a merge."""
    return (
        sa.select(sa.func.coalesce(Case.merged_into, Mention.conversation_id))
        .join_from(Mention, Case, Case.conversation_id == Mention.conversation_id)
        .where(Mention.staff_id == staff_id)
    )


def count_mentions(session: Session, staff_id: int) -> int:
    """In how many open cases this colleague was named."""
    count = session.scalar(
        sa.select(sa.func.count())
        .select_from(Case)
        .where(Case.is_open.is_(True), Case.conversation_id.in_(cases_naming(staff_id)))
    )
    return count or 0


def find_moments_named(
    session: Session, conversation_ids: Sequence[str], staff_id: int
) -> dict[str, datetime]:
    """When this colleague was last named, by the case."""
    whole = sa.func.coalesce(Case.merged_into, Mention.conversation_id)
    rows = session.execute(
        sa.select(whole.label("whole"), Mention.at)
        .join_from(Mention, Case, Case.conversation_id == Mention.conversation_id)
        .where(Mention.staff_id == staff_id, whole.in_(conversation_ids))
        .order_by(Mention.at)
    )
    return {row.whole: row.at for row in rows}
