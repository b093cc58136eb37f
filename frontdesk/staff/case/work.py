"""The forms of the work on a case: who has it, until when it rests, how it is closed."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from casework.law.deadlines import LONDON
from frontdesk.desk import Desk
from frontdesk.service import AtService
from frontdesk.staff.addresses import RowId
from frontdesk.staff.case.forms import (
    CASE,
    Stopped,
    choose_outcome,
    do_work,
    read_note,
    read_reason,
)
from frontdesk.staff.forms import Form
from frontdesk.staff.rights import Caseworker, NotAllowed, SignedIn
from frontdesk.staff.texts import load_staff_texts
from frontdesk.takeover import end_claims_with_case
from store.accounts.staff import list_colleagues, name_staff
from store.cases.family import list_parts
from store.cases.lines import find_case
from store.handling.handovers import close_handover, is_about_safety, list_handovers
from store.handling.holding import assign_case, claim_case
from store.handling.snoozing import NotSnoozed, snooze_case
from store.handling.steps import close_case, reopen_case

LONGEST_ID = 10

router = APIRouter(prefix=CASE)


@router.post("/claim")
async def claim(
    conversation_id: str, request: Request, who: Caseworker, service: AtService
) -> Response:
    """Takes a case that nobody has."""
    return await do_work(_claim, conversation_id, request, who, service)


@router.post("/assign")
async def assign(
    conversation_id: str, request: Request, who: Caseworker, service: AtService
) -> Response:
    """Gives a case to a colleague, or back to the queue; what is answered of it is handed back."""
    return await do_work(partial(_assign, service.desk), conversation_id, request, who, service)


@router.post("/snooze")
async def snooze(
    conversation_id: str, request: Request, who: Caseworker, service: AtService
) -> Response:
    """Takes a case out of the queue until a time, or puts it back."""
    return await do_work(_snooze, conversation_id, request, who, service)


@router.post("/handovers/{handover_id}/close")
async def close_one(
    conversation_id: str, handover_id: RowId, request: Request, who: Caseworker, service: AtService
) -> Response:
    """Closes one thing that a person was asked to look at."""
    work = partial(_close_handover, handover_id)
    return await do_work(work, conversation_id, request, who, service)


@router.post("/close")
async def close(
    conversation_id: str, request: Request, who: Caseworker, service: AtService
) -> Response:
    """Closes the referral with how it ended; what is answered of it is handed back."""
    return await do_work(partial(_close_case, service.desk), conversation_id, request, who, service)


@router.post("/reopen")
async def reopen(
    conversation_id: str, request: Request, who: Caseworker, service: AtService
) -> Response:
    """Opens a closed referral again, with the reason."""
    return await do_work(_reopen, conversation_id, request, who, service)


def _claim(
    session: Session, conversation_id: str, _form: Form, who: SignedIn, now: datetime
) -> None:
    if not claim_case(session, conversation_id, who.staff_id, now=now):
        raise _taken(session, conversation_id)


def _assign(
    desk: Desk, session: Session, conversation_id: str, form: Form, who: SignedIn, now: datetime
) -> None:
    to, was = form["to"], form["was_held_by"]
    if to and (not to.isdecimal() or int(to) not in list_colleagues(session)):
        raise Stopped("not_right", 422)
    is_given = assign_case(
        session,
        conversation_id,
        to=int(to) if to else None,
        was_held_by=int(was) if was.isdecimal() and len(was) < LONGEST_ID else None,
        by=who.staff_id,
        now=now,
    )
    if not is_given:
        raise _taken(session, conversation_id)
    keeps = int(to) if to else None
    end_claims_with_case(session, desk, conversation_id, by=who.staff_id, unless=keeps)


def _taken(session: Session, conversation_id: str) -> Stopped:
    case, texts = find_case(session, conversation_id), load_staff_texts("case")
    holder = case.held_by if case is not None else None
    name = name_staff(session).get(holder) if holder is not None else texts["nobody"]
    return Stopped("taken", 409, name=name or texts["somebody"])


def _snooze(
    session: Session, conversation_id: str, form: Form, who: SignedIn, now: datetime
) -> None:
    until = None
    if form["until"] or not form["wake"]:
        try:
            until = datetime.fromisoformat(form["until"]).replace(tzinfo=LONDON).astimezone(UTC)
        except ValueError:
            raise Stopped("not_right", 422) from None
    if until is not None and until <= now:
        raise Stopped("snooze_past", 422)
    try:
        snooze_case(session, conversation_id, until=until, by=who.staff_id, now=now)
    except NotSnoozed:
        raise Stopped("not_snoozed", 422) from None


def _close_handover(
    handover_id: int,
    session: Session,
    conversation_id: str,
    form: Form,
    who: SignedIn,
    now: datetime,
) -> None:
    found = next(
        (
            row
            for part in list_parts(session, conversation_id)
            for row in list_handovers(session, part)
            if row.id == handover_id
        ),
        None,
    )
    if found is None:
        raise Stopped("unknown", 404)
    if is_about_safety(found) and not who.sees_safeguarding:
        raise NotAllowed(who)
    outcome = choose_outcome(form, "handover")
    is_closed = close_handover(
        session,
        handover_id,
        found.conversation_id,
        outcome=outcome,
        note=read_reason(form) if is_about_safety(found) else read_note(form),
        by=who.staff_id,
        now=now,
    )
    if not is_closed:
        raise Stopped("not_open", 409)


def _close_case(
    desk: Desk, session: Session, conversation_id: str, form: Form, who: SignedIn, now: datetime
) -> None:
    outcome = choose_outcome(form, "case")
    note = read_note(form)
    if not close_case(
        session, conversation_id, outcome=outcome, note=note, by=who.staff_id, now=now
    ):
        raise Stopped("not_open", 409)
    end_claims_with_case(session, desk, conversation_id, by=who.staff_id)


def _reopen(
    session: Session, conversation_id: str, form: Form, who: SignedIn, now: datetime
) -> None:
    reason = read_reason(form)
    if not reopen_case(session, conversation_id, reason=reason, by=who.staff_id, now=now):
        raise Stopped("not_closed", 409)
