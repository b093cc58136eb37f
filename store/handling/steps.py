"""What colleagues did about a case: the dates of the intake, notes, and how it was closed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Literal, get_args

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.cases.clocks import CERTIFICATE_TAKEN_BACK
from store.cases.family import list_parts
from store.cases.lines import LIVE, list_open
from store.handling.handovers import close_handover, is_about_safety
from store.handling.trail import record_case_audit
from store.handling.upkeep import refresh_case
from store.tables import Case, CaseStep, Referral

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
    form_id: str | None = None,
) -> int | None:
    """Keeps one thing that was done, with an entry in the audit trail; returns its id.

    None when what came with this form is kept already.
    """
    if form_id is not None and _is_kept(session, conversation_id, form_id):
        return None
    step = CaseStep(
        conversation_id=conversation_id,
        kind=kind,
        done_on=done_on,
        outcome=outcome,
        note=note,
        by=by,
        at=now,
        form_id=form_id,
    )
    session.add(step)
    given = {"done_on": done_on, "outcome": outcome, "note": note}
    fields = [f"{kind}.{name}" for name, value in given.items() if value is not None]
    record_case_audit(
        session, conversation_id, by, f"{kind.replace('_', ' ')} noted", fields, now=now
    )
    session.flush()
    if kind in DONE:
        refresh_case(session, conversation_id)  # Some days start a clock, and some stop one.
    return step.id


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
    """Closes the referrals of a case and all that a person was asked, but what is about safety.

    That stays in the queue until the safeguarding lead closes it. False where it is not open.
    """
    live = session.execute(
        sa.select(Referral, Case)
        .join(Case, Case.conversation_id == Referral.conversation_id)
        .where(
            sa.or_(Case.conversation_id == conversation_id, Case.merged_into == conversation_id),
            Referral.status.in_(LIVE),
        )
        .with_for_update(of=Referral)
    ).all()
    if not live:
        return False
    for row, case in live:
        if case.merged_into is not None:
            case.status_before_merge = row.status  # It was sent after it had been merged.
        row.status = "closed"
    session.flush()
    for part in list_parts(session, conversation_id):
        for handover in list_open(session, part):
            if not is_about_safety(handover):
                close_handover(
                    session, handover.id, part, outcome=outcome, note=None, by=by, now=now
                )
    add_step(session, conversation_id, "closed", outcome=outcome, note=note, by=by, now=now)
    refresh_case(session, conversation_id)
    return True


def reopen_case(
    session: Session, conversation_id: str, *, reason: str, by: int, now: datetime
) -> bool:
    """Opens a closed referral again, as far on as it was. False where it is not closed."""
    row = _find_referral(session, conversation_id)
    if row is None or row.status != "closed":
        return False
    was_called = any(step.kind == "called" for step in list_steps(session, conversation_id))
    row.status = "contacted" if was_called else "in_progress"
    session.flush()
    add_step(session, conversation_id, "reopened", note=reason, by=by, now=now)
    refresh_case(session, conversation_id)
    return True


def list_steps(session: Session, conversation_id: str) -> Sequence[CaseStep]:
    """Everything that was done, in order."""
    return session.scalars(
        sa.select(CaseStep).where(CaseStep.conversation_id == conversation_id).order_by(CaseStep.id)
    ).all()


def find_done(steps: Iterable[CaseStep]) -> dict[str, CaseStep]:
    """The last step of each kind, in their order; a certificate that was taken back is none."""
    done: dict[str, CaseStep] = {}
    for step in steps:
        done[step.kind] = step
        if step.kind == CERTIFICATE_TAKEN_BACK:
            done.pop("certificate_issued", None)
    return done


def list_notes(session: Session, conversation_id: str) -> Sequence[CaseStep]:
    """What colleagues noted for each other, in order."""
    return [step for step in list_steps(session, conversation_id) if step.kind == "note"]


def _is_kept(session: Session, conversation_id: str, form_id: str) -> bool:
    kept = session.scalar(
        sa.select(CaseStep.id).where(
            CaseStep.conversation_id == conversation_id, CaseStep.form_id == form_id
        )
    )
    return kept is not None


def _find_referral(session: Session, conversation_id: str) -> Referral | None:
    return session.scalars(
        sa.select(Referral).where(Referral.conversation_id == conversation_id).with_for_update()
    ).first()
