"""Keeps what is counted of each referral in step with it: codes and days beside the document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from casework.law.deadlines import LONDON, count_working_days
from store.cases.family import find_whole, list_parts
from store.tables import Case, CaseStep, Message, Referral, ReferralFigures
from store.upserts import insert_into

NOBODY_ASKED = "not_asked"
NO_LANGUAGE = "none"
LANGUAGE_NOT_TOLD = "not_told"
NO_NEEDS = "none"


def keep_figures(session: Session, conversation_id: str) -> None:
    """Brings the row of this conversation's referral in step; a draft has none.

    A referral that was merged into another case is counted there.
    """
    keep_figures_of(session, list_parts(session, find_whole(session, conversation_id)))


def keep_figures_of(session: Session, parts: Sequence[str]) -> None:
    """Brings the row of this case in step; `parts` are its conversations, its own first.

    A day of first contact that is known stays, though the messages are gone, and so does what
    was counted then.
    """
    conversation_id = parts[0]
    referral = session.execute(
        sa.select(
            Referral.document,
            Referral.channel,
            Referral.status,
            Referral.council_gss,
            Referral.days_counted_to,
            Referral.submitted_at,
            ReferralFigures.channel.label("channel_kept"),
            ReferralFigures.contacted_on.label("contact_kept"),
            ReferralFigures.days_left_at_contact.label("days_left_kept"),
        )
        .outerjoin(ReferralFigures, ReferralFigures.conversation_id == Referral.conversation_id)
        .where(Referral.conversation_id == conversation_id, Referral.submitted_at.is_not(None))
    ).first()
    if referral is None:
        return
    if parts[1:]:
        session.execute(
            sa.delete(ReferralFigures).where(ReferralFigures.conversation_id.in_(parts[1:]))
        )
    submitted_on = referral.submitted_at.astimezone(LONDON).date()
    contacted_on, channel = _find_contact(session, parts, submitted_on)
    if channel is None and referral.contact_kept is not None:
        # The messages are gone, and with them perhaps the first one that a colleague wrote.
        contacted_on = min(contacted_on or referral.contact_kept, referral.contact_kept)
    due: date | None = referral.days_counted_to
    days_left = (due - contacted_on).days if due and contacted_on else None
    if referral.contact_kept is not None and referral.contact_kept == contacted_on:
        days_left = referral.days_left_kept
    closed_on, outcome = _find_end(session, parts) if referral.status == "closed" else (None, None)
    values = {
        "submitted_on": submitted_on,
        "council_gss": referral.council_gss,
        "route": referral.document.get("route_wanted") or "unsure",
        "channel": channel or referral.channel_kept or referral.channel,
        "language": _language_of(referral.document),
        "needs": _needs_of(referral.document),
        "contacted_on": contacted_on,
        "days_to_contact": contacted_on and count_working_days(submitted_on, contacted_on),
        "days_left_at_contact": days_left,
        "closed_on": closed_on,
        "outcome": outcome,
    }
    session.execute(
        insert_into(session, ReferralFigures)
        .values(conversation_id=conversation_id, **values)
        .on_conflict_do_update(index_elements=["conversation_id"], set_=values)
    )


def list_without_figures(session: Session, *, after: str, limit: int) -> Sequence[str]:
    """Conversations whose referral was sent and has no row, in order, behind that id."""
    found = session.scalars(
        sa.select(Referral.conversation_id)
        .outerjoin(ReferralFigures, ReferralFigures.conversation_id == Referral.conversation_id)
        .outerjoin(Case, Case.conversation_id == Referral.conversation_id)
        .where(
            Referral.submitted_at.is_not(None),
            ReferralFigures.conversation_id.is_(None),
            Case.merged_into.is_(None),
            Referral.conversation_id > after,
        )
        .order_by(Referral.conversation_id)
        .limit(limit)
    )
    return [conversation_id for conversation_id in found if conversation_id]


def _find_contact(
    session: Session, parts: Sequence[str], submitted_on: date
) -> tuple[date | None, str | None]:
    """The day somebody first rang or wrote, not before it was sent, and how the parent writes.

    None where nobody has, and where no message of theirs is left. That a colleague is here (topic
    "handover") is not yet a word from them.
    """
    of_case = Message.conversation_id.in_(parts)
    theirs = sa.and_(of_case, Message.sender == "parent")
    ours = sa.and_(of_case, Message.sender == "staff", Message.topic.is_distinct_from("handover"))
    called = sa.and_(CaseStep.conversation_id.in_(parts), CaseStep.kind == "called")
    row = session.execute(
        sa.select(
            sa.select(sa.func.min(CaseStep.done_on)).where(called).scalar_subquery(),
            sa.select(sa.func.min(Message.at)).where(ours).scalar_subquery(),
            sa.select(sa.func.min(Message.channel)).where(theirs).scalar_subquery(),
            sa.select(sa.func.max(Message.channel)).where(theirs).scalar_subquery(),
        )
    ).one()
    called_on, wrote_at, *channels = row
    days = [called_on] if called_on is not None else []
    if wrote_at is not None:
        days.append(wrote_at.astimezone(LONDON).date())
    channel = channels[0] if channels[0] == channels[1] else "both"
    return (max(min(days), submitted_on) if days else None), channel


def _find_end(session: Session, parts: Sequence[str]) -> tuple[date | None, str | None]:
    step = session.execute(
        sa.select(CaseStep.at, CaseStep.outcome)
        .where(CaseStep.conversation_id.in_(parts), CaseStep.kind == "closed")
        .order_by(CaseStep.id.desc())
        .limit(1)
    ).first()
    return (None, None) if step is None else (step.at.astimezone(LONDON).date(), step.outcome)


def _language_of(document: Mapping[str, Any]) -> str:
    interpreter = document.get("interpreter") or {}
    if interpreter.get("needed"):
        return str((interpreter.get("language") or {}).get("code") or LANGUAGE_NOT_TOLD)
    return NO_LANGUAGE if interpreter.get("asked") else NOBODY_ASKED


def _needs_of(document: Mapping[str, Any]) -> str:
    access, interpreter = document.get("access") or {}, document.get("interpreter") or {}
    codes = [str(code) for code in access.get("needs") or ()]
    codes += [f"sign_{code}" for code in interpreter.get("sign") or ()]
    if codes:
        return ",".join(sorted(set(codes)))
    return NO_NEEDS if access.get("asked") else NOBODY_ASKED
