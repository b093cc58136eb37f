"""The checklist of an intake, notes, and what a colleague confirms of a referral."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import cast
from uuid import UUID, uuid5

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from casework.corrections.by_colleagues import NotAnAnswer
from casework.law.deadlines import LONDON
from casework.referral.record import CoverageStatus
from frontdesk.service import AtService
from frontdesk.staff.addresses import read_day
from frontdesk.staff.case.forms import (
    CASE,
    Stopped,
    choose,
    do_work,
    read_form_id,
    read_note,
    read_reason,
    read_revision,
)
from frontdesk.staff.case.notes import keep_note
from frontdesk.staff.forms import Form
from frontdesk.staff.reading.dangers import show_to
from frontdesk.staff.referral.page import is_left_to_a_person
from frontdesk.staff.rights import Caseworker, SignedIn
from store.cases.family import list_parts
from store.conversations.opening import find_conversation
from store.handling.steps import DONE, add_step, note_called
from store.referrals.changes_by_staff import (
    CONFIRMED_COVERAGE,
    ChangedMeanwhile,
    confirm_coverage,
    confirm_requirement,
    note_certificate,
)
from store.referrals.drafts import load_draft, to_draft

router = APIRouter(prefix=CASE)


@router.post("/steps")
async def note_step(
    conversation_id: str, request: Request, who: Caseworker, service: AtService
) -> Response:
    """Notes one thing of the checklist with its date, or a note."""
    work = partial(_note_step, service.settings.current_date())
    return await do_work(work, conversation_id, request, who, service)


@router.post("/confirm")
async def confirm(
    conversation_id: str, request: Request, who: Caseworker, service: AtService
) -> Response:
    """Confirms what the law asks for, or who mediates for the council."""
    return await do_work(_confirm, conversation_id, request, who, service)


def _note_step(
    today: date, session: Session, conversation_id: str, form: Form, who: SignedIn, now: datetime
) -> None:
    kind, note, form_id = choose(form, "step", {*DONE, "note"}), read_note(form), read_form_id(form)
    if kind == "note":
        if note is None:
            raise Stopped("empty_note", 422)
        keep_note(session, conversation_id, note, who, form_id=form_id)
        return
    done_on = read_day(form["done_on"])
    if done_on is None or done_on > today:
        raise Stopped("not_a_day", 422)
    if done_on < min(today, _earliest_day(session, conversation_id, kind)):
        raise Stopped("too_early", 422)
    by = who.staff_id
    # All forms of a page have one id, and another day is another thing that was done.
    once = None if form_id is None else str(uuid5(UUID(form_id), f"{kind} {done_on}"))
    step = add_step(
        session, conversation_id, kind, by=by, now=now, done_on=done_on, note=note, form_id=once
    )
    if step is None:
        return
    if kind == "called":
        note_called(session, conversation_id)
    if kind == "certificate_issued":
        try:
            note_certificate(session, conversation_id, done_on, today=today, by=by, now=now)
        except NotAnAnswer:
            raise Stopped("not_its_certificate", 422) from None


def _confirm(
    session: Session, conversation_id: str, form: Form, who: SignedIn, now: datetime
) -> None:
    what = choose(form, "what", {"requirement", "coverage"})
    revision, by = read_revision(form), who.staff_id
    try:
        if what == "requirement":
            decided = _read_decision(session, conversation_id, form, who)
            is_done = confirm_requirement(
                session, conversation_id, name=who.name, revision=revision, by=by, now=now
            )
            if is_done and decided is not None:
                keep_note(session, conversation_id, decided, who, form_id=None)
        else:
            coverage = cast(CoverageStatus, choose(form, "coverage", CONFIRMED_COVERAGE))
            is_done = confirm_coverage(
                session, conversation_id, coverage, revision=revision, by=by, now=now
            )
    except ChangedMeanwhile:
        raise Stopped("changed_meanwhile", 409) from None
    if not is_done:
        raise Stopped("unknown", 404)


def _read_decision(session: Session, conversation_id: str, form: Form, who: SignedIn) -> str | None:
    """What the colleague decided where the rules could not tell. Raises Stopped without a word."""
    stored = load_draft(session, conversation_id)
    if stored is None or not is_left_to_a_person(show_to(who, stored).document["requirement"]):
        return None
    return read_reason(form)


def _earliest_day(session: Session, conversation_id: str, kind: str) -> date:
    """The first day on which this can have been done.

    A family is called once it has written; its council can have been told since the letter, also
    by the family itself. A certificate is checked as the answer that it is.
    """
    if kind == "certificate_issued":
        return date.min
    parts = list_parts(session, conversation_id)
    drafts = [to_draft(stored) for part in parts if (stored := load_draft(session, part))]
    letters = [letter for draft in drafts if (letter := draft.referral.decision.letter_date)]
    if kind == "council_told" and letters:
        return min(letters)
    begun = [found for part in parts if (found := find_conversation(session, part))]
    return min((each.created_at.astimezone(LONDON).date() for each in begun), default=date.min)
