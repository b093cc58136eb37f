"""Referrals in long lists: pages for programs that keep in step, rows for a file.

Both walk along an index from where the last page ended, so that the last page costs what the first
does, and what comes in meanwhile moves nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from casework.law.deadlines import LONDON
from store.cases.clocks import CERTIFICATE_TAKEN_BACK
from store.cases.family import WHOLE
from store.queue.pages import Wanted, filters_of
from store.tables import Case, CaseStep, Handover, Referral


@dataclass(frozen=True)
class ListedReferral:
    """What a program's list says of a referral: nothing that needs decrypting."""

    reference: str
    status: str
    channel: str
    council_gss: str | None
    coverage: str | None
    days_counted_to: date | None
    urgency: str | None
    created_at: datetime
    submitted_at: datetime | None
    changed_at: datetime
    is_merged: bool
    merged_into: str | None
    """The reference of the case that this one is part of now; a chat has none."""


@dataclass(frozen=True)
class ChosenCases:
    """Which cases go into a file: filters of the queue, when they came, and closed ones too."""

    wanted: Wanted
    today: date
    now: datetime
    came_from: datetime | None = None
    came_before: datetime | None = None
    with_closed: bool = False


@dataclass(frozen=True)
class CaseRow:
    """A case as it goes into a file."""

    conversation_id: str
    is_open: bool
    is_urgent: bool
    waiting_since: datetime
    channel: str
    council_gss: str | None
    coverage: str | None
    held_by: int | None
    reasons: tuple[str, ...]
    reference: str | None
    status: str | None
    days_counted_to: date | None
    came_at: datetime
    submitted_at: datetime | None
    document: dict[str, Any] | None
    steps: dict[str, tuple[date | None, str | None]]
    """By kind: on which day it was done last, and how it ended."""


def list_changed(
    session: Session,
    *,
    statuses: Sequence[str],
    council_gss: str | None,
    submitted_after: datetime | None,
    changed_after: datetime | None,
    after: tuple[datetime, str] | None,
    limit: int,
) -> list[ListedReferral]:
    """Referrals in the order they were written last; `after` is time and reference of the last one.

    One that changes while the pages are read comes again at the end, and none is left out.
    """
    conditions: list[sa.ColumnElement[bool]] = [Referral.status.in_(statuses)]
    if council_gss is not None:
        conditions.append(Referral.council_gss == council_gss)
    if submitted_after is not None:
        conditions.append(Referral.submitted_at > submitted_after)
    if changed_after is not None:
        conditions.append(Referral.changed_at > changed_after)
    if after is not None:
        conditions.append(sa.tuple_(Referral.changed_at, Referral.reference) > after)
    whole = sa.orm.aliased(Referral)
    rows = session.execute(
        sa.select(
            Referral.reference,
            Referral.status,
            Referral.channel,
            Referral.council_gss,
            Referral.coverage,
            Referral.days_counted_to,
            Referral.urgency,
            Referral.created_at,
            Referral.submitted_at,
            Referral.changed_at,
            Case.merged_into.is_not(None).label("is_merged"),
            whole.reference.label("merged_into"),
        )
        .outerjoin(Case, Case.conversation_id == Referral.conversation_id)
        .outerjoin(whole, whole.conversation_id == Case.merged_into)
        .where(*conditions)
        .order_by(Referral.changed_at, Referral.reference)
        .limit(limit)
    )
    return [ListedReferral(**row._mapping) for row in rows]


