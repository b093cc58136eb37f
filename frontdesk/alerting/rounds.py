"""Tells the people whom an alert is for, and the next ones where nobody has looked in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import structlog
from sqlalchemy.orm import Session

from casework.team.alerting import AlertKind, choose_told, has_told_everybody, wait_for_answer
from frontdesk.alerting.words import Words
from frontdesk.transactions import Transactions
from store.alerting.alerts import (
    is_alert_due,
    kind_of,
    list_told,
    note_round,
    put_alert_off,
    take_due_alert,
)
from store.alerting.rota import list_reachable, read_rota
from store.outgoing_emails import queue_email

log = structlog.get_logger()
AT_ONCE = 20
NOBODY_AT_ALL = timedelta(minutes=5)
REPEATED_AFTER = timedelta(hours=1)
"""Everybody has been told of a danger and nobody has looked: all of them are told again."""


@dataclass(frozen=True)
class AlertRounds:
    """Tells what is due. Without a mail server nothing is: an alert waits until there is one."""

    transactions: Transactions
    words: Words
    minutes: dict[AlertKind, int]
    can_send: bool

    async def tell_due(self) -> None:
        """Queues the emails of every round that is due, a transaction each."""
        if not self.can_send:
            return
        if not await self.transactions.read(is_alert_due, now=datetime.now(UTC)):
            return
        for _ in range(AT_ONCE):
            if not await self.transactions.write(
                tell_next, self.words, self.minutes, now=datetime.now(UTC)
            ):
                return


def tell_next(
    session: Session, words: Words, minutes: dict[AlertKind, int], *, now: datetime
) -> bool:
    """The next round of the alert that has been due longest. False where none is due."""
    alert = take_due_alert(session, now=now)
    if alert is None:
        return False
    colleagues = list_reachable(session)
    kind = kind_of(alert)
    told = choose_told(
        kind,
        alert.step,
        read_rota(session),
        {staff_id: colleague.role for staff_id, colleague in colleagues.items()},
        now,
        already=list_told(session, alert.id, after_round=alert.heard_again_after),
    )
    if told is None:
        log.error("alert for nobody", alert=alert.id)
        put_alert_off(session, alert, until=now + NOBODY_AT_ALL)
        return True
    letter = words.write_alert(alert.conversation_id, is_first=alert.round == 0)
    keys = {
        staff_id: f"alert {alert.id} round {alert.round + 1} staff {staff_id}"
        for staff_id in sorted(told.staff)
    }
    for staff_id, key in keys.items():
        queue_email(
            session,
            key=key,
            conversation_id=alert.conversation_id,
            to=colleagues[staff_id].email,
            subject=letter.subject,
            body=letter.body,
            now=now,
            is_urgent=True,
        )
    note_round(
        session,
        alert,
        step=told.step,
        email_keys=keys,
        next_round_at=_find_next_round(kind, told.step, minutes[kind], now),
        now=now,
    )
    return True


def _find_next_round(kind: AlertKind, step: int, minutes: int, now: datetime) -> datetime | None:
    """When to tell the next people; after the last of them, a danger is told again every hour."""
    if not has_told_everybody(step):
        return wait_for_answer(kind, minutes, now)
    return now + REPEATED_AFTER if kind == "safety" else None
