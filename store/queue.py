"""The queue: open cases in the order that safety and law make urgent, a page at a time.

Safety first, then the earliest legal date (passed ones first), then age: one walk along the index
`ix_cases_queue`. What each line shows is read for the lines of the page only.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from casework.deadlines import URGENT_DAYS
from store.case_tables import Case, CaseView
from store.cases import SAFETY
from store.encryption import blind_index
from store.models import Conversation, Handover, Referral

OUTSIDE = ("contested", "other_provider", "not_listed", "outside_england", "unknown")
"""Coverage that a person has to confirm (casework/coverage.py)."""


@dataclass(frozen=True)
class Wanted:
    """Which lines of the queue are wanted; without anything: all that is not snoozed."""

    held_by: int | None = None
    is_unassigned: bool = False
    reasons: tuple[str, ...] = ()
    council_gss: str | None = None
    channel: str | None = None
    is_urgent: bool = False
    is_outside: bool = False
    is_snoozed: bool = False


@dataclass(frozen=True)
class QueueLine:
    """A case as the queue shows it."""

    conversation_id: str
    is_open: bool
    is_about_safety: bool
    is_urgent: bool
    waiting_since: datetime
    channel: str
    council_gss: str | None
    coverage: str | None
    held_by: int | None
    snoozed_until: datetime | None
    is_unread: bool
    reasons: tuple[str, ...]
    reference: str | None
    status: str | None
    days_counted_to: date | None
    document: dict[str, Any] | None


def list_queue(
    session: Session,
    wanted: Wanted,
    *,
    reader: int,
    today: date,
    now: datetime,
    limit: int,
    offset: int = 0,
) -> list[QueueLine]:
    """A page of the queue, the most urgent first; unread marks are those of the `reader`."""
    snoozed = Case.snoozed_until > now
    conditions: list[sa.ColumnElement[bool]] = [Case.is_open.is_(True)]
    conditions.append(snoozed if wanted.is_snoozed else sa.func.coalesce(~snoozed, sa.true()))
    if wanted.held_by is not None:
        conditions.append(Case.held_by == wanted.held_by)
    if wanted.is_unassigned:
        conditions.append(Case.held_by.is_(None))
    if wanted.council_gss is not None:
        conditions.append(Case.council_gss == wanted.council_gss)
    if wanted.channel is not None:
        conditions.append(Case.channel == wanted.channel)
    if wanted.is_outside:
        conditions.append(Case.coverage.in_(OUTSIDE))
    if wanted.is_urgent:
        soon = today + timedelta(days=URGENT_DAYS)
        conditions.append(sa.or_(Case.rank == 0, Case.is_urgent, Case.count_to <= soon))
    if wanted.reasons:
        conditions.append(_has_open(wanted.reasons))
    ids = session.scalars(
        sa.select(Case.conversation_id)
        .where(*conditions)
        .order_by(Case.is_open, Case.rank, Case.count_to, Case.waiting_since)
        .limit(limit)
        .offset(offset)
    ).all()
    return _read_lines(session, ids, reader)


def find_cases(
    session: Session, *, reference: str | None, phone: str | None, email: str | None, reader: int
) -> list[QueueLine]:
    """Cases and drafts with this reference, phone (E.164) or email, the newest first."""
    matches = []
    if reference is not None:
        matches.append(Referral.reference == reference)
    if phone is not None:
        matches.append(Referral.phone_index == blind_index(phone))
    if email is not None:
        matches.append(Referral.email_index == blind_index(email))
    if not matches:
        return []
    ids = session.scalars(
        sa.select(Referral.conversation_id)
        .where(sa.or_(*matches), Referral.conversation_id.is_not(None))
        .order_by(Referral.created_at.desc())
        .limit(100)
    ).all()
    return _read_lines(session, [one for one in ids if one is not None], reader)


def read_line(session: Session, conversation_id: str, reader: int) -> QueueLine | None:
    """One case as the queue shows it, open or not."""
    return next(iter(_read_lines(session, [conversation_id], reader)), None)


def _has_open(reasons: Collection[str]) -> sa.ColumnElement[bool]:
    """Whether a person was asked for one of these; "safety:" stands for every danger."""
    exact = Handover.reason.in_([reason for reason in reasons if reason != SAFETY])
    matches = sa.or_(exact, Handover.reason.startswith(SAFETY)) if SAFETY in reasons else exact
    # Not EXISTS for each case: SQLite would then look through all that is open, once a case.
    return Case.conversation_id.in_(
        sa.select(Handover.conversation_id).where(Handover.status == "open", matches)
    )


def _read_lines(session: Session, ids: Sequence[str], reader: int) -> list[QueueLine]:
    """The lines of these conversations, in this order; drafts that nobody waits for too."""
    cases = {
        case.conversation_id: case
        for case in session.scalars(sa.select(Case).where(Case.conversation_id.in_(ids)))
    }
    referrals: dict[str, Any] = {
        row.conversation_id: row for row in session.execute(_REFERRAL, {"ids": ids})
    }
    said = {
        row.id: row.last_message_at
        for row in session.execute(
            sa.select(Conversation.id, Conversation.last_message_at).where(Conversation.id.in_(ids))
        )
    }
    seen = {
        row.conversation_id: row.seen_at
        for row in session.execute(
            sa.select(CaseView.conversation_id, CaseView.seen_at).where(
                CaseView.conversation_id.in_(ids), CaseView.staff_id == reader
            )
        )
    }
    asked: dict[str, list[Any]] = {}
    for row in session.execute(_ASKED, {"ids": ids}):
        asked.setdefault(row.conversation_id, []).append(row)
    lines = []
    for conversation_id in ids:
        case = cases.get(conversation_id)
        referral: Any = referrals.get(conversation_id)
        if case is None and referral is None:
            continue
        open_ = asked.get(conversation_id, [])
        news = [row.created_at for row in open_]
        news += [said[conversation_id]] if conversation_id in said else []
        news += [referral.updated_at] if referral is not None else []
        seen_at = seen.get(conversation_id)
        lines.append(
            QueueLine(
                conversation_id=conversation_id,
                is_open=case is not None and case.is_open,
                is_about_safety=case is not None and case.rank == 0,
                is_urgent=case is not None and case.is_urgent,
                waiting_since=case.waiting_since if case is not None else referral.created_at,
                channel=referral.channel if case is None else case.channel,
                council_gss=referral.council_gss if case is None else case.council_gss,
                coverage=referral.coverage if case is None else case.coverage,
                held_by=case.held_by if case is not None else None,
                snoozed_until=case.snoozed_until if case is not None else None,
                is_unread=seen_at is None or seen_at < max(news, default=seen_at),
                reasons=tuple(dict.fromkeys(row.reason for row in open_)),
                reference=referral.reference if referral is not None else None,
                status=referral.status if referral is not None else None,
                days_counted_to=referral.days_counted_to if referral is not None else None,
                document=referral.document if referral is not None else None,
            )
        )
    return lines


_IDS: sa.BindParameter[str] = sa.bindparam("ids", expanding=True)
_REFERRAL = sa.select(
    Referral.conversation_id,
    Referral.reference,
    Referral.status,
    Referral.channel,
    Referral.council_gss,
    Referral.coverage,
    Referral.days_counted_to,
    Referral.document,
    Referral.created_at,
    Referral.updated_at,
).where(Referral.conversation_id.in_(_IDS))
_ASKED = (
    sa.select(Handover.conversation_id, Handover.reason, Handover.created_at)
    .where(Handover.conversation_id.in_(_IDS), Handover.status == "open")
    .order_by(Handover.id)
)