def read_case_rows(
    session: Session, chosen: ChosenCases, *, after: str, limit: int
) -> list[CaseRow]:
    """The next rows of a file, in the order of their conversations' ids.

    That order says nothing: the queue's would put those first where somebody is in danger.
    """
    cases = session.scalars(
        sa.select(Case)
        .where(Case.conversation_id > after, *_conditions_of(chosen))
        .order_by(Case.conversation_id)
        .limit(limit)
    ).all()
    ids = [case.conversation_id for case in cases]
    referrals = {
        row.conversation_id: row
        for row in session.execute(
            sa.select(
                Referral.conversation_id,
                Referral.reference,
                Referral.status,
                Referral.days_counted_to,
                Referral.created_at,
                Referral.submitted_at,
                Referral.document,
            ).where(Referral.conversation_id.in_(ids))
        )
    }
    reasons: dict[str, list[str]] = {}
    for conversation_id, reason in session.execute(
        sa.select(WHOLE, Handover.reason)
        .join_from(Handover, Case, Case.conversation_id == Handover.conversation_id)
        .where(WHOLE.in_(ids), Handover.status == "open")
        .order_by(Handover.id)
    ):
        reasons.setdefault(conversation_id, []).append(reason)
    steps: dict[str, dict[str, tuple[date | None, str | None]]] = {}
    for step in session.execute(
        sa.select(
            CaseStep.conversation_id, CaseStep.kind, CaseStep.done_on, CaseStep.outcome, CaseStep.at
        )
        .where(CaseStep.conversation_id.in_(ids))
        .order_by(CaseStep.id)
    ):
        done_on = step.done_on or step.at.astimezone(LONDON).date()
        done = steps.setdefault(step.conversation_id, {})
        done[step.kind] = (done_on, step.outcome)
        if step.kind == CERTIFICATE_TAKEN_BACK:
            done.pop("certificate_issued", None)
    return [
        _to_row(
            case,
            referrals.get(case.conversation_id),
            tuple(dict.fromkeys(reasons.get(case.conversation_id, []))),
            steps.get(case.conversation_id, {}),
        )
        for case in cases
    ]


def _to_row(
    case: Case,
    referral: Any,
    reasons: tuple[str, ...],
    steps: dict[str, tuple[date | None, str | None]],
) -> CaseRow:
    has_referral = referral is not None
    return CaseRow(
        conversation_id=case.conversation_id,
        is_open=case.is_open,
        is_urgent=case.is_urgent or case.rank == 0,
        waiting_since=case.waiting_since,
        channel=case.channel,
        council_gss=case.council_gss,
        coverage=case.coverage,
        held_by=case.held_by,
        reasons=reasons,
        reference=referral.reference if has_referral else None,
        status=referral.status if has_referral else None,
        days_counted_to=referral.days_counted_to if has_referral else None,
        came_at=referral.created_at if has_referral else case.waiting_since,
        submitted_at=referral.submitted_at if has_referral else None,
        document=referral.document if has_referral else None,
        steps=steps,
    )


def _conditions_of(chosen: ChosenCases) -> list[sa.ColumnElement[bool]]:
    # What was merged into another case is told by that one.
    conditions = [Case.merged_into.is_(None), *filters_of(chosen.wanted, today=chosen.today)]
    if not chosen.with_closed:
        conditions.append(Case.is_open.is_(True))
    if chosen.wanted.is_snoozed:
        conditions.append(Case.snoozed_until > chosen.now)
    if chosen.came_from is not None or chosen.came_before is not None:
        conditions.append(_came_between(chosen.came_from, chosen.came_before))
    return conditions


def _came_between(start: datetime | None, end: datetime | None) -> sa.ColumnElement[bool]:
    """By the day the referral was begun; a case without one, since when it waits."""
    begun = sa.select(Referral.conversation_id)
    waited: list[sa.ColumnElement[bool]] = []
    if start is not None:
        begun = begun.where(Referral.created_at >= start)
        waited.append(Case.waiting_since >= start)
    if end is not None:
        begun = begun.where(Referral.created_at < end)
        waited.append(Case.waiting_since < end)
    has_referral = sa.exists().where(Referral.conversation_id == Case.conversation_id)
    return sa.or_(Case.conversation_id.in_(begun), sa.and_(~has_referral, *waited))
