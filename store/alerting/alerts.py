"""Alerts: what somebody has to look at now, who was told of it and when, and who has looked.

An alert is kept in the transaction of the handover that it is about, so that it is there exactly
when the handover is. Telling people is a transaction a round (`take_due_alert`, `note_round`), with
the emails of the round in it: a process that dies between two rounds leaves the next one due.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import cast

import sqlalchemy as sa
from sqlalchemy.orm import Session

from casework.team.alerting import STEPS, AlertKind, is_told_at_once
from store.accounts.staff import actor_of
from store.audit import record_audit
from store.cases.family import list_parts
from store.outgoing_emails import drop_waiting_emails
from store.tables import Alert, AlertTelling, Handover, Staff

ACTOR = "alerts"
AUDITED = "alert sent"
"""What the trail says of each step, and of no repeat: only a danger is told again and again."""
AGAIN_AFTER = timedelta(minutes=15)
"""A danger that is heard again so long after somebody has looked is told again."""


def keep_alerts_in_step(
    session: Session,
    conversation_ids: Collection[str],
    waiting: Sequence[Handover],
    *,
    about_safety: Collection[int],
    now: datetime,
) -> None:
    """Raises an alert for what has to be told at once, and ends those whose handover is closed.

    `waiting` are all open handovers of these conversations, `about_safety` the ids of some.
    """
    kept = {
        alert.handover_id: alert
        for alert in session.scalars(
            sa.select(Alert).where(Alert.conversation_id.in_(conversation_ids))
        )
    }
    for row in waiting:
        is_safety = row.id in about_safety
        if row.id not in kept and is_told_at_once(
            row.reason, row.priority, row.created_at, is_safety=is_safety
        ):
            session.add(
                Alert(
                    handover_id=row.id,
                    conversation_id=row.conversation_id,
                    kind="safety" if is_safety else "urgent",
                    raised_at=now,
                    next_round_at=now,
                    step=0,
                    round=0,
                )
            )
    still = {row.id for row in waiting}
    gone = [
        alert
        for alert in kept.values()
        if alert.ended_at is None and alert.handover_id not in still
    ]
    # Asked for by name: only a handover that somebody has closed ends an alert.
    open_still = _list_open_of(session, gone) if gone else ()
    for alert in gone:
        if alert.handover_id not in open_still:
            alert.ended_at, alert.next_round_at = now, None
            drop_waiting_emails(session, _keys_of(session, alert.id))
    session.flush()


def raise_again(session: Session, conversation_id: str, reason: str, *, now: datetime) -> None:
    """Tells of a danger anew that was heard once more, where somebody looked a while ago."""
    alert = session.scalars(
        sa.select(Alert)
        .join(Handover, Handover.id == Alert.handover_id)
        .where(Alert.conversation_id == conversation_id, Handover.reason == reason)
        .where(Alert.ended_at.is_(None), Alert.seen_at < now - AGAIN_AFTER)
        .with_for_update(of=Alert)
    ).first()
    if alert is not None:
        alert.seen_at = alert.seen_by = None
        alert.step, alert.next_round_at = 0, now
        alert.heard_again_after = alert.round
        session.flush()


def is_alert_due(session: Session, *, now: datetime) -> bool:
    """Whether there is anything to take: asked often, and locks nothing."""
    due = sa.select(Alert.id).where(Alert.next_round_at <= now).limit(1)
    return session.scalar(due) is not None


def take_due_alert(session: Session, *, now: datetime) -> Alert | None:
    """The alert whose next round has been due longest, safety first; locked, so told once."""
    return session.scalars(
        sa.select(Alert)
        .where(Alert.next_round_at <= now)
        .order_by(Alert.kind, Alert.next_round_at)
        .limit(1)
        .with_for_update(skip_locked=True)
    ).first()


def list_told(session: Session, alert_id: int, *, after_round: int = 0) -> frozenset[int]:
    """Everybody who was told of this alert so far, or since that round, by id."""
    return frozenset(
        session.scalars(
            sa.select(AlertTelling.staff_id).where(
                AlertTelling.alert_id == alert_id, AlertTelling.round > after_round
            )
        )
    )


def note_round(
    session: Session,
    alert: Alert,
    *,
    step: int,
    email_keys: Mapping[int, str],
    next_round_at: datetime | None,
    now: datetime,
) -> None:
    """Keeps who was told in this round, under which emails, and when the next one is due."""
    alert.round += 1
    is_repeat = step >= len(STEPS)
    alert.step, alert.next_round_at = step + 1, next_round_at
    for staff_id, key in email_keys.items():
        session.add(
            AlertTelling(
                alert_id=alert.id,
                round=alert.round,
                staff_id=staff_id,
                conversation_id=alert.conversation_id,
                step=step,
                email_key=key,
                at=now,
            )
        )
    if not is_repeat:
        record_audit(
            session,
            actor=ACTOR,
            action=AUDITED,
            now=now,
            conversation_id=alert.conversation_id,
        )
    session.flush()


def put_alert_off(session: Session, alert: Alert, *, until: datetime) -> None:
    """There is nobody to tell: looks again later."""
    alert.next_round_at = until
    session.flush()


def note_seen(session: Session, conversation_id: str, staff_id: int, *, now: datetime) -> int:
    """Notes that a colleague has looked at a case; returns how many alerts that answers.

    What is about safety is answered by a safeguarding lead alone, also where others were told as
    the last resort: they cannot read what it is about. Their look is kept (`CaseView`).
    """
    unseen = session.scalars(
        sa.select(Alert)
        .where(Alert.conversation_id.in_(list_parts(session, conversation_id)))
        .where(Alert.seen_at.is_(None), Alert.ended_at.is_(None))
        .with_for_update()
    ).all()
    if not unseen:
        return 0
    role = session.scalar(sa.select(Staff.role).where(Staff.id == staff_id))
    is_lead = role == "safeguarding_lead"
    answered = [alert for alert in unseen if alert.kind != "safety" or is_lead]
    for alert in answered:
        alert.seen_at, alert.seen_by, alert.next_round_at = now, staff_id, None
        drop_waiting_emails(session, _keys_of(session, alert.id))
        record_audit(
            session,
            actor=actor_of(staff_id),
            action="alert answered",
            now=now,
            conversation_id=alert.conversation_id,
        )
    session.flush()
    return len(answered)


def _list_open_of(session: Session, alerts: Sequence[Alert]) -> Sequence[int]:
    return session.scalars(
        sa.select(Handover.id).where(
            Handover.id.in_([alert.handover_id for alert in alerts]), Handover.status == "open"
        )
    ).all()


def kind_of(alert: Alert) -> AlertKind:
    """What the alert is about."""
    return cast(AlertKind, alert.kind)


def _keys_of(session: Session, alert_id: int) -> Sequence[str]:
    return session.scalars(
        sa.select(AlertTelling.email_key).where(AlertTelling.alert_id == alert_id)
    ).all()
