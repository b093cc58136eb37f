"""Tells colleagues on duty at set times what waits, in numbers; nothing where nothing waits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy.orm import Session

from casework.law.deadlines import LONDON
from casework.team.alerting import choose_told
from casework.team.opening_hours import hours_of
from frontdesk.alerting.words import Words
from frontdesk.transactions import Transactions
from store.alerting.digests import begin_digest, count_waiting, forget_digests
from store.alerting.rota import list_reachable, read_rota
from store.outgoing_emails import queue_email

LATEST = timedelta(hours=2)
"""A digest that could not be sent for longer than this is left out: the next one tells more."""


class Digests:
    """Sends each digest once, however many front desks there are."""

    def __init__(
        self,
        transactions: Transactions,
        words: Words,
        times: tuple[time, ...],
        *,
        can_send: bool,
        current_date: Callable[[], date],
    ) -> None:
        self._transactions = transactions
        self._words = words
        self._times = times if can_send else ()
        self._current_date = current_date
        self._seen_to: datetime | None = None

    async def send_due(self) -> None:
        """Sends the digest whose time has come."""
        due_at = find_due(self._times, datetime.now(UTC))
        if due_at is None or due_at == self._seen_to:
            return
        await self._transactions.write(
            send_digests,
            self._words,
            due_at=due_at,
            today=self._current_date(),
            now=datetime.now(UTC),
        )
        self._seen_to = due_at


def find_due(times: tuple[time, ...], now: datetime) -> datetime | None:
    """The last of today's times that has come, not longer ago than two hours, on an open day."""
    local = now.astimezone(LONDON)
    if hours_of(local.date()) is None:
        return None
    moments = [datetime.combine(local.date(), one, LONDON) for one in times]
    come = [moment.astimezone(UTC) for moment in moments if moment <= local]
    return come[-1] if come and now - come[-1] < LATEST else None


def send_digests(
    session: Session, words: Words, *, due_at: datetime, today: date, now: datetime
) -> None:
    """Queues a digest for everybody on duty who wants one, where something waits."""
    forget_digests(session, now=now)
    colleagues = list_reachable(session)
    roles = {staff_id: colleague.role for staff_id, colleague in colleagues.items()}
    told = choose_told("urgent", 0, read_rota(session), roles, now)
    if told is None:
        return
    waiting = count_waiting(session, today=today, now=now)
    letter = words.write_digest(waiting)
    for staff_id in sorted(told.staff):
        is_wanted = colleagues[staff_id].wants_digest and waiting.cases > 0
        if begin_digest(session, due_at, staff_id, waiting.cases) and is_wanted:
            queue_email(
                session,
                key=f"digest {due_at:%Y-%m-%dT%H:%M} staff {staff_id}",
                conversation_id=None,
                to=colleagues[staff_id].email,
                subject=letter.subject,
                body=letter.body,
                now=now,
            )
