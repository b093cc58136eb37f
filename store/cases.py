"""Cases: the lines of the queue, kept in step with handovers and referrals, and who has each.

A case is open while a handover is, or while a referral that was sent is not closed: what the law
counts does not stop because somebody has answered a question.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as insert_postgres
from sqlalchemy.dialects.sqlite import insert as insert_sqlite
from sqlalchemy.orm import Session

from casework.deadlines import LONDON, URGENT_DAYS
from store.audit import record_audit
from store.case_tables import Case, CaseView
from store.models import Conversation, Handover, Referral
from store.staff import actor_of

LIVE = ("submitted", "in_progress", "contacted")
SAFETY = "safety:"
_URGENT = ("immediate", "urgent")
MOST_DAYS_SNOOZED = 30


class NotSnoozed(Exception):
    """The case cannot be put off that long, or not at all."""


def refresh_case(session: Session, conversation_id: str) -> Case | None:
    """Brings the line of the queue in step; None where nothing has to be done nor ever had.

    Where no legal date is known the case is sorted as if it had become urgent when it came in:
    no date is not the same as plenty of time.
    """
    referral = session.execute(
        sa.select(Referral.status, Referral.channel, Referral.council_gss, Referral.coverage)
        .add_columns(Referral.days_counted_to, Referral.submitted_at)
        .where(Referral.conversation_id == conversation_id)
    ).first()
    waiting = list_open(session, conversation_id)
    is_live = referral is not None and referral.status in LIVE
    is_open = bool(waiting) or is_live
    case = find_case(session, conversation_id, lock=True)
    if case is None and not is_open:
        return None
    if case is None:
        case = _add_case(session, conversation_id, now=datetime.now(UTC))
    case.is_open = is_open
    case.rank = 0 if any(row.reason.startswith(SAFETY) for row in waiting) else 1
    case.is_urgent = any(row.priority in _URGENT for row in waiting)
    if waiting:
        case.waiting_since = min(row.created_at for row in waiting)
    elif referral is not None and is_live and referral.submitted_at is not None:
        case.waiting_since = referral.submitted_at
    case.council_gss = referral.council_gss if referral is not None else None
    case.coverage = referral.coverage if referral is not None else None
    due = referral.days_counted_to if referral is not None else None
    case.count_to = due or day_without_date(case.waiting_since)
    if not is_open:
        case.snoozed_until = None
    session.flush()
    return case


def day_without_date(waiting_since: datetime) -> date:
    """What a case without a legal date is sorted by."""
    return waiting_since.astimezone(LONDON).date() + timedelta(days=URGENT_DAYS)


def find_case(session: Session, conversation_id: str, *, lock: bool = False) -> Case | None:
    """The case of this conversation; with `lock`, nobody else changes it meanwhile."""
    query = sa.select(Case).where(Case.conversation_id == conversation_id)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    return session.scalars(query).first()


def list_open(session: Session, conversation_id: str) -> Sequence[Handover]:
    """What a person was asked to look at and nobody has closed, in order."""
    return session.scalars(
        sa.select(Handover)
        .where(Handover.conversation_id == conversation_id, Handover.status == "open")
        .order_by(Handover.id)
    ).all()


def claim_case(session: Session, conversation_id: str, staff_id: int, *, now: datetime) -> bool:
    """Takes a case that nobody has; True too where one has it already. False: somebody else has.

    A referral that was new is then in progress.
    """
    if not _give_to(session, conversation_id, staff_id, unless_held_by_other=staff_id):
        return False
    _begin_work(session, conversation_id)
    record_case_audit(session, conversation_id, staff_id, "case claimed", ["held_by"], now=now)
    return True


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
    changed: sa.CursorResult[Any] = session.execute(  # type: ignore[assignment]
        sa.update(Case)
        .where(
            Case.conversation_id == conversation_id,
            Case.held_by.is_not_distinct_from(was_held_by),
        )
        .values(held_by=to)
        .execution_options(synchronize_session="fetch")
    )
    if changed.rowcount != 1:
        return False
    if to is not None:
        _begin_work(session, conversation_id)
    action = "case given back" if to is None else f"case given to {actor_of(to)}"
    record_case_audit(session, conversation_id, by, action, ["held_by"], now=now)
    return True


def snooze_case(
    session: Session, conversation_id: str, *, until: datetime | None, by: int, now: datetime
) -> None:
    """Takes a case out of the queue until then, or (None) puts it back at once.

    Raises NotSnoozed: past the day that the law counts to, longer than a month, in the past, or
    while somebody may be in danger.
    """
    case = find_case(session, conversation_id, lock=True)
    if case is None:
        raise NotSnoozed
    if until is not None:
        due = session.scalar(
            sa.select(Referral.days_counted_to).where(Referral.conversation_id == conversation_id)
        )
        day, today = until.astimezone(LONDON).date(), now.astimezone(LONDON).date()
        is_too_long = until > now + timedelta(days=MOST_DAYS_SNOOZED)
        is_too_late = due is not None and day > max(due, today)
        if case.rank == 0 or until <= now or is_too_long or is_too_late:
            raise NotSnoozed
    case.snoozed_until = until
    action = "case snoozed" if until else "case woken"
    record_case_audit(session, conversation_id, by, action, ["snoozed_until"], now=now)


def note_look(session: Session, conversation_id: str, staff_id: int, *, now: datetime) -> None:
    """Notes that a colleague has seen everything of this case up to now."""
    insert = _insert(session, CaseView).values(
        conversation_id=conversation_id, staff_id=staff_id, seen_at=now
    )
    session.execute(
        insert.on_conflict_do_update(
            index_elements=["conversation_id", "staff_id"], set_={"seen_at": now}
        )
    )


def record_case_audit(
    session: Session,
    conversation_id: str,
    staff_id: int,
    action: str,
    fields: Sequence[str],
    *,
    now: datetime,
) -> None:
    """An entry about a case: what a colleague did to which fields."""
    record_audit(
        session,
        actor=actor_of(staff_id),
        action=action,
        now=now,
        referral_id=session.scalar(
            sa.select(Referral.id).where(Referral.conversation_id == conversation_id)
        ),
        conversation_id=conversation_id,
        fields=fields,
    )


def _give_to(
    session: Session, conversation_id: str, staff_id: int, *, unless_held_by_other: int
) -> bool:
    changed = session.execute(
        sa.update(Case)
        .where(
            Case.conversation_id == conversation_id,
            sa.or_(Case.held_by.is_(None), Case.held_by == unless_held_by_other),
        )
        .values(held_by=staff_id)
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


def _add_case(session: Session, conversation_id: str, *, now: datetime) -> Case:
    """A line of its own, or the one that somebody else has added in this moment."""
    channel = session.scalar(
        sa.select(Conversation.channel).where(Conversation.id == conversation_id)
    )
    session.execute(
        _insert(session, Case)
        .values(
            conversation_id=conversation_id,
            is_open=True,
            rank=1,
            is_urgent=False,
            count_to=day_without_date(now),
            waiting_since=now,
            channel=channel or "web",
        )
        .on_conflict_do_nothing()
    )
    case = find_case(session, conversation_id, lock=True)
    assert case is not None
    return case


def _insert(session: Session, model: type[Case] | type[CaseView]) -> Any:
    is_sqlite = session.get_bind().dialect.name == "sqlite"
    return (insert_sqlite if is_sqlite else insert_postgres)(model)
