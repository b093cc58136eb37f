"""What waits, counted for a digest, and which digests were seen to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from casework.law.deadlines import URGENT_DAYS
from store.cases.family import WHOLE
from store.cases.lines import SAFETY
from store.tables import Case, Digest, Handover, OutgoingEmail, Referral
from store.tables.cases import NO_CLOCK
from store.upserts import insert_into

KEPT = timedelta(days=30)


@dataclass(frozen=True)
class Waiting:
    """What waits in the queue, as numbers of cases; `reasons` are those of handovers but safety."""

    cases: int
    unclaimed: int
    late: int
    soon: int
    later: int
    undated: int
    """Cases of which no legal date is known: what the queue sorts them by is nothing to miss."""
    urgent: int
    """Cases that are urgent, for whatever reason: those about safety are among them."""
    reasons: dict[str, int]


def count_waiting(session: Session, *, today: date, now: datetime) -> Waiting:
    """Counts the open cases that nobody has put off."""
    is_wanted = sa.and_(
        Case.is_open.is_(True), sa.or_(Case.snoozed_until.is_(None), Case.snoozed_until <= now)
    )
    soon, is_dated = today + timedelta(days=URGENT_DAYS), _has_legal_date()
    row = session.execute(
        sa.select(
            sa.func.count(),
            _count_if(Case.held_by.is_(None)),
            _count_if(sa.and_(is_dated, Case.count_to < today)),
            _count_if(sa.and_(is_dated, Case.count_to.between(today, soon))),
            _count_if(sa.and_(is_dated, Case.count_to > soon)),
            _count_if(~is_dated),
            _count_if(sa.or_(Case.is_urgent.is_(True), Case.rank == 0)),
        ).where(is_wanted)
    ).one()
    cases = sa.select(Case.conversation_id).where(is_wanted)
    reasons = session.execute(
        sa.select(Handover.reason, sa.func.count(sa.distinct(WHOLE)))
        .join_from(Handover, Case, Case.conversation_id == Handover.conversation_id)
        .where(Handover.status == "open", WHOLE.in_(cases))
        .where(Handover.reason.not_like(f"{SAFETY}%"))
        .group_by(Handover.reason)
    )
    return Waiting(*row, reasons=dict(reasons.all()))


def begin_digest(session: Session, due_at: datetime, staff_id: int, cases: int) -> bool:
    """Notes that this colleague's digest of this moment is seen to. False where it was before."""
    added = session.scalar(
        insert_into(session, Digest)
        .values(due_at=due_at, staff_id=staff_id, cases=cases)
        .on_conflict_do_nothing()
        .returning(Digest.staff_id)
    )
    return added is not None


def forget_digests(session: Session, *, now: datetime) -> None:
    """Deletes what is older than a month: notes of digests, and emails to colleagues."""
    session.execute(
        sa.delete(Digest)
        .where(Digest.due_at < now - KEPT)
        .execution_options(synchronize_session=False)
    )
    session.execute(
        sa.delete(OutgoingEmail)
        .where(
            OutgoingEmail.conversation_id.is_(None),
            OutgoingEmail.status != "waiting",
            OutgoingEmail.created_at < now - KEPT,
        )
        .execution_options(synchronize_session=False)
    )


def _has_legal_date() -> sa.ColumnElement[bool]:
    part = sa.orm.aliased(Case)
    dated = sa.select(Referral.id).join(part, part.conversation_id == Referral.conversation_id)
    return sa.or_(
        Case.mediation_by != NO_CLOCK,
        dated.where(
            Referral.days_counted_to.is_not(None),
            sa.or_(
                part.conversation_id == Case.conversation_id,
                part.merged_into == Case.conversation_id,
            ),
        ).exists(),
    )


def _count_if(condition: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    return sa.func.count(sa.case((condition, 1)))
