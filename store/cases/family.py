"""Which conversations make up one case: its own, and those of cases that were merged into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.conversations.opening import find_conversation
from store.tables import Case, Referral

WHOLE: sa.ColumnElement[str] = sa.func.coalesce(Case.merged_into, Case.conversation_id)
"""The conversation of the case that a row of `cases` counts in."""


@dataclass(frozen=True)
class CasePart:
    """A conversation of a case, with what is counted of its referral where it has one."""

    conversation_id: str
    status_before_merge: str | None
    referral_id: str | None
    reference: str | None
    revision: int | None
    status: str | None
    submitted_at: datetime | None
    council_gss: str | None
    coverage: str | None
    days_counted_to: date | None


def find_whole(session: Session, conversation_id: str) -> str:
    """The conversation of the case that this one is part of; itself where it was not merged."""
    into = session.scalar(
        sa.select(Case.merged_into).where(Case.conversation_id == conversation_id)
    )
    return into or conversation_id


def list_parts(session: Session, conversation_id: str) -> list[str]:
    """The conversations of a case: its own first, then those merged into it."""
    merged = session.scalars(
        sa.select(Case.conversation_id)
        .where(Case.merged_into == conversation_id)
        .order_by(Case.conversation_id)
    )
    return [conversation_id, *merged]


def read_family(session: Session, conversation_id: str) -> list[CasePart]:
    """The parts of a case, its own first, as they are in the database now."""
    rows = session.execute(_FAMILY, {"whole": conversation_id})
    return [CasePart(**row._mapping) for row in rows]


def lock_cases(session: Session, *conversation_ids: str) -> None:
    """Locks every conversation of these cases, in the order of their ids (0011).

    What was merged in that moment is locked as well. Where that is out of order and two wait for
    each other, the database ends one of them, and it is done once more.
    """
    locked: set[str] = set()
    while missing := _list_all_parts(session, conversation_ids) - locked:
        for each in sorted(missing):
            find_conversation(session, each, lock=True)
        locked |= missing


def _list_all_parts(session: Session, conversation_ids: Sequence[str]) -> set[str]:
    wholes = {find_whole(session, each) for each in conversation_ids}
    return {part for whole in wholes for part in list_parts(session, whole)}


_WHOLE: sa.BindParameter[str] = sa.bindparam("whole")
_FAMILY = (
    sa.select(
        Case.conversation_id,
        Case.status_before_merge,
        Referral.id.label("referral_id"),
        Referral.reference,
        Referral.revision,
        Referral.status,
        Referral.submitted_at,
        Referral.council_gss,
        Referral.coverage,
        Referral.days_counted_to,
    )
    .outerjoin(Referral, Referral.conversation_id == Case.conversation_id)
    .where(sa.or_(Case.conversation_id == _WHOLE, Case.merged_into == _WHOLE))
    .order_by(Case.merged_into.is_not(None), Case.conversation_id)
)
