"""What colleagues did about a case: the dates of the intake, notes, and how it was closed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal, get_args

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.case_tables import CaseStep
from store.cases import LIVE, list_open, record_case_audit, refresh_case
from store.handovers import close_handover, is_about_safety
from store.models import Referral

Done = Literal["called", "certificate_issued", "council_told"]
DONE: tuple[Done, ...] = get_args(Done)
"""The checklist of an intake, in its order."""


def add_step(
    session: Session,
    conversation_id: str,
    kind: str,
    *,
    by: int,
    now: datetime,
    done_on: date | None = None,
    outcome: str | None = None,
    note: str | None = None,
) -> None:
    """Keeps one thing that was done, with an entry in the audit trail."""
    session.add(
        CaseStep(
            conversation_id=conversation_id,
            kind=kind,
            done_on=done_on,
            outcome=outcome,
            note=note,
            by=by,
            at=now,
        )
    )
    given = {"done_on": done_on, "outcome": outcome, "note": note}
    fields = [f"{kind}.{name}" for name, value in given.items() if value is not None]
    record_case_audit(
        session, conversation_id, by, f"{kind.replace('_', ' ')} noted", fields, now=now
    )
    session.flush()


def note_called(session: Session, conversation_id: str) -> None:
    """A family that was reached: its referral is `contacted`."""
    row = _find_referral(session, conversation_id)
    if row is not None and row.status in ("submitted", "in_progress"):
        row.status = "contacted"
        session.flush()


def close_case(
    session: Session,
    conversation_id: str,
    *,
    outcome: str,
    note: str | None,
    by: int,
    now: datetime,
) -> bool:
    """Closes a referral and all that a person was asked about it, but what is about safety.

    That stays in the queue until the safeguarding lead closes it. False where it is not open.
    """
    row = _find_referral(session, conversation_id)
    if row is None or row.status not in LIVE:
        return False
    row.status = "closed"
    session.flush()
    for handover in list_open(session, conversation_id):
        if not is_about_safety(handover):
            close_handover(
                session, handover.id, conversation_id, outcome=outcome, note=None, by=by, now=now
            )
    add_step(session, conversation_id, "closed", outcome=outcome, note=note, by=by, now=now)
    refresh_case(session, conversation_id)
    return True


def list_steps(session: Session, conversation_id: str) -> Sequence[CaseStep]:
    """Everything that was done, in order."""
    return session.scalars(
        sa.select(CaseStep).where(CaseStep.conversation_id == conversation_id).order_by(CaseStep.id)
    ).all()


def _find_referral(session: Session, conversation_id: str) -> Referral | None:
    return session.scalars(
        sa.select(Referral).where(Referral.conversation_id == conversation_id).with_for_update()
    ).first()
