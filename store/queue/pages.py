"""The queue: open cases in the order that safety and law make urgent, a page at a time.

Safety first, then the working days left to the earliest legal date (passed ones first), then the 30
days for mediation, then age: one walk along the index `ix_cases_queue`. What each line shows is
read for the lines of the page only.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from casework.law.deadlines import URGENT_DAYS
from store.cases.family import WHOLE
from store.cases.lines import SAFETY
from store.cases.mentions import cases_naming, find_moments_named
from store.cases.name_index import find_by_name
from store.encryption import blind_index
from store.referrals.documents import counts_to_contact
from store.tables import Case, CaseView, Conversation, Handover, PhoneNumber, Referral
from store.tables.cases import NO_CLOCK

OUTSIDE = ("contested", "other_provider", "not_listed", "outside_england", "unknown")
"""Coverage that a person has to confirm (casework/places/coverage.py)."""
MOST_FOUND = 100


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
    names: int | None = None
    """The colleague who was named in a note; what is snoozed counts too."""


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
    counts_to_contact: bool
    """Whether that date is the last to contact an adviser, rather than to appeal."""
    count_to: date | None
    """What the case is sorted by: that date, or an earlier one of a case that is part of it."""
    mediation_by: date | None
    """The end of the 30 days for mediation, where the council was told."""
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
    ids = list_ids(session, wanted, today=today, now=now, limit=limit, offset=offset)
    return _read_lines(session, ids, reader)


def list_ids(
    session: Session,
    wanted: Wanted,
    *,
    today: date,
    now: datetime,
    limit: int,
    offset: int = 0,
) -> Sequence[str]:
    """The conversations of a page of the queue, the most urgent first."""
    return session.scalars(
        sa.select(Case.conversation_id)
        .where(*conditions_of(wanted, today=today, now=now))
        .order_by(Case.is_open, Case.rank, Case.act_by, Case.mediation_by, Case.waiting_since)
        .limit(limit)
        .offset(offset)
    ).all()


def conditions_of(wanted: Wanted, *, today: date, now: datetime) -> list[sa.ColumnElement[bool]]:
    """What a case has to meet to stand in this queue."""
    snoozed = Case.snoozed_until > now
    conditions: list[sa.ColumnElement[bool]] = [Case.is_open.is_(True)]
    if wanted.is_snoozed:
        conditions.append(snoozed)
    elif wanted.names is None:
        conditions.append(sa.func.coalesce(~snoozed, sa.true()))
    return conditions + filters_of(wanted, today=today)


def filters_of(wanted: Wanted, *, today: date) -> list[sa.ColumnElement[bool]]:
    """What a case has to meet besides, open or not, snoozed or not."""
    conditions: list[sa.ColumnElement[bool]] = []
    if wanted.held_by is not None:
        conditions.append(Case.held_by == wanted.held_by)
    if wanted.is_unassigned:
        conditions.append(Case.held_by.is_(None))
    if wanted.names is not None:
        conditions.append(Case.conversation_id.in_(cases_naming(wanted.names)))
    if wanted.council_gss is not None:
        conditions.append(Case.council_gss == wanted.council_gss)
    if wanted.channel is not None:
        conditions.append(Case.channel == wanted.channel)
    if wanted.is_outside:
        conditions.append(Case.coverage.in_(OUTSIDE))
    if wanted.is_urgent:
        soon = today + timedelta(days=URGENT_DAYS)
        is_due = sa.or_(Case.count_to <= soon, Case.mediation_by <= soon)
        conditions.append(sa.or_(Case.rank == 0, Case.is_urgent, is_due))
    if wanted.reasons:
        conditions.append(_has_open(wanted.reasons))
    return conditions


def find_cases(
    session: Session,
    *,
    reader: int,
    reference: str | None = None,
    phone: str | None = None,
    email: str | None = None,
    name: str | None = None,
) -> list[QueueLine]:
    """Cases and drafts with this reference, phone (E.164), email or name, the newest first."""
    found: list[str | None] = []
    matches = []
    if reference is not None:
        matches.append(Referral.reference == reference)
    if phone is not None:
        matches.append(Referral.phone_index == blind_index(phone))
    if email is not None:
        matches.append(Referral.email_index == blind_index(email))
    if matches:
        found += session.scalars(
            sa.select(Referral.conversation_id)
            .where(sa.or_(*matches))
            .order_by(Referral.created_at.desc())
            .limit(MOST_FOUND)
        )
    if phone is not None:
        # Who texts from this number, though no referral names it.
        found += session.scalars(
            sa.select(PhoneNumber.conversation_id)
            .where(PhoneNumber.number_index == blind_index(phone))
            .order_by(PhoneNumber.added_at.desc())
            .limit(MOST_FOUND)
        )
    if name is not None:
        found += find_by_name(session, name, limit=MOST_FOUND)
    ids = list(dict.fromkeys(one for one in found if one is not None))
    return _read_lines(session, ids[:MOST_FOUND], reader)


def read_line(session: Session, conversation_id: str, reader: int) -> QueueLine | None:
    """One case as the queue shows it, open or not."""
    return next(iter(_read_lines(session, [conversation_id], reader)), None)


def _has_open(reasons: Collection[str]) -> sa.ColumnElement[bool]:
    """Whether a person was asked for one of these; "safety:" stands for every danger."""
    exact = Handover.reason.in_([reason for reason in reasons if reason != SAFETY])
    matches = sa.or_(exact, Handover.reason.startswith(SAFETY)) if SAFETY in reasons else exact
    # Not EXISTS for each case: SQLite would then look through all that is open, once a case.
    return Case.conversation_id.in_(
        sa.select(WHOLE)
        .join_from(Handover, Case, Case.conversation_id == Handover.conversation_id)
        .where(Handover.status == "open", matches)
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
    said = dict(
        session.execute(
            sa.select(Conversation.id, Conversation.last_message_at).where(Conversation.id.in_(ids))
        ).all()
    )
    # What a parent writes in a conversation that was merged is news in the case it is part of.
    for whole, at in session.execute(
        sa.select(WHOLE, Conversation.last_message_at)
        .join(Conversation, Conversation.id == Case.conversation_id)
        .where(Case.merged_into.in_(ids))
    ):
        said[whole] = max(at, said.get(whole, at))
    seen = dict(
        session.execute(
            sa.select(CaseView.conversation_id, CaseView.seen_at).where(
                CaseView.conversation_id.in_(ids), CaseView.staff_id == reader
            )
        ).all()
    )
    named = find_moments_named(session, ids, reader)
    asked: dict[str, list[Any]] = {}
    for row in session.execute(_ASKED, {"ids": ids}):
        for each in {row.conversation_id, row.merged_into} & set(ids):
            asked.setdefault(each, []).append(row)
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
        news += [named[conversation_id]] if conversation_id in named else []
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
                held_by=case.held_by if case is not None and not case.merged_into else None,
                snoozed_until=case.snoozed_until if case is not None else None,
                is_unread=seen_at is None or seen_at < max(news, default=seen_at),
                reasons=tuple(dict.fromkeys(row.reason for row in open_)),
                reference=referral.reference if referral is not None else None,
                status=referral.status if referral is not None else None,
                days_counted_to=referral.days_counted_to if referral is not None else None,
                counts_to_contact=referral is not None and counts_to_contact(referral.document),
                count_to=case.count_to if case is not None else None,
                mediation_by=_clock_of(case),
                document=referral.document if referral is not None else None,
            )
        )
    return lines


def _clock_of(case: Case | None) -> date | None:
    has_clock = case is not None and case.is_open and case.mediation_by != NO_CLOCK
    return case.mediation_by if case is not None and has_clock else None


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
    sa.select(Handover.conversation_id, Handover.reason, Handover.created_at, Case.merged_into)
    .join(Case, Case.conversation_id == Handover.conversation_id)
    .where(
        sa.or_(Handover.conversation_id.in_(_IDS), Case.merged_into.in_(_IDS)),
        Handover.status == "open",
    )
    .order_by(Handover.id)
)
"""What waits in these conversations, and in those that were merged into them."""
