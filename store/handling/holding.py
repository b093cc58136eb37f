"""Who has a case, and who has looked at it."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.accounts.staff import actor_of
from store.alerting.alerts import note_seen
from store.cases.family import find_whole
from store.cases.lines import find_case
from store.handling.trail import record_case_audit
from store.tables import Case, CaseView, Referral
from store.upserts import insert_into


def claim_case(session: Session, conversation_id: str, staff_id: int, *, now: datetime) -> bool:
    """Takes a case that nobody has; True too where one has it already. False: somebody else has.

    A referral that was new is then in progress.
    """
    is_free = sa.or_(Case.held_by.is_(None), Case.held_by == staff_id)
    if not _give(session, conversation_id, staff_id, where=is_free):
        return False
    _begin_work(session, conversation_id)
    note_seen(session, conversation_id, staff_id, now=now)
    record_case_audit(session, conversation_id, staff_id, "case claimed", ["held_by"], now=now)
    return True


def hold_case(session: Session, conversation_id: str, staff_id: int, *, now: datetime) -> None:
    """Gives a case to the colleague who answers its conversation, whoever had it before.

    Where there is no case yet, one that comes is theirs from the first moment. The conversations of
    the case are locked (0011).
    """
    whole = find_whole(session, conversation_id)
    case = find_case(session, whole, lock=True)
    note_seen(session, whole, staff_id, now=now)
    if case is None or case.held_by == staff_id:
        return
    case.held_by = staff_id
    session.flush()
    _begin_work(session, whole)
    record_case_audit(session, whole, staff_id, "case claimed", ["held_by"], now=now)


def assign_case(
    session: Session,
    conversation_id: str,
    *,
    to: int | None,
    was_held_by: int | None,
    by: int,
    now: datetime,
) -> bool:
    """Gives a case to a colleague, or back to the queue (None).

    False where it is not held any more by whom the person who asks saw (`was_held_by`).
    """
    is_as_seen = Case.held_by.is_not_distinct_from(was_held_by)
    if not _give(session, conversation_id, to, where=is_as_seen):
        return False
    if to is not None:
        _begin_work(session, conversation_id)
    action = "case given back" if to is None else f"case given to {actor_of(to)}"
    record_case_audit(session, conversation_id, by, action, ["held_by"], now=now)
    return True


def note_look(session: Session, conversation_id: str, staff_id: int, *, now: datetime) -> None:
    """Notes that a colleague has seen everything of this case up to now, its alerts too."""
    session.execute(
        insert_into(session, CaseView)
        .values(conversation_id=conversation_id, staff_id=staff_id, seen_at=now)
        .on_conflict_do_update(
            index_elements=["conversation_id", "staff_id"], set_={"seen_at": now}
        )
    )
    note_seen(session, conversation_id, staff_id, now=now)


def _give(
    session: Session, conversation_id: str, to: int | None, *, where: sa.ColumnElement[bool]
) -> bool:
    """One conditional update, so that of two who are as fast one gets it."""
    changed = session.execute(
        sa.update(Case)
        .where(Case.conversation_id == conversation_id, where)
        .values(held_by=to)
        .execution_options(synchronize_session="fetch")
    )
    return cast("sa.CursorResult[Any]", changed).rowcount == 1


def _begin_work(session: Session, conversation_id: str) -> None:
    row = session.scalars(
        sa.select(Referral).where(
            Referral.conversation_id == conversation_id, Referral.status == "submitted"
        )
    ).first()
    if row is not None:
        row.status = "in_progress"
        session.flush()
