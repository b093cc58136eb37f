"""Puts a case off: out of the queue until a time, never past what the law or safety sets."""

from __future__ import annotations

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from casework.law.deadlines import LONDON
from store.cases.family import find_whole
from store.cases.lines import find_case
from store.handling.trail import record_case_audit
from store.handling.upkeep import find_legal_date
from store.tables import Case

MOST_DAYS_SNOOZED = 30


class NotSnoozed(Exception):
    """The case cannot be put off that long, or not at all."""


def snooze_case(
    session: Session, conversation_id: str, *, until: datetime | None, by: int, now: datetime
) -> None:
    """Takes a case out of the queue until then, or (None) puts it back at once.

    Raises NotSnoozed: past the earliest day that the law counts to in it, longer than a month, in
    the past, or while somebody may be in danger.
    """
    case = find_case(session, conversation_id, lock=True)
    if case is None:
        raise NotSnoozed
    if until is not None:
        due = find_legal_date(session, conversation_id)
        day, today = until.astimezone(LONDON).date(), now.astimezone(LONDON).date()
        is_too_long = until > now + timedelta(days=MOST_DAYS_SNOOZED)
        is_too_late = due is not None and day > max(due, today)
        if case.rank == 0 or until <= now or is_too_long or is_too_late:
            raise NotSnoozed
    case.snoozed_until = until
    action = "case snoozed" if until else "case woken"
    record_case_audit(session, conversation_id, by, action, ["snoozed_until"], now=now)


def wake_case(session: Session, conversation_id: str) -> None:
    """Puts the case that this conversation is part of back into the queue."""
    session.execute(
        sa.update(Case)
        .where(
            Case.conversation_id == find_whole(session, conversation_id),
            Case.snoozed_until.is_not(None),
        )
        .values(snoozed_until=None)
        .execution_options(synchronize_session="fetch")
    )
