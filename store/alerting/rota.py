"""The rota as it is kept, and the colleagues who can be told."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

import sqlalchemy as sa
from sqlalchemy.orm import Session

from casework.team.duty import Change, Duty, Kind, Period, Rota, Shift
from store.accounts.staff import actor_of, is_set_up
from store.audit import record_audit
from store.tables import DigestRefused, RotaChange, RotaLastResort, RotaShift, Staff


@dataclass(frozen=True)
class Reachable:
    """A colleague with a working account."""

    name: str
    email: str
    role: str
    wants_digest: bool


def read_rota(session: Session) -> Rota:
    """The whole rota; changes that are over are left out by whoever asks for a day."""
    return Rota(
        shifts=tuple(
            Shift(cast(Duty, row.duty), row.weekday, cast(Period, row.period), row.staff_id)
            for row in session.scalars(sa.select(RotaShift))
        ),
        changes=tuple(
            Change(
                kind=cast(Kind, row.kind),
                first_day=row.first_day,
                last_day=row.last_day,
                staff_id=row.staff_id,
                duty=cast("Duty | None", row.duty),
            )
            for row in session.scalars(sa.select(RotaChange))
        ),
        last_resort=frozenset(session.scalars(sa.select(RotaLastResort.staff_id))),
    )


def list_reachable(session: Session) -> dict[int, Reachable]:
    """Everybody who can sign in, by id."""
    refused = set(session.scalars(sa.select(DigestRefused.staff_id)))
    rows = session.execute(
        sa.select(Staff.id, Staff.name, Staff.email, Staff.role)
        .where(Staff.disabled_at.is_(None), is_set_up())
        .order_by(Staff.id)
    )
    return {row.id: Reachable(row.name, row.email, row.role, row.id not in refused) for row in rows}


def replace_week(
    session: Session, duty: Duty, shifts: Collection[Shift], *, by: int, now: datetime
) -> None:
    """Puts these shifts in the place of all that this duty had."""
    session.execute(sa.delete(RotaShift).where(RotaShift.duty == duty))
    session.add_all(
        RotaShift(duty=duty, weekday=shift.weekday, period=shift.period, staff_id=shift.staff_id)
        for shift in set(shifts)
    )
    _record(session, "rota changed", [f"rota.{duty}"], by, now)


def replace_last_resort(
    session: Session, staff: Collection[int], *, by: int, now: datetime
) -> None:
    """Names who is told where nobody else has looked."""
    session.execute(sa.delete(RotaLastResort))
    session.add_all(RotaLastResort(staff_id=staff_id) for staff_id in set(staff))
    _record(session, "rota changed", ["rota.last_resort"], by, now)


def list_changes_from(session: Session, day: date) -> Sequence[RotaChange]:
    """Absences and cover that are not over on this day, the first to come first."""
    return session.scalars(
        sa.select(RotaChange)
        .where(RotaChange.last_day >= day)
        .order_by(RotaChange.first_day, RotaChange.id)
    ).all()


def add_change(session: Session, change: Change, *, by: int, now: datetime) -> None:
    """Keeps an absence or a cover."""
    session.add(
        RotaChange(
            kind=change.kind,
            duty=change.duty,
            first_day=change.first_day,
            last_day=change.last_day,
            staff_id=change.staff_id,
        )
    )
    _record(session, "rota changed", ["rota.changes"], by, now)


def remove_change(session: Session, change_id: int, *, by: int, now: datetime) -> bool:
    """Takes an absence or a cover back. False where there is none."""
    row = session.get(RotaChange, change_id)
    if row is None:
        return False
    session.delete(row)
    _record(session, "rota changed", ["rota.changes"], by, now)
    return True


def choose_digest(session: Session, staff_id: int, *, wants: bool, now: datetime) -> None:
    """Keeps whether a colleague wants the digest."""
    session.execute(sa.delete(DigestRefused).where(DigestRefused.staff_id == staff_id))
    if not wants:
        session.add(DigestRefused(staff_id=staff_id))
    _record(session, "digest chosen", ["digest"], staff_id, now)


def _record(session: Session, action: str, fields: Sequence[str], by: int, now: datetime) -> None:
    session.flush()
    record_audit(session, actor=actor_of(by), action=action, now=now, fields=fields)
