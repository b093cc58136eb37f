"""The forms of the work on a case: each changes one thing, is audited, and leads back to the case.

Where somebody else was faster nothing is changed, and the page says who has the case.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from datetime import UTC, date, datetime
from typing import cast

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from casework.deadlines import LONDON
from casework.referral import CoverageStatus
from frontdesk.service import AtService, Service
from frontdesk.staff.case_page import show_unknown_case
from frontdesk.staff.forms import Form, read_form
from frontdesk.staff.rendering import render_staff_page, send_to
from frontdesk.staff.rights import Caseworker, NotAllowed, SignedIn
from frontdesk.staff.texts import load_staff_texts
from store.case_changes import (
    CONFIRMED_COVERAGE,
    confirm_coverage,
    confirm_requirement,
    note_certificate,
)
from store.case_steps import DONE, add_step, close_case, note_called
from store.cases import NotSnoozed, assign_case, claim_case, find_case, snooze_case
from store.handovers import close_handover, is_about_safety, list_handovers
from store.staff import list_colleagues, name_staff

LONGEST_NOTE = 5000
LONGEST_ID = 10
CASE = "/staff/cases/{conversation_id}"

router = APIRouter(prefix=CASE)


class Stopped(Exception):
    """Nothing was changed; `why` names the text of `data/staff/case.yml` that says so."""

    def __init__(self, why: str, status: int, **values: str) -> None:
        self.why, self.status, self.values = why, status, values


Work = Callable[[Session, str, Form, SignedIn, datetime], None]


@router.post("/claim")
async def claim(
    conversation_id: str, request: Request, who: Caseworker, service: AtService
) -> Response:
    """Takes a case that nobody has."""
    return await _do(_claim, conversation_id, request, who, service)


@router.post("/assign")
async def assign(
    conversation_id: str, request: Request, who: Caseworker, service: AtService
) -> Response:
    """Gives a case to a colleague, or back to the queue."""
    return await _do(_assign, conversation_id, request, who, service)


@router.post("/snooze")
async def snooze(
    conversation_id: str, request: Request, who: Caseworker, service: AtService
) -> Response:
    """Takes a case out of the queue until a time, or puts it back."""
    return await _do(_snooze, conversation_id, request, who, service)


@router.post("/handovers/{handover_id}/close")
async def close_one(
    conversation_id: str, handover_id: int, request: Request, who: Caseworker, service: AtService
) -> Response:
    """Closes one thing that a person was asked to look at."""

    def work(
        session: Session, conversation_id: str, form: Form, who: SignedIn, now: datetime
    ) -> None:
        _close_handover(session, conversation_id, handover_id, form, who, now)

    return await _do(work, conversation_id, request, who, service)


@router.post("/steps")
async def note_step(
    conversation_id: str, request: Request, who: Caseworker, service: AtService
) -> Response:
    """Notes one thing of the checklist with its date, or a note."""
    today = service.settings.current_date()

    def work(
        session: Session, conversation_id: str, form: Form, who: SignedIn, now: datetime
    ) -> None:
        _note_step(session, conversation_id, form, who, now, today)

    return await _do(work, conversation_id, request, who, service)


@router.post("/confirm")
async def confirm(
    conversation_id: str, request: Request, who: Caseworker, service: AtService
) -> Response:
    """Confirms what the law asks for, or who mediates for the council."""
    return await _do(_confirm, conversation_id, request, who, service)


@router.post("/close")
async def close(
    conversation_id: str, request: Request, who: Caseworker, service: AtService
) -> Response:
    """Closes the referral with how it ended."""
    return await _do(_close_case, conversation_id, request, who, service)


async def _do(
    work: Work, conversation_id: str, request: Request, who: SignedIn, service: Service
) -> Response:
    form = await read_form(request)
    try:
        await service.transactions.write(_run, work, conversation_id, form, who)
    except Stopped as stopped:
        if stopped.why == "unknown":
            return show_unknown_case(service, who)
        case = load_staff_texts("case")
        texts = {name: said.format(**stopped.values) for name, said in case[stopped.why].items()}
        return render_staff_page(
            service,
            "told.html",
            who,
            status=stopped.status,
            texts=texts,
            back=CASE.format(conversation_id=conversation_id),
            back_says=case["back_to_case"],
        )
    return send_to(service, CASE.format(conversation_id=conversation_id))


def _run(session: Session, work: Work, conversation_id: str, form: Form, who: SignedIn) -> None:
    if find_case(session, conversation_id, lock=True) is None:
        raise Stopped("unknown", 404)
    work(session, conversation_id, form, who, datetime.now(UTC))


def _claim(
    session: Session, conversation_id: str, _form: Form, who: SignedIn, now: datetime
) -> None:
    if not claim_case(session, conversation_id, who.staff_id, now=now):
        raise _taken(session, conversation_id)


def _assign(
    session: Session, conversation_id: str, form: Form, who: SignedIn, now: datetime
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
    try:
        snooze_case(session, conversation_id, until=until, by=who.staff_id, now=now)
    except NotSnoozed:
        raise Stopped("not_snoozed", 422) from None


def _close_handover(
    session: Session,
    conversation_id: str,
    handover_id: int,
    form: Form,
    who: SignedIn,
    now: datetime,
) -> None:
    found = {row.id: row for row in list_handovers(session, conversation_id)}.get(handover_id)
    if found is None:
        raise Stopped("unknown", 404)
    if is_about_safety(found) and not who.sees_safeguarding:
        raise NotAllowed(who)
    is_closed = close_handover(
        session,
        handover_id,
        conversation_id,
        outcome=_choose(form, "outcome", load_staff_texts("outcomes")["handover"]),
        note=_read_note(form),
        by=who.staff_id,
        now=now,
    )
    if not is_closed:
        raise Stopped("not_open", 409)


def _note_step(
    session: Session,
    conversation_id: str,
    form: Form,
    who: SignedIn,
    now: datetime,
    today: date,
) -> None:
    kind, note = _choose(form, "step", {*DONE, "note"}), _read_note(form)
    done_on = _read_day(form["done_on"], today) if kind in DONE else None
    if kind == "note" and note is None:
        raise Stopped("not_right", 422)
    if kind == "called":
        note_called(session, conversation_id)
    if kind == "certificate_issued" and done_on is not None:
        note_certificate(session, conversation_id, done_on, today=today, by=who.staff_id, now=now)
    add_step(session, conversation_id, kind, by=who.staff_id, now=now, done_on=done_on, note=note)


def _confirm(
    session: Session, conversation_id: str, form: Form, who: SignedIn, now: datetime
) -> None:
    what = _choose(form, "what", {"requirement", "coverage"})
    if what == "requirement":
        is_done = confirm_requirement(
            session, conversation_id, name=who.name, by=who.staff_id, now=now
        )
    else:
        coverage = cast(CoverageStatus, _choose(form, "coverage", CONFIRMED_COVERAGE))
        is_done = confirm_coverage(session, conversation_id, coverage, by=who.staff_id, now=now)
    if not is_done:
        raise Stopped("unknown", 404)


def _close_case(
    session: Session, conversation_id: str, form: Form, who: SignedIn, now: datetime
) -> None:
    outcome = _choose(form, "outcome", load_staff_texts("outcomes")["case"])
    note = _read_note(form)
    if not close_case(
        session, conversation_id, outcome=outcome, note=note, by=who.staff_id, now=now
    ):
        raise Stopped("not_open", 409)


def _choose(form: Form, name: str, offered: Container[str]) -> str:
    if form[name] not in offered:
        raise Stopped("not_right", 422)
    return form[name]


def _read_note(form: Form) -> str | None:
    note = form["note"].strip()
    if len(note) > LONGEST_NOTE:
        raise Stopped("not_right", 422)
    return note or None


def _read_day(text: str, today: date) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Stopped("not_right", 422) from None
    if day > today:
        raise Stopped("not_right", 422)
    return day
