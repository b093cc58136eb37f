"""What the forms of the work on a case have in common: each changes one thing, or nothing.

Where somebody else was faster nothing is changed, and the page says who has the case.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from datetime import UTC, datetime
from uuid import UUID

from fastapi import Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from frontdesk.service import Service
from frontdesk.staff.case.page import show_unknown_case
from frontdesk.staff.forms import Form, read_form
from frontdesk.staff.rendering import render_staff_page, send_to
from frontdesk.staff.rights import SignedIn
from frontdesk.staff.texts import load_staff_texts
from store.cases.family import find_whole, list_parts, lock_cases
from store.cases.lines import find_case

LONGEST_NOTE = 5000
LONGEST_REVISION = 10
CASE = "/staff/cases/{conversation_id}"


class Stopped(Exception):
    """Nothing was changed; `why` names the text of `data/staff/case.yml` that says so."""

    def __init__(self, why: str, status: int, **values: str) -> None:
        self.why, self.status, self.values = why, status, values


Work = Callable[[Session, str, Form, SignedIn, datetime], None]


async def do_work(
    work: Work,
    conversation_id: str,
    request: Request,
    who: SignedIn,
    service: Service,
    *,
    other_case: str | None = None,
) -> Response:
    """Reads the form, does the work in one transaction, and leads back to the case.

    `other_case` is the field that names another case which the work changes too.
    """
    form = await read_form(request)
    try:
        moved_on = await service.transactions.write(
            _run, work, conversation_id, form, who, other_case
        )
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
    for part in moved_on:
        service.events.publish(part)
    return send_to(service, CASE.format(conversation_id=conversation_id))


def _run(
    session: Session,
    work: Work,
    conversation_id: str,
    form: Form,
    who: SignedIn,
    other_case: str | None,
) -> list[str]:
    """Works on the whole case, and returns its conversations.

    They are locked before it is, and which they are is asked once more then (0011).
    """
    others = [form[other_case]] if other_case is not None else []
    lock_cases(session, conversation_id, *others)
    whole = find_whole(session, conversation_id)
    parts = list_parts(session, whole)
    if find_case(session, whole, lock=True) is None:
        raise Stopped("unknown", 404)
    work(session, whole, form, who, datetime.now(UTC))
    return parts


def choose(form: Form, name: str, offered: Container[str]) -> str:
    """What was chosen. Raises Stopped for what was not offered."""
    if form[name] not in offered:
        raise Stopped("not_right", 422)
    return form[name]


def choose_outcome(form: Form, of: str) -> str:
    """How it ended: nothing is chosen beforehand. Raises Stopped where nothing was."""
    if form["outcome"] not in load_staff_texts("outcomes")[of]:
        raise Stopped("no_outcome", 422)
    return form["outcome"]


def read_reason(form: Form) -> str:
    """Why it is done. Raises Stopped where nothing is said."""
    reason = read_note(form)
    if reason is None:
        raise Stopped("no_reason", 422)
    return reason


def read_form_id(form: Form) -> str | None:
    """The id of the form, so that sent twice it counts once."""
    try:
        return str(UUID(form["form_id"]))
    except ValueError:
        return None


def read_revision(form: Form) -> int:
    """Which state of the referral the page showed; 0, which none has, where it is not said."""
    revision = form["revision"]
    return int(revision) if revision.isdecimal() and len(revision) < LONGEST_REVISION else 0


def read_note(form: Form) -> str | None:
    """The words for colleagues, None where there are none. Raises Stopped for too many."""
    note = form["note"].strip()
    if len(note) > LONGEST_NOTE:
        raise Stopped("not_right", 422)
    return note or None
