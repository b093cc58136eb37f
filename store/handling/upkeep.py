"""Keeps the lines of the queue in step with handovers and referrals, and what hangs on them.

Whoever changes what a case is made of holds the lock of that conversation (0011), so that it is not
merged meanwhile. The line of the whole case is locked before anything is read for it: of two who
change two of its conversations, the second reads what the first has written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from casework.law.deadlines import LONDON, last_working_day
from store.alerting.alerts import keep_alerts_in_step
from store.alerting.webhook_events import note_handover_events, note_referral_events
from store.cases.clocks import find_mediation_clock
from store.cases.family import CasePart, read_family
from store.cases.lines import LIVE, SAFETY, add_case, day_without_date, find_case
from store.figures.rows import keep_figures_of
from store.tables import Case, Handover, Referral
from store.tables.cases import NO_CLOCK

_URGENT = ("immediate", "urgent")
LIVE_WAITS = ("asked_for_person", "claim ran out")
"""Somebody sits before the page and waits for words."""
_PUT_OFF = "cases to refresh"


@contextmanager
def refreshing_once(session: Session) -> Iterator[None]:
    """What is done in it refreshes each case once, at its end: a turn changes several things."""
    put_off: dict[str, bool] = {}
    session.info[_PUT_OFF] = put_off
    try:
        yield
    finally:
        del session.info[_PUT_OFF]
    for conversation_id, is_about_answers in put_off.items():
        refresh_case(session, conversation_id, is_about_answers=is_about_answers)


def refresh_case(session: Session, conversation_id: str, *, is_about_answers: bool = False) -> None:
    """Brings the line of the queue in step, where something waits or ever did.

    A case that was merged is never open itself: what waits in it counts in the case that it is part
    of. Where only answers have changed (`is_about_answers`), what waits is as it was.
    """
    put_off: dict[str, bool] | None = session.info.get(_PUT_OFF)
    if put_off is not None:
        put_off[conversation_id] = is_about_answers and put_off.get(conversation_id, True)
        return
    known = session.execute(_KNOWN, {"conversation_id": conversation_id}).one()
    if not (known.has_case or known.is_waiting or known.is_live):
        return
    now = datetime.now(UTC)
    whole: str = known.merged_into or conversation_id
    case = find_case(session, whole, lock=True) if known.has_case else None
    was_open = case is not None and case.is_open
    if case is None:
        case, is_about_answers = add_case(session, whole, now=now), False
    family = read_family(session, whole)
    parts = [row.conversation_id for row in family]
    if is_about_answers:
        _keep_dates(case, family, _clock_of(case), _find_live_since(session, parts))
    else:
        waiting = _list_waiting(session, parts)
        _keep_waiting(case, family, waiting)
        live = [row.created_at for row in waiting if row.reason in LIVE_WAITS]
        _keep_dates(case, family, find_mediation_clock(session, parts), min(live, default=None))
        safety = {row.id for row in waiting if row.reason.startswith(SAFETY)}
        keep_alerts_in_step(session, parts, waiting, about_safety=safety, now=now)
        note_handover_events(
            session, family, was_open=was_open, is_open=case.is_open, waiting=waiting, now=now
        )
    session.flush()
    note_referral_events(session, family, now=now)
    if family[0].submitted_at is not None:
        keep_figures_of(session, parts)


def find_legal_date(session: Session, conversation_id: str) -> date | None:
    """The earliest day that the law counts to in this case, None where nothing is counted."""
    family = read_family(session, conversation_id)
    clock = find_mediation_clock(session, [row.conversation_id for row in family])
    return _earliest(_find_due(family), clock)


def _keep_waiting(case: Case, family: Sequence[CasePart], waiting: Sequence[Handover]) -> None:
    """Whether it is open and how urgent, and since when: nobody goes down by asking once more."""
    case.is_open = bool(waiting) or any(row.status in LIVE for row in family)
    case.rank = 0 if any(row.reason.startswith(SAFETY) for row in waiting) else 1
    case.is_urgent = any(row.priority in _URGENT for row in waiting)
    came = [row.created_at for row in waiting]
    came += [row.submitted_at for row in family if row.submitted_at and row.status in LIVE]
    case.waiting_since = min(came, default=case.waiting_since)
    case.asked_at = max(came, default=case.waiting_since)


def _keep_dates(
    case: Case, family: Sequence[CasePart], clock: date | None, live_since: datetime | None
) -> None:
    """Whose case it is and what it is sorted by.

    Where no legal date is known the case is sorted by the day mediation has to be arranged by; and
    before the council is told as if it had become urgent when it came in: no date is not the same
    as plenty of time. Whoever asked for a person on the page sits there now, so that their case is
    sorted as if it were due the day they asked. A case is not put off past a date that has come
    nearer.
    """
    case.council_gss, case.coverage = family[0].council_gss, family[0].coverage
    due = _find_due(family)
    case.count_to = due or clock or day_without_date(case.waiting_since)
    case.act_by = last_working_day(case.count_to)
    if live_since is not None and case.channel == "web":
        case.act_by = min(case.act_by, last_working_day(live_since.astimezone(LONDON).date()))
    case.mediation_by = clock or NO_CLOCK
    legal, until = _earliest(due, clock), case.snoozed_until
    is_too_late = (
        legal is not None and until is not None and until.astimezone(LONDON).date() > legal
    )
    if is_too_late or not case.is_open:
        case.snoozed_until = None


def _find_due(family: Sequence[CasePart]) -> date | None:
    """The earliest date of the case's own referral and of those that were live when merged."""
    return _earliest(
        *(
            row.days_counted_to
            for number, row in enumerate(family)
            if number == 0 or row.status in LIVE or row.status_before_merge in LIVE
        )
    )


def _earliest(*days: date | None) -> date | None:
    return min((day for day in days if day is not None), default=None)


def _clock_of(case: Case) -> date | None:
    return None if case.mediation_by == NO_CLOCK else case.mediation_by


def _find_live_since(session: Session, parts: Sequence[str]) -> datetime | None:
    return session.scalar(
        sa.select(sa.func.min(Handover.created_at)).where(
            Handover.conversation_id.in_(parts),
            Handover.status == "open",
            Handover.reason.in_(LIVE_WAITS),
        )
    )


def _list_waiting(session: Session, parts: Sequence[str]) -> Sequence[Handover]:
    return session.scalars(
        sa.select(Handover)
        .where(Handover.conversation_id.in_(parts), Handover.status == "open")
        .order_by(Handover.id)
        .execution_options(populate_existing=True)
    ).all()


_GIVEN: sa.BindParameter[str] = sa.bindparam("conversation_id")
_OWN_CASE = Case.conversation_id == _GIVEN
_KNOWN = sa.select(
    sa.exists().where(_OWN_CASE).label("has_case"),
    sa.select(Case.merged_into).where(_OWN_CASE).scalar_subquery().label("merged_into"),
    sa.exists()
    .where(Handover.conversation_id == _GIVEN, Handover.status == "open")
    .label("is_waiting"),
    sa.exists()
    .where(Referral.conversation_id == _GIVEN, Referral.status.in_(LIVE))
    .label("is_live"),
)
"""What decides whether there is anything to do: most turns are of drafts that nobody waits for."""
