"""How far each alert has come: what the page of alerts and the page of a case show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import sqlalchemy as sa
from sqlalchemy.orm import Session

from store.cases.family import list_parts
from store.tables import Alert, AlertTelling, Case, CaseView, OutgoingEmail

AlertState = Literal["not_told", "waiting", "told", "not_sent", "escalated", "seen", "ended"]


@dataclass(frozen=True)
class AlertLine:
    """An alert with what became of its emails. `people` are the ids of who was told, by round."""

    id: int
    conversation_id: str
    is_safety: bool
    raised_at: datetime
    rounds: int
    people: tuple[tuple[int, ...], ...]
    emails_sent: int
    emails_failed: int
    emails_waiting: int
    seen_at: datetime | None
    seen_by: int | None
    ended_at: datetime | None
    looked: frozenset[int]
    """Who has opened the case since, whether that answers the alert or not."""

    @property
    def state(self) -> AlertState:
        """Where it stands, in one word: for safeguarding leads."""
        return self._state(is_seen=self.seen_at is not None)

    @property
    def state_for_others(self) -> AlertState:
        """The same by who has opened the case: whether that ended it tells what it is about."""
        return self._state(is_seen=bool(self.looked))

    def _state(self, *, is_seen: bool) -> AlertState:
        if is_seen:
            return "seen"
        if self.ended_at is not None:
            return "ended"
        if self.rounds == 0:
            return "not_told"
        if self.emails_sent == 0:
            return "waiting" if self.emails_waiting else "not_sent"
        return "told" if self.rounds == 1 else "escalated"


def list_alerts(session: Session, *, limit: int, is_for_lead: bool) -> list[AlertLine]:
    """The newest alerts, those that are not over first.

    For a safeguarding lead one is over with the look that answers it. For others it is with the end
    of its handover: the order would tell them which looks have answered nothing.
    """
    has_ended = Alert.ended_at.is_not(None)
    is_over = sa.or_(Alert.seen_at.is_not(None), has_ended) if is_for_lead else has_ended
    alerts = session.scalars(
        sa.select(Alert).order_by(is_over, Alert.raised_at.desc(), Alert.id.desc()).limit(limit)
    ).all()
    return _read_lines(session, alerts)


def list_alerts_of_case(session: Session, conversation_id: str) -> list[AlertLine]:
    """The alerts about one case, with those merged into it, the newest first."""
    alerts = session.scalars(
        sa.select(Alert)
        .where(Alert.conversation_id.in_(list_parts(session, conversation_id)))
        .order_by(Alert.raised_at.desc(), Alert.id.desc())
    ).all()
    return _read_lines(session, alerts)


def waits_for_lead(session: Session, conversation_id: str) -> bool:
    """Whether a danger was heard in this case that no safeguarding lead has looked at yet."""
    waiting = (
        sa.select(Alert.id)
        .where(Alert.conversation_id.in_(list_parts(session, conversation_id)))
        .where(Alert.kind == "safety", Alert.seen_at.is_(None), Alert.ended_at.is_(None))
        .limit(1)
    )
    return session.scalar(waiting) is not None


def find_case_of_alert(session: Session, alert_id: int) -> str | None:
    """The conversation that an alert is about; None where there is no such alert."""
    return session.scalar(sa.select(Alert.conversation_id).where(Alert.id == alert_id))


def _read_lines(session: Session, alerts: Sequence[Alert]) -> list[AlertLine]:
    tellings = session.execute(
        sa.select(
            AlertTelling.alert_id, AlertTelling.round, AlertTelling.staff_id, OutgoingEmail.status
        )
        .outerjoin(OutgoingEmail, OutgoingEmail.key == AlertTelling.email_key)
        .where(AlertTelling.alert_id.in_([alert.id for alert in alerts]))
        .order_by(AlertTelling.round, AlertTelling.staff_id)
    ).all()
    looks = _read_looks(session, alerts)
    lines = []
    for alert in alerts:
        told = [row for row in tellings if row.alert_id == alert.id]
        states = [row.status for row in told]
        lines.append(
            AlertLine(
                id=alert.id,
                conversation_id=alert.conversation_id,
                is_safety=alert.kind == "safety",
                raised_at=alert.raised_at,
                rounds=alert.round,
                people=tuple(
                    tuple(row.staff_id for row in told if row.round == number)
                    for number in range(1, alert.round + 1)
                ),
                emails_sent=states.count("sent"),
                emails_failed=states.count("failed"),
                emails_waiting=states.count("waiting"),
                seen_at=alert.seen_at,
                seen_by=alert.seen_by,
                ended_at=alert.ended_at,
                looked=frozenset(
                    staff_id
                    for staff_id, seen_at in looks.get(alert.conversation_id, [])
                    if seen_at >= alert.raised_at
                ),
            )
        )
    return lines


def _read_looks(session: Session, alerts: Sequence[Alert]) -> dict[str, list[tuple[int, datetime]]]:
    """Who last opened each conversation's case when, also as a part of another case."""
    looks: dict[str, list[tuple[int, datetime]]] = {}
    for conversation_id, staff_id, seen_at in session.execute(
        sa.select(Case.conversation_id, CaseView.staff_id, CaseView.seen_at)
        .join(
            CaseView,
            sa.or_(
                CaseView.conversation_id == Case.conversation_id,
                CaseView.conversation_id == Case.merged_into,
            ),
        )
        .where(Case.conversation_id.in_({alert.conversation_id for alert in alerts}))
    ):
        looks.setdefault(conversation_id, []).append((staff_id, seen_at))
    return looks
