"""Cases: the lines of the queue. `store/handling/upkeep.py` keeps them in step with what happens.

A case is open while a handover is, or while a referral that was sent is not closed: what the law
counts does not stop because somebody has answered a question.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from casework.law.deadlines import LONDON, URGENT_DAYS, last_working_day
from store.tables import Case, Claim, Conversation, Handover
from store.tables.cases import NO_CLOCK
from store.upserts import insert_into

LIVE = ("submitted", "in_progress", "contacted")
SAFETY = "safety:"


def day_without_date(waiting_since: datetime) -> date:
    """What a case without a legal date is sorted by."""
    return waiting_since.astimezone(LONDON).date() + timedelta(days=URGENT_DAYS)


def find_case(session: Session, conversation_id: str, *, lock: bool = False) -> Case | None:
    """The case of this conversation; with `lock`, nobody else changes it meanwhile."""
    query = sa.select(Case).where(Case.conversation_id == conversation_id)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    return session.scalars(query).first()


def add_case(session: Session, conversation_id: str, *, now: datetime) -> Case:
    """A line of its own, locked, or the one that somebody else has added in this moment."""
    channel = session.scalar(
        sa.select(Conversation.channel).where(Conversation.id == conversation_id)
    )
    session.execute(
        insert_into(session, Case)
        .values(
            conversation_id=conversation_id,
            is_open=True,
            rank=1,
            is_urgent=False,
            count_to=day_without_date(now),
            act_by=last_working_day(day_without_date(now)),
            mediation_by=NO_CLOCK,
            held_by=session.scalar(
                sa.select(Claim.staff_id).where(Claim.conversation_id == conversation_id)
            ),
            waiting_since=now,
            asked_at=now,
            channel=channel or "web",
        )
        .on_conflict_do_nothing()
    )
    case = find_case(session, conversation_id, lock=True)
    assert case is not None
    return case


def list_open(session: Session, conversation_id: str) -> Sequence[Handover]:
    """What a person was asked to look at and nobody has closed, in order."""
    return session.scalars(
        sa.select(Handover)
        .where(Handover.conversation_id == conversation_id, Handover.status == "open")
        .order_by(Handover.id)
    ).all()
